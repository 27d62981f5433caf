// Union, intersection and difference of WGS84 areas whose edges are geodesics.
//
// polyclip-ts (by turf; exact arithmetic) in a gnomonic plane, where geodesics are straight: a new vertex lies on the
// edge that it cuts, to the straightness that gnomonic.ts states. Before it, the rings get common vertices
// (noded-paths.ts), so that a border seen as shared is shared and no gap or overlap under a millimetre is left to make
// slivers; after it, every vertex that was given comes back with its very numbers, those that lie straight between two
// others included (polyclip drops them; a neighbour that keeps them would be left with a gap), and rings narrower than
// NARROWEST_METRES, which only rounding makes, are dropped.
import { difference, featureCollection, intersect, union } from '@turf/turf';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { type Outcome, reasonOf } from '../domain/problem';
import type { Area } from './display-buffer';
import { done, refused } from './edit-outcome';
import { planeAround } from './gnomonic';
import type { Plane } from './gnomonic';
import { NODE_METRES, nodedPaths } from './noded-paths';
import type { NodedPaths, PathNode } from './noded-paths';

/** Twice the area over the perimeter, of the thinnest ring that is kept. */
const NARROWEST_METRES = 2 * NODE_METRES;

export type AreaOperation = 'union' | 'intersection' | 'difference';

const OPERATIONS: Readonly<
  Record<AreaOperation, (areas: FeatureCollection<Area>) => Feature<Area> | null>
> = {
  // turf asks for two at least; the same again adds nothing.
  union: (areas) =>
    union(
      areas.features.length > 1 ? areas : featureCollection([...areas.features, ...areas.features]),
    ),
  intersection: (areas) => intersect(areas),
  difference: (areas) => difference(areas),
};

/** Polygons of rings, whichever type the area has. */
export function polygonsOf(area: Area): readonly (readonly Position[][])[] {
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
}

/** The simplest type that holds the polygons; null for none. */
export function areaOf(polygons: readonly (readonly Position[][])[]): Area | null {
  const [first] = polygons;
  if (first === undefined) return null;
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: [...first] }
    : { type: 'MultiPolygon', coordinates: polygons.map((rings) => [...rings]) };
}

/** A ring as a file may give it, closed. */
export function closedRing(ring: readonly Position[]): readonly Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
  return [...ring, first];
}

/** The areas with their rings noded, as turf takes them; rings that are no longer rings are left out. */
function nodedAreas(areas: readonly Area[], { nodes, paths }: NodedPaths): Area[] {
  let at = 0;
  return areas.map((area): Area => {
    const coordinates = polygonsOf(area).flatMap((rings) => {
      const [outer, ...holes] = rings.map(() =>
        (paths[at++] ?? []).map((id): Position => {
          const { x, y } = nodes[id] as PathNode;
          return [x, y];
        }),
      );
      return outer && outer.length > 3 ? [[outer, ...holes.filter((each) => each.length > 3)]] : [];
    });
    return { type: 'MultiPolygon', coordinates };
  });
}

/** Nodes that an edge leads to from each node. */
function neighboursOf({ paths }: NodedPaths): Map<number, Set<number>> {
  const neighbours = new Map<number, Set<number>>();
  const link = (a: number, b: number): void => {
    neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
  };
  for (const path of paths) {
    for (let at = 1; at < path.length; at++) {
      const [a, b] = [path[at - 1] as number, path[at] as number];
      link(a, b);
      link(b, a);
    }
  }
  return neighbours;
}

/** Gives rings of the plane the nodes that they were made of. */
class NodeFinder {
  private readonly byX = new Map<number, Map<number, number>>();
  private readonly neighbours: ReadonlyMap<number, ReadonlySet<number>>;

  constructor(
    private readonly noded: NodedPaths,
    private readonly plane: Plane,
  ) {
    noded.nodes.forEach(({ x, y }, id) => {
      const column = this.byX.get(x) ?? new Map<number, number>();
      this.byX.set(x, column.set(y, id));
    });
    this.neighbours = neighboursOf(noded);
  }

  private nodeAt([x = Number.NaN, y = Number.NaN]: Position): number | undefined {
    return this.byX.get(x)?.get(y);
  }

  /** Nodes dropped between two corners of a ring: those on the straight way along edges that were given. */
  private between(from: number, to: number): Position[] {
    const { nodes } = this.noded;
    const end = nodes[to] as PathNode;
    const found: Position[] = [];
    let here = from;
    while (!this.neighbours.get(here)?.has(to)) {
      const a = nodes[here] as PathNode;
      const [dx, dy] = [end.x - a.x, end.y - a.y];
      const next = [...(this.neighbours.get(here) ?? [])].find((id) => {
        const b = nodes[id] as PathNode;
        const [ex, ey] = [b.x - a.x, b.y - a.y];
        const ahead = ex * dx + ey * dy;
        return (
          ahead > 0 &&
          ahead < dx * dx + dy * dy &&
          Math.abs(ex * dy - ey * dx) <= 1e-9 * Math.hypot(dx, dy)
        );
      });
      if (next === undefined) break;
      found.push((nodes[next] as PathNode).position);
      here = next;
    }
    return found;
  }

  /** The closed ring on the globe; null when it is too narrow to be one. */
  ring(ring: readonly Position[]): Position[] | null {
    if (ringWidthMetres(ring) < NARROWEST_METRES) return null;
    const corners = ring.slice(0, -1);
    const open = corners.flatMap((corner, at): Position[] => {
      const id = this.nodeAt(corner);
      const next = this.nodeAt(corners[(at + 1) % corners.length] as Position);
      const [x = Number.NaN, y = Number.NaN] = corner;
      if (id === undefined) return [this.plane.toGlobe([x, y])];
      const { position } = this.noded.nodes[id] as PathNode;
      return [position, ...(next === undefined ? [] : this.between(id, next))];
    });
    return [...open, ...open.slice(0, 1)];
  }
}

/** Twice the area over the perimeter of a closed ring: its width, if it is a strip. */
function ringWidthMetres(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let [doubled, perimeter] = [0, 0];
  for (let at = 1; at < ring.length; at++) {
    const [ax = 0, ay = 0] = ring[at - 1] as Position;
    const [bx = 0, by = 0] = ring[at] as Position;
    doubled += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
    perimeter += Math.hypot(bx - ax, by - ay);
  }
  return perimeter > 0 ? Math.abs(doubled) / perimeter : 0;
}

/** The operation with areas whose edges are straight in `plane`; a Problem when polyclip fails. */
export function combinedIn(
  plane: Plane,
  areas: readonly Area[],
  operation: AreaOperation,
): Outcome<Area | null> {
  const rings = areas.flatMap((area) => polygonsOf(area).flat().map(closedRing));
  const noded = nodedPaths(plane, rings);
  const features = nodedAreas(areas, noded).map((geometry): Feature<Area> => ({
    type: 'Feature',
    properties: {},
    geometry,
  }));
  let result: Feature<Area> | null;
  try {
    result = OPERATIONS[operation](featureCollection(features));
  } catch (error) {
    // polyclip throws when rounding leads it to a ring that does not close.
    const cause = reasonOf(error);
    return refused(
      'area-operation-failed',
      `图形的边界过于接近或交错，无法合并或裁切（${cause}）`,
      '先检查并修正两个图形，再试',
    );
  }
  if (result === null) return done(null);
  const finder = new NodeFinder(noded, plane);
  const polygons = polygonsOf(result.geometry).flatMap(([outer = [], ...holes]) => {
    const shell = finder.ring(outer);
    return shell
      ? [[shell, ...holes.map((hole) => finder.ring(hole)).filter((hole) => hole !== null)]]
      : [];
  });
  return done(areaOf(polygons));
}

/** Why shapes cannot be worked on in one plane. */
export function notInOnePlane(): Outcome<never> {
  return refused(
    'shape-not-in-plane',
    '图形是空的、有无效坐标，或跨度超过 1,000 公里',
    '删去无效坐标，或分开处理相距很远的图形',
  );
}

function combined(areas: readonly Area[], operation: AreaOperation): Outcome<Area | null> {
  const plane = planeAround(areas);
  return plane ? combinedIn(plane, areas, operation) : notInOnePlane();
}

/** All areas as one. Touching along a border or overlapping ones become one polygon. */
export function unitedAreas(areas: readonly Area[]): Outcome<Area> {
  const united = combined(areas, 'union');
  if (!united.ok) return united;
  return united.value ? done(united.value) : notInOnePlane();
}

/** What lies in both; null when nothing does. */
export function commonArea(a: Area, b: Area): Outcome<Area | null> {
  return combined([a, b], 'intersection');
}

/** What of `a` lies outside `b`; null when nothing does. */
export function areaWithout(a: Area, b: Area): Outcome<Area | null> {
  return combined([a, b], 'difference');
}
