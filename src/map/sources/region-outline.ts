// The region's outline: the counties' outer rings dissolved along shared borders.
// Rings run counter-clockwise (RFC 7946), so a border between two counties is walked once each way and cancels;
// what is left is chained into rings. Where borders meet in a way that leaves no single way on, the counties' own
// rings are taken instead: the outline then shows inner borders too, which is quieter than a wrong edge.
import type { MultiPolygon, Position } from 'geojson';
import type { County } from '../../domain/administrative';

/** Rings below this are slivers between neighbours, not land: 4 km² in square degrees. */
const SLIVER_SQUARE_DEGREES = 4 / (111 * 91);

/** Outer rings of all counties together, enclaves and slivers dropped; null for no counties. */
export function regionOutline(counties: readonly Pick<County, 'geometry'>[]): MultiPolygon | null {
  if (counties.length === 0) return null;
  const isLand = (ring: Position[]): boolean => signedArea(ring) > SLIVER_SQUARE_DEGREES;
  const land = (dissolvedRings(counties) ?? ownRings(counties)).filter(isLand);
  return { type: 'MultiPolygon', coordinates: land.map((ring) => [ring]) };
}

function polygonsOf({ geometry }: Pick<County, 'geometry'>): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Null where a vertex has more than one way on. Other mismatches leave overlapping rings. */
export function dissolvedRings(counties: readonly Pick<County, 'geometry'>[]): Position[][] | null {
  const steps = new Map<string, { readonly from: Position; readonly to: Position }>();
  for (const ring of counties.flatMap(polygonsOf).flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [from, to] = [ring[i - 1]!, ring[i]!];
      if (!steps.delete(`${to.join()} ${from.join()}`)) {
        steps.set(`${from.join()} ${to.join()}`, { from, to });
      }
    }
  }
  const next = new Map<string, Position>();
  for (const { from, to } of steps.values()) {
    if (next.has(from.join())) return null;
    next.set(from.join(), to);
  }
  return chained(next);
}

function chained(next: Map<string, Position>): Position[][] | null {
  const rings: Position[][] = [];
  for (const start of next.keys()) {
    const ring: Position[] = [];
    for (let at = next.get(start); at; at = next.get(at.join())) {
      ring.push(at);
      next.delete(ring.length === 1 ? start : ring.at(-2)!.join());
    }
    if (ring.at(-1)?.join() !== start) return null;
    rings.push([ring.at(-1)!, ...ring]);
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
