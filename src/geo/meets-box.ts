// Whether any part of a geometry lies in a box of longitudes and latitudes: what a sheet shows and what it does not. Edges
// are straight in the plane of degrees, as maps draw them.
import type { Geometry, Position } from 'geojson';
import type { BoundingBox } from '../domain/lng-lat';

function holds([west, south, east, north]: BoundingBox, [lng = NaN, lat = NaN]: Position): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** Liang–Barsky: the part of the edge that is left after the four sides is not empty. */
function edgeMeets([west, south, east, north]: BoundingBox, a: Position, b: Position): boolean {
  const [ax = NaN, ay = NaN] = a;
  const [bx = NaN, by = NaN] = b;
  const [dx, dy] = [bx - ax, by - ay];
  const sides = [
    [-dx, ax - west],
    [dx, east - ax],
    [-dy, ay - south],
    [dy, north - ay],
  ] as const;
  let [from, to] = [0, 1];
  for (const [step, room] of sides) {
    if (step === 0 && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    else if (step > 0) to = Math.min(to, room / step);
  }
  return from <= to;
}

function lineMeets(box: BoundingBox, line: readonly Position[]): boolean {
  return line.some((position, at) => at > 0 && edgeMeets(box, line[at - 1] as Position, position));
}

/** Even-odd over all rings, holes included. */
function areaHolds(rings: readonly (readonly Position[])[], [x, y]: readonly [number, number]) {
  let inside = false;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at++) {
      const [ax = NaN, ay = NaN] = ring[at - 1] as Position;
      const [bx = NaN, by = NaN] = ring[at] as Position;
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}

function areaMeets(box: BoundingBox, rings: readonly (readonly Position[])[]): boolean {
  // No edge in the box: then it lies all inside or all outside.
  return rings.some((ring) => lineMeets(box, ring)) || areaHolds(rings, [box[0], box[1]]);
}

/** Touching counts. */
export function meetsBox(geometry: Geometry, box: BoundingBox): boolean {
  switch (geometry.type) {
    case 'Point':
      return holds(box, geometry.coordinates);
    case 'MultiPoint':
      return geometry.coordinates.some((position) => holds(box, position));
    case 'LineString':
      return lineMeets(box, geometry.coordinates);
    case 'MultiLineString':
      return geometry.coordinates.some((line) => lineMeets(box, line));
    case 'Polygon':
      return areaMeets(box, geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.some((rings) => areaMeets(box, rings));
    case 'GeometryCollection':
      return geometry.geometries.some((each) => meetsBox(each, box));
  }
}
