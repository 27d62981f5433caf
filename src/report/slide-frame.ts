// What every slide has: the page, its fonts and colours, title, footer. Inches and points, 16:9.
import type PptxGenJS from 'pptxgenjs';
import { NOT_A_BOUNDARY } from './export-footer';
import { fittingSize, linesOf } from './slide-fit';
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
  /** What the numbers were asked with; empty where there is nothing to say. */
  readonly asked: string;
  readonly sources: readonly string[];
  readonly date: string;
  readonly organisation: string;
}

const TITLE_SIZES = [26, 22, 18, 15, 12] as const;
const ASKED = { x: BODY.x, y: 0.74, w: BODY.w, h: 0.25 };
const ASKED_SIZES = [12, 11, 10, 9, 8] as const;
const FOOTER = { x: BODY.x, y: 6.85, w: BODY.w - 0.7, h: 0.45 };
const FOOTER_POINTS = 9;

/** “资料来源：甲；乙”, or as many as one line holds and how many there are in all. */
function sourcesLine(sources: readonly string[]): string {
  const lineOf = (count: number): string =>
    `资料来源：${sources.slice(0, count).join('；')}` +
    (count < sources.length ? ` 等 ${sources.length} 项，见末页` : '');
  let count = sources.length;
  while (count > 1 && linesOf(lineOf(count), FOOTER.w, FOOTER_POINTS) > 1) count--;
  return lineOf(count);
}

/** A new slide with title, what was asked, rule, sources, date and number. */
export function framedSlide(deck: Deck, texts: FrameTexts): Slide {
  const slide = deck.addSlide();
  const titleH = texts.asked === '' ? 0.68 : 0.48;
  const titleBox = { x: BODY.x, y: 0.25, w: BODY.w, h: titleH };
  addText(slide, [texts.title], titleBox, {
    points: fittingSize([texts.title], titleBox, TITLE_SIZES) ?? 10,
    bold: true,
    valign: 'middle',
    name: '标题',
  });
  if (texts.asked !== '') {
    addText(slide, [texts.asked], ASKED, {
      points: fittingSize([texts.asked], ASKED, ASKED_SIZES) ?? 7,
      colour: MUTED,
      valign: 'middle',
      name: '情景与参数',
    });
  }
  slide.addShape('line', {
    x: BODY.x,
    y: 1.03,
    w: BODY.w,
    h: 0,
    line: { color: RULE, width: 1 },
    objectName: '标题线',
  });
  const made = [texts.organisation, texts.date, NOT_A_BOUNDARY].filter((part) => part !== '');
  const lines = [
    ...(texts.sources.length === 0 ? [] : [sourcesLine(texts.sources)]),
    made.join('；'),
  ];
  addText(slide, lines, FOOTER, {
    points: fittingSize(lines, FOOTER, [FOOTER_POINTS, 8, 7]) ?? 6,
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
