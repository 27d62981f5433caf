// Geometry as a pack publishes it: WGS84 degrees with 6 decimals (0.1 m), rings closed, no repeated vertex,
// outer rings counter-clockwise and holes clockwise (RFC 7946 right-hand rule), parts from largest to smallest.
import type { Geometry, Position } from 'geojson';
import { type Areal, type Ring, polygonsOf, signedArea } from './planar';

export function roundDegrees(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

export function roundPosition(position: Position): [lng: number, lat: number] {
  return [roundDegrees(position[0] ?? 0), roundDegrees(position[1] ?? 0)];
}

const same = (a: Position | undefined, b: Position | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** Rounded vertices without immediate repeats. */
export function publishedLine(line: readonly Position[]): Position[] {
  return line
    .map(roundPosition)
    .filter((position, index, all) => index === 0 || !same(position, all[index - 1]));
}

/** A closed ring without repeats or there-and-back spikes; null when nothing with an area is left. */
function publishedRing(ring: Ring, counterClockwise: boolean): Ring | null {
  let open = publishedLine(ring);
  if (same(open[0], open.at(-1))) open = open.slice(0, -1);
  for (let i = 0; open.length > 2 && i < open.length;) {
    const next = open[(i + 1) % open.length];
    const afterNext = open[(i + 2) % open.length];
    if (same(open[i], next) || same(open[i], afterNext)) {
      const dropped = (i + 1) % open.length;
      open = open.filter((_, index) => index !== dropped);
      i = 0;
    } else i++;
  }
  const first = open[0];
  if (open.length < 3 || first === undefined) return null;
  const closed = [...open, first];
  const area = signedArea(closed);
  if (area === 0) return null;
  return area > 0 === counterClockwise ? closed : closed.reverse();
}

/** An area ready to publish; throws when nothing is left of it. */
export function publishedAreal(geometry: Areal): Areal {
  const parts = polygonsOf(geometry)
    .map((rings) => {
      const [outer, ...holes] = rings;
      const published = outer === undefined ? null : publishedRing(outer, true);
      if (published === null) return null;
      return [
        published,
        ...holes.map((hole) => publishedRing(hole, false)).filter((r) => r !== null),
      ];
    })
    .filter((part) => part !== null)
    .sort((a, b) => signedArea(b[0] ?? []) - signedArea(a[0] ?? []));
  const [only, ...others] = parts;
  if (only === undefined) throw new Error('an area has no part left after rounding');
  return others.length === 0
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: parts };
}

/** Any geometry ready to publish. */
export function publishedGeometry(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: roundPosition(geometry.coordinates) };
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: geometry.coordinates.map(roundPosition) };
    case 'LineString':
      return { type: 'LineString', coordinates: publishedLine(geometry.coordinates) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map(publishedLine) };
    case 'Polygon':
    case 'MultiPolygon':
      return publishedAreal(geometry);
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: geometry.geometries.map(publishedGeometry) };
  }
}
