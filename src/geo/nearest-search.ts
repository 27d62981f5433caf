// Nearest piece of a shape to a point: down the box tree, nearer children first, with a first guess (the witness:
// the piece that was nearest for the neighbouring village) that usually prunes all the rest.
//
// A piece is looked at closely when its chord could belong to an arc shorter than the best one: chords are compared
// with the longest chord that an arc of that length can have anywhere on the ellipsoid.
import {
  arcErrorMetres,
  LEAST_RADIUS_METRES,
  longestChordMetres,
  oneArcErrorMetres,
  shortestChordMetres,
} from './ellipsoid';
import { FarSearch } from './far-search';
import {
  arcToPiece,
  atMostSquared,
  exactToPiece,
  LONG_SQUARED,
  quickArcToPiece,
  roughChordSquared,
  sharesFoot,
  surelyBelowSquared,
} from './piece-distance';
import { isInside } from './polygon-inside';
import type { ProjectShape } from './project-shape';
import type { VillageIndex } from './village-index';

/** Where points are: degrees, and ECEF metres in threes. A village index is one. */
export type Places = Pick<VillageIndex, 'lng' | 'lat' | 'space'>;

/** Depth × fan-out of a tree over 2³¹ pieces. */
const STACK_SIZE = 128;

/** Beyond this an arc is dear: a quick one decides whether it is worth it. */
const QUICK_METRES = 80_000;

const FAR_METRES = Math.sqrt(LONG_SQUARED);

/** Rough squares above it belong to longer arcs. */
function limitOf(metres: number): number {
  return metres === Number.POSITIVE_INFINITY ? metres : atMostSquared(longestChordMetres(metres));
}

/**
 * The same for a shape whose pieces are at most `spreadMetres` apart, of which one has this arc and rough square.
 * Seen from afar all its pieces lie in nearly one direction, so their curvatures differ little: by at most 0.67 % a
 * radian of azimuth and 1.01 % a radian of latitude; a chord of given arc changes by (κs)²/12 of that.
 */
function farLimit(metres: number, roughSquared: number, spreadMetres: number): number {
  const away = metres - spreadMetres;
  if (away < 3 * spreadMetres) return Number.POSITIVE_INFINITY;
  const bend = 0.0067 * (spreadMetres / away) + 0.0101 * (spreadMetres / LEAST_RADIUS_METRES);
  const turn = metres / LEAST_RADIUS_METRES;
  const chord =
    Math.sqrt(roughSquared) * (1 + bend * turn * turn * 0.09) + oneArcErrorMetres(metres);
  return atMostSquared(chord);
}

export function boxDistanceSquared(boxes: Float64Array, node: number, point: Float64Array): number {
  const x = point[0] as number;
  const y = point[1] as number;
  const z = point[2] as number;
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
  /** Where the search stands, ECEF metres. */
  private readonly point = new Float64Array(3);
  private readonly root: number;
  private readonly far: FarSearch;
  /** No two pieces are farther apart. */
  private readonly spreadMetres: number;
  private depth = 0;

  constructor(private readonly shape: ProjectShape) {
    this.far = new FarSearch(shape);
    this.root = shape.childStart.length - 1;
    const at = this.root * 6;
    const { boxes } = shape;
    this.spreadMetres =
      this.root < 0
        ? 0
        : Math.hypot(
            (boxes[at + 3] as number) - (boxes[at] as number),
            (boxes[at + 4] as number) - (boxes[at + 1] as number),
            (boxes[at + 5] as number) - (boxes[at + 2] as number),
          );
  }

  /** Searches after it answer as those of a new search do, to the last bit. */
  forget(): void {
    this.far.forget();
  }

  private stand(places: Places, at: number): void {
    const { space } = places;
    this.point[0] = space[at * 3] as number;
    this.point[1] = space[at * 3 + 1] as number;
    this.point[2] = space[at * 3 + 2] as number;
  }

  /** Is a place inside a polygon of the shape? The boundary counts as neither: its distance is 0 anyway. */
  inside(places: Places, at: number): boolean {
    const { insides } = this.shape;
    if (insides.length === 0) return false;
    this.stand(places, at);
    const lng = places.lng[at] as number;
    const lat = places.lat[at] as number;
    for (let k = 0; k < insides.length; k++) {
      if (isInside(insides[k] as (typeof insides)[number], lng, lat, this.point)) return true;
    }
    return false;
  }

  /** Sets `metres` and `piece` to the nearest piece of a place. `witness`: a first guess or −1. */
  nearest(places: Places, at: number, witness: number): void {
    this.nearestWithin(places, at, witness, Number.POSITIVE_INFINITY);
  }

  /** Looks for a piece nearer than `metres`; when there is none, `piece` is −1 and `metres` stays as given. */
  nearestBelow(places: Places, at: number, metres: number): void {
    this.nearestWithin(places, at, -1, metres);
  }

  /** Like `nearest`, but only to `metres`: `piece` is −1 when none is so near. */
  nearestWithin(places: Places, at: number, witness: number, metres: number): void {
    this.stand(places, at);
    this.metres = metres;
    this.piece = -1;
    if (this.root < 0) return;
    if (boxDistanceSquared(this.shape.boxes, this.root, this.point) > LONG_SQUARED) {
      return this.searchFar(metres);
    }
    if (witness >= 0) {
      const arc = arcToPiece(this.shape.pieces, witness, this.point);
      if (arc < metres) {
        this.metres = arc;
        this.piece = witness;
      }
    }
    this.improve();
    // The bounds above are measured, and hold for arcs of circles only; afar others do, which are proven.
    if (this.metres > FAR_METRES) this.searchFar(metres);
  }

  private searchFar(metres: number): void {
    this.far.find(this.point, metres);
    this.metres = this.far.metres;
    this.piece = this.far.piece;
  }

  private improve(): void {
    const { point } = this;
    const { pieces, childStart, childEnd, leafCount } = this.shape;
    let limit = limitOf(this.metres);
    if (this.metres > QUICK_METRES && this.piece >= 0) {
      const rough = roughChordSquared(pieces, this.piece, point);
      limit = Math.min(limit, farLimit(this.metres, rough, this.spreadMetres));
    }
    this.depth = 0;
    this.push(this.root, limit);
    while (this.depth > 0) {
      this.depth--;
      if ((this.reach[this.depth] as number) > limit) continue;
      const node = this.stack[this.depth] as number;
      const from = childStart[node] as number;
      const to = childEnd[node] as number;
      if (node >= leafCount) {
        for (let child = from; child < to; child++) this.push(child, limit);
        continue;
      }
      for (let piece = from; piece < to; piece++) {
        const rough = roughChordSquared(pieces, piece, point);
        if (rough > limit) continue;
        const best = this.piece;
        if (piece === best) continue;
        const isNeighbour = best >= 0 && (piece === best + 1 || piece === best - 1);
        if (isNeighbour && sharesFoot(pieces, best, piece, point, this.metres)) continue;
        if (this.metres > QUICK_METRES) {
          const quick = quickArcToPiece(pieces, piece, point);
          if (quick - oneArcErrorMetres(quick) > this.metres) continue;
        }
        const metres = arcToPiece(pieces, piece, point);
        if (metres >= this.metres) continue;
        this.metres = metres;
        this.piece = piece;
        limit = limitOf(metres);
        if (metres > QUICK_METRES) {
          limit = Math.min(limit, farLimit(metres, rough, this.spreadMetres));
        }
      }
    }
  }

  /** Is the place so near to this piece (−1: none) that no closer look is needed? */
  isSurelyWithin(places: Places, at: number, piece: number, limits: ReachLimits): boolean {
    if (piece < 0) return false;
    this.stand(places, at);
    return roughChordSquared(this.shape.pieces, piece, this.point) < limits.sure;
  }

  /**
   * Is the place within `metres` of the shape's edges, exactly? Stops at the first piece that surely is.
   * Leaves that piece in `piece` as the next witness. `limits`: see reachLimits.
   */
  isWithin(places: Places, at: number, limits: ReachLimits): boolean {
    const { pieces, childStart, childEnd, leafCount } = this.shape;
    if (this.root < 0) return false;
    this.stand(places, at);
    const { point } = this;
    this.depth = 0;
    this.push(this.root, limits.possible);
    while (this.depth > 0) {
      this.depth--;
      const node = this.stack[this.depth] as number;
      const from = childStart[node] as number;
      const to = childEnd[node] as number;
      if (node >= leafCount) {
        for (let child = from; child < to; child++) this.push(child, limits.possible);
        continue;
      }
      for (let piece = from; piece < to; piece++) {
        const rough = roughChordSquared(pieces, piece, point);
        if (rough > limits.possible) continue;
        if (rough < limits.sure || this.pieceWithin(places, at, piece, limits.metres)) {
          this.piece = piece;
          return true;
        }
      }
    }
    return false;
  }

  private pieceWithin(places: Places, at: number, piece: number, metres: number): boolean {
    const arc = arcToPiece(this.shape.pieces, piece, this.point);
    if (Math.abs(arc - metres) > arcErrorMetres(metres)) return arc <= metres;
    const lng = places.lng[at] as number;
    const lat = places.lat[at] as number;
    return exactToPiece(this.shape, piece, lng, lat) <= metres;
  }

  /** Keeps the stack's top the nearest of the children pushed together. */
  private push(node: number, limit: number): void {
    const squared = boxDistanceSquared(this.shape.boxes, node, this.point);
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
 * The same distance by GeographicLib, for one place: of every piece that could be the nearest, given the approximate
 * distance. Near the antipodes, where arcErrorMetres does not hold, a fiftieth is allowed for.
 */
export function exactNearestMetres(
  shape: ProjectShape,
  places: Places,
  at: number,
  approximateMetres: number,
): number {
  const point = places.space.subarray(at * 3, at * 3 + 3);
  const [lng, lat] = [places.lng[at] as number, places.lat[at] as number];
  const room = Math.min(2 * arcErrorMetres(approximateMetres), approximateMetres / 50 + 1e-3);
  const limit = atMostSquared(longestChordMetres(approximateMetres + room));
  let best = Number.POSITIVE_INFINITY;
  for (let piece = 0; piece < shape.pieceCount; piece++) {
    if (roughChordSquared(shape.pieces, piece, point) > limit) continue;
    best = Math.min(best, exactToPiece(shape, piece, lng, lat));
  }
  return best;
}
