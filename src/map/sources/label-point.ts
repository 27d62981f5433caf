// Where to put a name: pole of inaccessibility of an area (on a grid, refined), middle of a line, a point itself.
// Planar degrees with longitude shrunk by cos(latitude): labels need no more.
import type { Geometry, Position } from 'geojson';
import type { LngLat } from '../../domain/lng-lat';

const GRID = 12;
const REFINEMENTS = 4;

/** Null for an empty geometry. */
export function labelPoint(geometry: Geometry): LngLat | null {
  switch (geometry.type) {
    case 'Point':
      return toLngLat(geometry.coordinates);
    case 'MultiPoint':
      return toLngLat(geometry.coordinates[0]);
    case 'LineString':
      return middleOf(geometry.coordinates);
    case 'MultiLineString':
      return middleOf(longest(geometry.coordinates, lineLength));
    case 'Polygon':
      return poleOf(geometry.coordinates);
    case 'MultiPolygon':
      return poleOf(longest(geometry.coordinates, (rings) => lineLength(rings[0] ?? [])));
    case 'GeometryCollection':
      return geometry.geometries[0] ? labelPoint(geometry.geometries[0]) : null;
  }
}

function toLngLat(position: Position | undefined): LngLat | null {
  return position ? [position[0]!, position[1]!] : null;
}

function longest<T>(items: readonly T[], length: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || length(item) > length(best) ? item : best),
    undefined,
  );
}

function lineLength(line: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    sum += Math.hypot(line[i]![0]! - line[i - 1]![0]!, line[i]![1]! - line[i - 1]![1]!);
  }
  return sum;
}

function middleOf(line: readonly Position[] | undefined): LngLat | null {
  if (!line || line.length === 0) return null;
  let left = lineLength(line) / 2;
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1]!, line[i]!];
    const leg = Math.hypot(to[0]! - from[0]!, to[1]! - from[1]!);
    if (leg >= left && leg > 0) {
      const share = left / leg;
      return [from[0]! + (to[0]! - from[0]!) * share, from[1]! + (to[1]! - from[1]!) * share];
    }
    left -= leg;
  }
  return toLngLat(line[0]);
}

function poleOf(rings: readonly Position[][] | undefined): LngLat | null {
  const outer = rings?.[0];
  if (!rings || !outer || outer.length < 4) return null;
  const xs = outer.map((position) => position[0]!);
  const ys = outer.map((position) => position[1]!);
  let box = {
    west: Math.min(...xs),
    east: Math.max(...xs),
    south: Math.min(...ys),
    north: Math.max(...ys),
  };
  const shrink = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
  let best: LngLat = [xs[0]!, ys[0]!];
  let clearance = -Infinity;
  for (let round = 0; round < REFINEMENTS; round++) {
    const [stepX, stepY] = [(box.east - box.west) / GRID, (box.north - box.south) / GRID];
    for (let i = 0; i <= GRID; i++) {
      for (let j = 0; j <= GRID; j++) {
        const point: LngLat = [box.west + i * stepX, box.south + j * stepY];
        const inside = signedClearance(point, rings, shrink);
        if (inside > clearance) [clearance, best] = [inside, point];
      }
    }
    box = {
      west: best[0] - stepX,
      east: best[0] + stepX,
      south: best[1] - stepY,
      north: best[1] + stepY,
    };
  }
  return best;
}

/** Distance to the nearest ring edge, negative outside. */
function signedClearance([x, y]: LngLat, rings: readonly Position[][], shrink: number): number {
  let inside = false;
  let nearestSquared = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x0, y0] = ring[i - 1] as [number, number];
      const [x1, y1] = ring[i] as [number, number];
      if (y0 > y !== y1 > y && x < x0 + ((x1 - x0) * (y - y0)) / (y1 - y0)) inside = !inside;
      nearestSquared = Math.min(
        nearestSquared,
        squaredDistance((x - x0) * shrink, y - y0, (x1 - x0) * shrink, y1 - y0),
      );
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(nearestSquared);
}

/** Squared distance from (px, py) to the segment (0,0)–(dx, dy). */
function squaredDistance(px: number, py: number, dx: number, dy: number): number {
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
  return (px - along * dx) ** 2 + (py - along * dy) ** 2;
}
