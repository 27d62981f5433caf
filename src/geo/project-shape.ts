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
/** How far a geodesic rises over its chord, by the chord's square: four times the lift in the middle. */
const SAG_PER_SQUARED = 1 / (2 * LEAST_RADIUS_METRES);

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
  /** First piece of each path. */
  readonly starts: number[];
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
  into.starts.push(into.used / 4);
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

/** Nodes of a tree over `count` pieces, per level from the leaves up; empty for none. */
function levelSizes(count: number): number[] {
  if (count === 0) return [];
  const sizes = [Math.ceil(count / LEAF_SIZE)];
  while ((sizes.at(-1) as number) > 1) sizes.push(Math.ceil((sizes.at(-1) as number) / FAN_OUT));
  return sizes;
}

/**
 * Fills the pieces and the box of every leaf, lift included. `starts`: the pieces that begin a path; others begin where
 * the one before ended, so a vertex is worked out and looked at once. Comparisons are quicker here than Math.min.
 */
function fillPieces(
  { ends, pieces, boxes }: Pick<ProjectShape, 'ends' | 'pieces' | 'boxes'>,
  starts: readonly number[],
): void {
  // In a loop of its own: within the walk below both take half as long again (docs/performance.md).
  for (let end = 0, at = 3; end < ends.length; end += 4, at += PIECE_STRIDE) {
    writeEcef(ends[end + 2] as number, ends[end + 3] as number, pieces, at);
  }
  let [px, py, pz, path] = [0, 0, 0, 0];
  let nextStart = (starts[0] ?? -1) * 4;
  for (let from = 0, leaf = 0; from < pieces.length; from += LEAF_SIZE * PIECE_STRIDE, leaf++) {
    const to = Math.min(from + LEAF_SIZE * PIECE_STRIDE, pieces.length);
    let [lowX, lowY, lowZ] = [Infinity, Infinity, Infinity];
    let [highX, highY, highZ] = [-Infinity, -Infinity, -Infinity];
    let longest = 0;
    for (let at = from, end = (from / PIECE_STRIDE) * 4; at < to; at += PIECE_STRIDE, end += 4) {
      const isStart = end === nextStart;
      if (isStart) {
        path++;
        nextStart = (starts[path] ?? -1) * 4;
        writeEcef(ends[end] as number, ends[end + 1] as number, pieces, at);
        px = pieces[at] as number;
        py = pieces[at + 1] as number;
        pz = pieces[at + 2] as number;
      }
      if (isStart || at === from) {
        lowX = Math.min(lowX, px);
        lowY = Math.min(lowY, py);
        lowZ = Math.min(lowZ, pz);
        highX = Math.max(highX, px);
        highY = Math.max(highY, py);
        highZ = Math.max(highZ, pz);
      }
      const qx = pieces[at + 3] as number;
      const qy = pieces[at + 4] as number;
      const qz = pieces[at + 5] as number;
      if (qx < lowX) lowX = qx;
      if (qy < lowY) lowY = qy;
      if (qz < lowZ) lowZ = qz;
      if (qx > highX) highX = qx;
      if (qy > highY) highY = qy;
      if (qz > highZ) highZ = qz;
      const dx = qx - px;
      const dy = qy - py;
      const dz = qz - pz;
      const squared = dx * dx + dy * dy + dz * dz;
      if (squared > longest) longest = squared;
      pieces[at] = px;
      pieces[at + 1] = py;
      pieces[at + 2] = pz;
      pieces[at + 3] = dx;
      pieces[at + 4] = dy;
      pieces[at + 5] = dz;
      pieces[at + 6] = squared === 0 ? 0 : 1 / squared;
      pieces[at + 7] = squared * SAG_PER_SQUARED;
      px = qx;
      py = qy;
      pz = qz;
    }
    // The lift is largest in the middle: a quarter of the sag coefficient. A millimetre for rounding.
    const lift = longest * SAG_PER_SQUARED * 0.25 + 1e-3;
    boxes[leaf * 6] = lowX - lift;
    boxes[leaf * 6 + 1] = lowY - lift;
    boxes[leaf * 6 + 2] = lowZ - lift;
    boxes[leaf * 6 + 3] = highX + lift;
    boxes[leaf * 6 + 4] = highY + lift;
    boxes[leaf * 6 + 5] = highZ + lift;
  }
}

function leafBoundsOf(ends: Float64Array, leafCount: number): Float64Array {
  const bounds = new Float64Array(leafCount * 4);
  for (let leaf = 0; leaf < leafCount; leaf++) {
    const from = leaf * LEAF_SIZE * 4;
    const to = Math.min(from + LEAF_SIZE * 4, ends.length);
    let west = ends[from] as number;
    let south = ends[from + 1] as number;
    let east = west;
    let north = south;
    for (let at = from + 2; at < to; at += 2) {
      const lng = ends[at] as number;
      const lat = ends[at + 1] as number;
      if (lng < west) west = lng;
      else if (lng > east) east = lng;
      if (lat < south) south = lat;
      else if (lat > north) north = lat;
    }
    bounds[leaf * 4] = west;
    bounds[leaf * 4 + 1] = south;
    bounds[leaf * 4 + 2] = east;
    bounds[leaf * 4 + 3] = north;
  }
  return bounds;
}

/** Children of every node; boxes of those above the leaves. */
function treeOver(
  count: number,
  sizes: readonly number[],
  boxes: Float64Array,
): Pick<ProjectShape, 'childStart' | 'childEnd'> {
  const childStart = new Int32Array(boxes.length / 6);
  const childEnd = new Int32Array(boxes.length / 6);
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
      if (level > 0) boxNodes(boxes, node, from, to);
    }
    [below, belowEnd] = [levelStart, node];
  });
  return { childStart, childEnd };
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

/**
 * Prepares any GeoJSON geometry in WGS84 degrees; an empty one has no pieces. Unclosed rings are closed.
 * Throws ShapeError for positions that are not numbers, beyond ±85° latitude (edges included), or rings round a pole.
 */
export function projectShape(geometry: Geometry): ProjectShape {
  const collected: Collected = { ends: ROOM, used: 0, starts: [], polygons: [] };
  collect(geometry, collected);
  const ends = collected.ends.slice(0, collected.used);
  const pieceCount = ends.length / 4;
  const sizes = levelSizes(pieceCount);
  const leafCount = sizes[0] ?? 0;
  const pieces = new Float64Array(pieceCount * PIECE_STRIDE);
  const boxes = new Float64Array(sizes.reduce((sum, size) => sum + size, 0) * 6);
  fillPieces({ ends, pieces, boxes }, collected.starts);
  return {
    pieceCount,
    pieces,
    ends,
    boxes,
    ...treeOver(pieceCount, sizes, boxes),
    leafCount,
    leafBounds: leafBoundsOf(ends, leafCount),
    insides: collected.polygons.map(([from, to]) => polygonInside(ends, pieces, from, to)),
  };
}
