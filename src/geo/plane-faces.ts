// The faces that edges of the plane enclose: each edge is walked once on either side, turning at every node into the next
// edge clockwise. Edges must meet at nodes only (noded-paths.ts). What hangs loose (an end that leads nowhere, a bridge
// with the same face on both sides) encloses nothing and is taken away first.
import type { PathNode } from './noded-paths';

/** A closed walk with its face on the left: nodes, the first not repeated. Negative area: the outside of a component. */
export interface Face {
  readonly nodes: readonly number[];
  readonly squareMetres: number;
}

type Graph = Map<number, Set<number>>;

function graphOf(edges: Iterable<readonly [from: number, to: number]>): Graph {
  const graph: Graph = new Map();
  const link = (a: number, b: number): void => {
    graph.set(a, (graph.get(a) ?? new Set()).add(b));
  };
  for (const [a, b] of edges) {
    if (a === b) continue;
    link(a, b);
    link(b, a);
  }
  return graph;
}

function cut(graph: Graph, a: number, b: number): void {
  graph.get(a)?.delete(b);
  graph.get(b)?.delete(a);
}

function pruneLooseEnds(graph: Graph): void {
  const loose = [...graph.keys()].filter((node) => graph.get(node)?.size === 1);
  for (let node = loose.pop(); node !== undefined; node = loose.pop()) {
    const [next] = graph.get(node) ?? [];
    if (next === undefined) continue;
    cut(graph, node, next);
    if (graph.get(next)?.size === 1) loose.push(next);
  }
}

/** The area left of a closed walk in the plane, negative when it runs clockwise. */
export function signedSquareMetres(nodes: readonly PathNode[], walk: readonly number[]): number {
  const origin = nodes[walk[0] ?? 0];
  if (!origin) return 0;
  let doubled = 0;
  for (let at = 1; at + 1 < walk.length; at++) {
    const [p, q] = [nodes[walk[at] as number], nodes[walk[at + 1] as number]] as [
      PathNode,
      PathNode,
    ];
    doubled += (p.x - origin.x) * (q.y - origin.y) - (q.x - origin.x) * (p.y - origin.y);
  }
  return doubled / 2;
}

/** For each node, its neighbours counter-clockwise. */
function turnsOf(nodes: readonly PathNode[], graph: Graph): Map<number, number[]> {
  return new Map(
    [...graph].map(([id, neighbours]) => {
      const { x, y } = nodes[id] as PathNode;
      const bearing = (other: number): number => {
        const node = nodes[other] as PathNode;
        return Math.atan2(node.y - y, node.x - x);
      };
      return [id, [...neighbours].toSorted((a, b) => bearing(a) - bearing(b))];
    }),
  );
}

const key = (from: number, to: number): string => `${from}>${to}`;

function walksOf(nodes: readonly PathNode[], graph: Graph): number[][] {
  const turns = turnsOf(nodes, graph);
  const walked = new Set<string>();
  const walks: number[][] = [];
  for (const [start, neighbours] of turns) {
    for (const first of neighbours) {
      const walk: number[] = [];
      let [from, to] = [start, first];
      while (!walked.has(key(from, to))) {
        walked.add(key(from, to));
        walk.push(from);
        const around = turns.get(to) ?? [];
        const next = around[(around.indexOf(from) + around.length - 1) % around.length] ?? from;
        [from, to] = [to, next];
      }
      if (walk.length > 0) walks.push(walk);
    }
  }
  return walks;
}

/** Takes away the edges that a walk runs along both ways; false when there are none. */
function cutBridges(graph: Graph, walks: readonly (readonly number[])[]): boolean {
  let found = false;
  for (const walk of walks) {
    const steps = new Set(walk.map((from, at) => key(from, walk[(at + 1) % walk.length] ?? from)));
    walk.forEach((from, at) => {
      const to = walk[(at + 1) % walk.length] ?? from;
      if (!steps.has(key(to, from))) return;
      cut(graph, from, to);
      found = true;
    });
  }
  return found;
}

/** Every face of the edges, the outsides of components with negative area. */
export function facesOf(
  nodes: readonly PathNode[],
  edges: Iterable<readonly [from: number, to: number]>,
): readonly Face[] {
  const graph = graphOf(edges);
  pruneLooseEnds(graph);
  let walks = walksOf(nodes, graph);
  while (cutBridges(graph, walks)) walks = walksOf(nodes, graph);
  return walks.map((walk) => ({ nodes: walk, squareMetres: signedSquareMetres(nodes, walk) }));
}

/** Is the point inside a closed walk? (Crossings of a ray to the east.) */
export function isInWalk(
  nodes: readonly PathNode[],
  walk: readonly number[],
  [x, y]: readonly [x: number, y: number],
): boolean {
  let inside = false;
  walk.forEach((id, at) => {
    const a = nodes[id] as PathNode;
    const b = nodes[walk[(at + 1) % walk.length] as number] as PathNode;
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  });
  return inside;
}
