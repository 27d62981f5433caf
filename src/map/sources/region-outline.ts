// The region's outline: the counties' outer rings dissolved along shared borders.
// Rings run counter-clockwise (RFC 7946), so a border between two counties is walked once each way and cancels;
// what is left is chained into rings. Where borders meet in a way that leaves no single way on, the counties' own
// rings are taken instead: the outline then shows inner borders too, which is quieter than a wrong edge.
import type { MultiPolygon, Position } from 'geojson';
import type { County } from '../../domain/administrative';

/** Rings below this are slivers between neighbours, not land: 4 km² in square degrees. */
const SLIVER_SQUARE_DEGREES = 4 / (111 * 91);

const known = new WeakMap<readonly Pick<County, 'geometry'>[], MultiPolygon>();

/**
 * Outer rings of all counties together, enclaves and slivers dropped; null for no counties. Kept for the same array:
 * veil and outline both ask.
 */
export function regionOutline(counties: readonly Pick<County, 'geometry'>[]): MultiPolygon | null {
  if (counties.length === 0) return null;
  const before = known.get(counties);
  if (before) return before;
  const isLand = (ring: Position[]): boolean => signedArea(ring) > SLIVER_SQUARE_DEGREES;
  const land = (dissolvedRings(counties) ?? ownRings(counties)).filter(isLand);
  const outline: MultiPolygon = { type: 'MultiPolygon', coordinates: land.map((ring) => [ring]) };
  known.set(counties, outline);
  return outline;
}

function polygonsOf({ geometry }: Pick<County, 'geometry'>): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Null where a vertex has more than one way on. Other mismatches leave overlapping rings. */
export function dissolvedRings(counties: readonly Pick<County, 'geometry'>[]): Position[][] | null {
  const places: Position[] = [];
  const idOf = new Map<string, number>();
  const rings = counties
    .flatMap(polygonsOf)
    .flat()
    .map((ring) => ring.map((position) => placeId(position, idOf, places)));
  // A step is one number: a walk back along it finds it without another text.
  const count = places.length;
  const steps = new Set<number>();
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [from, to] = [ring[i - 1]!, ring[i]!];
      if (!steps.delete(to * count + from)) steps.add(from * count + to);
    }
  }
  const next = new Map<number, number>();
  for (const step of steps) {
    const from = Math.floor(step / count);
    if (next.has(from)) return null;
    next.set(from, step % count);
  }
  return chained(next)?.map((ring) => ring.map((id) => places[id]!)) ?? null;
}

/** The same number for the same coordinates. */
function placeId(position: Position, idOf: Map<string, number>, places: Position[]): number {
  const key = `${position[0]},${position[1]}`;
  const before = idOf.get(key);
  if (before !== undefined) return before;
  idOf.set(key, places.length);
  return places.push(position) - 1;
}

function chained(next: Map<number, number>): number[][] | null {
  const rings: number[][] = [];
  for (const start of next.keys()) {
    const ring = [start];
    let at = next.get(start);
    next.delete(start);
    while (at !== undefined && at !== start) {
      ring.push(at);
      const after = next.get(at);
      next.delete(at);
      at = after;
    }
    if (at === undefined) return null;
    rings.push([...ring, start]);
  }
  return rings;
}

function ownRings(counties: readonly Pick<County, 'geometry'>[]): Position[][] {
  return counties.flatMap(polygonsOf).flatMap(([outer]) => (outer ? [outer] : []));
}

/** Square degrees; positive counter-clockwise. */
function signedArea(ring: readonly Position[]): number {
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = ring[i - 1] as [number, number];
    const [x1, y1] = ring[i] as [number, number];
    doubled += x0 * y1 - x1 * y0;
  }
  return doubled / 2;
}
