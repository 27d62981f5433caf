// The way along an existing border or river from one place on it to another, by its very vertices: what is drawn along it
// shares it, number by number, and leaves no slivers. Places are on the path to a millimetre, as `snapAt` gives them.
import type { Geometry, Position } from 'geojson';
import { pathsOf, samePlace } from './edit-paths';
import type { EditPath } from './edit-paths';
import { legBetween } from './geodesic';
import { placeOnPath } from './path-places';
import type { PathPlace } from './path-places';

const ON_PATH_METRES = 1e-3;

interface MeasuredPath extends EditPath {
  /** Metres along the path from its first vertex to each; of a ring, its whole length comes last. */
  readonly along: Float64Array;
}

/** Measured once: the way is asked for with every move of the pointer. */
const pathsByGeometry = new WeakMap<Geometry, readonly MeasuredPath[]>();

function measuredPaths(geometry: Geometry): readonly MeasuredPath[] {
  const known = pathsByGeometry.get(geometry);
  if (known) return known;
  const paths = pathsOf(geometry).flatMap(({ kind, positions }): MeasuredPath[] => {
    if (kind === 'point') return [];
    const walked = kind === 'ring' ? [...positions, ...positions.slice(0, 1)] : positions;
    let metres = 0;
    const along = Float64Array.from(walked, (place, at) => {
      metres += at > 0 ? legBetween(walked[at - 1] as Position, place).metres : 0;
      return metres;
    });
    return [{ kind, positions, along }];
  });
  pathsByGeometry.set(geometry, paths);
  return paths;
}

function metresAlong({ positions, along }: MeasuredPath, place: PathPlace): number {
  const start = along[place.edge] ?? 0;
  if (place.isVertex) return start;
  return start + legBetween(positions[place.edge] as Position, place.position).metres;
}

/** From `a` onward to `b` in the order of the vertices, round a ring if need be; the given positions at the ends. */
function onward(path: MeasuredPath, a: PathPlace, b: PathPlace): Position[] {
  const { positions } = path;
  const count = positions.length;
  const start = a.edge + 1;
  let steps = ((((b.isVertex ? b.edge - 1 : b.edge) - a.edge) % count) + count) % count;
  // Within one edge against its order: all the way round.
  const isOneEdge = a.edge === b.edge && !a.isVertex && !b.isVertex;
  if (isOneEdge && metresAlong(path, a) > metresAlong(path, b)) steps = count;
  const between = Array.from(
    { length: steps },
    (_, k) => positions[(start + k) % count] as Position,
  );
  return [a.position, ...between, b.position];
}

function traced(
  path: MeasuredPath,
  a: PathPlace,
  b: PathPlace,
  otherWay: boolean,
): Position[] | null {
  const metres = metresAlong(path, b) - metresAlong(path, a);
  if (path.kind === 'line') {
    if (otherWay) return null;
    const isForth = a.edge === b.edge ? metres >= 0 : a.edge < b.edge;
    return isForth ? onward(path, a, b) : onward(path, b, a).toReversed();
  }
  const whole = path.along.at(-1) ?? 0;
  const isOnwardShorter = (metres >= 0 ? metres : metres + whole) <= whole / 2;
  return isOnwardShorter === otherWay ? onward(path, b, a).toReversed() : onward(path, a, b);
}

/**
 * Positions along one path of the geometry, both ends included; the shorter way round a ring, or the other. Null when the
 * places are the same or not both on one path, and for the other way along a line, which has none.
 */
export function tracedPath(
  geometry: Geometry,
  from: Position,
  to: Position,
  way: 'shorter' | 'other' = 'shorter',
): readonly Position[] | null {
  if (samePlace(from, to)) return null;
  for (const path of measuredPaths(geometry)) {
    const a = placeOnPath(path, from, ON_PATH_METRES);
    const b = a && placeOnPath(path, to, ON_PATH_METRES);
    if (a && b) {
      // What was given stays, to the last bit: the zone's own corners may lie there already.
      const given = (place: PathPlace, position: Position): PathPlace =>
        place.isVertex ? place : { ...place, position };
      return traced(path, given(a, from), given(b, to), way === 'other');
    }
  }
  return null;
}
