// Nearest piece of a shape to a point: down the box tree, nearer children first, with a first guess (the witness:
// the piece that was nearest for the neighbouring village) that usually prunes all the rest.
//
// A piece is looked at closely when its chord could belong to an arc shorter than the best one: chords are compared
// with the longest chord that an arc of that length can have anywhere on the ellipsoid.
import { arcErrorMetres, longestChordMetres, shortestChordMetres } from './ellipsoid';
import {
  arcToPiece,
  atMostSquared,
  exactToPiece,
  roughChordSquared,
  surelyBelowSquared,
} from './piece-distance';
import { isInside } from './polygon-inside';
import type { ProjectShape } from './project-shape';

/** Depth × fan-out of a tree over 2³¹ pieces. */
const STACK_SIZE = 128;

function boxDistanceSquared(
  boxes: Float64Array,
  node: number,
  x: number,
  y: number,
  z: number,
): number {
  const at = node * 6;
  const west = (boxes[at] as number) - x;
  const east = x - (boxes[at + 3] as number);
  const dx = west > 0 ? west : east > 0 ? east : 0;
  const left = (boxes[at + 1] as number) - y;
  const right = y - (boxes[at + 4] as number);
  const dy = left > 0 ? left : right > 0 ? right : 0;
  const low = (boxes[at + 2] as number) - z;
  const high = z - (boxes[at + 5] as number);
  const dz = low > 0 ? low : high > 0 ? high : 0;
  return dx * dx + dy * dy + dz * dz;
}

/** Searches one shape; holds its stack and last answer so that a search allocates nothing. */
export class NearestSearch {
  /** Geodesic metres of the last search (error: arcErrorMetres) and the piece; Infinity and −1 for an empty shape. */
  metres = Number.POSITIVE_INFINITY;
  piece = -1;
  private readonly stack = new Int32Array(STACK_SIZE);
  private readonly reach = new Float64Array(STACK_SIZE);
  private readonly root: number;
  private depth = 0;

  constructor(private readonly shape: ProjectShape) {
    this.root = shape.childStart.length - 1;
  }

  /** Inside a polygon of the shape? The boundary counts as neither: its distance is 0 anyway. */
  inside(lng: number, lat: number, x: number, y: number, z: number): boolean {
    const { insides } = this.shape;
    for (let at = 0; at < insides.length; at++) {
      if (isInside(insides[at] as (typeof insides)[number], lng, lat, x, y, z)) return true;
    }
    return false;
  }

  /** Sets `metres` and `piece` to the nearest piece of point x, y, z (ECEF metres). `witness`: a first guess or −1. */
  nearest(x: number, y: number, z: number, witness: number): void {
    const { pieces, childStart, childEnd, leafCount } = this.shape;
    this.metres = Number.POSITIVE_INFINITY;
    this.piece = -1;
    if (this.root < 0) return;
    let limit = Number.POSITIVE_INFINITY;
    if (witness >= 0) {
      this.metres = arcToPiece(pieces, witness, x, y, z);
      this.piece = witness;
      limit = atMostSquared(longestChordMetres(this.metres));
    }
    this.depth = 0;
    this.push(this.root, x, y, z, limit);
    while (this.depth > 0) {
      this.depth--;
      if ((this.reach[this.depth] as number) > limit) continue;
      const node = this.stack[this.depth] as number;
      const from = childStart[node] as number;
      const to = childEnd[node] as number;
      if (node >= leafCount) {
        for (let child = from; child < to; child++) this.push(child, x, y, z, limit);
        continue;
      }
      for (let piece = from; piece < to; piece++) {
        if (piece === witness || roughChordSquared(pieces, piece, x, y, z) > limit) continue;
        const metres = arcToPiece(pieces, piece, x, y, z);
        if (metres >= this.metres) continue;
        this.metres = metres;
        this.piece = piece;
        limit = atMostSquared(longestChordMetres(metres));
      }
    }
  }

  /** Is the point so near to this piece (−1: none) that no closer look is needed? */
  isSurelyWithin(piece: number, x: number, y: number, z: number, limits: ReachLimits): boolean {
    return piece >= 0 && roughChordSquared(this.shape.pieces, piece, x, y, z) < limits.sure;
  }

  /**
   * Is the point within `metres` of the shape's edges, exactly? Stops at the first piece that surely is.
   * Leaves that piece in `piece` as the next witness. `limits`: see reachLimits.
   */
  isWithin(
    lng: number,
    lat: number,
    x: number,
    y: number,
    z: number,
    limits: ReachLimits,
  ): boolean {
    const { pieces, childStart, childEnd, leafCount } = this.shape;
    if (this.root < 0) return false;
    this.depth = 0;
    this.push(this.root, x, y, z, limits.possible);
    while (this.depth > 0) {
      this.depth--;
      const node = this.stack[this.depth] as number;
      const from = childStart[node] as number;
      const to = childEnd[node] as number;
      if (node >= leafCount) {
        for (let child = from; child < to; child++) this.push(child, x, y, z, limits.possible);
        continue;
      }
      for (let piece = from; piece < to; piece++) {
        const rough = roughChordSquared(pieces, piece, x, y, z);
        if (rough > limits.possible) continue;
        if (rough < limits.sure || this.pieceWithin(piece, lng, lat, x, y, z, limits.metres)) {
          this.piece = piece;
          return true;
        }
      }
    }
    return false;
  }

  private pieceWithin(
    piece: number,
    lng: number,
    lat: number,
    x: number,
    y: number,
    z: number,
    metres: number,
  ): boolean {
    const arc = arcToPiece(this.shape.pieces, piece, x, y, z);
    if (Math.abs(arc - metres) > arcErrorMetres(metres)) return arc <= metres;
    return exactToPiece(this.shape, piece, lng, lat) <= metres;
  }

  /** Keeps the stack's top the nearest of the children pushed together. */
  private push(node: number, x: number, y: number, z: number, limit: number): void {
    const squared = boxDistanceSquared(this.shape.boxes, node, x, y, z);
    if (squared > limit) return;
    let at = this.depth++;
    while (at > 0 && (this.reach[at - 1] as number) < squared) {
      this.stack[at] = this.stack[at - 1] as number;
      this.reach[at] = this.reach[at - 1] as number;
      at--;
    }
    this.stack[at] = node;
    this.reach[at] = squared;
  }
}

/** Rough squares that decide a service distance: below `sure` it is within, above `possible` it is not. */
export interface ReachLimits {
  readonly metres: number;
  readonly sure: number;
  readonly possible: number;
}

export function reachLimits(metres: number): ReachLimits {
  const room = arcErrorMetres(metres);
  return {
    metres,
    sure: surelyBelowSquared(shortestChordMetres(Math.max(0, metres - room))),
    possible: atMostSquared(longestChordMetres(metres + room)),
  };
}

/**
 * The same distance by GeographicLib, for one point: of every piece that could be the nearest, given the approximate
 * distance. Beyond 3,000 km, where arcErrorMetres no longer holds, a fiftieth is allowed for.
 */
export function exactNearestMetres(
  shape: ProjectShape,
  lng: number,
  lat: number,
  point: readonly [x: number, y: number, z: number],
  approximateMetres: number,
): number {
  const [x, y, z] = point;
  const room = Math.min(2 * arcErrorMetres(approximateMetres), approximateMetres / 50 + 1e-3);
  const limit = atMostSquared(longestChordMetres(approximateMetres + room));
  let best = Number.POSITIVE_INFINITY;
  for (let piece = 0; piece < shape.pieceCount; piece++) {
    if (roughChordSquared(shape.pieces, piece, x, y, z) > limit) continue;
    best = Math.min(best, exactToPiece(shape, piece, lng, lat));
  }
  return best;
}
