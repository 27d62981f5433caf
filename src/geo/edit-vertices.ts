// Moves, adds and takes away vertices of any GeoJSON geometry. A vertex is addressed by its position: all vertices of the
// project in that place are one (the joint of two branches, the closing of a ring, a border shared by two polygons),
// so that what was joined stays joined. Longitudes are kept within ±180° (RFC 7946).
import type { Geometry, Position } from 'geojson';
import {
  type EditPath,
  type PathKind,
  mapPaths,
  firstMeetings,
  pathsOf,
  samePlace,
} from './edit-paths';

/** Distinct positions that a path needs. */
const FEWEST: Readonly<Record<PathKind, number>> = { point: 0, line: 2, ring: 3 };

/** Why a vertex cannot be taken away. */
export type RemovalRefusal = 'line-too-short' | 'ring-too-short' | 'nothing-left';

export interface Vertex {
  readonly position: Position;
  readonly kind: PathKind;
  /** Number of its first path and its place on it, from 0. */
  readonly path: number;
  readonly index: number;
}

/** The same meridian within −180..180; a longitude already there is left as it is, bit by bit. */
export function wrappedLongitude(lng: number): number {
  return Math.abs(lng) <= 180 ? lng : lng - 360 * Math.round(lng / 360);
}

/** Every place that has a vertex, once, in the order of the coordinates. */
export function verticesOf(geometry: Geometry): readonly Vertex[] {
  const isNew = firstMeetings();
  const vertices: Vertex[] = [];
  pathsOf(geometry).forEach(({ kind, positions }, path) =>
    positions.forEach((position, index) => {
      if (isNew(position)) vertices.push({ position, kind, path, index });
    }),
  );
  return vertices;
}

function pathWith(
  { positions }: EditPath,
  from: Position,
  to: readonly [lng: number, lat: number],
): readonly Position[] {
  if (!positions.some((position) => samePlace(position, from))) return positions;
  return positions.map((position) =>
    // A height stays with its vertex.
    samePlace(position, from) ? [to[0], to[1], ...position.slice(2)] : position,
  );
}

/** Every vertex at `from` put to `to`; the geometry itself when there is none. */
export function moveVertex(geometry: Geometry, from: Position, to: Position): Geometry {
  const [lng = Number.NaN, lat = Number.NaN] = to;
  const target = [wrappedLongitude(lng), lat] as const;
  return mapPaths(geometry, (path) => pathWith(path, from, target)) ?? geometry;
}

function pathBetween(
  { kind, positions }: EditPath,
  ends: readonly [a: Position, b: Position],
  added: Position,
): readonly Position[] {
  const [a, b] = ends;
  const last = kind === 'ring' ? positions.length : positions.length - 1;
  const grown = positions.flatMap((position, at) => {
    const next = positions[(at + 1) % positions.length];
    if (kind === 'point' || at >= last || !next) return [position];
    const isEdge =
      (samePlace(position, a) && samePlace(next, b)) ||
      (samePlace(position, b) && samePlace(next, a));
    return isEdge ? [position, added] : [position];
  });
  return grown.length === positions.length ? positions : grown;
}

/** A vertex at `position` put into every edge from `a` to `b`, whichever way it runs. */
export function insertVertex(
  geometry: Geometry,
  [a, b]: readonly [a: Position, b: Position],
  position: Position,
): Geometry {
  const [lng = Number.NaN, lat = Number.NaN] = position;
  const added: Position = [wrappedLongitude(lng), lat];
  return mapPaths(geometry, (path) => pathBetween(path, [a, b], added)) ?? geometry;
}

/** The geometry without its vertices at `position`, or why that cannot be. */
export function removeVertex(geometry: Geometry, position: Position): Geometry | RemovalRefusal {
  let refusal: RemovalRefusal | null = null;
  const left = mapPaths(geometry, ({ kind, positions }) => {
    const kept = positions.filter((each) => !samePlace(each, position));
    if (kept.length === positions.length) return positions;
    if (kind !== 'point' && kept.filter(firstMeetings()).length < FEWEST[kind]) {
      refusal ??= kind === 'line' ? 'line-too-short' : 'ring-too-short';
    }
    return kept;
  });
  return refusal ?? left ?? 'nothing-left';
}
