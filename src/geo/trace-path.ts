// The way along an existing border or river from one place on it to another, by its very vertices: what is drawn along it
// shares it, number by number, and leaves no slivers. Places are on the path to a millimetre, as `snapAt` gives them.
import type { Geometry, Position } from 'geojson';
import { pathsOf, samePlace } from './edit-paths';
import type { EditPath } from './edit-paths';
import { lengthMetres, placeOnPath } from './path-places';
import type { PathPlace } from './path-places';

const ON_PATH_METRES = 1e-3;

/** From `a` onward to `b` in the order of the vertices, round a ring if need be; the given positions at the ends. */
function onward({ positions }: EditPath, a: PathPlace, b: PathPlace): Position[] {
  const count = positions.length;
  const start = a.edge + 1;
  let steps = ((((b.isVertex ? b.edge - 1 : b.edge) - a.edge) % count) + count) % count;
  // Within one edge against its order: all the way round.
  if (a.edge === b.edge && !a.isVertex && !b.isVertex) {
    const from = positions[a.edge] as Position;
    if (lengthMetres([from, a.position]) > lengthMetres([from, b.position])) steps = count;
  }
  const between = Array.from(
    { length: steps },
    (_, k) => positions[(start + k) % count] as Position,
  );
  return [a.position, ...between, b.position];
}

function isBefore({ positions }: EditPath, a: PathPlace, b: PathPlace): boolean {
  if (a.edge !== b.edge) return a.edge < b.edge;
  const from = positions[a.edge] as Position;
  return lengthMetres([from, a.position]) <= lengthMetres([from, b.position]);
}

function traced(path: EditPath, a: PathPlace, b: PathPlace, otherWay: boolean): Position[] | null {
  if (path.kind === 'ring') {
    const ways = [onward(path, a, b), onward(path, b, a).toReversed()];
    const [short, long] = ways.toSorted((p, q) => lengthMetres(p) - lengthMetres(q));
    return (otherWay ? long : short) ?? null;
  }
  if (otherWay) return null;
  return isBefore(path, a, b) ? onward(path, a, b) : onward(path, b, a).toReversed();
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
  for (const path of pathsOf(geometry)) {
    if (path.kind === 'point') continue;
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
