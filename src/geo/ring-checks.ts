// Is a ring a valid RFC 7946 linear ring? Checked in the longitude/latitude plane, where the file draws it.
//
// Self-crossing by a sweep over edges sorted by their west end. Orientation signs are taken with Shewchuk's error
// bound: three points within rounding of one line count as collinear, so that neighbours sharing a rounded vertex
// do not "cross". A ring may touch itself at a point (a pinched lake shore); passing through itself there, or
// running along itself, is a crossing.
import type { Position } from 'geojson';

export type RingProblemKind =
  'unclosed' | 'too-short' | 'self-crossing' | 'not-finite' | 'out-of-range' | 'wrong-winding';

/** `index` is the position in the ring where the problem sits (a crossing: where the later edge starts). */
export interface RingProblem {
  readonly kind: RingProblemKind;
  readonly index: number;
}

/** RFC 7946 §3.1.6: outer rings run counter-clockwise, holes clockwise. */
export type RingRole = 'outer' | 'hole';

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly index: number;
}

/** Shewchuk (1997), bound A of orient2d. */
const ORIENT_ERROR = (3 + 16 * 2 ** -53) * 2 ** -53;

function side(a: Corner, b: Corner, c: Corner): -1 | 0 | 1 {
  const left = (a.x - c.x) * (b.y - c.y);
  const right = (a.y - c.y) * (b.x - c.x);
  const det = left - right;
  if (Math.abs(det) <= ORIENT_ERROR * (Math.abs(left) + Math.abs(right))) return 0;
  return det > 0 ? 1 : -1;
}

/** Corners without the closing one and without repeats in a row. */
function cornersOf(ring: readonly Position[]): Corner[] {
  const corners: Corner[] = [];
  ring.forEach((position, index) => {
    const corner = { x: position[0] ?? Number.NaN, y: position[1] ?? Number.NaN, index };
    const last = corners.at(-1);
    if (last === undefined || last.x !== corner.x || last.y !== corner.y) corners.push(corner);
  });
  const [first] = corners;
  const last = corners.at(-1);
  if (corners.length > 1 && first?.x === last?.x && first?.y === last?.y) corners.pop();
  return corners;
}

/** True when `p` is inside the box of edge ab; for collinear p that means on the edge. */
function withinBox(a: Corner, b: Corner, p: Corner): boolean {
  return (
    p.x >= Math.min(a.x, b.x) &&
    p.x <= Math.max(a.x, b.x) &&
    p.y >= Math.min(a.y, b.y) &&
    p.y <= Math.max(a.y, b.y)
  );
}

/** Does direction v→p lie strictly left of the path before→v→after? */
function leftOfPath(before: Corner, v: Corner, after: Corner, p: Corner): boolean {
  const inLeft = side(before, v, p) > 0;
  const outLeft = side(v, after, p) > 0;
  return side(before, v, after) >= 0 ? inLeft && outLeft : inLeft || outLeft;
}

/** The path c→v→d meets the path before→v→after in v: does it change sides there? */
function passesThrough(before: Corner, v: Corner, after: Corner, c: Corner, d: Corner): boolean {
  const alongBefore = side(before, v, c) === 0 || side(before, v, d) === 0;
  const alongAfter = side(v, after, c) === 0 || side(v, after, d) === 0;
  if (alongBefore || alongAfter) return false;
  return leftOfPath(before, v, after, c) !== leftOfPath(before, v, after, d);
}

/** Corners of a ring, counted round and round. */
type Cycle = readonly Corner[];

function cornerAt(ring: Cycle, at: number): Corner {
  return ring[at % ring.length] as Corner;
}

/** Edge i of one ring and edge j of another or, with i before j, of the same: do they cross or run along each other? */
function edgesCross(one: Cycle, i: number, other: Cycle, j: number): boolean {
  const [a, b, c, d] = [
    cornerAt(one, i),
    cornerAt(one, i + 1),
    cornerAt(other, j),
    cornerAt(other, j + 1),
  ];
  const [sc, sd] = [side(a, b, c), side(a, b, d)];
  const [sa, sb] = [side(c, d, a), side(c, d, b)];
  if (sc === 0 && sd === 0) return overlapInLength(a, b, c, d);
  if (sc * sd < 0 && sa * sb < 0) return true;
  const follow = one === other && i + 1 === j;
  const closes = one === other && j + 1 === i + one.length;
  // A corner on the other edge: judged once, by the edge that ends in it, where both paths go on.
  if (sd === 0 && withinBox(a, b, d) && !closes) {
    const throughB = d.x === b.x && d.y === b.y;
    const throughA = d.x === a.x && d.y === a.y;
    if (throughA) return false;
    return passesThrough(a, d, throughB ? cornerAt(one, i + 2) : b, c, cornerAt(other, j + 2));
  }
  if (sb === 0 && withinBox(c, d, b) && !follow && !(b.x === c.x && b.y === c.y)) {
    return passesThrough(c, b, d, a, cornerAt(one, i + 2));
  }
  return false;
}

/** Collinear edges: do they share more than a point? */
function overlapInLength(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const along = Math.abs(b.x - a.x) >= Math.abs(b.y - a.y) ? 'x' : 'y';
  const from = Math.max(Math.min(a[along], b[along]), Math.min(c[along], d[along]));
  const to = Math.min(Math.max(a[along], b[along]), Math.max(c[along], d[along]));
  return to > from;
}

/** Two edges that cross, run along each other, or meet in a corner where their rings change sides. */
export interface EdgeCrossing {
  /** Numbers of the rings; of one ring, the edge that comes first is `first`. */
  readonly rings: readonly [first: number, second: number];
  /** The position at which each edge starts. */
  readonly indices: readonly [first: number, second: number];
  readonly at: readonly [x: number, y: number];
  /** The corner between two edges in a row that run along each other; null for edges that are not in a row. */
  readonly fold: readonly [x: number, y: number] | null;
}

/** The point that two crossing edges share; of a stretch, an end of it. */
function meetingPoint(a: Corner, b: Corner, c: Corner, d: Corner): readonly [number, number] {
  for (const p of [c, d]) if (side(a, b, p) === 0 && withinBox(a, b, p)) return [p.x, p.y];
  for (const p of [a, b]) if (side(c, d, p) === 0 && withinBox(c, d, p)) return [p.x, p.y];
  const turn = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
  const along = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / turn;
  return [a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)];
}

function foldOf(one: Cycle, i: number, other: Cycle, j: number): readonly [number, number] | null {
  if (one !== other || (j !== i + 1 && j + 1 !== i + one.length)) return null;
  const { x, y } = cornerAt(one, j === i + 1 ? j : i);
  return [x, y];
}

/** Every crossing within and between rings, in the order of the rings. O(n log n) for shapes that are not all one column. */
export function ringCrossings(rings: readonly (readonly Position[])[]): readonly EdgeCrossing[] {
  const cycles = rings.map(cornersOf);
  const edges = cycles.flatMap((cycle, ring) =>
    cycle.length < 3
      ? []
      : cycle.map((a, edge) => {
          const b = cornerAt(cycle, edge + 1);
          return {
            ring,
            edge,
            west: Math.min(a.x, b.x),
            east: Math.max(a.x, b.x),
            south: Math.min(a.y, b.y),
            north: Math.max(a.y, b.y),
          };
        }),
  );
  const found: EdgeCrossing[] = [];
  let active: typeof edges = [];
  for (const next of edges.toSorted((p, q) => p.west - q.west)) {
    active = active.filter((other) => other.east >= next.west);
    for (const other of active) {
      if (other.north < next.south || other.south > next.north) continue;
      const isFirst =
        other.ring < next.ring || (other.ring === next.ring && other.edge < next.edge);
      const [first, second] = isFirst ? [other, next] : [next, other];
      const [one, two] = [cycles[first.ring] as Cycle, cycles[second.ring] as Cycle];
      if (!edgesCross(one, first.edge, two, second.edge)) continue;
      const [a, c] = [cornerAt(one, first.edge), cornerAt(two, second.edge)];
      found.push({
        rings: [first.ring, second.ring],
        indices: [a.index, c.index],
        at: meetingPoint(a, cornerAt(one, first.edge + 1), c, cornerAt(two, second.edge + 1)),
        fold: foldOf(one, first.edge, two, second.edge),
      });
    }
    active.push(next);
  }
  return found.toSorted(
    (p, q) =>
      p.rings[0] - q.rings[0] ||
      p.rings[1] - q.rings[1] ||
      p.indices[0] - q.indices[0] ||
      p.indices[1] - q.indices[1],
  );
}

/** Index where the later of two crossing edges starts, or null. */
export function ringSelfCrossing(ring: readonly Position[]): number | null {
  const starts = ringCrossings([ring]).map(({ indices }) => Math.max(...indices));
  return starts.length > 0 ? Math.min(...starts) : null;
}

/** Where a position lies to a ring in the plane of degrees, on its line included. */
export function placeInRing(
  [x = Number.NaN, y = Number.NaN]: Position,
  ring: readonly Position[],
): 'inside' | 'on' | 'outside' {
  const corners = cornersOf(ring);
  const p = { x, y, index: 0 };
  let inside = false;
  for (let at = 0; at < corners.length; at++) {
    const [a, b] = [cornerAt(corners, at), cornerAt(corners, at + 1)];
    if (side(a, b, p) === 0 && withinBox(a, b, p)) return 'on';
    if (a.y > y !== b.y > y && side(a, b, p) > 0 === b.y > a.y) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}

/** Shoelace sign about the first corner (differences first, so that nothing cancels). Zero area counts as neither. */
export function ringTurn(ring: readonly Position[]): 'counter-clockwise' | 'clockwise' | 'flat' {
  const [origin, ...rest] = cornersOf(ring);
  if (origin === undefined) return 'flat';
  let doubled = 0;
  for (let i = 0; i + 1 < rest.length; i++) {
    const [p, q] = [rest[i] as Corner, rest[i + 1] as Corner];
    doubled += (p.x - origin.x) * (q.y - origin.y) - (q.x - origin.x) * (p.y - origin.y);
  }
  if (doubled === 0) return 'flat';
  return doubled > 0 ? 'counter-clockwise' : 'clockwise';
}

function numberProblem(position: Position, index: number): RingProblem | null {
  const [lng = Number.NaN, lat = Number.NaN] = position;
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return { kind: 'not-finite', index };
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) return { kind: 'out-of-range', index };
  return null;
}

/** Everything wrong with a ring, first things first; shape checks are made only when all numbers are sound. */
export function ringProblems(
  ring: readonly Position[],
  role: RingRole = 'outer',
): readonly RingProblem[] {
  const numbers = ring.flatMap((position, index) => numberProblem(position, index) ?? []);
  if (numbers.length > 0) return numbers;
  if (cornersOf(ring).length < 3) return [{ kind: 'too-short', index: 0 }];
  const problems: RingProblem[] = [];
  const [first, last] = [ring[0], ring.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
    problems.push({ kind: 'unclosed', index: ring.length - 1 });
  }
  const crossing = ringSelfCrossing(ring);
  if (crossing !== null) problems.push({ kind: 'self-crossing', index: crossing });
  const wanted = role === 'outer' ? 'counter-clockwise' : 'clockwise';
  if (crossing === null && ringTurn(ring) !== wanted) {
    problems.push({ kind: 'wrong-winding', index: 0 });
  }
  return problems;
}
