// Paths that meet, given common vertices: after it, two edges share an end, a whole edge, or nothing. Every operation that
// cuts or joins areas starts here, so that borders which look shared are shared, number by number.
//
// 1. Vertices within NODE_METRES of each other become one: the one that came first, whose numbers stay as they are.
// 2. A vertex within NODE_METRES of an edge is put into that edge; where two edges cross, the crossing is put into both.
//    Pairs of edges come from a sweep over edges sorted by their west end.
// 3. An edge that was given a vertex may bend by NODE_METRES, so 2 is done again until nothing is new.
import type { Position } from 'geojson';
import type { Plane } from './gnomonic';

/** What lies closer than this is the same place: far below any survey, far above rounding. */
export const NODE_METRES = 1e-3;
/** Each round handles what the one before bent by a millimetre; real borders take two. */
const MOST_ROUNDS = 12;

export interface PathNode {
  readonly x: number;
  readonly y: number;
  /** A vertex that was given keeps its very numbers; a crossing is computed. */
  readonly position: Position;
}

export interface NodedPaths {
  readonly nodes: readonly PathNode[];
  /** Numbers of nodes along each path that was given, without repeats in a row; a closed path ends where it began. */
  readonly paths: readonly (readonly number[])[];
}

/** Nodes found by place, in cells of a metre. */
class NodeTable {
  readonly nodes: PathNode[] = [];
  private readonly cells = new Map<number, number[]>();

  constructor(private readonly plane: Plane) {}

  private key(x: number, y: number): number {
    return (Math.floor(x) + 2 ** 24) * 2 ** 26 + Math.floor(y) + 2 ** 24;
  }

  /** The node at this place: one that is there already, or a new one. */
  at(x: number, y: number, position?: Position): number {
    for (const dx of [-NODE_METRES, NODE_METRES]) {
      for (const dy of [-NODE_METRES, NODE_METRES]) {
        for (const id of this.cells.get(this.key(x + dx, y + dy)) ?? []) {
          const node = this.nodes[id] as PathNode;
          if (Math.hypot(node.x - x, node.y - y) <= NODE_METRES) return id;
        }
      }
    }
    const id = this.nodes.push({ x, y, position: position ?? this.plane.toGlobe([x, y]) }) - 1;
    const key = this.key(x, y);
    const cell = this.cells.get(key);
    if (cell) cell.push(id);
    else this.cells.set(key, [id]);
    return id;
  }
}

interface Edge {
  readonly path: number;
  /** Its place on the path. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

function edgesOf(nodes: readonly PathNode[], paths: readonly (readonly number[])[]): Edge[] {
  return paths.flatMap((path, number) =>
    path.slice(1).map((to, index): Edge => {
      const from = path[index] as number;
      const [a, b] = [nodes[from] as PathNode, nodes[to] as PathNode];
      return {
        path: number,
        index,
        from,
        to,
        west: Math.min(a.x, b.x) - NODE_METRES,
        east: Math.max(a.x, b.x) + NODE_METRES,
        south: Math.min(a.y, b.y) - NODE_METRES,
        north: Math.max(a.y, b.y) + NODE_METRES,
      };
    }),
  );
}

/** Calls `visit` once for each two edges whose boxes meet. */
function sweepPairs(edges: readonly Edge[], visit: (a: Edge, b: Edge) => void): void {
  let active: Edge[] = [];
  for (const next of edges.toSorted((a, b) => a.west - b.west)) {
    active = active.filter((other) => other.east >= next.west);
    for (const other of active) {
      if (other.south <= next.north && next.south <= other.north) visit(other, next);
    }
    active.push(next);
  }
}

/** Is the node on the edge, away from its ends? */
function isOnEdge(nodes: readonly PathNode[], id: number, { from, to }: Edge): boolean {
  if (id === from || id === to) return false;
  const [p, a, b] = [nodes[id], nodes[from], nodes[to]] as [PathNode, PathNode, PathNode];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy);
  if (!(t > 0 && t < 1)) return false;
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy) <= NODE_METRES;
}

/** Where two edges cross inside both; null when they do not. */
function crossing(nodes: readonly PathNode[], s: Edge, t: Edge): [x: number, y: number] | null {
  const [a, b, c, d] = [s.from, s.to, t.from, t.to].map((id) => nodes[id]) as [
    PathNode,
    PathNode,
    PathNode,
    PathNode,
  ];
  const [rx, ry, qx, qy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  const turn = rx * qy - ry * qx;
  if (turn === 0) return null;
  const along = ((c.x - a.x) * qy - (c.y - a.y) * qx) / turn;
  const across = ((c.x - a.x) * ry - (c.y - a.y) * rx) / turn;
  if (!(along > 0 && along < 1 && across > 0 && across < 1)) return null;
  return [a.x + along * rx, a.y + along * ry];
}

/** One round of step 2; the same paths by reference when nothing was new. */
function withMeetings(
  table: NodeTable,
  paths: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const { nodes } = table;
  const added = new Map<number, Map<number, Set<number>>>();
  const add = ({ path, index }: Edge, id: number): void => {
    const onPath = added.get(path) ?? new Map<number, Set<number>>();
    added.set(path, onPath);
    onPath.set(index, (onPath.get(index) ?? new Set()).add(id));
  };
  sweepPairs(edgesOf(nodes, paths), (s, t) => {
    let touches = s.from === t.from || s.from === t.to || s.to === t.from || s.to === t.to;
    for (const [edge, other] of [
      [s, t],
      [t, s],
    ] as const) {
      for (const id of [other.from, other.to]) {
        if (!isOnEdge(nodes, id, edge)) continue;
        add(edge, id);
        touches = true;
      }
    }
    const point = touches ? null : crossing(nodes, s, t);
    if (point === null) return;
    const id = table.at(...point);
    for (const edge of [s, t]) if (id !== edge.from && id !== edge.to) add(edge, id);
  });
  if (added.size === 0) return paths;
  return paths.map((path, number) => {
    const onPath = added.get(number);
    return onPath ? grown(nodes, path, onPath) : path;
  });
}

function grown(
  nodes: readonly PathNode[],
  path: readonly number[],
  added: ReadonlyMap<number, ReadonlySet<number>>,
): number[] {
  return path.flatMap((id, index) => {
    const here = nodes[id] as PathNode;
    const from = (other: number): number => {
      const node = nodes[other] as PathNode;
      return (node.x - here.x) ** 2 + (node.y - here.y) ** 2;
    };
    return [id, ...[...(added.get(index) ?? [])].toSorted((a, b) => from(a) - from(b))];
  });
}

function withoutRepeats(path: readonly number[]): number[] {
  return path.filter((id, at) => id !== path[at - 1]);
}

/**
 * WGS84 paths (rings closed) given common nodes in a plane. Numbers of earlier paths win where two vertices become
 * one. All positions must lie on the plane (`planeAround`).
 */
export function nodedPaths(plane: Plane, paths: readonly (readonly Position[])[]): NodedPaths {
  const table = new NodeTable(plane);
  let noded: readonly (readonly number[])[] = paths.map((path) =>
    withoutRepeats(path.map((position) => table.at(...plane.toPlane(position), position))),
  );
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = withMeetings(table, noded);
    if (next === noded) break;
    noded = next.map(withoutRepeats);
  }
  return { nodes: table.nodes, paths: noded };
}
