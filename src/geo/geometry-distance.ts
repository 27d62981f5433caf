// Shortest way between two geometries of any kind. On a surface two lines that do not cross come nearest at an end of an
// edge, so: every vertex of either to the other, exactly; and 0 where edges cross. Inside of a polygon is 0 too.
// Crossings are looked for with edges of at most 2 km taken as straight in degrees, within 0.1 m of the geodesic.
import type { Geometry, Position } from 'geojson';
import { densified } from './densify';
import { DISTANCE_FIELD_ERROR_METRES } from './distance-field';
import { pathsOf } from './edit-paths';
import { walkPositions } from './positions';
import { projectShape } from './project-shape';
import { villageIndex } from './village-index';
import { villageDistances } from './villages-distances';

function positionsOf(geometry: Geometry): Position[] {
  const positions: Position[] = [];
  walkPositions(geometry, (position) => positions.push(position));
  return positions;
}

/** Least of the distances, exact: what lies within the field's error of the least is asked for again. */
function leastVertexMetres(from: Geometry, to: Geometry): number {
  const positions = positionsOf(from);
  const lng = Float64Array.from(positions, ([x = Number.NaN]) => x);
  const lat = Float64Array.from(positions, ([, y = Number.NaN]) => y);
  const { metres, exactAt } = villageDistances(villageIndex(lng, lat), projectShape(to));
  const least = metres.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(least)) return least;
  let exact = Number.POSITIVE_INFINITY;
  metres.forEach((each, at) => {
    if (each <= least + 2 * DISTANCE_FIELD_ERROR_METRES) exact = Math.min(exact, exactAt(at));
  });
  return exact;
}

interface Edge {
  readonly a: Position;
  readonly b: Position;
  readonly west: number;
  readonly east: number;
  readonly owner: 0 | 1;
}

function edgesOf(geometry: Geometry, owner: 0 | 1): Edge[] {
  return pathsOf(densified(geometry)).flatMap(({ kind, positions }) => {
    if (kind === 'point') return [];
    const path = kind === 'ring' ? [...positions, ...positions.slice(0, 1)] : positions;
    return path.slice(1).map((b, at): Edge => {
      const a = path[at] as Position;
      const [x = Number.NaN, u = Number.NaN] = [a[0], b[0]];
      return { a, b, west: Math.min(x, u), east: Math.max(x, u), owner };
    });
  });
}

function side(a: Position, b: Position, p: Position): number {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [px = 0, py = 0] = p;
  return (ax - px) * (by - py) - (ay - py) * (bx - px);
}

function cross(p: Edge, q: Edge): boolean {
  return (
    side(p.a, p.b, q.a) * side(p.a, p.b, q.b) < 0 && side(q.a, q.b, p.a) * side(q.a, q.b, p.b) < 0
  );
}

/** Sweep from west to east over both geometries' edges. */
function edgesCross(a: Geometry, b: Geometry): boolean {
  const edges = [...edgesOf(a, 0), ...edgesOf(b, 1)].toSorted((p, q) => p.west - q.west);
  let active: Edge[] = [];
  for (const next of edges) {
    active = active.filter(({ east }) => east >= next.west);
    if (active.some((other) => other.owner !== next.owner && cross(other, next))) return true;
    active.push(next);
  }
  return false;
}

/**
 * Geodesic metres between the nearest points of two WGS84 geometries; 0 where they meet, Infinity when one is empty.
 * Throws ShapeError like `projectShape`.
 */
export function geometryDistanceMetres(a: Geometry, b: Geometry): number {
  const least = leastVertexMetres(a, b);
  if (!(least > 0)) return least;
  const back = leastVertexMetres(b, a);
  return back > 0 && edgesCross(a, b) ? 0 : Math.min(least, back);
}
