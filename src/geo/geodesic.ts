// Geodesics on WGS84 by GeographicLib (C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 2013; ~15 nm).
// The slow truth: used to cut long edges, near thresholds, and beyond the range of the fast arc of ellipsoid.ts.
import geographiclib from 'geographiclib-geodesic';
import type { Position } from 'geojson';
import { SEMI_MAJOR_METRES } from './ellipsoid';

const { Geodesic } = geographiclib;
const WGS84 = Geodesic.WGS84;

interface Course {
  readonly metres: number;
  /** Azimuth on arrival, degrees clockwise from north. */
  readonly azimuthIn: number;
}

function course(lng1: number, lat1: number, lng2: number, lat2: number): Course {
  const { s12, azi2 } = WGS84.Inverse(lat1, lng1, lat2, lng2, Geodesic.DISTANCE | Geodesic.AZIMUTH);
  if (s12 === undefined || azi2 === undefined || Number.isNaN(s12)) {
    throw new Error(`no geodesic from ${lng1},${lat1} to ${lng2},${lat2}`);
  }
  return { metres: s12, azimuthIn: azi2 };
}

/** Geodesic metres between two WGS84 positions in degrees. Throws for positions that are not numbers. */
export function geodesicDistanceMetres(a: Position, b: Position): number {
  const [lng1 = Number.NaN, lat1 = Number.NaN] = a;
  const [lng2 = Number.NaN, lat2 = Number.NaN] = b;
  return course(lng1, lat1, lng2, lat2).metres;
}

/** Positions that cut the geodesic from a to b into `parts` equal parts, both ends included unchanged. */
export function cutGeodesic(a: Position, b: Position, parts: number): Position[] {
  const [lng1 = Number.NaN, lat1 = Number.NaN] = a;
  const [lng2 = Number.NaN, lat2 = Number.NaN] = b;
  const line = WGS84.InverseLine(lat1, lng1, lat2, lng2);
  const inner = Array.from({ length: parts - 1 }, (_, k): Position => {
    const { lon2, lat2: lat } = line.GenPosition(false, ((k + 1) * line.s13) / parts);
    return [lon2 ?? Number.NaN, lat ?? Number.NaN];
  });
  return [a, ...inner, b];
}

/**
 * Metres from point p to the geodesic segment ab. Newton on the sphere of the ellipsoid's size: at the foot the
 * course from p arrives square to the segment; each step moves by atan(tan(d/R) cos θ). Converges to nanometres.
 */
export function distanceToGeodesicMetres(
  p: readonly [lng: number, lat: number],
  a: readonly [lng: number, lat: number],
  b: readonly [lng: number, lat: number],
): number {
  const toStart = course(p[0], p[1], a[0], a[1]);
  const line = WGS84.InverseLine(a[1], a[0], b[1], b[0]);
  if (!(line.s13 > 0)) return toStart.metres;
  let best = Math.min(toStart.metres, course(p[0], p[1], b[0], b[1]).metres);
  let along = clamp(footStep(toStart.metres, toStart.azimuthIn - line.azi1), 0, line.s13);
  for (let round = 0; round < 12; round++) {
    const { lat2, lon2, azi2 } = line.GenPosition(false, along);
    const here = course(p[0], p[1], lon2 ?? Number.NaN, lat2 ?? Number.NaN);
    best = Math.min(best, here.metres);
    const next = along + footStep(here.metres, here.azimuthIn - (azi2 ?? Number.NaN));
    const clamped = clamp(next, 0, line.s13);
    // An error of the foot enters the distance squared.
    if (Math.abs(clamped - along) < 1e-6) break;
    along = clamped;
  }
  return best;
}

/** How far ahead the foot lies, seen from a point at `metres` whose course arrives at this angle to the line. */
function footStep(metres: number, angleDegrees: number): number {
  const ahead = -Math.cos((angleDegrees * Math.PI) / 180);
  return SEMI_MAJOR_METRES * Math.atan(Math.tan(Math.min(metres / SEMI_MAJOR_METRES, 1.5)) * ahead);
}

function clamp(value: number, least: number, largest: number): number {
  return Math.min(Math.max(value, least), largest);
}

/**
 * Area in m² enclosed by a closed ring of geodesic edges; positive whatever its winding.
 * Error below 0.1 m² a vertex (Karney 2013, §6).
 */
export function ringAreaSquareMetres(ring: readonly Position[]): number {
  const polygon = WGS84.Polygon(false);
  for (const [lng, lat] of ring.slice(0, -1))
    polygon.AddPoint(lat ?? Number.NaN, lng ?? Number.NaN);
  const { area } = polygon.Compute(false, true);
  return Math.abs(area ?? 0);
}
