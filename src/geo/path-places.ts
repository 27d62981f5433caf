// Where a position lies along a path of geodesic edges, and how long a path is.
import type { Position } from 'geojson';
import type { EditPath } from './edit-paths';
import { samePlace } from './edit-paths';
import { legBetween, nearestOnGeodesic } from './geodesic';

export interface PathPlace {
  /** The edge that starts at this vertex; at a vertex, the edge that starts there. */
  readonly edge: number;
  readonly isVertex: boolean;
  /** On the path: the vertex's own numbers, else a point of the geodesic. */
  readonly position: Position;
  /** Geodesic metres from what was asked. */
  readonly metres: number;
}

function pair([lng = Number.NaN, lat = Number.NaN]: Position): [lng: number, lat: number] {
  return [lng, lat];
}

/** May the edge come within about `degrees` of p? An edge bulges by less than a tenth of its extent. */
function isNear(p: Position, a: Position, b: Position, degrees: number): boolean {
  return [0, 1].every((axis) => {
    const [at, from, to] = [p[axis] ?? 0, a[axis] ?? 0, b[axis] ?? 0];
    const room = degrees + 0.1 * Math.hypot((b[0] ?? 0) - (a[0] ?? 0), (b[1] ?? 0) - (a[1] ?? 0));
    return at >= Math.min(from, to) - room && at <= Math.max(from, to) + room;
  });
}

/**
 * The place on a path nearest to a WGS84 position within the tolerance; null when the path is farther. A vertex within
 * a millimetre of that place is the place.
 */
export function placeOnPath(
  { kind, positions }: EditPath,
  position: Position,
  toleranceMetres: number,
): PathPlace | null {
  const vertex = positions.findIndex((each) => samePlace(each, position));
  const found = positions[vertex];
  if (found) return { edge: vertex, isVertex: true, position: found, metres: 0 };
  const edges = kind === 'ring' ? positions.length : positions.length - 1;
  const degrees = (toleranceMetres / 111_000) * 3 + 1e-6;
  let best: PathPlace | null = null;
  for (let edge = 0; edge < edges; edge++) {
    const next = (edge + 1) % positions.length;
    const [a, b] = [positions[edge], positions[next]];
    if (!a || !b || !isNear(position, a, b, degrees)) continue;
    const foot = nearestOnGeodesic(pair(position), pair(a), pair(b));
    if (foot.metres > Math.min(toleranceMetres, best?.metres ?? Infinity)) continue;
    best = { edge, isVertex: false, position: [...foot.position], metres: foot.metres };
    for (const [at, end] of [
      [edge, a],
      [next, b],
    ] as const) {
      if (legBetween([...foot.position], end).metres > 1e-3) continue;
      best = { edge: at, isVertex: true, position: end, metres: foot.metres };
    }
  }
  return best;
}

/** Geodesic metres along positions. */
export function lengthMetres(positions: readonly Position[]): number {
  return positions
    .slice(1)
    .reduce((sum, b, at) => sum + legBetween(positions[at] as Position, b).metres, 0);
}
