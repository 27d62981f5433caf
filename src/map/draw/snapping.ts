// What the pointer catches while something is drawn: borders, rivers, roads and objects, out of several indices of which each
// is built once (the pack's, and the objects of the open scenario).
import type { Position } from 'geojson';
import { legBetween } from '../../geo/geodesic';
import { type SnapHit, type SnapIndex, type SnapOptions, snapAt } from '../../geo/snap-index';
import { tracedPath } from '../../geo/trace-path';
import type { Pixel } from './adjust-frame';

export interface Snapping {
  readonly indices: readonly SnapIndex[];
  readonly options: SnapOptions;
  /** CSS pixels round the pointer. */
  readonly tolerancePixels: number;
}

export type TraceWay = 'shorter' | 'other';

/** How many targets in one place are tried: a county's border is also its neighbour's and its townships'. */
const MOST_TRACED_TARGETS = 8;

export function snapTo(
  { indices, options }: Snapping,
  position: Position,
  toleranceMetres: number,
): SnapHit | null {
  const hits = indices.flatMap((index) => snapAt(index, position, toleranceMetres, options) ?? []);
  const better = (a: SnapHit, b: SnapHit): number =>
    a.on === b.on ? a.metres - b.metres : a.on === 'vertex' ? -1 : 1;
  return hits.toSorted(better)[0] ?? null;
}

/** Metres on the ground that the tolerance spans at a place of the screen. */
export function toleranceMetres(
  [x, y]: Pixel,
  pixels: number,
  unproject: (pixel: Pixel) => Position,
): number {
  return legBetween(unproject([x, y]), unproject([x + pixels, y])).metres;
}

/** The way from the last place to a caught one along the same border, river, road or object; null where there is none. */
export function pathAlong(
  { indices, options }: Snapping,
  from: Position,
  hit: SnapHit,
  way: TraceWay,
): readonly Position[] | null {
  const tried = new Set(options.except);
  let next: SnapHit | null = hit;
  for (let round = 0; next && round < MOST_TRACED_TARGETS; round++) {
    const path = tracedPath(next.target.geometry, from, hit.position, way);
    if (path) return path;
    tried.add(next.target.id);
    const others: Snapping = {
      indices,
      options: { ...options, except: tried },
      tolerancePixels: 0,
    };
    next = snapTo(others, hit.position, 0.001);
  }
  return null;
}
