// The nearest place of a shape thousands of kilometres away, with few geodesics and nothing left to chance.
//
// From a place C of the shape the geodesic to the village has length s and direction u. Moving from C by the chord w changes
// the length by −u·w and a curved rest: the second derivative of the distance is at least min(0, cot(s/b)/b), as no part of
// the ellipsoid is more curved than 1/b² (Sturm), and chords differ from geodesics by less than w³/5b². So
//   s(C + w) ≥ s(C) − u·w − w³/5b² − (w²/2b) max(0, −cot((s + w)/b))
// bounds whole boxes and pieces from below: what can not be nearer than the best so far is never measured, and mostly one
// geodesic a village is enough. Holds while s + w stays under LONGEST_COURSE_METRES.
import { LONGEST_COURSE_METRES, SEMI_MINOR_METRES } from './ellipsoid';
import { SIGHT_SIZE, sightFromPiece } from './piece-distance';
import { PIECE_STRIDE } from './project-shape';
import type { ProjectShape } from './project-shape';

/** Nearer than this by at most is as good as equal. */
const TOLERANCE_METRES = 1e-5;
/** Beyond it the bound is not claimed; it would not exclude anything either. */
const MOST_APART_METRES = 1e6;
const STACK_SIZE = 128;

/** Most that the curved rest can take off; Infinity where nothing is known. */
function rest(metres: number, apart: number): number {
  const farthest = metres + apart;
  if (apart > MOST_APART_METRES || farthest > LONGEST_COURSE_METRES)
    return Number.POSITIVE_INFINITY;
  const chords = (apart * apart * apart) / (5 * SEMI_MINOR_METRES * SEMI_MINOR_METRES);
  const angle = farthest / SEMI_MINOR_METRES;
  if (angle < Math.PI / 2) return chords;
  return chords - (apart * apart * 1.01) / (2 * SEMI_MINOR_METRES * Math.tan(angle));
}

/** Searches one shape; holds its stack and last answer so that a search allocates nothing. */
export class FarSearch {
  /** Geodesic metres of the last search (error: arcErrorMetres) and the piece; as given and −1 when none was nearer. */
  metres = Number.POSITIVE_INFINITY;
  piece = -1;
  private readonly stack = new Int32Array(STACK_SIZE);
  /** C: the nearest place found; at the start of a search the previous one's. */
  private readonly base = new Float64Array(SIGHT_SIZE);
  private basePiece = 0;
  private baseShare = 0;
  private readonly sight = new Float64Array(SIGHT_SIZE);

  constructor(private readonly shape: ProjectShape) {}

  /** The next search begins as the first one did. */
  forget(): void {
    this.basePiece = 0;
    this.baseShare = 0;
  }

  /** Looks for a piece nearer than `metres` to the village at `point`, ECEF metres. */
  find(point: Float64Array, metres: number): void {
    const { childStart, childEnd, leafCount, pieceCount } = this.shape;
    this.metres = metres;
    this.piece = -1;
    if (pieceCount === 0) return;
    this.look(this.basePiece, this.baseShare, point);
    this.base.set(this.sight);
    let depth = 0;
    this.stack[depth++] = childStart.length - 1;
    while (depth > 0) {
      const node = this.stack[--depth] as number;
      if (!this.boxMayHoldNearer(node)) continue;
      const from = childStart[node] as number;
      const to = childEnd[node] as number;
      for (let child = from; child < to; child++) {
        if (node >= leafCount) this.stack[depth++] = child;
        else if (this.pieceMayBeNearer(child)) this.measure(child, point);
      }
    }
  }

  /** Looks at a place and keeps it when it is the nearest so far. Returns how the distance grows along the piece. */
  private look(piece: number, share: number, point: Float64Array): number {
    const slope = sightFromPiece(this.shape.pieces, piece, share, point, this.sight);
    const metres = this.sight[0] as number;
    if (metres < this.metres) {
      this.metres = metres;
      this.piece = piece;
      this.base.set(this.sight);
      this.basePiece = piece;
      this.baseShare = share;
    }
    return slope;
  }

  private measure(piece: number, point: Float64Array): void {
    const atStart = this.look(piece, 0, point);
    const atEnd = this.look(piece, 1, point);
    if (atStart < 0 && atEnd > 0) this.look(piece, atStart / (atStart - atEnd), point);
  }

  /** The bound grows with distance ahead and distance apart: a box's corner for each. */
  private boxMayHoldNearer(node: number): boolean {
    const { boxes } = this.shape;
    const { base } = this;
    let ahead = 0;
    let apartSquared = 0;
    for (let axis = 0; axis < 3; axis++) {
      const low = (boxes[node * 6 + axis] as number) - (base[4 + axis] as number);
      const high = (boxes[node * 6 + 3 + axis] as number) - (base[4 + axis] as number);
      const direction = base[1 + axis] as number;
      ahead += direction * (direction > 0 ? high : low);
      apartSquared += Math.max(low * low, high * high);
    }
    return this.isWorth(ahead, apartSquared);
  }

  /** The bound is convex along the piece's chord: its ends decide. */
  private pieceMayBeNearer(piece: number): boolean {
    const { pieces } = this.shape;
    const { base } = this;
    const at = piece * PIECE_STRIDE;
    const x = (pieces[at] as number) - (base[4] as number);
    const y = (pieces[at + 1] as number) - (base[5] as number);
    const z = (pieces[at + 2] as number) - (base[6] as number);
    if (this.mayBeNearer(x, y, z)) return true;
    const dx = x + (pieces[at + 3] as number);
    const dy = y + (pieces[at + 4] as number);
    const dz = z + (pieces[at + 5] as number);
    return this.mayBeNearer(dx, dy, dz);
  }

  private mayBeNearer(dx: number, dy: number, dz: number): boolean {
    const { base } = this;
    const ahead = dx * (base[1] as number) + dy * (base[2] as number) + dz * (base[3] as number);
    return this.isWorth(ahead, dx * dx + dy * dy + dz * dz);
  }

  /** Can a place this far ahead of C, and this far apart from it, be nearer than the best? */
  private isWorth(ahead: number, apartSquared: number): boolean {
    const metres = this.base[0] as number;
    const gain = ahead + rest(metres, Math.sqrt(apartSquared));
    return gain > metres - this.metres + TOLERANCE_METRES;
  }
}
