// Edits of one shape by a drawn shape or by figures, each from the function of src/geo that does it. Pure.
import type { Geometry, LineString, MultiPolygon, Polygon } from 'geojson';
import type { Outcome } from '../../domain/problem';
import { holeCut, holeFilled } from '../../geo/area-holes';
import { movedBy, rotated, scaled } from '../../geo/move-shape';
import { parallelLine, widened } from '../../geo/offset-shape';
import { reshaped } from '../../geo/reshape';
import { splitArea } from '../../geo/split-area';
import { splitLine } from '../../geo/split-line';
import type { SketchTool } from '../../map/draw/sketch';

export type DrawnOp = 'split' | 'reshape' | 'cut-hole' | 'fill-hole';
export type FigureOp = 'widen' | 'offset' | 'move' | 'rotate' | 'scale';

export const DRAWN_OP_WORDS: Readonly<Record<DrawnOp, string>> = {
  split: '切开',
  reshape: '改边',
  'cut-hole': '挖洞',
  'fill-hole': '填洞',
};
export const FIGURE_OP_WORDS: Readonly<Record<FigureOp, string>> = {
  widen: '缓冲成面',
  offset: '偏移',
  move: '平移',
  rotate: '旋转',
  scale: '缩放',
};

/** Edits by figures that a shape can have: lines and points are widened or, a single line, set off; areas set off. */
export function figureOpsOf(geometry: Geometry): readonly FigureOp[] {
  const ops: readonly FigureOp[] = ['move', 'rotate', 'scale'];
  if (isArea(geometry)) return ['offset', ...ops];
  if (geometry.type === 'Point') return ['widen', 'move'];
  return geometry.type === 'LineString' ? ['widen', 'offset', ...ops] : ['widen', ...ops];
}

/** A place clicked this near to a line is on it. */
const ON_LINE_METRES = 100;

export function isArea(geometry: Geometry): geometry is Polygon | MultiPolygon {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}

export function isLine(
  geometry: Geometry,
): geometry is Extract<Geometry, { type: 'LineString' | 'MultiLineString' }> {
  return geometry.type === 'LineString' || geometry.type === 'MultiLineString';
}

/** What is drawn for an edit; null where the shape has no such edit. */
export function toolOfOp(op: DrawnOp, geometry: Geometry): SketchTool | null {
  if (isLine(geometry)) return op === 'split' ? 'point' : op === 'reshape' ? 'linestring' : null;
  if (!isArea(geometry)) return null;
  return op === 'cut-hole' ? 'polygon' : op === 'fill-hole' ? 'point' : 'linestring';
}

function unfit(op: string): Outcome<never> {
  const text = `这个图形不能${op}`;
  const mend = '换一种编辑，或重新标绘';
  return { ok: false, problems: [{ code: 'op-unfit', severity: 'error', where: {}, text, mend }] };
}

function one<G extends Geometry>(outcome: Outcome<G>): Outcome<readonly Geometry[]> {
  return outcome.ok ? { ...outcome, value: [outcome.value] } : outcome;
}

/** The shapes that take the place of one; only splitting makes several. */
export function editedByDrawing(
  op: DrawnOp,
  geometry: Geometry,
  drawn: Geometry,
): Outcome<readonly Geometry[]> {
  if (isLine(geometry)) {
    if (op === 'split' && drawn.type === 'Point')
      return splitLine(geometry, drawn.coordinates, ON_LINE_METRES);
    if (op === 'reshape' && drawn.type === 'LineString')
      return one(reshaped(geometry, drawn.coordinates));
    return unfit(DRAWN_OP_WORDS[op]);
  }
  if (!isArea(geometry)) return unfit(DRAWN_OP_WORDS[op]);
  if (op === 'split') return splitArea(geometry, drawn as LineString);
  if (op === 'reshape') return one(reshaped(geometry, (drawn as LineString).coordinates));
  if (op === 'cut-hole') return one(holeCut(geometry, drawn as Polygon));
  return drawn.type === 'Point' ? one(holeFilled(geometry, drawn.coordinates)) : unfit('填洞');
}

/** What the figures of an edit mean; `bearingDegrees` is of 平移 alone. */
export interface OpFigures {
  /** Metres; of 旋转 degrees clockwise, of 缩放 percent. */
  readonly amount: number;
  readonly bearingDegrees: number;
}

export const FIRST_FIGURES: Readonly<Record<FigureOp, OpFigures>> = {
  widen: { amount: 500, bearingDegrees: 0 },
  offset: { amount: 100, bearingDegrees: 0 },
  move: { amount: 1000, bearingDegrees: 90 },
  rotate: { amount: 15, bearingDegrees: 0 },
  scale: { amount: 110, bearingDegrees: 0 },
};

/** Offsets of a line go to its left, negative ones to its right; those of an area outward, negative ones inward. */
export function editedByFigures(
  op: FigureOp,
  geometry: Geometry,
  { amount, bearingDegrees }: OpFigures,
): Outcome<Geometry> {
  const done = (value: Geometry): Outcome<Geometry> => ({ ok: true, value, notes: [] });
  if (op === 'move') return done(movedBy(geometry, { bearingDegrees, metres: amount }));
  if (op === 'rotate') return done(rotated(geometry, amount));
  if (op === 'scale') return amount > 0 ? done(scaled(geometry, amount / 100)) : unfit('缩放到 0');
  if (geometry.type === 'GeometryCollection') return unfit(FIGURE_OP_WORDS[op]);
  if (op === 'widen') return isArea(geometry) ? unfit('缓冲成面') : widened(geometry, amount);
  if (geometry.type === 'LineString') return parallelLine(geometry, amount);
  return widened(geometry, amount);
}
