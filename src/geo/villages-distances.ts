// Distances from all indexed villages to one shape, and the list of those within a distance.
//
// distances: villages in index order, so that a village's nearest piece is a good first guess for the next.
// within: per strip the hull of longitudes that any leaf reaches, then village by village: witness, inside, tree.
//   Leaves are widened by the circle's half-chord at the strip's distance, so a line's ends are round, not square.
import { arcErrorMetres, LEAST_RADIUS_METRES, RADIANS } from './ellipsoid';
import { DISTANCE_FIELD_ERROR_METRES } from './distance-field';
import type { DistanceField } from './distance-field';
import { exactNearestMetres, NearestSearch, reachLimits } from './nearest-search';
import { LEAF_SIZE } from './project-shape';
import type { ProjectShape } from './project-shape';
import { firstEastOf, longitudeReachDegrees, STRIP_DEGREES } from './village-index';
import type { VillageIndex } from './village-index';

function pointOf(index: VillageIndex, place: number): readonly [number, number, number] {
  const { space } = index;
  const at = place * 3;
  return [space[at] as number, space[at + 1] as number, space[at + 2] as number];
}

/** Computes index places [from, to) into `metres` (input order); stretches may be done one by one. */
export function fillDistances(
  index: VillageIndex,
  shape: ProjectShape,
  search: NearestSearch,
  metres: Float64Array,
  from: number,
  to: number,
): void {
  const { ids, lng, lat, space } = index;
  let witness = -1;
  for (let place = from; place < to; place++) {
    const [x, y, z] = [space[place * 3], space[place * 3 + 1], space[place * 3 + 2]] as [
      number,
      number,
      number,
    ];
    const [longitude, latitude] = [lng[place] as number, lat[place] as number];
    const id = ids[place] as number;
    if (shape.insides.length > 0 && search.inside(longitude, latitude, x, y, z)) {
      metres[id] = 0;
      continue;
    }
    search.nearest(x, y, z, witness);
    witness = search.piece;
    const near = arcErrorMetres(search.metres) < DISTANCE_FIELD_ERROR_METRES || witness < 0;
    metres[id] = near
      ? search.metres
      : exactNearestMetres(shape, longitude, latitude, [x, y, z], search.metres);
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
      const [lng, lat] = [index.lng[place] as number, index.lat[place] as number];
      const exact = exactNearestMetres(shape, lng, lat, pointOf(index, place), known);
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
  readonly west: Float64Array;
  readonly east: Float64Array;
}

const METRES_PER_DEGREE_AT_LEAST = LEAST_RADIUS_METRES * RADIANS;

function leafBounds(shape: ProjectShape, leaf: number): readonly [number, number, number, number] {
  const { ends, pieceCount } = shape;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const to = Math.min((leaf + 1) * LEAF_SIZE, pieceCount) * 4;
  for (let at = leaf * LEAF_SIZE * 4; at < to; at += 2) {
    const [lng, lat] = [ends[at] as number, ends[at + 1] as number];
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return [west, south, east, north];
}

function stripHulls(index: VillageIndex, shape: ProjectShape, metres: number): StripHulls {
  // A piece of 5 km bulges poleward by at most 0.5 m × tan(85°); 10 m covers it and all rounding.
  const reachMetres = metres + 10;
  const reachDegrees = reachMetres / METRES_PER_DEGREE_AT_LEAST;
  const west = new Float64Array(index.stripCount).fill(Number.POSITIVE_INFINITY);
  const east = new Float64Array(index.stripCount).fill(Number.NEGATIVE_INFINITY);
  for (let leaf = 0; leaf < shape.leafCount; leaf++) {
    const [w, s, e, n] = leafBounds(shape, leaf);
    const from = Math.floor((s - reachDegrees - index.south) / STRIP_DEGREES);
    const to = Math.floor((n + reachDegrees - index.south) / STRIP_DEGREES);
    const farthest = Math.max(Math.abs(s), Math.abs(n)) + reachDegrees;
    const perMetre = longitudeReachDegrees(reachMetres, Math.min(farthest, 90)) / reachMetres;
    for (let strip = Math.max(0, from); strip <= Math.min(to, index.stripCount - 1); strip++) {
      const stripSouth = index.south + strip * STRIP_DEGREES;
      const away = Math.max(0, s - stripSouth - STRIP_DEGREES, stripSouth - n);
      // On a sphere the half-chord is a little longer than Pythagoras says; 2 % covers it up to 2,000 km.
      const awayMetres = 0.98 * away * METRES_PER_DEGREE_AT_LEAST;
      const half = Math.sqrt(Math.max(0, reachMetres * reachMetres - awayMetres * awayMetres));
      const wide = reachMetres > 2e6 || perMetre * reachMetres >= 360 ? 360 : half * perMetre;
      if (w - wide < (west[strip] as number)) west[strip] = w - wide;
      if (e + wide > (east[strip] as number)) east[strip] = e + wide;
    }
  }
  return { west, east };
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
  const hulls = stripHulls(index, shape, metres);
  const search = new NearestSearch(shape);
  const limits = reachLimits(metres);
  const { ids, lng, lat, space, stripStart } = index;
  let count = 0;
  let witness = -1;
  for (let strip = 0; strip < index.stripCount; strip++) {
    const [west, east] = [hulls.west[strip] as number, hulls.east[strip] as number];
    if (west > east) continue;
    const [start, end] = [stripStart[strip] as number, stripStart[strip + 1] as number];
    const whole = east - west >= 360;
    for (let turn = -360; turn <= 360; turn += 360) {
      if (whole ? turn !== 0 : west + turn > 180 || east + turn < -180) continue;
      const from = whole ? start : firstEastOf(index, start, end, west + turn);
      for (let place = from; place < end; place++) {
        const longitude = lng[place] as number;
        if (!whole && longitude > east + turn) break;
        const x = space[place * 3] as number;
        const y = space[place * 3 + 1] as number;
        const z = space[place * 3 + 2] as number;
        const latitude = lat[place] as number;
        const near = search.isWithin(longitude, latitude, x, y, z, limits, witness);
        if (near) witness = search.piece;
        if (near || search.inside(longitude, latitude, x, y, z))
          out[count++] = ids[place] as number;
      }
    }
  }
  return count;
}
