// Moves a whole geometry so that the place grabbed comes to lie where it is let go.
//
// Latitudes are shifted alike; the distance of each position east or west of the place grabbed keeps its metres, since
// longitudes are stretched by the ratio of the radii of the two parallels. A shift along the parallel is an isometry of the
// ellipsoid; along the meridian, lengths change by 2e-4 a degree. (Shifting degrees alone would change widths
// by 1.2 % a degree at 35°, shifting on the Mercator map all lengths as much.)
import type { Geometry, Position } from 'geojson';
import { writeEcef } from './ellipsoid';
import { mapPaths } from './edit-paths';
import { wrappedLongitude } from './edit-vertices';
import { boundsOf } from './positions';
import { LARGEST_LATITUDE } from './project-shape';

/** 1 cm: what hand and screen give is coarser. */
const DECIMALS = 1e7;

function rounded(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS;
}

function parallelRadiusMetres(lat: number): number {
  const point = new Float64Array(3);
  writeEcef(0, lat, point, 0);
  return point[0] as number;
}

function clamp(value: number, least: number, largest: number): number {
  return Math.min(Math.max(value, least), largest);
}

/**
 * The geometry moved by the way from `from` to `to` (WGS84 degrees), rounded to 1e-7°; heights stay. Across the
 * antimeridian longitudes go on at the other side. It stops where its northern or southern end meets ±85°.
 */
export function translated(geometry: Geometry, from: Position, to: Position): Geometry {
  const [lng0 = Number.NaN, lat0 = Number.NaN] = from;
  const [lng1 = Number.NaN, lat1 = Number.NaN] = to;
  const [, south, , north] = boundsOf(geometry) ?? [0, 0, 0, 0];
  const shift = clamp(
    lat1 - lat0,
    Math.min(0, -LARGEST_LATITUDE - south),
    Math.max(0, LARGEST_LATITUDE - north),
  );
  const moved = ([lng = Number.NaN, lat = Number.NaN, ...rest]: Position): Position => {
    const target = rounded(lat + shift);
    const stretch = shift === 0 ? 1 : parallelRadiusMetres(lat) / parallelRadiusMetres(target);
    const east = lng - lng0;
    // The short way from the place grabbed: a project may lie on both sides of the antimeridian.
    const offset = wrappedLongitude(east) * stretch;
    return [wrappedLongitude(rounded(lng1 + offset)), target, ...rest];
  };
  return mapPaths(geometry, ({ positions }) => positions.map(moved)) ?? geometry;
}
