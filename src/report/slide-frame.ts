// What every slide has: the page, its fonts and colours, title, footer. Inches and points, 16:9.
import type PptxGenJS from 'pptxgenjs';
import { NOT_A_BOUNDARY } from './export-footer';
import { fittingSize } from './slide-fit';
import { type TextRun, strongRuns, xmlText } from './report-text';

export type Deck = PptxGenJS;
export type Slide = PptxGenJS.Slide;

/** Named, not embedded: PowerPoint and WPS fall back to the system's Chinese face where it is missing. */
export const SLIDE_FONT = '微软雅黑';
export const SLIDE = { w: 13.333, h: 7.5 };
/** Between title and footer. */
export const BODY = { x: 0.5, y: 1.15, w: 12.333, h: 5.6 };
export const INK = '1F2933';
export const MUTED = '52606D';
export const RULE = 'C9D2DA';
export const HEADING_FILL = 'E7ECF1';

export type Box = {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
};

export interface TextStyle {
  readonly points: number;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'middle' | 'bottom';
  /** Name in the selection pane. */
  readonly name?: string;
}

/** A text box without inner margins; each string is a paragraph, **strong** parts in bold. */
export function addText(
  slide: Slide,
  paragraphs: readonly string[],
  box: Box,
  style: TextStyle,
): void {
  const last = paragraphs.length - 1;
  const runs = paragraphs.flatMap((paragraph, at) => {
    const parts: readonly TextRun[] = strongRuns(xmlText(paragraph));
    return parts.map(({ text, isStrong }, part) => ({
      text,
      options: {
        bold: isStrong || style.bold === true,
        ...(part === parts.length - 1 && at < last ? { breakLine: true } : {}),
      },
    }));
  });
  slide.addText(runs, {
    ...box,
    margin: 0,
    fontFace: SLIDE_FONT,
    fontSize: style.points,
    color: style.colour ?? INK,
    align: style.align ?? 'left',
    valign: style.valign ?? 'top',
    lang: 'zh-CN',
    ...(style.name === undefined ? {} : { objectName: style.name }),
  });
}

export interface FrameTexts {
  readonly title: string;
  readonly sources: readonly string[];
  readonly date: string;
  readonly organisation: string;
}

const TITLE_SIZES = [26, 22, 18, 15, 12] as const;
const FOOTER_SIZES = [10, 9, 8, 7, 6] as const;

/** A new slide with title, rule, sources, date and number. */
export function framedSlide(deck: Deck, texts: FrameTexts): Slide {
  const slide = deck.addSlide();
  const titleBox = { x: BODY.x, y: 0.3, w: BODY.w, h: 0.68 };
  addText(slide, [texts.title], titleBox, {
    points: fittingSize([texts.title], titleBox, TITLE_SIZES) ?? 10,
    bold: true,
    valign: 'middle',
    name: '标题',
  });
  slide.addShape('line', {
    x: BODY.x,
    y: 1.03,
    w: BODY.w,
    h: 0,
    line: { color: RULE, width: 1 },
    objectName: '标题线',
  });
  const made = [texts.organisation, texts.date, NOT_A_BOUNDARY].filter((part) => part !== '');
  const box = { x: BODY.x, y: 6.85, w: BODY.w - 0.7, h: 0.45 };
  const lines = [...texts.sources, made.join('；')];
  addText(slide, lines, box, {
    points: fittingSize(lines, box, FOOTER_SIZES) ?? 5,
    colour: MUTED,
    valign: 'bottom',
    name: '来源与日期',
  });
  slide.slideNumber = {
    x: 12.2,
    y: 6.98,
    w: 0.63,
    h: 0.3,
    fontFace: SLIDE_FONT,
    fontSize: 10,
    color: MUTED,
    align: 'right',
  };
  return slide;
}
