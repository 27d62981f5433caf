// Distances from all indexed villages to one shape, and the list of those within a distance.
//
// distances: villages in index order, so that a village's nearest piece is a good first guess for the next.
// within: per strip the hull of longitudes that any box of leaves reaches, then village by village: witness, inside, tree.
//   Boxes are widened by the circle's half-chord at the strip's distance, so a line's ends are round, not square.
import { arcErrorMetres, LEAST_RADIUS_METRES, RADIANS } from './ellipsoid';
import { DISTANCE_FIELD_ERROR_METRES } from './distance-field';
import type { DistanceField } from './distance-field';
import { exactNearestMetres, NearestSearch, reachLimits } from './nearest-search';
import type { ProjectShape } from './project-shape';
import { firstEastOf, longitudeReachDegrees, STRIP_DEGREES } from './village-index';
import type { VillageIndex } from './village-index';

/** Computes index places [from, to) into `metres` (input order); stretches may be done one by one. */
export function fillDistances(
  index: VillageIndex,
  shape: ProjectShape,
  search: NearestSearch,
  metres: Float64Array,
  from: number,
  to: number,
): void {
  const { ids } = index;
  let witness = -1;
  for (let place = from; place < to; place++) {
    const id = ids[place] as number;
    if (search.inside(index, place)) {
      metres[id] = 0;
      continue;
    }
    search.nearest(index, place, witness);
    witness = search.piece;
    const near = arcErrorMetres(search.metres) < DISTANCE_FIELD_ERROR_METRES || witness < 0;
    metres[id] = near ? search.metres : exactNearestMetres(shape, index, place, search.metres);
  }
}

/** Input order → index place. */
function placesById(index: VillageIndex): Uint32Array {
  const places = new Uint32Array(index.count);
  for (let place = 0; place < index.count; place++) places[index.ids[place] as number] = place;
  return places;
}

/** Wraps computed `metres` (input order) as a field that can answer exactly. */
export function distanceField(
  index: VillageIndex,
  shape: ProjectShape,
  metres: Float64Array,
): DistanceField {
  let places: Uint32Array | null = null;
  const isExact = new Set<number>();
  return {
    metres,
    exactAt(village) {
      const known = metres[village] as number;
      if (known === 0 || known === Number.POSITIVE_INFINITY || isExact.has(village)) return known;
      places ??= placesById(index);
      const place = places[village] as number;
      const exact = exactNearestMetres(shape, index, place, known);
      metres[village] = exact;
      isExact.add(village);
      return exact;
    },
  };
}

/** Distances from every village to `shape`, in one go. */
export function villageDistances(index: VillageIndex, shape: ProjectShape): DistanceField {
  const metres = new Float64Array(index.count);
  fillDistances(index, shape, new NearestSearch(shape), metres, 0, index.count);
  return distanceField(index, shape, metres);
}

/** Per strip the longitudes (degrees, of the shape's own turn) that the shape's edges reach; empty: west > east. */
interface StripHulls {
  /** First strip that is reached; the arrays start there. */
  readonly first: number;
  readonly west: Float64Array;
  readonly east: Float64Array;
}

const METRES_PER_DEGREE_AT_LEAST = LEAST_RADIUS_METRES * RADIANS;
/** On a sphere the half-chord is a little longer than Pythagoras says; 2 % covers it up to 2,000 km. */
const STRAIGHT_WITHIN_METRES = 2e6;

/** Of 1 to 4 strips the quickest: larger boxes cost fewer strips to look at, and more villages. */
const LARGEST_BOX_DEGREES = 3 * STRIP_DEGREES;

/** Boxes (degrees, 4 each: west south east north) over all leaves; neighbours share one while it stays small. */
function boxesOver({ leafBounds }: ProjectShape): Float64Array {
  const boxes = leafBounds.slice();
  let used = 0;
  for (let at = 0; at < leafBounds.length; at += 4) {
    const w = leafBounds[at] as number;
    const s = leafBounds[at + 1] as number;
    const e = leafBounds[at + 2] as number;
    const n = leafBounds[at + 3] as number;
    if (used > 0) {
      const west = Math.min(w, boxes[used - 4] as number);
      const south = Math.min(s, boxes[used - 3] as number);
      const east = Math.max(e, boxes[used - 2] as number);
      const north = Math.max(n, boxes[used - 1] as number);
      if (Math.max(east - west, north - south) <= LARGEST_BOX_DEGREES) {
        boxes[used - 4] = west;
        boxes[used - 3] = south;
        boxes[used - 2] = east;
        boxes[used - 1] = north;
        continue;
      }
    }
    boxes[used] = w;
    boxes[used + 1] = s;
    boxes[used + 2] = e;
    boxes[used + 3] = n;
    used += 4;
  }
  return boxes.subarray(0, used);
}

function stripHulls(index: VillageIndex, shape: ProjectShape, metres: number): StripHulls {
  const { south, stripCount } = index;
  // A piece of 5 km bulges poleward by at most 0.5 m × tan(85°); 10 m covers it and all rounding.
  const reachMetres = metres + 10;
  const reachDegrees = reachMetres / METRES_PER_DEGREE_AT_LEAST;
  const boxes = boxesOver(shape);
  let [lowest, highest] = [Infinity, -Infinity];
  for (let at = 0; at < boxes.length; at += 4) {
    lowest = Math.min(lowest, boxes[at + 1] as number);
    highest = Math.max(highest, boxes[at + 3] as number);
  }
  const first = Math.max(0, Math.floor((lowest - reachDegrees - south) / STRIP_DEGREES));
  const last = Math.min(
    stripCount - 1,
    Math.floor((highest + reachDegrees - south) / STRIP_DEGREES),
  );
  const size = Math.max(0, last - first + 1);
  const west = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const east = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < boxes.length; at += 4) {
    const w = boxes[at] as number;
    const s = boxes[at + 1] as number;
    const e = boxes[at + 2] as number;
    const n = boxes[at + 3] as number;
    const from = Math.max(first, Math.floor((s - reachDegrees - south) / STRIP_DEGREES));
    const to = Math.min(last, Math.floor((n + reachDegrees - south) / STRIP_DEGREES));
    const farthest = Math.min(Math.max(Math.abs(s), Math.abs(n)) + reachDegrees, 90);
    const perMetre =
      reachMetres > STRAIGHT_WITHIN_METRES
        ? Number.POSITIVE_INFINITY
        : longitudeReachDegrees(reachMetres, Math.cos(farthest * RADIANS)) / reachMetres;
    const isWhole = perMetre * reachMetres >= 360;
    for (let strip = from; strip <= to; strip++) {
      const stripSouth = south + strip * STRIP_DEGREES;
      const below = s - stripSouth - STRIP_DEGREES;
      const above = stripSouth - n;
      const away = below > 0 ? below : above > 0 ? above : 0;
      const awayMetres = 0.98 * away * METRES_PER_DEGREE_AT_LEAST;
      const square = reachMetres * reachMetres - awayMetres * awayMetres;
      const wide = isWhole ? 360 : square > 0 ? Math.sqrt(square) * perMetre : 0;
      if (w - wide < (west[strip - first] as number)) west[strip - first] = w - wide;
      if (e + wide > (east[strip - first] as number)) east[strip - first] = e + wide;
    }
  }
  return { first, west, east };
}

/**
 * Calls `visit` with runs [from, to) of index places: together all villages that can be within `metres` of the shape
 * (inside a polygon included), each once.
 */
export function visitRunsNear(
  index: VillageIndex,
  shape: ProjectShape,
  metres: number,
  visit: (from: number, to: number) => void,
): void {
  const { first, west, east } = stripHulls(index, shape, metres);
  const { stripStart } = index;
  for (let k = 0; k < west.length; k++) {
    const w = west[k] as number;
    const e = east[k] as number;
    if (w > e) continue;
    const start = stripStart[first + k] as number;
    const end = stripStart[first + k + 1] as number;
    if (start === end) continue;
    if (e - w >= 360) {
      visit(start, end);
      continue;
    }
    for (let turn = -720; turn <= 720; turn += 360) {
      if (w + turn > 180 || e + turn < -180) continue;
      const from = firstEastOf(index, start, end, w + turn);
      const to = firstAfter(index, from, end, e + turn);
      if (to > from) visit(from, to);
    }
  }
}

/** First place in [from, to) whose longitude is more than `lng`; runs are short, so it walks in doubling steps. */
function firstAfter(index: VillageIndex, from: number, to: number, lng: number): number {
  const { lng: sorted } = index;
  let low = from;
  let step = 1;
  while (low + step <= to && (sorted[low + step - 1] as number) <= lng) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, to);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= lng) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Writes the input places of all villages within `metres` of the shape (boundary included) to `out`, in index order.
 * Returns how many. Exact: near the threshold GeographicLib decides. `out` needs room for every village.
 */
export function villagesWithinInto(
  index: VillageIndex,
  shape: ProjectShape,
  metres: number,
  out: Uint32Array,
): number {
  const search = new NearestSearch(shape);
  const limits = reachLimits(metres);
  const isArea = shape.insides.length > 0;
  const { ids } = index;
  let count = 0;
  let witness = -1;
  visitRunsNear(index, shape, metres, (from, to) => {
    for (let place = from; place < to; place++) {
      if (!search.isSurelyWithin(index, place, witness, limits)) {
        if (isArea && search.inside(index, place)) {
          out[count++] = ids[place] as number;
          continue;
        }
        if (!search.isWithin(index, place, limits)) continue;
        witness = search.piece;
      }
      out[count++] = ids[place] as number;
    }
  });
  return count;
}
