// Distance from a surface point to one piece of a shape.
//
// rough: the square of the chord to the piece, for ordering. With C the nearest point of the straight chord, h the
//   lift of the geodesic above C and R a radius of curvature: |V − F|² = |V − C|² − h² + h|V − C|²/R, F = lifted C.
// arc: F itself (lifted along the surface normal, one Newton step for its place), then chord to arc; beyond 2,500 km the
//   course of long-geodesic.ts.
// exact: GeographicLib.
//
// Points are arrays of three (ECEF metres): numbers handed to a call that is not inlined would be allocated.
import {
  arcMetres,
  LEAST_RADIUS_METRES,
  oneArc,
  Q_AXIS,
  Q_EQUATOR,
  SEMI_MAJOR_METRES,
} from './ellipsoid';
import { distanceToGeodesicMetres } from './geodesic';
import { writeCourse } from './long-geodesic';
import { PIECE_STRIDE } from './project-shape';
import type { ProjectShape } from './project-shape';

const FAR_SQUARED = 400_000 ** 2;
/** Beyond this chord arcs of circles are not good enough: the series of long-geodesic.ts. */
export const LONG_SQUARED = 2_500_000 ** 2;

/** `roughChordSquared` is right to this relative and absolute (m²) slack; measured, with room. */
const ROUGH_RELATIVE = 2e-8;
const ROUGH_SQUARE_METRES = 1e-4;

/** A rough square below this may belong to a chord of this length or less. */
export function atMostSquared(chordMetres: number): number {
  return chordMetres * chordMetres * (1 + ROUGH_RELATIVE) + ROUGH_SQUARE_METRES;
}

/** A rough square below this surely belongs to a shorter chord; negative when nothing is sure. */
export function surelyBelowSquared(chordMetres: number): number {
  return chordMetres * chordMetres * (1 - ROUGH_RELATIVE) - ROUGH_SQUARE_METRES;
}

export function roughChordSquared(
  pieces: Float64Array,
  piece: number,
  point: Float64Array,
): number {
  const x = point[0] as number;
  const y = point[1] as number;
  const z = point[2] as number;
  const at = piece * PIECE_STRIDE;
  const wx = x - (pieces[at] as number);
  const wy = y - (pieces[at + 1] as number);
  const wz = z - (pieces[at + 2] as number);
  const dx = pieces[at + 3] as number;
  const dy = pieces[at + 4] as number;
  const dz = pieces[at + 5] as number;
  let t = (wx * dx + wy * dy + wz * dz) * (pieces[at + 6] as number);
  t = t < 0 ? 0 : t > 1 ? 1 : t;
  const rx = wx - t * dx;
  const ry = wy - t * dy;
  const rz = wz - t * dz;
  const squared = rx * rx + ry * ry + rz * rz;
  const lift = (pieces[at + 7] as number) * t * (1 - t);
  return squared - lift * lift + (lift * squared) / LEAST_RADIUS_METRES;
}

/**
 * How far the foot on the straight chord may lie from that of the least arc, with room: chords are straight and the
 * earth is not. A point d away stands d²/2R below the horizon of the foot, and 5 km pieces dip by 4e-4, which moves it by
 * 3e-11 d² metres; curvature changes with azimuth, which moves it by 1.4e-17 d³.
 */
function footRoomMetres(metres: number): number {
  return metres * metres * (6e-11 + 5e-17 * metres);
}

/**
 * Is the nearest point of `other` the very vertex that is the nearest point of `piece`? Only asked of neighbours on a
 * path: then both arcs are the same and one need not be computed. `metres`: about how far the point is.
 */
export function sharesFoot(
  pieces: Float64Array,
  piece: number,
  other: number,
  point: Float64Array,
  metres: number,
): boolean {
  const x = point[0] as number;
  const y = point[1] as number;
  const z = point[2] as number;
  const at = (piece < other ? piece : other) * PIECE_STRIDE;
  const next = at + PIECE_STRIDE;
  const qx = (pieces[at] as number) + (pieces[at + 3] as number);
  const qy = (pieces[at + 1] as number) + (pieces[at + 4] as number);
  const qz = (pieces[at + 2] as number) + (pieces[at + 5] as number);
  const isJoined =
    Math.abs(qx - (pieces[next] as number)) < 1e-8 &&
    Math.abs(qy - (pieces[next + 1] as number)) < 1e-8 &&
    Math.abs(qz - (pieces[next + 2] as number)) < 1e-8;
  if (!isJoined) return false;
  const past = alongPiece(pieces, at, x - qx, y - qy, z - qz);
  const before = -alongPiece(pieces, next, x - qx, y - qy, z - qz);
  const room = footRoomMetres(metres);
  return past > room && before > room;
}

/** Metres of a vector along a piece's direction; 0 for a piece of no length. */
function alongPiece(pieces: Float64Array, at: number, wx: number, wy: number, wz: number): number {
  const dot =
    wx * (pieces[at + 3] as number) +
    wy * (pieces[at + 4] as number) +
    wz * (pieces[at + 5] as number);
  return dot * Math.sqrt(pieces[at + 6] as number);
}

/** Geodesic metres to a piece; error as `arcErrorMetres`. */
export function arcToPiece(pieces: Float64Array, piece: number, point: Float64Array): number {
  const x = point[0] as number;
  const y = point[1] as number;
  const z = point[2] as number;
  const at = piece * PIECE_STRIDE;
  const px = pieces[at] as number;
  const py = pieces[at + 1] as number;
  const pz = pieces[at + 2] as number;
  const inverse = pieces[at + 6] as number;
  const wx = x - px;
  const wy = y - py;
  const wz = z - pz;
  const squared = wx * wx + wy * wy + wz * wz;
  if (squared > LONG_SQUARED) return courseToPiece(pieces, piece, point);
  if (inverse === 0) return arcMetres(x, y, z, px, py, pz);
  const dx = pieces[at + 3] as number;
  const dy = pieces[at + 4] as number;
  const dz = pieces[at + 5] as number;
  let t = (wx * dx + wy * dy + wz * dz) * inverse;
  if (squared > FAR_SQUARED) return arcToFarPiece(pieces, at, t, Math.sqrt(squared), point);
  let fx = 0;
  let fy = 0;
  let fz = 0;
  for (let round = 0; round < 2; round++) {
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    fx = px + t * dx;
    fy = py + t * dy;
    fz = pz + t * dz;
    const gx = fx * Q_EQUATOR;
    const gy = fy * Q_EQUATOR;
    const gz = fz * Q_AXIS;
    const lift = (1 - (fx * gx + fy * gy + fz * gz)) / (2 * (gx * gx + gy * gy + gz * gz));
    fx += lift * gx;
    fy += lift * gy;
    fz += lift * gz;
    if (round === 0) {
      // Along the curve: the chord's direction and, off its middle, the slope of the lift (up is 1/a long in g).
      const up = ((x - fx) * gx + (y - fy) * gy + (z - fz) * gz) * SEMI_MAJOR_METRES;
      const slope = (pieces[at + 7] as number) * (1 - 2 * t);
      t += ((x - fx) * dx + (y - fy) * dy + (z - fz) * dz + slope * up) * inverse;
    }
  }
  return arcMetres(x, y, z, fx, fy, fz);
}

/**
 * Beyond 400 km the foot of least chord (`t` along the piece) is not quite that of least arc, as azimuth bends the arc.
 * Off the piece by more than they can differ, its end is the foot of both. Else it is the vertex of the parabola through
 * single arcs to both ends and the middle; their errors are alike and do not move it.
 */
function arcToFarPiece(
  pieces: Float64Array,
  at: number,
  t: number,
  metres: number,
  point: Float64Array,
): number {
  const room = footRoomMetres(metres) * Math.sqrt(pieces[at + 6] as number);
  if (t < -room) return arcToPlace(pieces, at, 0, point);
  if (t > 1 + room) return arcToPlace(pieces, at, 1, point);
  const start = oneArcToPlace(pieces, at, 0, point);
  const middle = oneArcToPlace(pieces, at, 0.5, point);
  const end = oneArcToPlace(pieces, at, 1, point);
  const bend = 2 * (start - 2 * middle + end);
  // A piece so short or so nearly radial that rounding bends it has its nearest place at an end.
  const vertex = bend > 0 ? 0.5 + (start - end) / (2 * bend) : start < end ? 0 : 1;
  const foot = vertex < 0 ? 0 : vertex > 1 ? 1 : vertex;
  return arcToPlace(pieces, at, foot, point);
}

/** One circle's arc to the foot of least chord; error `oneArcErrorMetres`. For telling which pieces deserve more. */
export function quickArcToPiece(pieces: Float64Array, piece: number, point: Float64Array): number {
  const x = point[0] as number;
  const y = point[1] as number;
  const z = point[2] as number;
  const at = piece * PIECE_STRIDE;
  const along =
    ((x - (pieces[at] as number)) * (pieces[at + 3] as number) +
      (y - (pieces[at + 1] as number)) * (pieces[at + 4] as number) +
      (z - (pieces[at + 2] as number)) * (pieces[at + 5] as number)) *
    (pieces[at + 6] as number);
  return oneArcToPlace(pieces, at, along < 0 ? 0 : along > 1 ? 1 : along, point);
}

/** A sight from a place of a piece to a village: the course as `writeCourse` writes it, then the place, ECEF metres. */
export const SIGHT_SIZE = 7;

/** Writes a sight from a share `t` along the piece. Returns how the distance changes along the piece, metres a piece. */
export function sightFromPiece(
  pieces: Float64Array,
  piece: number,
  t: number,
  point: Float64Array,
  sight: Float64Array,
): number {
  const at = piece * PIECE_STRIDE;
  writePlace(pieces, at, t, sight, 4);
  writeCourse(sight, 4, point, sight);
  return -(
    (sight[1] as number) * (pieces[at + 3] as number) +
    (sight[2] as number) * (pieces[at + 4] as number) +
    (sight[3] as number) * (pieces[at + 5] as number)
  );
}

/** Scratch, written and read within one call. */
const SIGHT = new Float64Array(SIGHT_SIZE);

/** From one of the ends, or from where the course is square to the piece: by the slopes at the ends. */
function courseToPiece(pieces: Float64Array, piece: number, point: Float64Array): number {
  const atStart = sightFromPiece(pieces, piece, 0, point, SIGHT);
  const start = SIGHT[0] as number;
  const atEnd = sightFromPiece(pieces, piece, 1, point, SIGHT);
  const least = Math.min(start, SIGHT[0] as number);
  if (!(atStart < 0 && atEnd > 0)) return least;
  sightFromPiece(pieces, piece, atStart / (atStart - atEnd), point, SIGHT);
  return Math.min(least, SIGHT[0] as number);
}

/** A point of a piece: scratch, written and read within one call. */
const PLACE = new Float64Array(3);

/** The point a share t along the piece's chord, lifted to the surface. */
function writePlace(
  pieces: Float64Array,
  at: number,
  t: number,
  out: Float64Array,
  outAt: number,
): void {
  const fx = (pieces[at] as number) + t * (pieces[at + 3] as number);
  const fy = (pieces[at + 1] as number) + t * (pieces[at + 4] as number);
  const fz = (pieces[at + 2] as number) + t * (pieces[at + 5] as number);
  const gx = fx * Q_EQUATOR;
  const gy = fy * Q_EQUATOR;
  const gz = fz * Q_AXIS;
  const lift = (1 - (fx * gx + fy * gy + fz * gz)) / (2 * (gx * gx + gy * gy + gz * gz));
  out[outAt] = fx + lift * gx;
  out[outAt + 1] = fy + lift * gy;
  out[outAt + 2] = fz + lift * gz;
}

function arcToPlace(pieces: Float64Array, at: number, t: number, point: Float64Array): number {
  writePlace(pieces, at, t, PLACE, 0);
  return arcMetres(
    point[0] as number,
    point[1] as number,
    point[2] as number,
    PLACE[0] as number,
    PLACE[1] as number,
    PLACE[2] as number,
  );
}

function oneArcToPlace(pieces: Float64Array, at: number, t: number, point: Float64Array): number {
  writePlace(pieces, at, t, PLACE, 0);
  return oneArc(
    point[0] as number,
    point[1] as number,
    point[2] as number,
    PLACE[0] as number,
    PLACE[1] as number,
    PLACE[2] as number,
  );
}

/** Geodesic metres to a piece by GeographicLib. */
export function exactToPiece(shape: ProjectShape, piece: number, lng: number, lat: number): number {
  const at = piece * 4;
  const [lngP, latP] = [shape.ends[at] as number, shape.ends[at + 1] as number];
  const [lngQ, latQ] = [shape.ends[at + 2] as number, shape.ends[at + 3] as number];
  return distanceToGeodesicMetres([lng, lat], [lngP, latP], [lngQ, latQ]);
}
