// 汇报幻灯: a cover, then one slide a scene (title, map, headline figures, movable legend, caption, speaker's notes) followed
// by its tables and charts, and the sources at the end. All is native and editable but the map itself. Nothing is cut off:
// text that finds no room at a readable size goes on to a further slide, tables with their heading row again.
import { bytesToBase64 } from './base64';
import { NOTES_BREAK, mendedParts } from './pptx-parts';
import type {
  ReportDocument,
  ReportFigure,
  ReportImage,
  ReportScene,
  ReportTable,
} from './report-model';
import { paragraphsOf, xmlText } from './report-text';
import { addChart } from './slide-chart';
import {
  CELL_MARGIN,
  fittingSize,
  heightOf,
  linesOf,
  pagedTable,
  paragraphPages,
} from './slide-fit';
import {
  BODY,
  type Box,
  type Deck,
  type FrameTexts,
  HEADING_FILL,
  INK,
  MUTED,
  RULE,
  SLIDE,
  SLIDE_FONT,
  type Slide,
  addText,
  framedSlide,
} from './slide-frame';
import { addLegends } from './slide-legend';

const SIDE_W = 3.95;
const GAP = 0.25;
const CAPTION_SIZES = [18, 16, 14, 12] as const;
const CAPTION_H = 1.05;
const BESIDE_H = 3.6;
const FIGURE = { h: 1.02, gap: 0.1 };

function containedIn(box: Box, { widthPx, heightPx }: ReportImage): Box {
  const scale = Math.min(box.w / widthPx, box.h / heightPx);
  const [w, h] = [widthPx * scale, heightPx * scale];
  return { x: box.x + (box.w - w) / 2, y: box.y + (box.h - h) / 2, w, h };
}

function addImage(slide: Slide, image: ReportImage, box: Box): void {
  const place = containedIn(box, image);
  slide.addImage({
    data: `image/png;base64,${bytesToBase64(image.png)}`,
    altText: xmlText(image.alt),
    objectName: '地图',
    ...place,
  });
  slide.addShape('rect', { ...place, line: { color: RULE, width: 0.75 }, objectName: '图框' });
}

/** One headline number in a box: label, value, range, where it comes from. */
function addFigure(slide: Slide, { label, value, range, note }: ReportFigure, box: Box): void {
  slide.addShape('rect', {
    ...box,
    fill: { color: 'F5F7FA' },
    line: { color: RULE, width: 0.5 },
    objectName: `数字框 ${xmlText(label)}`,
  });
  const name = `数字 ${xmlText(label)}`;
  const inner = { x: box.x + 0.08, w: box.w - 0.16 };
  const row = (
    text: string,
    y: number,
    h: number,
    sizes: readonly number[],
    bold = false,
  ): void => {
    if (text === '') return;
    const place = { ...inner, y: box.y + y, h };
    const points = fittingSize([text], place, sizes) ?? 6;
    addText(slide, [text], place, {
      points,
      bold,
      valign: 'middle',
      name,
      colour: bold ? INK : MUTED,
    });
  };
  row(label, 0.04, 0.22, [11, 10, 9]);
  row(value, 0.26, 0.36, [20, 18, 16, 14, 12], true);
  row(range, 0.61, 0.2, [10, 9, 8, 7]);
  row(note, 0.8, 0.2, [9, 8, 7]);
}

/** Figures in rows of `columns`; gives back the height that they take. */
function addFigures(
  slide: Slide,
  figures: readonly ReportFigure[],
  box: Pick<Box, 'x' | 'y' | 'w'>,
  columns: number,
): number {
  const w = (box.w - (columns - 1) * FIGURE.gap) / columns;
  figures.forEach((figure, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    addFigure(slide, figure, {
      x: box.x + column * (w + FIGURE.gap),
      y: box.y + row * (FIGURE.h + FIGURE.gap),
      w,
      h: FIGURE.h,
    });
  });
  return Math.ceil(figures.length / columns) * (FIGURE.h + FIGURE.gap);
}

/** Paragraphs into the box, or on slides of their own where they do not fit at a readable size. */
function addCaption(
  deck: Deck,
  slide: Slide,
  paragraphs: readonly string[],
  box: Box,
  texts: FrameTexts,
): void {
  if (paragraphs.length === 0) return;
  const points = fittingSize(paragraphs, box, CAPTION_SIZES);
  if (points !== null) {
    addText(slide, paragraphs, box, { points, name: '说明' });
    return;
  }
  addText(slide, ['说明见下页。'], box, { points: 14, colour: MUTED, name: '说明' });
  addTextSlides(deck, paragraphs, { ...texts, title: `${texts.title}·说明` });
}

function addTextSlides(deck: Deck, paragraphs: readonly string[], texts: FrameTexts): void {
  const points = fittingSize(paragraphs, BODY, CAPTION_SIZES) ?? 12;
  const pages = paragraphPages(paragraphs, BODY, points);
  pages.forEach((page, at) => {
    const title = pages.length > 1 ? `${texts.title}（${at + 1}/${pages.length}）` : texts.title;
    addText(framedSlide(deck, { ...texts, title }), page, BODY, { points, name: '说明' });
  });
}

/** Of a caption at the right of the map, where no figures stand: what it takes, at most so much that a legend has room. */
function besideHeight(paragraphs: readonly string[]): number {
  const points = fittingSize(paragraphs, { w: SIDE_W, h: BESIDE_H }, CAPTION_SIZES);
  if (points === null) return CAPTION_H;
  const lines = paragraphs.reduce((sum, each) => sum + linesOf(each, SIDE_W, points), 0);
  return heightOf(lines, points) + 0.01;
}

function notesOf({ notes, parameters }: ReportScene): string {
  const asked = parameters.map(({ label, value }) => `${label}：${value}`);
  return [...paragraphsOf(notes), ...asked].map(xmlText).join(NOTES_BREAK);
}

function addSceneSlide(deck: Deck, scene: ReportScene, texts: FrameTexts): void {
  const slide = framedSlide(deck, texts);
  slide.addNotes(notesOf(scene));
  const paragraphs = paragraphsOf(scene.caption);
  const { image, figures } = scene;
  if (image === null) {
    const used = addFigures(slide, figures, BODY, Math.max(4, Math.min(figures.length, 4)));
    const box = { ...BODY, y: BODY.y + used, h: BODY.h - used };
    addCaption(deck, slide, paragraphs, box, texts);
    return;
  }
  const mapW = BODY.w - SIDE_W - GAP;
  const isBeside =
    figures.length === 0 &&
    fittingSize(paragraphs, { w: mapW, h: CAPTION_H - 0.1 }, CAPTION_SIZES) === null;
  const captionH = paragraphs.length === 0 || isBeside ? 0 : CAPTION_H;
  addImage(slide, image, { x: BODY.x, y: BODY.y, w: mapW, h: BODY.h - captionH });
  const side = { x: BODY.x + mapW + GAP, y: BODY.y, w: SIDE_W };
  const captionBox = isBeside
    ? { ...side, h: besideHeight(paragraphs) }
    : { x: BODY.x, y: BODY.y + BODY.h - captionH + 0.1, w: mapW, h: captionH - 0.1 };
  const used = isBeside ? captionBox.h + GAP : addFigures(slide, figures, side, 2);
  let rest = addLegends(slide, scene.legends, {
    ...side,
    y: BODY.y + used + 0.05,
    h: BODY.h - used - 0.05,
  });
  addCaption(deck, slide, paragraphs, captionBox, texts);
  while (rest !== null) {
    const more = framedSlide(deck, { ...texts, title: `${texts.title}·图例` });
    rest = addLegends(more, rest, BODY);
  }
}

const TABLE_POINTS = 12;
const NOTE_H = 0.4;

function addTablePage(
  slide: Slide,
  table: ReportTable,
  paged: ReturnType<typeof pagedTable>,
  at: number,
): void {
  const page = paged.pages[at];
  if (page === undefined) return;
  const border = { type: 'solid' as const, color: RULE, pt: 0.5 };
  const align = (column: number) =>
    table.columns[column]?.type === 'number' ? ('right' as const) : ('left' as const);
  const heading = paged.headings.map((text, column) => ({
    text: xmlText(text),
    options: { bold: true, fill: { color: HEADING_FILL }, align: align(column) },
  }));
  const body = page.rows.map((row) =>
    row.map((text, column) => ({ text: xmlText(text), options: { align: align(column) } })),
  );
  slide.addTable([heading, ...body], {
    x: BODY.x,
    y: BODY.y,
    w: BODY.w,
    colW: [...paged.columnWidths],
    rowH: [paged.headingHeight, ...page.rowHeights],
    border,
    margin: [CELL_MARGIN.y, CELL_MARGIN.x, CELL_MARGIN.y, CELL_MARGIN.x],
    fontFace: SLIDE_FONT,
    fontSize: TABLE_POINTS,
    color: INK,
    valign: 'middle',
    objectName: xmlText(table.title),
  });
  if (table.note === '') return;
  const box = { x: BODY.x, y: BODY.y + BODY.h - NOTE_H + 0.05, w: BODY.w, h: NOTE_H - 0.05 };
  addText(slide, [table.note], box, {
    points: fittingSize([table.note], box, [11, 10, 9, 8]) ?? 7,
    colour: MUTED,
    valign: 'bottom',
    name: '表注',
  });
}

function addTableSlides(deck: Deck, table: ReportTable, texts: FrameTexts): void {
  const paged = pagedTable(table, {
    width: BODY.w,
    height: BODY.h - (table.note === '' ? 0 : NOTE_H),
    points: TABLE_POINTS,
  });
  paged.pages.forEach((_, at) => {
    const page = paged.pages.length > 1 ? `（${at + 1}/${paged.pages.length}）` : '';
    const slide = framedSlide(deck, { ...texts, title: `${table.title}${page}` });
    addTablePage(slide, table, paged, at);
  });
}

function addCover(deck: Deck, report: ReportDocument): void {
  const slide = deck.addSlide();
  slide.background = { color: 'F5F7FA' };
  const box = { x: 1, y: 2.2, w: SLIDE.w - 2, h: 1.6 };
  addText(slide, [report.title], box, {
    points: fittingSize([report.title], box, [40, 34, 28, 24, 20]) ?? 16,
    bold: true,
    align: 'center',
    valign: 'middle',
    name: '题目',
  });
  const under = [report.organisation, report.date].filter((part) => part !== '');
  addText(
    slide,
    under,
    { x: 1, y: 4, w: SLIDE.w - 2, h: 1 },
    {
      points: 20,
      colour: MUTED,
      align: 'center',
      name: '单位与日期',
    },
  );
}

function frameTexts(
  { date, organisation }: ReportDocument,
  { title, asked, sources }: Pick<ReportScene, 'title' | 'asked' | 'sources'>,
): FrameTexts {
  return { title, asked, sources, date, organisation };
}

/** What was asked stands under each slide's title: the report's own question may be none of theirs. */
function addClosing(deck: Deck, report: ReportDocument): void {
  const paragraphs = [
    ...report.method.map(({ label, value }) => `**${label}：**${value}`),
    `**数据包：**${report.packVersion}`,
    `**计算引擎：**${report.engineVersion}`,
    ...report.sources.map((source, at) => `${at + 1}. ${source}`),
  ];
  addTextSlides(
    deck,
    paragraphs,
    frameTexts(report, { title: '数据来源与方法', asked: '', sources: [] }),
  );
}

/** Bytes of the .pptx. Needs neither page nor network; heavy, so import this file where it is used (export worker). */
export async function writePptx(report: ReportDocument): Promise<Uint8Array> {
  const { default: Pptx } = await import('pptxgenjs');
  const deck = new Pptx();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = xmlText(report.title);
  deck.author = xmlText(report.organisation);
  deck.subject = xmlText(report.packVersion);
  // The library writes this one unescaped.
  deck.company = '';
  deck.theme = { headFontFace: SLIDE_FONT, bodyFontFace: SLIDE_FONT };
  addCover(deck, report);
  for (const scene of report.scenes) {
    const texts = frameTexts(report, scene);
    addSceneSlide(deck, scene, texts);
    for (const chart of scene.charts)
      addChart(deck, framedSlide(deck, { ...texts, title: chart.title }), chart, BODY);
    for (const table of scene.tables) addTableSlides(deck, table, texts);
  }
  addClosing(deck, report);
  const written = await deck.write({ outputType: 'uint8array' });
  if (!(written instanceof Uint8Array)) throw new Error('pptxgenjs gave no bytes');
  return mendedParts(written);
}
