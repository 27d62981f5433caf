// A project's geometry prepared for distances: geodesic pieces in space with a box tree over them.
//
// 1. Every edge is a geodesic. One longer than LONGEST_PIECE_METRES is cut by GeographicLib; on shorter pieces the
//    geodesic lies above its ECEF chord along the surface normal to better than 1e-6 m, so a point of the piece is
//    "point of the chord, lifted to the surface". Points are pieces of length 0.
// 2. Pieces keep the order of the line, which is already a good spatial order: leaves of 8 pieces, 4 children a node.
//    Boxes are widened by the lift, so the distance to a box is never more than the chord to a piece inside it.
// 3. Polygons also get an inside test (polygon-inside.ts); holes are outside.
//
// Antimeridian: space has none. An edge takes the short way round; longitudes are unwrapped along each path.
import type { Geometry, Position } from 'geojson';
import { arcMetres, LEAST_RADIUS_METRES, writeEcef } from './ellipsoid';
import { cutGeodesic } from './geodesic';
import type { PolygonInside } from './polygon-inside';
import { polygonInside } from './polygon-inside';

export const LONGEST_PIECE_METRES = 5_000;
/** Beyond it strips and longitudes degenerate; no plan of ours lies there. */
export const LARGEST_LATITUDE = 85;

/** Numbers a piece: px py pz dx dy dz 1/|d|² (0 for a point) sag, all from metres; end of piece = p + d. */
export const PIECE_STRIDE = 8;
export const LEAF_SIZE = 8;
const FAN_OUT = 4;

export interface ProjectShape {
  readonly pieceCount: number;
  readonly pieces: Float64Array;
  /** Degrees, 4 a piece: lngP latP lngQ latQ; longitudes continuous along a path. */
  readonly ends: Float64Array;
  /** ECEF metres, 6 a node: least x y z, largest x y z. Leaves first, root last. */
  readonly boxes: Float64Array;
  /** First and last-plus-one child of each node: pieces for leaves, nodes above. */
  readonly childStart: Int32Array;
  readonly childEnd: Int32Array;
  readonly leafCount: number;
  readonly insides: readonly PolygonInside[];
}

/** A geometry that distances are not defined for; the message holds the offending value. */
export class ShapeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ShapeError';
  }
}

interface Collected {
  /** lngP latP lngQ latQ of each piece. */
  readonly ends: number[];
  readonly insides: PolygonInside[];
}

/** Throws unless both are numbers in range; the message holds the value. */
function check(lng: number | undefined, lat: number | undefined): void {
  if (lng === undefined || lat === undefined || !Number.isFinite(lng) || !Number.isFinite(lat)) {
    throw new ShapeError(`position ${lng}, ${lat} is not a number`);
  }
  if (Math.abs(lat) > LARGEST_LATITUDE) {
    throw new ShapeError(`latitude ${lat}° is beyond ±${LARGEST_LATITUDE}°`);
  }
  if (Math.abs(lng) > 360) throw new ShapeError(`longitude ${lng}° is beyond ±360°`);
}

/** An edge of less than this in both coordinates is shorter than LONGEST_PIECE_METRES anywhere: no need to measure. */
const SURELY_SHORT_DEGREES = 0.03;

function partsOf(a: Position, b: Position): number {
  const lngStep = Math.abs((a[0] as number) - (b[0] as number));
  const latStep = Math.abs((a[1] as number) - (b[1] as number));
  if (lngStep < SURELY_SHORT_DEGREES && latStep < SURELY_SHORT_DEGREES) return 1;
  return Math.max(1, Math.ceil(edgeMetres(a, b) / LONGEST_PIECE_METRES));
}

function edgeMetres(a: Position, b: Position): number {
  const at = new Float64Array(6);
  writeEcef(a[0] ?? Number.NaN, a[1] ?? Number.NaN, at, 0);
  writeEcef(b[0] ?? Number.NaN, b[1] ?? Number.NaN, at, 3);
  const [ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0] = at;
  return arcMetres(ax, ay, az, bx, by, bz);
}

/** Same meridian, at most half a turn from `near`. */
function unwrapped(lng: number, near: number): number {
  return lng - 360 * Math.round((lng - near) / 360);
}

function addPath(path: readonly Position[], ends: number[]): void {
  const first = path[0];
  if (first === undefined) return;
  check(first[0], first[1]);
  let lngP = first[0] as number;
  let latP = first[1] as number;
  if (path.length === 1) ends.push(lngP, latP, lngP, latP);
  const addEnd = (lng: number, latQ: number): void => {
    const lngQ = unwrapped(lng, lngP);
    ends.push(lngP, latP, lngQ, latQ);
    lngP = lngQ;
    latP = latQ;
  };
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1] as Position, path[i] as Position];
    check(b[0], b[1]);
    const parts = partsOf(a, b);
    const inner = parts === 1 ? [] : cutGeodesic(a, b, parts).slice(1, -1);
    for (const stop of inner) {
      check(stop[0], stop[1]);
      addEnd(stop[0] as number, stop[1] as number);
    }
    addEnd(b[0] as number, b[1] as number);
  }
}

function addRing(ring: readonly Position[], ends: number[]): void {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return;
  const closed = first[0] === last[0] && first[1] === last[1];
  const from = ends.length;
  addPath(closed && ring.length > 1 ? ring : [...ring, first], ends);
  const turn = (ends.at(-2) ?? 0) - (ends[from] ?? 0);
  // A ring stored across ±180 may start at 180 and end at −180: half a turn is the most that is not a full one.
  if (Math.abs(turn) > 180) throw new ShapeError(`a ring winds ${turn}° round the pole`);
}

function addPolygon(rings: readonly (readonly Position[])[], into: Collected): void {
  const ends: number[] = [];
  for (const ring of rings) addRing(ring, ends);
  if (ends.length > 0) into.insides.push(polygonInside(Float64Array.from(ends)));
  for (const each of ends) into.ends.push(each);
}

function collect(geometry: Geometry, into: Collected): void {
  switch (geometry.type) {
    case 'Point':
      return addPath([geometry.coordinates], into.ends);
    case 'MultiPoint':
      return geometry.coordinates.forEach((point) => addPath([point], into.ends));
    case 'LineString':
      return addPath(geometry.coordinates, into.ends);
    case 'MultiLineString':
      return geometry.coordinates.forEach((line) => addPath(line, into.ends));
    case 'Polygon':
      return addPolygon(geometry.coordinates, into);
    case 'MultiPolygon':
      return geometry.coordinates.forEach((rings) => addPolygon(rings, into));
    case 'GeometryCollection':
      return geometry.geometries.forEach((each) => collect(each, into));
  }
}

function piecesOf(ends: Float64Array): Float64Array {
  const count = ends.length / 4;
  const pieces = new Float64Array(count * PIECE_STRIDE);
  const q = new Float64Array(3);
  for (let piece = 0; piece < count; piece++) {
    const [at, end] = [piece * PIECE_STRIDE, piece * 4];
    const goesOn = piece > 0 && ends[end] === ends[end - 2] && ends[end + 1] === ends[end - 1];
    if (goesOn) pieces.set(q, at);
    else writeEcef(ends[end] as number, ends[end + 1] as number, pieces, at);
    writeEcef(ends[end + 2] as number, ends[end + 3] as number, q, 0);
    const dx = (q[0] as number) - (pieces[at] as number);
    const dy = (q[1] as number) - (pieces[at + 1] as number);
    const dz = (q[2] as number) - (pieces[at + 2] as number);
    const squared = dx * dx + dy * dy + dz * dz;
    pieces[at + 3] = dx;
    pieces[at + 4] = dy;
    pieces[at + 5] = dz;
    pieces[at + 6] = squared === 0 ? 0 : 1 / squared;
    pieces[at + 7] = squared / (2 * LEAST_RADIUS_METRES);
  }
  return pieces;
}

function widen(
  box: Float64Array,
  node: number,
  axis: number,
  least: number,
  largest: number,
): void {
  const at = node * 6 + axis;
  if (least < (box[at] as number)) box[at] = least;
  if (largest > (box[at + 3] as number)) box[at + 3] = largest;
}

/** Nodes of a tree over `count` pieces, per level from the leaves up; empty for none. */
function levelSizes(count: number): number[] {
  if (count === 0) return [];
  const sizes = [Math.ceil(count / LEAF_SIZE)];
  while ((sizes.at(-1) as number) > 1) sizes.push(Math.ceil((sizes.at(-1) as number) / FAN_OUT));
  return sizes;
}

type Tree = Pick<ProjectShape, 'boxes' | 'childStart' | 'childEnd' | 'leafCount'>;

function treeOver(pieces: Float64Array): Tree {
  const count = pieces.length / PIECE_STRIDE;
  const sizes = levelSizes(count);
  const nodes = sizes.reduce((sum, size) => sum + size, 0);
  const childStart = new Int32Array(nodes);
  const childEnd = new Int32Array(nodes);
  const boxes = new Float64Array(nodes * 6);
  for (let node = 0; node < nodes; node++) {
    boxes.fill(Number.POSITIVE_INFINITY, node * 6, node * 6 + 3);
    boxes.fill(Number.NEGATIVE_INFINITY, node * 6 + 3, node * 6 + 6);
  }
  let node = 0;
  let below = 0;
  let belowEnd = count;
  sizes.forEach((size, level) => {
    const step = level === 0 ? LEAF_SIZE : FAN_OUT;
    const levelStart = node;
    for (let k = 0; k < size; k++, node++) {
      childStart[node] = below + k * step;
      childEnd[node] = Math.min(below + (k + 1) * step, belowEnd);
      fillBox(boxes, pieces, node, childStart[node] as number, childEnd[node] as number, level);
    }
    [below, belowEnd] = [levelStart, node];
  });
  return { boxes, childStart, childEnd, leafCount: sizes[0] ?? 0 };
}

function fillBox(
  boxes: Float64Array,
  pieces: Float64Array,
  node: number,
  from: number,
  to: number,
  level: number,
): void {
  for (let child = from; child < to; child++) {
    for (let axis = 0; axis < 3; axis++) {
      if (level > 0) {
        widen(
          boxes,
          node,
          axis,
          boxes[child * 6 + axis] as number,
          boxes[child * 6 + 3 + axis] as number,
        );
        continue;
      }
      const at = child * PIECE_STRIDE;
      // The lift is largest in the middle: a quarter of the sag coefficient. A millimetre for rounding.
      const lift = (pieces[at + 7] as number) / 4 + 1e-3;
      const p = pieces[at + axis] as number;
      const q = p + (pieces[at + 3 + axis] as number);
      widen(boxes, node, axis, Math.min(p, q) - lift, Math.max(p, q) + lift);
    }
  }
}

/**
 * Prepares any GeoJSON geometry in WGS84 degrees; an empty one has no pieces. Unclosed rings are closed.
 * Throws ShapeError for positions that are not numbers, beyond ±85° latitude (edges included), or rings round a pole.
 */
export function projectShape(geometry: Geometry): ProjectShape {
  const collected: Collected = { ends: [], insides: [] };
  collect(geometry, collected);
  const ends = Float64Array.from(collected.ends);
  const pieces = piecesOf(ends);
  return {
    pieceCount: ends.length / 4,
    pieces,
    ends,
    ...treeOver(pieces),
    insides: collected.insides,
  };
}
