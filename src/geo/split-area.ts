// An area cut along a drawn line into polygons that share the cut, vertex by vertex.
//
// Rings and line are given common vertices in a gnomonic plane (noded-paths.ts): each cut lies on the geodesic of the edge
// that it cuts, so that the areas of the parts add up to that of the whole, to GeographicLib's 0.1 m² a vertex and, for
// an edge of L m, L × 6e-7 m² (L × 2e-4 m² for areas of 200 km). The faces of rings and line (plane-faces.ts) inside
// the area are the parts. The line may cross often, itself too, and run through holes; its loose ends are ignored.
import type { LineString, MultiLineString, Polygon, Position } from 'geojson';
import type { Outcome } from '../domain/problem';
import { closedRing, notInOnePlane, polygonsOf } from './area-boolean';
import type { Area } from './display-buffer';
import { done, refused } from './edit-outcome';
import { planeAround } from './gnomonic';
import type { Plane } from './gnomonic';
import { nodedPaths } from './noded-paths';
import type { PathNode } from './noded-paths';
import { facesOf, isInWalk, signedSquareMetres } from './plane-faces';
import type { Face } from './plane-faces';

type Step = readonly [from: number, to: number];

function stepsOf(path: readonly number[]): Step[] {
  return path.slice(1).map((to, at): Step => [path[at] as number, to]);
}

const key = ([from, to]: Step): string => `${from}>${to}`;

/** The point that tells on which side of any ring an edge lies; edges meet rings at their ends only. */
function middle(nodes: readonly PathNode[], [from, to]: Step): [x: number, y: number] {
  const [a, b] = [nodes[from] as PathNode, nodes[to] as PathNode];
  return [(a.x + b.x) / 2, (a.y + b.y) / 2];
}

/** Rings with the area on their left: the outer one counter-clockwise, holes clockwise. */
function leftHanded(nodes: readonly PathNode[], rings: readonly (readonly number[])[]): Step[][] {
  return rings.map((ring, at) => {
    const runsLeft = signedSquareMetres(nodes, ring) > 0;
    return stepsOf(runsLeft === (at === 0) ? ring : ring.toReversed());
  });
}

/** The closed walks that bound each part of one polygon: outer ring, then holes. */
function partsOf(
  nodes: readonly PathNode[],
  rings: readonly (readonly number[])[],
  lines: readonly (readonly number[])[],
): (readonly (readonly number[])[])[] {
  const border = leftHanded(nodes, rings).flat();
  const inward = new Set(border.map(key));
  const isInside = (step: Step): boolean => {
    const point = middle(nodes, step);
    return rings.filter((ring) => isInWalk(nodes, ring.slice(0, -1), point)).length === 1;
  };
  const isBorder = ([from, to]: Step): boolean =>
    inward.has(key([from, to])) || inward.has(key([to, from]));
  const cuts = lines.flatMap(stepsOf).filter((step) => !isBorder(step) && isInside(step));
  const faces = facesOf(nodes, [...border, ...cuts]);
  const outward = ({ nodes: walk }: Face): boolean =>
    walk.some((from, at) => inward.has(key([walk[(at + 1) % walk.length] as number, from])));
  const shells = faces
    .filter((face) => face.squareMetres > 0 && !outward(face))
    .toSorted((a, b) => a.squareMetres - b.squareMetres);
  const holes = new Map<Face, Face[]>(shells.map((shell) => [shell, []]));
  for (const hole of faces.filter((face) => face.squareMetres < 0)) {
    const first = hole.nodes[0] as number;
    const { x, y } = nodes[first] as PathNode;
    const around = shells.find(
      (shell) => !shell.nodes.includes(first) && isInWalk(nodes, shell.nodes, [x, y]),
    );
    if (around) holes.get(around)?.push(hole);
  }
  return shells.map((shell) => [shell, ...(holes.get(shell) ?? [])].map(({ nodes: walk }) => walk));
}

function asRing(nodes: readonly PathNode[], walk: readonly number[]): Position[] {
  return [...walk, ...walk.slice(0, 1)].map((id) => (nodes[id] as PathNode).position);
}

function splitPolygon(
  plane: Plane,
  rings: readonly (readonly Position[])[],
  lines: readonly (readonly Position[])[],
): readonly Polygon[] {
  const { nodes, paths } = nodedPaths(plane, [...rings.map(closedRing), ...lines]);
  const parts = partsOf(nodes, paths.slice(0, rings.length), paths.slice(rings.length));
  return parts.map((walks) => ({
    type: 'Polygon',
    coordinates: walks.map((walk) => asRing(nodes, walk)),
  }));
}

/**
 * The parts of an area cut by a line, each a polygon of its own; polygons that the line does not cut through come back
 * as they were. A Problem when it cuts through none.
 */
export function splitArea(
  area: Area,
  line: LineString | MultiLineString,
): Outcome<readonly Polygon[]> {
  const plane = planeAround([area, line]);
  if (plane === null) return notInOnePlane();
  const lines = line.type === 'LineString' ? [line.coordinates] : line.coordinates;
  const polygons = polygonsOf(area);
  const parts = polygons.flatMap((rings): readonly Polygon[] => {
    const cut = splitPolygon(plane, rings, lines);
    return cut.length > 1 ? cut : [{ type: 'Polygon', coordinates: [...rings] }];
  });
  if (parts.length > polygons.length) return done(parts);
  return refused(
    'split-not-through',
    '这条线没有把图形切开：线的两端要越过边界，遇到洞要穿过去',
    '把线的两端画到图形外面，再切一次',
  );
}
