// 所在县、乡镇: which areas an object lies in, and with how much of itself. Areas by surface, lines by length, points by
// number. Counties are published outlines; townships are planning cells, so a township's share is as good as its cell.
import type { Geometry, Position } from 'geojson';
import type { PackIndex } from '../domain/pack-index';
import { containsTest, polygonAreaSquareMetres } from '../geo/area';
import { densified } from '../geo/densify';
import type { Area } from '../geo/display-buffer';
import { pathsOf } from '../geo/edit-paths';
import { geodesicDistanceMetres } from '../geo/geodesic';
import { boundsOf } from '../geo/positions';

/** Square metres that two WGS84 areas have in common; 0 where they only touch. */
export type SharedSquareMetres = (a: Area, b: Area) => number;

export interface AreaShare {
  readonly code: string;
  readonly name: string;
  /** Part of the object, 0..1. */
  readonly share: number;
  /** null for lines and points. */
  readonly squareMetres: number | null;
}

interface Place {
  readonly code: string;
  readonly name: string;
  readonly geometry: Area | null;
}

/** Below it a share is an error of two borders that should be one. */
const LEAST_SHARE = 1e-6;
/** Lines are taken apart into pieces no longer than this; each counts where its middle is. */
const PIECE_METRES = 200;

export function isArea(geometry: Geometry): geometry is Area {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}

/** Could they have a point in common? */
export function boundsMeet(a: Geometry, b: Geometry): boolean {
  const [p, q] = [boundsOf(a), boundsOf(b)];
  if (p === null || q === null) return false;
  // Geodesic edges bulge beyond their ends by metres.
  const room = 0.01;
  return p[0] <= q[2] + room && q[0] <= p[2] + room && p[1] <= q[3] + room && q[1] <= p[3] + room;
}

/** Places that stand for a line or points, each with its weight (metres or 1). */
function weighted(geometry: Geometry): readonly (readonly [Position, number])[] {
  const paths = pathsOf(densified(geometry, PIECE_METRES));
  const hasLength = paths.some(({ kind }) => kind === 'line');
  return paths.flatMap(({ kind, positions }) => {
    if (kind === 'point' && !hasLength) return positions.map((place) => [place, 1] as const);
    if (kind !== 'line') return [];
    return positions.slice(1).map((b, at) => {
      const a = positions[at] as Position;
      const middle = [((a[0] ?? 0) + (b[0] ?? 0)) / 2, ((a[1] ?? 0) + (b[1] ?? 0)) / 2];
      return [middle, geodesicDistanceMetres(a, b)] as const;
    });
  });
}

function sharesOf(
  geometry: Geometry,
  places: readonly Place[],
  shared: SharedSquareMetres,
): readonly AreaShare[] {
  const near = places.flatMap(({ code, name, geometry: area }) =>
    area !== null && boundsMeet(geometry, area) ? [{ code, name, area }] : [],
  );
  const found = isArea(geometry)
    ? surfaceShares(geometry, near, shared)
    : pathShares(weighted(geometry), near);
  return found
    .filter(({ share }) => share > LEAST_SHARE)
    .toSorted((a, b) => b.share - a.share || a.code.localeCompare(b.code));
}

interface NearArea {
  readonly code: string;
  readonly name: string;
  readonly area: Area;
}

function surfaceShares(
  geometry: Area,
  near: readonly NearArea[],
  shared: SharedSquareMetres,
): AreaShare[] {
  const whole = polygonAreaSquareMetres(geometry);
  if (!(whole > 0)) return [];
  return near.map(({ code, name, area }) => {
    const squareMetres = Math.min(shared(geometry, area), whole);
    return { code, name, share: squareMetres / whole, squareMetres };
  });
}

function pathShares(
  parts: readonly (readonly [Position, number])[],
  near: readonly NearArea[],
): AreaShare[] {
  const whole = parts.reduce((sum, [, weight]) => sum + weight, 0);
  if (!(whole > 0)) return [];
  return near.map(({ code, name, area }) => {
    const isIn = containsTest(area);
    const inside = parts.reduce((sum, [place, weight]) => (isIn(place) ? sum + weight : sum), 0);
    return { code, name, share: inside / whole, squareMetres: null };
  });
}

export interface ObjectAreas {
  /** Largest share first; shares add up to less than 1 where part of the object lies outside the region. */
  readonly counties: readonly AreaShare[];
  /** Townships without a cell can not be told; the cells of their neighbours hold their land. */
  readonly townships: readonly AreaShare[];
}

/** O(areas whose bounds meet the object). `shared` does the cutting of surfaces. */
export function objectAreas(
  geometry: Geometry,
  { pack }: PackIndex,
  shared: SharedSquareMetres,
): ObjectAreas {
  const counties = sharesOf(geometry, pack.counties, shared);
  const codes = new Set(counties.map(({ code }) => code));
  const townships = pack.townships.filter(({ countyCode }) => codes.has(countyCode));
  return { counties, townships: sharesOf(geometry, townships, shared) };
}
