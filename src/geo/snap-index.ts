// What a pointer may catch: the nearest vertex or edge of many geometries within a tolerance.
//
// Edges are geodesics, kept in pieces of at most PIECE_METRES (a chord in degrees is then within 2 cm of its geodesic) in a grid
// of about one cell a piece over the bounds of all. A question looks at the cells that its tolerance meets, ranking by metres
// of the plane that touches the ellipsoid at the question (right to 1e-3 of the distance at 10 km); distance and place of
// the one edge that wins are GeographicLib's. A vertex comes back as the very numbers of its geometry.
// No target may cross the antimeridian.
import type { Geometry, Position } from 'geojson';
import { pathsOf } from './edit-paths';
import type { EditPath } from './edit-paths';
import { FLATTENING, RADIANS, SEMI_MAJOR_METRES } from './ellipsoid';
import { cutGeodesic, geodesicDistanceMetres, nearestOnGeodesic } from './geodesic';

export type SnapKind = 'boundary' | 'river' | 'road' | 'object';

export interface SnapTarget {
  readonly id: string;
  readonly kind: SnapKind;
  /** As it is shown, in Chinese. */
  readonly name: string;
  /** WGS84 degrees. */
  readonly geometry: Geometry;
}

export interface SnapHit {
  readonly target: SnapTarget;
  readonly on: 'vertex' | 'edge';
  /** WGS84 degrees: on the geodesic of the edge, or the vertex's own numbers. */
  readonly position: Position;
  /** Geodesic metres from where was asked. */
  readonly metres: number;
}

export interface SnapOptions {
  /** Only targets of these kinds; all when absent. */
  readonly kinds?: ReadonlySet<SnapKind>;
  /** Ids of targets to leave out, such as the shape being edited. */
  readonly except?: ReadonlySet<string>;
  /** 'vertex' leaves edges out, 'edge' vertices; both when absent. A vertex in reach goes before any edge. */
  readonly only?: 'vertex' | 'edge';
}

const PIECE_METRES = 1_000;
/** An edge of less than this in both coordinates is shorter than PIECE_METRES wherever degrees are longest. */
const SURELY_SHORT_DEGREES = 0.006;

const START_IS_VERTEX = 1;
const END_IS_VERTEX = 2;
const IS_POINT = 4;

export interface SnapIndex {
  readonly targets: readonly SnapTarget[];
  readonly paths: readonly (readonly EditPath[])[];
  /** Degrees, 4 a piece: lng lat of its start, lng lat of its end. */
  readonly pieces: Float64Array;
  /** 3 a piece: target, path of the target, edge of the path. */
  readonly owners: Int32Array;
  readonly marks: Uint8Array;
  readonly west: number;
  readonly south: number;
  readonly cellLng: number;
  readonly cellLat: number;
  readonly columns: number;
  readonly rows: number;
  /** Where each cell's pieces start in `cellPieces`; one more than cells. */
  readonly cellStarts: Int32Array;
  readonly cellPieces: Int32Array;
}

type Owner = readonly [target: number, path: number, edge: number];

interface Collected {
  readonly pieces: number[];
  readonly owners: number[];
  readonly marks: number[];
}

function addEdge(into: Collected, a: Position, b: Position, owner: Owner): void {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const isShort =
    Math.abs(bx - ax) < SURELY_SHORT_DEGREES && Math.abs(by - ay) < SURELY_SHORT_DEGREES;
  const parts = isShort ? 1 : Math.max(1, Math.ceil(geodesicDistanceMetres(a, b) / PIECE_METRES));
  const stops = parts === 1 ? [a, b] : cutGeodesic(a, b, parts);
  for (let at = 0; at < parts; at++) {
    const [[px = 0, py = 0] = [], [qx = 0, qy = 0] = []] = [stops[at], stops[at + 1]];
    into.pieces.push(px, py, qx, qy);
    into.owners.push(owner[0], owner[1], owner[2]);
    into.marks.push((at === 0 ? START_IS_VERTEX : 0) | (at === parts - 1 ? END_IS_VERTEX : 0));
  }
}

function addPath(
  into: Collected,
  { kind, positions }: EditPath,
  target: number,
  path: number,
): void {
  const [first] = positions;
  if (first && kind === 'point') {
    const [lng = 0, lat = 0] = first;
    into.pieces.push(lng, lat, lng, lat);
    into.owners.push(target, path, 0);
    into.marks.push(START_IS_VERTEX | IS_POINT);
    return;
  }
  const edges = kind === 'ring' ? positions.length : positions.length - 1;
  for (let edge = 0; edge < edges; edge++) {
    const [a, b] = [positions[edge], positions[(edge + 1) % positions.length]];
    if (a && b) addEdge(into, a, b, [target, path, edge]);
  }
}

type Grid = Pick<
  SnapIndex,
  'west' | 'south' | 'cellLng' | 'cellLat' | 'columns' | 'rows' | 'cellStarts' | 'cellPieces'
>;

function gridOf(pieces: Float64Array): Grid {
  const count = pieces.length / 4;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < pieces.length; at += 2) {
    west = Math.min(west, pieces[at] as number);
    east = Math.max(east, pieces[at] as number);
    south = Math.min(south, pieces[at + 1] as number);
    north = Math.max(north, pieces[at + 1] as number);
  }
  const side = Math.max(1, Math.ceil(Math.sqrt(count)));
  const [columns, rows] = [side, side];
  const cellLng = Math.max((east - west) / side, 1e-9);
  const cellLat = Math.max((north - south) / side, 1e-9);
  const column = (lng: number): number => Math.min(side - 1, Math.floor((lng - west) / cellLng));
  const row = (lat: number): number => Math.min(side - 1, Math.floor((lat - south) / cellLat));
  const visit = (take: (cell: number, piece: number) => void): void => {
    for (let piece = 0; piece < count; piece++) {
      const [px, py] = [pieces[piece * 4] as number, pieces[piece * 4 + 1] as number];
      const [qx, qy] = [pieces[piece * 4 + 2] as number, pieces[piece * 4 + 3] as number];
      const [left, right] = [Math.min(px, qx), Math.max(px, qx)];
      const [low, high] = [Math.min(py, qy), Math.max(py, qy)];
      for (let r = row(low); r <= row(high); r++) {
        for (let c = column(left); c <= column(right); c++) take(r * columns + c, piece);
      }
    }
  };
  const cellStarts = new Int32Array(columns * rows + 1);
  visit((cell) => {
    cellStarts[cell + 1] = (cellStarts[cell + 1] as number) + 1;
  });
  for (let cell = 0; cell < columns * rows; cell++) {
    cellStarts[cell + 1] = (cellStarts[cell + 1] as number) + (cellStarts[cell] as number);
  }
  const cellPieces = new Int32Array(cellStarts[columns * rows] as number);
  const next = cellStarts.slice();
  visit((cell, piece) => {
    const at = next[cell] as number;
    cellPieces[at] = piece;
    next[cell] = at + 1;
  });
  return { west, south, cellLng, cellLat, columns, rows, cellStarts, cellPieces };
}

/** Prepares targets for `snapAt`; 200,000 edges take about a fifth of a second. Throws for positions that are not numbers. */
export function snapIndex(targets: readonly SnapTarget[]): SnapIndex {
  const into: Collected = { pieces: [], owners: [], marks: [] };
  const paths = targets.map(({ geometry }) => pathsOf(geometry));
  paths.forEach((own, target) => own.forEach((each, path) => addPath(into, each, target, path)));
  const pieces = Float64Array.from(into.pieces);
  return {
    targets,
    paths,
    pieces,
    owners: Int32Array.from(into.owners),
    marks: Uint8Array.from(into.marks),
    ...gridOf(pieces),
  };
}

/** Metres a degree of longitude and of latitude at a latitude. */
function metresADegree(lat: number): readonly [lng: number, lat: number] {
  const eccentricity = FLATTENING * (2 - FLATTENING);
  const w = 1 - eccentricity * Math.sin(lat * RADIANS) ** 2;
  const normal = SEMI_MAJOR_METRES / Math.sqrt(w);
  return [
    normal * Math.cos(lat * RADIANS) * RADIANS,
    ((normal * (1 - eccentricity)) / w) * RADIANS,
  ];
}

/** The nearest found so far. */
interface Best {
  squared: number;
  piece: number;
  atEnd: boolean;
}

interface Question {
  readonly lng: number;
  readonly lat: number;
  readonly perLng: number;
  readonly perLat: number;
  readonly vertex: Best;
  readonly edge: Best;
}

function consider(index: SnapIndex, piece: number, ask: Question): void {
  const { pieces, marks } = index;
  const mark = marks[piece] as number;
  const ax = ((pieces[piece * 4] as number) - ask.lng) * ask.perLng;
  const ay = ((pieces[piece * 4 + 1] as number) - ask.lat) * ask.perLat;
  const bx = ((pieces[piece * 4 + 2] as number) - ask.lng) * ask.perLng;
  const by = ((pieces[piece * 4 + 3] as number) - ask.lat) * ask.perLat;
  const toStart = ax * ax + ay * ay;
  if (mark & START_IS_VERTEX && toStart < ask.vertex.squared) {
    Object.assign(ask.vertex, { squared: toStart, piece, atEnd: false });
  }
  const toEnd = bx * bx + by * by;
  if (mark & END_IS_VERTEX && toEnd < ask.vertex.squared) {
    Object.assign(ask.vertex, { squared: toEnd, piece, atEnd: true });
  }
  if (mark & IS_POINT) return;
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length)) : 0;
  const squared = (ax + t * dx) ** 2 + (ay + t * dy) ** 2;
  if (squared < ask.edge.squared) Object.assign(ask.edge, { squared, piece, atEnd: false });
}

function look(index: SnapIndex, ask: Question, reach: number, wanted: readonly boolean[]): void {
  const { west, south, cellLng, cellLat, columns, rows, cellStarts, cellPieces, owners } = index;
  const [byLng, byLat] = [reach / ask.perLng, reach / ask.perLat];
  const first = (from: number): number => Math.max(0, Math.floor(from));
  const last = (to: number, most: number): number => Math.min(most - 1, Math.floor(to));
  const rightmost = last((ask.lng + byLng - west) / cellLng, columns);
  const top = last((ask.lat + byLat - south) / cellLat, rows);
  for (let row = first((ask.lat - byLat - south) / cellLat); row <= top; row++) {
    for (let c = first((ask.lng - byLng - west) / cellLng); c <= rightmost; c++) {
      const cell = row * columns + c;
      for (let at = cellStarts[cell] as number; at < (cellStarts[cell + 1] as number); at++) {
        const piece = cellPieces[at] as number;
        if (wanted[owners[piece * 3] as number]) consider(index, piece, ask);
      }
    }
  }
}

function vertexHit(index: SnapIndex, { piece, atEnd }: Best, from: Position): SnapHit | null {
  const [number = 0, path = 0, edge = 0] = index.owners.subarray(piece * 3, piece * 3 + 3);
  const target = index.targets[number];
  const positions = index.paths[number]?.[path]?.positions ?? [];
  const position = positions[(edge + (atEnd ? 1 : 0)) % positions.length];
  if (!target || !position) return null;
  return { target, on: 'vertex', position, metres: geodesicDistanceMetres(from, position) };
}

function edgeHit(index: SnapIndex, { piece }: Best, from: Position): SnapHit | null {
  const [number = 0, path = 0, edge = 0] = index.owners.subarray(piece * 3, piece * 3 + 3);
  const target = index.targets[number];
  const positions = index.paths[number]?.[path]?.positions ?? [];
  const [a, b] = [positions[edge], positions[(edge + 1) % positions.length]];
  if (!target || !a || !b) return null;
  const pair = ([lng = 0, lat = 0]: Position): [number, number] => [lng, lat];
  const { metres, position } = nearestOnGeodesic(pair(from), pair(a), pair(b));
  return { target, on: 'edge', position: [...position], metres };
}

/**
 * What the pointer catches at a WGS84 position: the nearest vertex within the tolerance, else the nearest edge within it,
 * else null.
 */
export function snapAt(
  index: SnapIndex,
  position: Position,
  toleranceMetres: number,
  options: SnapOptions = {},
): SnapHit | null {
  const [lng = Number.NaN, lat = Number.NaN] = position;
  const [perLng, perLat] = metresADegree(lat);
  // A hair more than asked, since ranking is by the plane; the true distance decides below.
  const reach = toleranceMetres * 1.002 + 0.05;
  const none = (): Best => ({ squared: reach * reach, piece: -1, atEnd: false });
  const ask: Question = { lng, lat, perLng, perLat, vertex: none(), edge: none() };
  const wanted = index.targets.map(
    ({ id, kind }) => options.kinds?.has(kind) !== false && !options.except?.has(id),
  );
  look(index, ask, reach, wanted);
  const vertex =
    options.only !== 'edge' && ask.vertex.piece >= 0
      ? vertexHit(index, ask.vertex, position)
      : null;
  if (vertex && vertex.metres <= toleranceMetres) return vertex;
  const edge =
    options.only !== 'vertex' && ask.edge.piece >= 0 ? edgeHit(index, ask.edge, position) : null;
  return edge && edge.metres <= toleranceMetres ? edge : null;
}
