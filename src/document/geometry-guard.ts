// Is an unknown value a GeoJSON geometry that the engine can take? A hand-written walk, since a schema library is too slow
// for a line of a million vertices. Extra members are refused nowhere: they are simply never read.
import type { Geometry } from 'geojson';

/** Positions are this many arrays deep inside `coordinates`. */
const DEPTH_BY_TYPE: ReadonlyMap<unknown, number> = new Map([
  ['Point', 0],
  ['MultiPoint', 1],
  ['LineString', 1],
  ['MultiLineString', 2],
  ['Polygon', 2],
  ['MultiPolygon', 3],
]);
const MAX_NESTED_COLLECTIONS = 8;

function isPosition(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 2) return false;
  const [lng, lat] = value as unknown[];
  return (
    typeof lng === 'number' &&
    typeof lat === 'number' &&
    Math.abs(lng) <= 180 &&
    Math.abs(lat) <= 90
  );
}

function arePositions(value: unknown, depth: number): boolean {
  if (depth === 0) return isPosition(value);
  return (
    Array.isArray(value) && value.length > 0 && value.every((item) => arePositions(item, depth - 1))
  );
}

function isGeometryAt(value: unknown, nesting: number): boolean {
  if (typeof value !== 'object' || value === null || nesting > MAX_NESTED_COLLECTIONS) return false;
  const { type, coordinates, geometries } = value as Record<string, unknown>;
  if (type === 'GeometryCollection') {
    return (
      Array.isArray(geometries) &&
      geometries.length > 0 &&
      geometries.every((item) => isGeometryAt(item, nesting + 1))
    );
  }
  const depth = DEPTH_BY_TYPE.get(type);
  return depth !== undefined && arePositions(coordinates, depth);
}

/** True for a non-empty geometry whose every longitude and latitude is a number in range, degrees. */
export function isGeometry(value: unknown): value is Geometry {
  return isGeometryAt(value, 0);
}
