// Counts proper crossings and overlaps between non-adjacent edges of a ring, by brute force on all pairs.
import type { Position } from 'geojson';

function turn(a: Position, b: Position, c: Position): number {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [cx = 0, cy = 0] = c;
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}

function boxesApart(a: Position, b: Position, c: Position, d: Position): boolean {
  return [0, 1].some((axis) => {
    const [p = 0, q = 0, r = 0, s = 0] = [a[axis], b[axis], c[axis], d[axis]];
    return Math.max(p, q) < Math.min(r, s) || Math.max(r, s) < Math.min(p, q);
  });
}

/** True when the open segments cross each other at one inner point. */
function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  if (boxesApart(a, b, c, d)) return false;
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

export function ringCrossings(ring: readonly Position[]): number {
  let found = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    for (let j = i + 2; j + 1 < ring.length; j++) {
      if (cross(ring[i] ?? [], ring[i + 1] ?? [], ring[j] ?? [], ring[j + 1] ?? [])) found++;
    }
  }
  return found;
}
