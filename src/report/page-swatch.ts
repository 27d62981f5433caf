// A legend sample as marks on paper, the same shapes as ui/swatch.tsx draws in a box of 24 × 14 CSS pixels.
import type { SwatchSpec } from '../domain/swatch';
import { type Box, HAIRLINE, type PageMark, type Point } from './page-marks';

const WIDTH_PIXELS = 24;
const HEIGHT_PIXELS = 14;
const HATCH_SPACING_PIXELS = 6;

/** Lines at 45° cut to the sample. */
function hatchLines(direction: '/' | '\\'): readonly (readonly Point[])[] {
  const lines: Point[][] = [];
  const [width, height] = [WIDTH_PIXELS, HEIGHT_PIXELS];
  for (let k = HATCH_SPACING_PIXELS / 2; k < width + height; k += HATCH_SPACING_PIXELS) {
    const [left, right] = [Math.max(0, k - height), Math.min(width, k)];
    const yAt = (x: number): number => (direction === '/' ? k - x : height - (k - x));
    lines.push([
      [left, yAt(left)],
      [right, yAt(right)],
    ]);
  }
  return lines;
}

interface PixelInk {
  readonly fill?: string;
  readonly line?: string;
  readonly lineWidth?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

/** Draws in the sample's pixels, as if its box began at 0, 0. */
interface Pen {
  readonly frame: Box;
  readonly unit: number;
  readonly circle: (radius: number, ink: PixelInk) => PageMark;
  readonly shape: (fill: string, rings: readonly (readonly Point[])[]) => PageMark;
  readonly lines: (ink: PixelInk, lines: readonly (readonly Point[])[]) => PageMark;
}

function penFor(box: Box): Pen {
  const unit = Math.min(box.width / WIDTH_PIXELS, box.height / HEIGHT_PIXELS);
  const at = ([x, y]: Point): Point => [box.x + x * unit, box.y + y * unit];
  const [x, y] = at([WIDTH_PIXELS / 2, HEIGHT_PIXELS / 2]);
  const scaled = (ink: PixelInk): PixelInk => ({
    ...ink,
    ...(ink.lineWidth !== undefined && { lineWidth: ink.lineWidth * unit }),
    ...(ink.dash && { dash: ink.dash.map((part) => part * unit) }),
  });
  const paths = (lists: readonly (readonly Point[])[]) => lists.map((list) => list.map(at));
  return {
    unit,
    frame: { x: box.x, y: box.y, width: WIDTH_PIXELS * unit, height: HEIGHT_PIXELS * unit },
    circle: (radius, ink) => ({ kind: 'circle', x, y, radius: radius * unit, ...scaled(ink) }),
    shape: (fill, rings) => ({ kind: 'path', paths: paths(rings), isClosed: true, fill }),
    lines: (ink, lists) => ({
      kind: 'path',
      paths: paths(lists),
      isClosed: false,
      ...scaled(ink),
    }),
  };
}

/** Radii as in ui/state-symbol.tsx at 14 pixels. */
function symbolMarks(
  { variant, color }: Extract<SwatchSpec, { kind: 'symbol' }>,
  { circle }: Pen,
): readonly PageMark[] {
  switch (variant) {
    case 'solid':
      return [circle(4.8, { fill: color })];
    case 'ringed':
      return [
        circle(3.1, { fill: color, opacity: 0.6 }),
        circle(5.2, { line: color, lineWidth: 1.2 }),
      ];
    case 'hollow-dashed':
      return [circle(4.8, { line: color, lineWidth: 1.4, dash: [2.3, 1.5] })];
    case 'dot':
      return [circle(2.2, { fill: color })];
  }
}

function areaMarks(
  swatch: Extract<SwatchSpec, { kind: 'fill' | 'hatch' }>,
  { frame, unit, lines }: Pen,
): readonly PageMark[] {
  const edge = (line: string): PageMark => ({
    kind: 'rect',
    ...frame,
    line,
    lineWidth: 0.8 * unit,
  });
  const filled = (fill: string, opacity: number): PageMark => ({
    kind: 'rect',
    ...frame,
    fill,
    opacity,
  });
  if (swatch.kind === 'fill')
    return [filled(swatch.color, swatch.opacity ?? 1), edge(swatch.outline ?? HAIRLINE)];
  const { background, color, direction, lineWidth } = swatch;
  return [
    ...(background === undefined ? [] : [filled(background, 1)]),
    ...(lineWidth === 0 ? [] : [lines({ line: color, lineWidth }, hatchLines(direction))]),
    edge(HAIRLINE),
  ];
}

const TRIANGLE: readonly Point[] = [
  [12, 2.5],
  [17, 11.5],
  [7, 11.5],
];

function bar(x: number, top: number): readonly Point[] {
  return [
    [x, top],
    [x + 3, top],
    [x + 3, HEIGHT_PIXELS],
    [x, HEIGHT_PIXELS],
  ];
}

const MIDDLE_LINE: readonly Point[] = [
  [0, HEIGHT_PIXELS / 2],
  [WIDTH_PIXELS, HEIGHT_PIXELS / 2],
];

/** An outline in a box of 1 × 1, put in the middle of the sample. */
function inMiddle([x, y]: Point): Point {
  return [(WIDTH_PIXELS - HEIGHT_PIXELS) / 2 + x * HEIGHT_PIXELS, y * HEIGHT_PIXELS];
}

export function swatchMarks(swatch: SwatchSpec, box: Box): readonly PageMark[] {
  const pen = penFor(box);
  switch (swatch.kind) {
    case 'fill':
    case 'hatch':
      return areaMarks(swatch, pen);
    case 'line': {
      const { color, width, dash } = swatch;
      const dashes = dash && { dash: dash.map((part) => part * width) };
      return [pen.lines({ line: color, lineWidth: width, ...dashes }, [MIDDLE_LINE])];
    }
    case 'point': {
      const { fill, stroke, strokeWidth, radius } = swatch;
      return [pen.circle(radius, { fill, line: stroke, lineWidth: strokeWidth })];
    }
    case 'triangle':
      return [pen.shape(swatch.color, [TRIANGLE])];
    case 'column':
      return [pen.shape(swatch.color, [bar(5, 8), bar(10.5, 1), bar(16, 5)])];
    case 'outline':
      return [pen.shape(swatch.color, [swatch.outline.map(inMiddle)])];
    case 'symbol':
      return symbolMarks(swatch, pen);
  }
}
