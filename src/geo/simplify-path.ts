// A freehand path with fewer vertices: Douglas and Peucker (1973), by metres. Vertices left out are within the tolerance of
// the path that stays; those kept keep their numbers. Metres are taken in the gnomonic plane about the path, which
// stretches them by (distance from its middle / 6,400 km)².
import type { Position } from 'geojson';
import { planeAround } from './gnomonic';
import type { PlanePoint } from './gnomonic';

function offEdgeMetres([x, y]: PlanePoint, [ax, ay]: PlanePoint, [bx, by]: PlanePoint): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const t = squared > 0 ? ((x - ax) * dx + (y - ay) * dy) / squared : 0;
  const along = Math.min(1, Math.max(0, t));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** The place farthest off the straight way between two places of the path. */
function farthest(points: readonly PlanePoint[], from: number, to: number): [number, number] {
  let [best, metres] = [from, -1];
  const [a, b] = [points[from], points[to]] as [PlanePoint, PlanePoint];
  for (let at = from + 1; at < to; at++) {
    const off = offEdgeMetres(points[at] as PlanePoint, a, b);
    if (off > metres) [best, metres] = [at, off];
  }
  return [best, metres];
}

/**
 * The path with only the vertices that the tolerance needs; both ends stay. A closed ring is kept closed, with three
 * corners at least. A path that lies on no plane (`planeAround`) comes back as it is.
 */
export function simplifiedPath(
  path: readonly Position[],
  toleranceMetres: number,
): readonly Position[] {
  const plane = planeAround([{ type: 'LineString', coordinates: [...path] }]);
  if (plane === null || path.length < 3) return path;
  const points = path.map(plane.toPlane);
  const last = points.length - 1;
  const kept = new Set([0, last]);
  const stretches: [from: number, to: number][] = [];
  const [first] = points;
  const isRing = path[0]?.[0] === path[last]?.[0] && path[0]?.[1] === path[last]?.[1];
  if (isRing && first) {
    // A ring has no two ends: its start, the place farthest from it, and the one farthest off both hold it open.
    const [far] = farthest(points, 0, last);
    const sides = [farthest(points, 0, far), farthest(points, far, last)] as const;
    const [third] = sides[0][1] > sides[1][1] ? sides[0] : sides[1];
    for (const at of [far, third]) kept.add(at);
  }
  const ends = [...kept].toSorted((a, b) => a - b);
  ends.slice(1).forEach((to, at) => stretches.push([ends[at] as number, to]));
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [from, to] = stretch;
    const [at, metres] = farthest(points, from, to);
    if (metres <= toleranceMetres) continue;
    kept.add(at);
    stretches.push([from, at], [at, to]);
  }
  return path.filter((_, at) => kept.has(at));
}
