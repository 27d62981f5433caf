// 图例 in millimetres: samples and words flowed into columns of a box. Text shrinks before anything is left out, and what has
// to be left out is counted, never silently lost.
import type { Box, PageMark, Point } from './page-marks';
import { HAIRLINE, INK, QUIET_INK, textMark } from './page-marks';
import { brokenLines } from './page-text';
import { swatchMarks } from './page-swatch';
import type { ReportLegend } from './report-model';

export interface PlacedLegend {
  readonly marks: readonly PageMark[];
  /** Rows and notes for which there was no room. */
  readonly leftOut: number;
  /** Height used, from the top of the box. */
  readonly height: number;
}

/** On A4, in millimetres. */
const TEXT_SIZE = 2.9;
const COLUMN_WIDTH = 56;
const LINE_HEIGHT = 1.45;
const SMALLEST = 0.62;
const SWATCH_EMS: Point = [2.3, 1.35];

interface Item {
  readonly height: number;
  /** A title does not stand alone at the foot of a column. */
  readonly isTitle: boolean;
  readonly isNote: boolean;
  readonly draw: (x: number, y: number) => readonly PageMark[];
}

/** `y` is the top of the first line. */
function lineMarks(
  lines: readonly string[],
  size: number,
  x: number,
  y: number,
  style: { readonly colour?: string; readonly isStrong?: boolean },
): readonly PageMark[] {
  return lines.map((line, at) =>
    textMark(line, x, y + (at * LINE_HEIGHT + 1.05) * size, size, style),
  );
}

function textItem(text: string, size: number, width: number, role: 'title' | 'note'): Item {
  const own = role === 'note' ? size * 0.86 : size;
  const lines = brokenLines(text, own, width);
  const space = role === 'title' ? size * 0.5 : 0;
  return {
    height: lines.length * LINE_HEIGHT * own + space,
    isTitle: role === 'title',
    isNote: role === 'note',
    draw: (x, y) =>
      lineMarks(lines, own, x, y + space, {
        colour: role === 'note' ? QUIET_INK : INK,
        isStrong: role === 'title',
      }),
  };
}

function rowItem(row: ReportLegend['items'][number], size: number, width: number): Item {
  const [swatchWidth, swatchHeight] = [SWATCH_EMS[0] * size, SWATCH_EMS[1] * size];
  const indent = swatchWidth + size * 0.7;
  const text = row.count === '' ? row.label : `${row.label}（${row.count}）`;
  const lines = brokenLines(text, size, width - indent);
  const height = Math.max(lines.length, 1) * LINE_HEIGHT * size;
  return {
    height: height + size * 0.15,
    isTitle: false,
    isNote: false,
    draw: (x, y) => [
      ...swatchMarks(row.swatch, {
        x,
        y: y + (LINE_HEIGHT * size - swatchHeight) / 2,
        width: swatchWidth,
        height: swatchHeight,
      }),
      ...lineMarks(lines, size, x + indent, y, {}),
    ],
  };
}

function itemsOf(legends: readonly ReportLegend[], size: number, width: number): readonly Item[] {
  return legends.flatMap(({ title, items, notes }) => [
    ...(title === '' ? [] : [textItem(title, size, width, 'title')]),
    ...items.map((row) => rowItem(row, size, width)),
    ...notes.map((note) => textItem(note, size, width, 'note')),
  ]);
}

/** Places items down the columns in turn; null for the first that has no room. */
function flowed(items: readonly Item[], box: Box, columns: number, gap: number): readonly Box[] {
  const width = (box.width - gap * (columns - 1)) / columns;
  const places: Box[] = [];
  let [column, y] = [0, box.y];
  for (const [at, item] of items.entries()) {
    const next = item.isTitle ? (items[at + 1]?.height ?? 0) : 0;
    if (y + item.height + next > box.y + box.height + 1e-6 && y > box.y) {
      column += 1;
      y = box.y;
    }
    if (column >= columns || y + item.height > box.y + box.height + 1e-6) break;
    places.push({ x: box.x + column * (width + gap), y, width, height: item.height });
    y += item.height;
  }
  return places;
}

/** `growth`: of text with the page; see page-size.ts. */
export function placeLegend(
  legends: readonly ReportLegend[],
  box: Box,
  growth: number,
): PlacedLegend {
  const heading = textItem('图例', TEXT_SIZE * growth * 1.25, box.width, 'title');
  const inner: Box = { ...box, y: box.y + heading.height, height: box.height - heading.height };
  const columns = Math.max(1, Math.floor((box.width + 4 * growth) / (COLUMN_WIDTH * growth)));
  const gap = 4 * growth;
  const width = (box.width - gap * (columns - 1)) / columns;
  const attempt = (share: number, notes: boolean) => {
    const all = itemsOf(legends, TEXT_SIZE * growth * share, width);
    const items = notes ? all : all.filter((item) => !item.isNote);
    return { all, items, places: flowed(items, inner, columns, gap) };
  };
  const isWhole = ({ items, places }: ReturnType<typeof attempt>): boolean =>
    places.length === items.length;
  let best = attempt(1, true);
  for (let share = 0.92; !isWhole(best) && share >= SMALLEST; share *= 0.92)
    best = attempt(share, true);
  if (!isWhole(best)) best = attempt(SMALLEST, false);
  const { all, items, places } = best;
  const bottom = places.reduce((low, place) => Math.max(low, place.y + place.height), inner.y);
  return {
    marks: [
      ...heading.draw(box.x, box.y),
      ...places.flatMap((place, at) => items[at]!.draw(place.x, place.y)),
    ],
    leftOut: all.length - places.length,
    height: bottom - box.y,
  };
}

/** A legend by itself, as high as it needs to be, on white. */
export function legendSheet(legends: readonly ReportLegend[]): {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PageMark[];
} {
  const [margin, width] = [4, 72];
  const tall = { x: margin, y: margin, width: width - 2 * margin, height: 4000 };
  const { marks, height } = placeLegend(legends, tall, 1);
  const page = { x: 0, y: 0, width, height: height + 2 * margin };
  const paper: PageMark = {
    kind: 'rect',
    ...page,
    fill: '#ffffff',
    line: HAIRLINE,
    lineWidth: 0.2,
  };
  return { width, height: page.height, marks: [paper, ...marks] };
}
