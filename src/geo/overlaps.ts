// How much of one area lies in another: geodesic square metres of their intersection (area-boolean.ts) and its share of
// either. Before it, stretches of border wholly on one side of the bounds that both have in common are drawn straight
// there: that changes nothing within the bounds and spares nearly all of the work for a site in a county. Bounds have
// MARGIN_DEGREES to spare, more than a geodesic of 300 km bulges.
import type { Position } from 'geojson';
import type { BoundingBox } from '../domain/lng-lat';
import type { Outcome } from '../domain/problem';
import { polygonAreaSquareMetres } from './area';
import { areaOf, closedRing, commonArea, notInOnePlane, polygonsOf } from './area-boolean';
import type { Area } from './display-buffer';
import { done } from './edit-outcome';
import { boundsOf } from './positions';

export interface Overlap {
  readonly squareMetres: number;
  /** 0..1 of the first and of the second area. */
  readonly shareOfFirst: number;
  readonly shareOfSecond: number;
}

/** Places in the two lists. */
export interface OverlapPair extends Overlap {
  readonly first: number;
  readonly second: number;
}

const MARGIN_DEGREES = 0.02;

/** On which sides of the bounds a position lies: one bit a side. */
function sidesOf([lng = 0, lat = 0]: Position, [west, south, east, north]: BoundingBox): number {
  return (
    (lng < west ? 1 : 0) | (lng > east ? 2 : 0) | (lat < south ? 4 : 0) | (lat > north ? 8 : 0)
  );
}

/** The ring with stretches that stay on one side of the bounds drawn straight. */
function trimmedRing(stored: readonly Position[], bounds: BoundingBox): Position[] {
  const ring = closedRing(stored);
  const kept: Position[] = [];
  let common = 0;
  for (const [at, position] of ring.entries()) {
    const next = ring[at + 1];
    const own = sidesOf(position, bounds);
    const onward = next ? common & own & sidesOf(next, bounds) : 0;
    // Left out when the way from the last kept to the next stays on one side.
    if (kept.length > 0 && onward !== 0) {
      common = onward;
      continue;
    }
    kept.push(position);
    common = own;
  }
  return kept;
}

function trimmedTo(area: Area, bounds: BoundingBox): Area | null {
  const polygons = polygonsOf(area).flatMap((rings) => {
    const [outer, ...holes] = rings.map((ring) => trimmedRing(ring, bounds));
    return outer && outer.length > 3 ? [[outer, ...holes.filter((hole) => hole.length > 3)]] : [];
  });
  return areaOf(polygons);
}

/** The bounds that two areas have in common, with a margin; null when there are none. */
function commonBounds(a: BoundingBox | null, b: BoundingBox | null): BoundingBox | null {
  if (a === null || b === null) return null;
  const [west, south] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const [east, north] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  if (west > east + MARGIN_DEGREES || south > north + MARGIN_DEGREES) return null;
  const margin = MARGIN_DEGREES;
  return [west - margin, south - margin, east + margin, north + margin];
}

interface Measured {
  readonly area: Area;
  readonly bounds: BoundingBox | null;
  /** Worked out when first asked for: most pairs do not meet. */
  readonly squareMetres: () => number;
}

function measured(area: Area): Measured {
  let known: number | null = null;
  const squareMetres = (): number => (known ??= polygonAreaSquareMetres(area));
  return { area, bounds: boundsOf(area), squareMetres };
}

function overlapOfMeasured(a: Measured, b: Measured): Outcome<Overlap | null> {
  const bounds = commonBounds(a.bounds, b.bounds);
  if (bounds === null) return a.bounds && b.bounds ? done(null) : notInOnePlane();
  const [first, second] = [trimmedTo(a.area, bounds), trimmedTo(b.area, bounds)];
  if (first === null || second === null) return done(null);
  const common = commonArea(first, second);
  if (!common.ok) return common;
  if (common.value === null) return done(null);
  const squareMetres = polygonAreaSquareMetres(common.value);
  return done({
    squareMetres,
    shareOfFirst: Math.min(1, squareMetres / a.squareMetres()),
    shareOfSecond: Math.min(1, squareMetres / b.squareMetres()),
  });
}

function positionCount(area: Area | null): number {
  return area === null
    ? 0
    : polygonsOf(area)
        .flat()
        .reduce((sum, ring) => sum + ring.length, 0);
}

/** Vertices of both that a cut has to deal with; what it takes grows with them. */
export function overlapEffort(first: Area, second: Area): number {
  const bounds = commonBounds(boundsOf(first), boundsOf(second));
  if (bounds === null) return 0;
  return positionCount(trimmedTo(first, bounds)) + positionCount(trimmedTo(second, bounds));
}

/** What two areas have in common; null when that is nothing, or a border only. */
export function overlapOf(first: Area, second: Area): Outcome<Overlap | null> {
  return overlapOfMeasured(measured(first), measured(second));
}

/** Every pair of a first and a second area that overlap, in their order; the first Problem met otherwise. */
export function overlapsBetween(
  firsts: readonly Area[],
  seconds: readonly Area[],
): Outcome<readonly OverlapPair[]> {
  const others = seconds.map(measured);
  const pairs: OverlapPair[] = [];
  for (const [first, area] of firsts.entries()) {
    const own = measured(area);
    for (const [second, other] of others.entries()) {
      const overlap = overlapOfMeasured(own, other);
      if (!overlap.ok) return overlap;
      if (overlap.value) pairs.push({ first, second, ...overlap.value });
    }
  }
  return done(pairs);
}
