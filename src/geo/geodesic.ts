// Geodesics on WGS84 by GeographicLib (C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 2013; ~15 nm).
// The slow truth: used to cut long edges, near thresholds, and beyond the range of the fast arc of ellipsoid.ts.
import geographiclib from 'geographiclib-geodesic';
import type { Position } from 'geojson';
import { SEMI_MAJOR_METRES } from './ellipsoid';

const { Geodesic } = geographiclib;
const WGS84 = Geodesic.WGS84;

interface Course {
  readonly metres: number;
  /** Azimuths at the start and on arrival, degrees clockwise from north. */
  readonly azimuthOut: number;
  readonly azimuthIn: number;
}

function course(lng1: number, lat1: number, lng2: number, lat2: number): Course {
  const wanted = Geodesic.DISTANCE | Geodesic.AZIMUTH;
  const { s12, azi1, azi2 } = WGS84.Inverse(lat1, lng1, lat2, lng2, wanted);
  if (s12 === undefined || azi1 === undefined || azi2 === undefined || Number.isNaN(s12)) {
    throw new Error(`no geodesic from ${lng1},${lat1} to ${lng2},${lat2}`);
  }
  return { metres: s12, azimuthOut: azi1, azimuthIn: azi2 };
}

/** Geodesic metres between two WGS84 positions in degrees. Throws for positions that are not numbers. */
export function geodesicDistanceMetres(a: Position, b: Position): number {
  const [lng1 = Number.NaN, lat1 = Number.NaN] = a;
  const [lng2 = Number.NaN, lat2 = Number.NaN] = b;
  return course(lng1, lat1, lng2, lat2).metres;
}

/** A way to go: bearing at the start in degrees clockwise from true north, geodesic length in metres. */
export interface Leg {
  readonly bearingDegrees: number;
  readonly metres: number;
}

/** The geodesic from a to b, WGS84 degrees; bearing in −180..180. Throws for positions that are not numbers. */
export function legBetween(a: Position, b: Position): Leg {
  const [lng1 = Number.NaN, lat1 = Number.NaN] = a;
  const [lng2 = Number.NaN, lat2 = Number.NaN] = b;
  const { metres, azimuthOut } = course(lng1, lat1, lng2, lat2);
  return { bearingDegrees: azimuthOut, metres };
}

/** Where a leg from `start` ends, WGS84 degrees; negative metres go the other way. */
export function legEnd(start: Position, { bearingDegrees, metres }: Leg): Position {
  const [lng = Number.NaN, lat = Number.NaN] = start;
  const { lon2 = Number.NaN, lat2 = Number.NaN } = WGS84.Direct(lat, lng, bearingDegrees, metres);
  return [lon2, lat2];
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

type LngLat = readonly [lng: number, lat: number];

export interface GeodesicFoot {
  readonly metres: number;
  /** An end of the segment comes back as the very numbers given. */
  readonly position: LngLat;
}

/**
 * The point of the geodesic segment ab nearest to p. Newton on the sphere of the ellipsoid's size: at the foot the
 * course from p arrives square to the segment; each step moves by atan(tan(d/R) cos θ). Converges to nanometres.
 */
export function nearestOnGeodesic(p: LngLat, a: LngLat, b: LngLat): GeodesicFoot {
  const toStart = course(p[0], p[1], a[0], a[1]);
  const line = WGS84.InverseLine(a[1], a[0], b[1], b[0]);
  let best: GeodesicFoot = { metres: toStart.metres, position: a };
  if (!(line.s13 > 0)) return best;
  const toEnd = course(p[0], p[1], b[0], b[1]).metres;
  if (toEnd < best.metres) best = { metres: toEnd, position: b };
  let along = clamp(footStep(toStart.metres, toStart.azimuthIn - line.azi1), 0, line.s13);
  for (let round = 0; round < 12; round++) {
    const { lat2 = Number.NaN, lon2 = Number.NaN, azi2 } = line.GenPosition(false, along);
    const here = course(p[0], p[1], lon2, lat2);
    if (here.metres < best.metres) best = { metres: here.metres, position: [lon2, lat2] };
    const next = along + footStep(here.metres, here.azimuthIn - (azi2 ?? Number.NaN));
    const clamped = clamp(next, 0, line.s13);
    // An error of the foot enters the distance squared.
    if (Math.abs(clamped - along) < 1e-6) break;
    along = clamped;
  }
  return best;
}

/** Metres from p to the geodesic segment ab. */
export function distanceToGeodesicMetres(p: LngLat, a: LngLat, b: LngLat): number {
  return nearestOnGeodesic(p, a, b).metres;
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
