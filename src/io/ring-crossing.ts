// Finds where a closed ring crosses itself: edges sorted by their western end, each compared with those that still reach
// its longitude. Planar in degrees, which decides topology well enough for rings of county size. Edges that share a
// vertex as neighbours do are no crossing; an edge that touches another elsewhere is.
import type { Position } from 'geojson';

interface Edge {
  readonly index: number;
  readonly a: Position;
  readonly b: Position;
  readonly west: number;
  readonly east: number;
}

function side(a: Position, b: Position, p: Position): number {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [px = 0, py = 0] = p;
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));
}

function isWithinBox(a: Position, b: Position, p: Position): boolean {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [px = 0, py = 0] = p;
  return (
    px >= Math.min(ax, bx) &&
    px <= Math.max(ax, bx) &&
    py >= Math.min(ay, by) &&
    py <= Math.max(ay, by)
  );
}

function meet(one: Edge, other: Edge): boolean {
  const s1 = side(one.a, one.b, other.a);
  const s2 = side(one.a, one.b, other.b);
  const s3 = side(other.a, other.b, one.a);
  const s4 = side(other.a, other.b, one.b);
  if (s1 !== s2 && s3 !== s4) return true;
  return (
    (s1 === 0 && isWithinBox(one.a, one.b, other.a)) ||
    (s2 === 0 && isWithinBox(one.a, one.b, other.b))
  );
}

function edgesOf(ring: readonly Position[]): Edge[] {
  const edges: Edge[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i], ring[i + 1]];
    if (!a || !b || (a[0] === b[0] && a[1] === b[1])) continue;
    const [ax = 0] = a;
    const [bx = 0] = b;
    edges.push({ index: edges.length, a, b, west: Math.min(ax, bx), east: Math.max(ax, bx) });
  }
  return edges;
}

/** A vertex of the first edge found to cross or touch another of the closed ring; null when it is simple. Degrees. */
export function ringCrossing(ring: readonly Position[]): Position | null {
  const edges = edgesOf(ring);
  const last = edges.length - 1;
  const byWest = [...edges].sort((one, other) => one.west - other.west);
  let reaching: Edge[] = [];
  for (const edge of byWest) {
    reaching = reaching.filter((other) => other.east >= edge.west);
    for (const other of reaching) {
      const gap = Math.abs(edge.index - other.index);
      if (gap !== 1 && gap !== last && meet(edge, other)) return edge.a;
    }
    reaching.push(edge);
  }
  return null;
}
