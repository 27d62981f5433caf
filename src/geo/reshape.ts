// A stretch of a border or line replaced by a drawn line.
//
// Paths and drawn line get common vertices in a gnomonic plane (noded-paths.ts). A border is reshaped by every piece of the
// drawn line from one meeting with a ring to the next: of the two rings that the piece makes with either stretch of the
// border, the larger is kept, so that a piece outside adds and one inside takes away. A line is reshaped once, between the
// first and the last meeting. What hangs over is ignored; all other vertices keep their numbers.
import type { LineString, MultiLineString, Position } from 'geojson';
import type { Outcome } from '../domain/problem';
import { notInOnePlane } from './area-boolean';
import type { Area } from './display-buffer';
import { done, refused } from './edit-outcome';
import { mapPaths, pathsOf } from './edit-paths';
import type { EditPath } from './edit-paths';
import { planeAround } from './gnomonic';
import { nodedPaths } from './noded-paths';
import type { PathNode } from './noded-paths';
import { signedSquareMetres } from './plane-faces';
import { shapeFaults } from './shape-faults';

type Walk = readonly number[];

/** Pieces of the drawn line between two nodes that it has in common with the path, in its order. */
function piecesOn(drawn: Walk, path: Walk): Walk[] {
  const onPath = new Set(path);
  const meetings = drawn.flatMap((id, at) => (onPath.has(id) ? [at] : []));
  return meetings.slice(1).map((to, k) => drawn.slice(meetings[k], to + 1));
}

/** The open ring with a piece in place of one stretch of it; itself when the piece does not start and end on it. */
function reshapedRing(nodes: readonly PathNode[], ring: Walk, piece: Walk): Walk {
  const [start, end] = [ring.indexOf(piece[0] as number), ring.indexOf(piece.at(-1) as number)];
  const steps = Math.abs(start - end);
  const runsAlong = piece.length === 2 && (steps === 1 || steps === ring.length - 1);
  if (start < 0 || end < 0 || start === end || runsAlong) return ring;
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  const cut = (end - start + ring.length) % ring.length;
  const inner = piece.slice(1, -1);
  const candidates = [
    [...turned.slice(0, cut + 1), ...inner.toReversed()],
    [...turned.slice(0, 1), ...inner, ...turned.slice(cut)],
  ];
  const size = (walk: Walk): number => Math.abs(signedSquareMetres(nodes, walk));
  const [large = ring] = candidates.toSorted((a, b) => size(b) - size(a));
  return large;
}

function reshapedLine(line: Walk, drawn: Walk): Walk {
  const onLine = new Set(line);
  const first = drawn.findIndex((id) => onLine.has(id));
  const last = drawn.findLastIndex((id) => onLine.has(id));
  const [from, to] = [line.indexOf(drawn[first] as number), line.indexOf(drawn[last] as number)];
  if (first < 0 || from === to) return line;
  const piece = drawn.slice(first, last + 1);
  return from < to
    ? [...line.slice(0, from), ...piece, ...line.slice(to + 1)]
    : [...line.slice(0, to), ...piece.toReversed(), ...line.slice(from + 1)];
}

function reshapedPath(
  nodes: readonly PathNode[],
  kind: EditPath['kind'],
  path: Walk,
  drawn: Walk,
): Walk {
  if (kind === 'line') return reshapedLine(path, drawn);
  const open = path.slice(0, -1);
  return piecesOn(drawn, open).reduce((ring, piece) => reshapedRing(nodes, ring, piece), open);
}

/**
 * The geometry with the stretch of border or line between the places where `drawn` meets it replaced by `drawn`. A Problem
 * when `drawn` does not meet one path twice, or when the border would cross itself.
 */
export function reshaped<G extends Area | LineString | MultiLineString>(
  geometry: G,
  drawn: readonly Position[],
): Outcome<G>;
export function reshaped(
  geometry: Area | LineString | MultiLineString,
  drawn: readonly Position[],
): Outcome<Area | LineString | MultiLineString> {
  const line: LineString = { type: 'LineString', coordinates: [...drawn] };
  const plane = planeAround([geometry, line]);
  if (plane === null) return notInOnePlane();
  const own = pathsOf(geometry);
  const closed = own.map(({ kind, positions }) =>
    kind === 'ring' ? [...positions, ...positions.slice(0, 1)] : positions,
  );
  const { nodes, paths } = nodedPaths(plane, [...closed, drawn]);
  const along = paths.at(-1) ?? [];
  const given = new Set([...own.flatMap(({ positions }) => positions), ...drawn]);
  let isChanged = false;
  const result = mapPaths(geometry, ({ kind, positions }, at) => {
    const path = paths[at] ?? [];
    const start = kind === 'ring' ? path.slice(0, -1) : path;
    const walk = reshapedPath(nodes, kind, path, along);
    if (walk.length === start.length && walk.every((id, k) => id === start[k])) return positions;
    isChanged = true;
    // Meetings that no piece was used between are not vertices.
    const meets = new Set(walk.filter((id, k) => turnsOff(walk, start, k, id)));
    return walk.flatMap((id) => {
      const { position } = nodes[id] as PathNode;
      return given.has(position) || meets.has(id) ? [position] : [];
    });
  });
  if (!isChanged || !result) {
    return refused(
      'reshape-not-met',
      '画的线没有两次碰到同一条边界，不知道替换哪一段',
      '从边界外画起，穿过边界，再穿回来',
    );
  }
  const before = new Set(shapeFaults(geometry).map(({ kind }) => kind));
  const fault = shapeFaults(result).find(({ kind }) => !before.has(kind));
  if (fault) {
    return refused('reshape-invalid', `这样改形以后，${fault.text}`, '换一条不交叉的线再试');
  }
  return done(result as Area | LineString | MultiLineString);
}

/** Does the new walk leave or rejoin the old one in this node? */
function turnsOff(walk: Walk, old: Walk, at: number, id: number): boolean {
  const place = old.indexOf(id);
  if (place < 0) return true;
  const around = (path: Walk, k: number): (number | undefined)[] => [
    path[(k + path.length - 1) % path.length],
    path[(k + 1) % path.length],
  ];
  const before = around(old, place);
  return around(walk, at).some((next) => !before.includes(next));
}
