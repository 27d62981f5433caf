// Walks the positions of any GeoJSON geometry, and what follows from that: bounds and a comparable fingerprint.
import type { Geometry, Position } from 'geojson';
import type { BoundingBox } from '../domain/lng-lat';

/** Calls `visit` for every position; `open` once before each path (point, line, ring) with its number of positions. */
export function walkPositions(
  geometry: Geometry,
  visit: (position: Position) => void,
  open: (count: number) => void = () => undefined,
): void {
  const path = (positions: readonly Position[]): void => {
    open(positions.length);
    positions.forEach(visit);
  };
  switch (geometry.type) {
    case 'Point':
      return path([geometry.coordinates]);
    case 'MultiPoint':
    case 'LineString':
      return path(geometry.coordinates);
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.forEach(path);
    case 'MultiPolygon':
      return geometry.coordinates.forEach((rings) => {
        open(-rings.length);
        rings.forEach(path);
      });
    case 'GeometryCollection':
      return geometry.geometries.forEach((each) => {
        open(Number.POSITIVE_INFINITY);
        walkPositions(each, visit, open);
      });
  }
}

/** West, south, east, north of all positions in degrees; null for an empty geometry. Knows no antimeridian. */
export function boundsOf(geometry: Geometry): BoundingBox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  walkPositions(geometry, ([lng = Number.NaN, lat = Number.NaN]) => {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  });
  return west > east ? null : [west, south, east, north];
}

const TYPES: readonly Geometry['type'][] = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
];

function typeMarks(geometry: Geometry): number[] {
  const own = TYPES.indexOf(geometry.type);
  return geometry.type === 'GeometryCollection'
    ? [own, ...geometry.geometries.flatMap(typeMarks)]
    : [own];
}

/** All that distances depend on, as numbers: two geometries are the same exactly when these are. */
export function geometryNumbers(geometry: Geometry): Float64Array {
  const numbers = typeMarks(geometry);
  walkPositions(
    geometry,
    ([lng = Number.NaN, lat = Number.NaN]) => numbers.push(lng, lat),
    (count) => numbers.push(count),
  );
  return Float64Array.from(numbers);
}

export function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, at) => Object.is(value, b[at]));
}
