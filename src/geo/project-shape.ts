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
  /** Degrees, 4 a leaf: west south east north of its vertices (geodesics bulge beyond by half a metre × tan lat). */
  readonly leafBounds: Float64Array;
  readonly insides: readonly PolygonInside[];
}

/** Why a geometry or village was refused; words for people are made elsewhere. */
export type ShapeRefusal = 'not-a-number' | 'latitude' | 'longitude' | 'round-the-pole';

/** A geometry that distances are not defined for; message and `value` hold the offending value. */
export class ShapeError extends Error {
  constructor(
    readonly refusal: ShapeRefusal,
    readonly value: string,
    message: string,
  ) {
    super(message);
    this.name = 'ShapeError';
  }
}

/** Where a shape of up to 2,048 pieces is collected before it is copied out: no allocation that outlives the call. */
const ROOM = new Float64Array(8192);

/** Pieces so far: a typed array that doubles when full (a plain array of numbers costs three times as much). */
interface Collected {
  /** lngP latP lngQ latQ of each piece. */
  ends: Float64Array;
  /** Numbers used of `ends`. */
  used: number;
  /** First and last-plus-one piece of each polygon. */
  readonly polygons: (readonly [from: number, to: number])[];
}

function addPiece(into: Collected, lngP: number, latP: number, lngQ: number, latQ: number): void {
  const at = into.used;
  if (at === into.ends.length) {
    const larger = new Float64Array(at * 2);
    larger.set(into.ends);
    into.ends = larger;
  }
  const { ends } = into;
  ends[at] = lngP;
  ends[at + 1] = latP;
  ends[at + 2] = lngQ;
  ends[at + 3] = latQ;
  into.used = at + 4;
}

/** Throws unless both are numbers in range; the message holds the value. */
function check(lng: number | undefined, lat: number | undefined): void {
  // Not a number and undefined compare as false.
  if (Math.abs(lat as number) <= LARGEST_LATITUDE && Math.abs(lng as number) <= 360) return;
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) {
    const value = `${lng}, ${lat}`;
    throw new ShapeError('not-a-number', value, `position ${value} is not a number`);
  }
  if (Math.abs(lat as number) > LARGEST_LATITUDE) {
    const message = `latitude ${lat}° is beyond ±${LARGEST_LATITUDE}°`;
    throw new ShapeError('latitude', `${lat}°`, message);
  }
  throw new ShapeError('longitude', `${lng}°`, `longitude ${lng}° is beyond ±360°`);
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
  if (Math.abs(lng - near) < 180) return lng;
  return lng - 360 * Math.round((lng - near) / 360);
}

/** `turnDegrees` (whole turns) is added to the longitudes of the path. */
function addPath(path: readonly Position[], into: Collected, turnDegrees = 0): void {
  const first = path[0];
  if (first === undefined) return;
  check(first[0], first[1]);
  let lngP = (first[0] as number) + turnDegrees;
  let latP = first[1] as number;
  if (path.length === 1) addPiece(into, lngP, latP, lngP, latP);
  for (let i = 1; i < path.length; i++) {
    const a = path[i - 1] as Position;
    const b = path[i] as Position;
    check(b[0], b[1]);
    const parts = partsOf(a, b);
    if (parts > 1) {
      for (const [lng, lat] of cutGeodesic(a, b, parts).slice(1, -1)) {
        check(lng, lat);
        const lngQ = unwrapped(lng as number, lngP);
        addPiece(into, lngP, latP, lngQ, lat as number);
        lngP = lngQ;
        latP = lat as number;
      }
    }
    const lngQ = unwrapped(b[0] as number, lngP);
    addPiece(into, lngP, latP, lngQ, b[1] as number);
    lngP = lngQ;
    latP = b[1] as number;
  }
}

function addRing(ring: readonly Position[], into: Collected, turnDegrees: number): void {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return;
  const closed = first[0] === last[0] && first[1] === last[1];
  const from = into.used;
  addPath(closed && ring.length > 1 ? ring : [...ring, first], into, turnDegrees);
  const turn = (into.ends[into.used - 2] ?? 0) - (into.ends[from] ?? 0);
  // A ring stored across ±180 may start at 180 and end at −180: half a turn is the most that is not a full one.
  if (Math.abs(turn) > 180) {
    throw new ShapeError('round-the-pole', `${turn}°`, `a ring winds ${turn}° round the pole`);
  }
}

/** Least longitude of the pieces from `from` on. */
function westOf({ ends, used }: Collected, from: number): number {
  let west = Number.POSITIVE_INFINITY;
  for (let at = from * 4; at < used; at += 2) west = Math.min(west, ends[at] as number);
  return west;
}

function addPolygon(rings: readonly (readonly Position[])[], into: Collected): void {
  const from = into.used / 4;
  let west = Number.NaN;
  for (const ring of rings) {
    // A hole may be stored a turn away from its outer ring when that crosses the antimeridian: it is put east of
    // the ring's west end, on the same turn, where the inside test counts both.
    const [lng = Number.NaN] = ring[0] ?? [];
    const turns = Math.ceil((west - 1e-9 - lng) / 360);
    addRing(ring, into, Number.isFinite(turns) ? 360 * turns : 0);
    if (Number.isNaN(west) && into.used / 4 > from) west = westOf(into, from);
  }
  if (into.used / 4 > from) into.polygons.push([from, into.used / 4]);
}

function collect(geometry: Geometry, into: Collected): void {
  switch (geometry.type) {
    case 'Point':
      return addPath([geometry.coordinates], into);
    case 'MultiPoint':
      return geometry.coordinates.forEach((point) => addPath([point], into));
    case 'LineString':
      return addPath(geometry.coordinates, into);
    case 'MultiLineString':
      return geometry.coordinates.forEach((line) => addPath(line, into));
    case 'Polygon':
      return addPolygon(geometry.coordinates, into);
    case 'MultiPolygon':
      return geometry.coordinates.forEach((rings) => addPolygon(rings, into));
    case 'GeometryCollection':
      return geometry.geometries.forEach((each) => collect(each, into));
  }
}

function piecesOf(ends: Float64Array): Float64Array {
  const pieces = new Float64Array(ends.length * (PIECE_STRIDE / 4));
  let [qx, qy, qz] = [Number.NaN, Number.NaN, Number.NaN];
  for (let end = 0, at = 0; end < ends.length; end += 4, at += PIECE_STRIDE) {
    const goesOn = end > 0 && ends[end] === ends[end - 2] && ends[end + 1] === ends[end - 1];
    if (!goesOn) {
      writeEcef(ends[end] as number, ends[end + 1] as number, pieces, at);
      qx = pieces[at] as number;
      qy = pieces[at + 1] as number;
      qz = pieces[at + 2] as number;
    }
    const [px, py, pz] = [qx, qy, qz];
    writeEcef(ends[end + 2] as number, ends[end + 3] as number, pieces, at + 3);
    qx = pieces[at + 3] as number;
    qy = pieces[at + 4] as number;
    qz = pieces[at + 5] as number;
    const dx = qx - px;
    const dy = qy - py;
    const dz = qz - pz;
    const squared = dx * dx + dy * dy + dz * dz;
    pieces[at] = px;
    pieces[at + 1] = py;
    pieces[at + 2] = pz;
    pieces[at + 3] = dx;
    pieces[at + 4] = dy;
    pieces[at + 5] = dz;
    pieces[at + 6] = squared === 0 ? 0 : 1 / squared;
    pieces[at + 7] = squared / (2 * LEAST_RADIUS_METRES);
  }
  return pieces;
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
  let node = 0;
  let below = 0;
  let belowEnd = count;
  sizes.forEach((size, level) => {
    const step = level === 0 ? LEAF_SIZE : FAN_OUT;
    const levelStart = node;
    for (let k = 0; k < size; k++, node++) {
      const from = below + k * step;
      const to = Math.min(from + step, belowEnd);
      childStart[node] = from;
      childEnd[node] = to;
      if (level === 0) boxPieces(boxes, pieces, node, from, to);
      else boxNodes(boxes, node, from, to);
    }
    [below, belowEnd] = [levelStart, node];
  });
  return { boxes, childStart, childEnd, leafCount: sizes[0] ?? 0 };
}

/** Box of leaf `node` over pieces [from, to), lift included. */
function boxPieces(
  boxes: Float64Array,
  pieces: Float64Array,
  node: number,
  from: number,
  to: number,
): void {
  let [lowX, lowY, lowZ, largestSag] = [Infinity, Infinity, Infinity, 0];
  let [highX, highY, highZ] = [-Infinity, -Infinity, -Infinity];
  for (let at = from * PIECE_STRIDE; at < to * PIECE_STRIDE; at += PIECE_STRIDE) {
    const px = pieces[at] as number;
    const py = pieces[at + 1] as number;
    const pz = pieces[at + 2] as number;
    const qx = px + (pieces[at + 3] as number);
    const qy = py + (pieces[at + 4] as number);
    const qz = pz + (pieces[at + 5] as number);
    const sag = pieces[at + 7] as number;
    lowX = Math.min(lowX, px, qx);
    lowY = Math.min(lowY, py, qy);
    lowZ = Math.min(lowZ, pz, qz);
    highX = Math.max(highX, px, qx);
    highY = Math.max(highY, py, qy);
    highZ = Math.max(highZ, pz, qz);
    largestSag = Math.max(largestSag, sag);
  }
  // The lift is largest in the middle: a quarter of the sag coefficient. A millimetre for rounding.
  const lift = largestSag * 0.25 + 1e-3;
  const at = node * 6;
  boxes[at] = lowX - lift;
  boxes[at + 1] = lowY - lift;
  boxes[at + 2] = lowZ - lift;
  boxes[at + 3] = highX + lift;
  boxes[at + 4] = highY + lift;
  boxes[at + 5] = highZ + lift;
}

/** Box of `node` over the boxes of nodes [from, to). */
function boxNodes(boxes: Float64Array, node: number, from: number, to: number): void {
  for (let axis = 0; axis < 3; axis++) {
    let least = boxes[from * 6 + axis] as number;
    let largest = boxes[from * 6 + 3 + axis] as number;
    for (let child = from + 1; child < to; child++) {
      const low = boxes[child * 6 + axis] as number;
      const high = boxes[child * 6 + 3 + axis] as number;
      if (low < least) least = low;
      if (high > largest) largest = high;
    }
    boxes[node * 6 + axis] = least;
    boxes[node * 6 + 3 + axis] = largest;
  }
}

function leafBoundsOf(ends: Float64Array, leafCount: number): Float64Array {
  const bounds = new Float64Array(leafCount * 4);
  for (let leaf = 0; leaf < leafCount; leaf++) {
    const from = leaf * LEAF_SIZE * 4;
    const to = Math.min(from + LEAF_SIZE * 4, ends.length);
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = from; at < to; at += 4) {
      const lngP = ends[at] as number;
      const latP = ends[at + 1] as number;
      const lngQ = ends[at + 2] as number;
      const latQ = ends[at + 3] as number;
      west = Math.min(west, lngP, lngQ);
      south = Math.min(south, latP, latQ);
      east = Math.max(east, lngP, lngQ);
      north = Math.max(north, latP, latQ);
    }
    bounds[leaf * 4] = west;
    bounds[leaf * 4 + 1] = south;
    bounds[leaf * 4 + 2] = east;
    bounds[leaf * 4 + 3] = north;
  }
  return bounds;
}

/**
 * Prepares any GeoJSON geometry in WGS84 degrees; an empty one has no pieces. Unclosed rings are closed.
 * Throws ShapeError for positions that are not numbers, beyond ±85° latitude (edges included), or rings round a pole.
 */
export function projectShape(geometry: Geometry): ProjectShape {
  const collected: Collected = { ends: ROOM, used: 0, polygons: [] };
  collect(geometry, collected);
  const ends = collected.ends.slice(0, collected.used);
  const pieces = piecesOf(ends);
  const tree = treeOver(pieces);
  return {
    pieceCount: ends.length / 4,
    pieces,
    ends,
    ...tree,
    leafBounds: leafBoundsOf(ends, tree.leafCount),
    insides: collected.polygons.map(([from, to]) => polygonInside(ends, pieces, from, to)),
  };
}
