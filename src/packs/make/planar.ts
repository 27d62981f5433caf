// Plane geometry on rings: areas, containment, distance to edges. Any planar unit; the caller knows which.
import type { MultiPolygon, Polygon, Position } from 'geojson';

export type Ring = Position[];
export type Areal = Polygon | MultiPolygon;

export function polygonsOf(geometry: Areal): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Every vertex of every ring, closing vertices included. */
export function cornersOf(geometry: Areal): Position[] {
  return polygonsOf(geometry).flat(2);
}

/** Shoelace area, positive when the ring runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  let doubled = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    const [x2 = 0, y2 = 0] = ring[i + 1] ?? [];
    doubled += x1 * y2 - x2 * y1;
  }
  return doubled / 2;
}

/** Area of a polygon or multipolygon, holes taken off. */
export function arealSize(geometry: Areal): number {
  return polygonsOf(geometry)
    .map((rings) =>
      rings.reduce(
        (sum, ring, index) => sum + (index === 0 ? 1 : -1) * Math.abs(signedArea(ring)),
        0,
      ),
    )
    .reduce((sum, area) => sum + area, 0);
}

function ringContains(ring: Ring, [x = 0, y = 0]: Position): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    const [x2 = 0, y2 = 0] = ring[i + 1] ?? [];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)) inside = !inside;
  }
  return inside;
}

/** Even-odd containment over all rings, so holes and parts need no special case. Points on an edge: either answer. */
export function contains(geometry: Areal, point: Position): boolean {
  return polygonsOf(geometry)
    .flat()
    .reduce((inside, ring) => inside !== ringContains(ring, point), false);
}

function segmentDistance([x = 0, y = 0]: Position, from: Position, to: Position): number {
  const [x1 = 0, y1 = 0] = from;
  const [x2 = 0, y2 = 0] = to;
  const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = squared === 0 ? 0 : ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / squared;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1));
}

/** Smallest distance from a point to any edge. */
export function edgeDistance(geometry: Areal, point: Position): number {
  let least = Infinity;
  for (const ring of polygonsOf(geometry).flat()) {
    for (let i = 0; i + 1 < ring.length; i++) {
      least = Math.min(least, segmentDistance(point, ring[i] ?? [], ring[i + 1] ?? []));
    }
  }
  return least;
}

/** The same rings with every vertex mapped. */
export function mapAreal(geometry: Areal, map: (position: Position) => Position): Areal {
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(map)) }
    : {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(map))),
      };
}
