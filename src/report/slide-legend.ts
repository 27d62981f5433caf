// A legend as shapes of their own on a slide, so that each can be moved, coloured and written over.
import type PptxGenJS from 'pptxgenjs';
import type { SwatchSpec } from '../domain/swatch';
import { officeColour } from './css-colour';
import type { ReportLegend, ReportLegendItem } from './report-model';
import { heightOf, linesOf } from './slide-fit';
import { type Box, INK, MUTED, RULE, type Slide, addText } from './slide-frame';

const SWATCH = { w: 0.3, h: 0.17 };
const SWATCH_GAP = 0.08;
const LINE_GAP = 0.05;
const COLUMN_GAP = 0.15;
const POINTS_A_PIXEL = 0.75;
const INCHES_A_PIXEL = 1 / 96;

function fillOf(css: string, opacity = 1) {
  const { hex, opacity: own } = officeColour(css);
  return { color: hex, transparency: Math.round((1 - own * opacity) * 100) };
}

function disc(slide: Slide, box: Box, diameter: number, name: string, style: object): void {
  slide.addShape('ellipse', {
    x: box.x + (box.w - diameter) / 2,
    y: box.y + (box.h - diameter) / 2,
    w: diameter,
    h: diameter,
    objectName: name,
    ...style,
  });
}

/** Three strokes inside the box: Office fills have no 45° lines of a given width that this library writes. */
function addHatch(
  slide: Slide,
  box: Box,
  swatch: Extract<SwatchSpec, { kind: 'hatch' }>,
  name: string,
): void {
  slide.addShape('rect', {
    ...box,
    objectName: name,
    line: { color: RULE, width: 0.75 },
    ...(swatch.background === undefined ? {} : { fill: fillOf(swatch.background) }),
  });
  if (swatch.lineWidth <= 0) return;
  const { hex } = officeColour(swatch.color);
  const step = (box.w - box.h) / 2;
  for (const at of [0, 1, 2]) {
    slide.addShape('line', {
      x: box.x + at * step,
      y: box.y,
      w: box.h,
      h: box.h,
      flipV: swatch.direction === '/',
      objectName: name,
      line: { color: hex, width: Math.max(0.5, swatch.lineWidth * POINTS_A_PIXEL) },
    });
  }
}

function addSymbol(
  slide: Slide,
  box: Box,
  { variant, color }: Extract<SwatchSpec, { kind: 'symbol' }>,
  name: string,
): void {
  const fill = fillOf(color);
  const line = { color: fill.color, width: 1.1 };
  // The shares of ui/state-symbol, of a mark as high as the swatch.
  switch (variant) {
    case 'solid':
      return disc(slide, box, 0.14, name, { fill });
    case 'ringed':
      disc(slide, box, 0.155, name, { line });
      return disc(slide, box, 0.09, name, { fill: fillOf(color, 0.6) });
    case 'hollow-dashed':
      return disc(slide, box, 0.14, name, { line: { ...line, dashType: 'sysDash' } });
    case 'dot':
      return disc(slide, box, 0.065, name, { fill });
  }
}

function addBars(slide: Slide, box: Box, color: string, name: string): void {
  for (const [at, share] of [0.45, 0.95, 0.65].entries()) {
    const h = box.h * share;
    const x = box.x + 0.06 + at * 0.07;
    slide.addShape('rect', {
      x,
      y: box.y + box.h - h,
      w: 0.045,
      h,
      fill: fillOf(color),
      objectName: name,
    });
  }
}

function addSwatch(slide: Slide, box: Box, swatch: SwatchSpec, name: string): void {
  switch (swatch.kind) {
    case 'fill':
      slide.addShape('rect', {
        ...box,
        objectName: name,
        fill: fillOf(swatch.color, swatch.opacity),
        line: { color: swatch.outline ? officeColour(swatch.outline).hex : RULE, width: 0.75 },
      });
      return;
    case 'hatch':
      return addHatch(slide, box, swatch, name);
    case 'line':
      slide.addShape('line', {
        x: box.x,
        y: box.y + box.h / 2,
        w: box.w,
        h: 0,
        objectName: name,
        line: {
          color: officeColour(swatch.color).hex,
          width: swatch.width * POINTS_A_PIXEL,
          dashType: swatch.dash ? 'dash' : 'solid',
        },
      });
      return;
    case 'point':
      return disc(slide, box, Math.min(box.h, swatch.radius * 2 * INCHES_A_PIXEL), name, {
        fill: fillOf(swatch.fill),
        line: {
          color: officeColour(swatch.stroke).hex,
          width: swatch.strokeWidth * POINTS_A_PIXEL,
        },
      });
    case 'triangle':
      slide.addShape('triangle', {
        x: box.x + box.w / 2 - 0.06,
        y: box.y + 0.03,
        w: 0.12,
        h: 0.11,
        objectName: name,
        fill: fillOf(swatch.color),
      });
      return;
    case 'column':
      return addBars(slide, box, swatch.color, name);
    case 'symbol':
      return addSymbol(slide, box, swatch, name);
    case 'outline':
      // The library draws it and leaves it out of its types.
      slide.addShape('custGeom' as PptxGenJS.SHAPE_NAME, {
        x: box.x + (box.w - box.h) / 2,
        y: box.y,
        w: box.h,
        h: box.h,
        objectName: name,
        fill: fillOf(swatch.color),
        points: [
          ...swatch.outline.map(([x, y], at) => ({
            x: x * box.h,
            y: y * box.h,
            ...(at === 0 ? { moveTo: true } : {}),
          })),
          { close: true },
        ],
      });
  }
}

type Line =
  | { readonly kind: 'title' | 'note'; readonly text: string }
  | { readonly kind: 'item'; readonly item: ReportLegendItem };

function linesOfLegends(legends: readonly ReportLegend[]): readonly Line[] {
  return legends.flatMap(({ title, items, notes }): Line[] => [
    ...(title === '' ? [] : [{ kind: 'title', text: title } as const]),
    ...items.map((item) => ({ kind: 'item', item }) as const),
    ...notes.map((text) => ({ kind: 'note', text }) as const),
  ]);
}

function textOf(line: Line): string {
  if (line.kind !== 'item') return line.text;
  const { label, count } = line.item;
  return count === '' ? label : `${label}　${count}`;
}

function lineHeight(line: Line, width: number, points: number): number {
  const room = line.kind === 'item' ? width - SWATCH.w - SWATCH_GAP : width;
  const lines = linesOf(textOf(line), room, points);
  return Math.max(heightOf(lines, points), line.kind === 'item' ? SWATCH.h : 0) + LINE_GAP;
}

interface Placed {
  readonly line: Line;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Lines set in columns from the top left; what does not fit is left over. */
function placed(
  lines: readonly Line[],
  box: Box,
  columns: number,
  points: number,
): { readonly placed: readonly Placed[]; readonly rest: readonly Line[] } {
  const width = (box.w - (columns - 1) * COLUMN_GAP) / columns;
  const done: Placed[] = [];
  let [column, y] = [0, 0];
  for (const [at, line] of lines.entries()) {
    const height = lineHeight(line, width, points);
    // A title does not stand alone at the foot of a column.
    const next = lines[at + 1];
    const needed =
      line.kind === 'title' && next ? height + lineHeight(next, width, points) : height;
    if (y + needed > box.h && y > 0) [column, y] = [column + 1, 0];
    if (column >= columns) return { placed: done, rest: lines.slice(at) };
    done.push({ line, x: box.x + column * (width + COLUMN_GAP), y: box.y + y, width });
    y += height;
  }
  return { placed: done, rest: [] };
}

export interface LegendRest {
  readonly lines: readonly Line[];
}

const ARRANGEMENTS = [
  [1, 11],
  [2, 10],
  [2, 9],
  [2, 8],
] as const;

/** Draws the legends into the box; gives back what found no room there, to be drawn on a slide of its own. */
export function addLegends(
  slide: Slide,
  legends: readonly ReportLegend[] | LegendRest,
  box: Box,
): LegendRest | null {
  const lines = 'lines' in legends ? legends.lines : linesOfLegends(legends);
  const isWide = box.w > 6;
  const ways = isWide ? ([[3, 12]] as const) : ARRANGEMENTS;
  const tried = ways.map(([columns, points]) => ({
    points,
    ...placed(lines, box, columns, points),
  }));
  const best = tried.find(({ rest }) => rest.length === 0) ?? tried.at(-1);
  if (best === undefined) return null;
  for (const { line, x, y, width } of best.placed) {
    const text = textOf(line);
    if (line.kind === 'item') {
      const name = `图例 ${line.item.label}`;
      addSwatch(slide, { x, y: y + 0.02, ...SWATCH }, line.item.swatch, name);
      const left = SWATCH.w + SWATCH_GAP;
      const box = {
        x: x + left,
        y,
        w: width - left,
        h: lineHeight(line, width, best.points) - LINE_GAP,
      };
      addText(slide, [text], box, { points: best.points, valign: 'middle', name });
    } else {
      const h = lineHeight(line, width, best.points) - LINE_GAP;
      addText(
        slide,
        [text],
        { x, y, w: width, h },
        {
          points: best.points,
          bold: line.kind === 'title',
          colour: line.kind === 'title' ? INK : MUTED,
          name: '图例',
        },
      );
    }
  }
  return best.rest.length === 0 ? null : { lines: best.rest };
}
