// Villages in strips of latitude 1 km high, inside a strip by longitude: any region is a few runs of neighbours.
// Each village is kept as degrees and as ECEF metres, so that a distance needs no trigonometry.
// Built once per data set: 52 bytes a village.
import { RADIANS, SEMI_MAJOR_METRES, writeEcef } from './ellipsoid';
import { LARGEST_LATITUDE, ShapeError } from './project-shape';

/** About 1 km of latitude. */
export const STRIP_DEGREES = 0.009;

export interface VillageIndex {
  readonly count: number;
  /** Place in the input of each indexed village. Every array below is in index order. */
  readonly ids: Uint32Array;
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** ECEF metres, 3 a village. */
  readonly space: Float64Array;
  /** Latitude of the south edge of strip 0, degrees. */
  readonly south: number;
  readonly stripCount: number;
  /** First village of each strip, and the end. */
  readonly stripStart: Uint32Array;
}

function checkPositions(lng: Float64Array, lat: Float64Array): void {
  if (lng.length !== lat.length) {
    throw new RangeError(`${lng.length} longitudes and ${lat.length} latitudes`);
  }
  for (let at = 0; at < lng.length; at++) {
    const [x, y] = [lng[at] as number, lat[at] as number];
    if (!(Math.abs(y) <= LARGEST_LATITUDE) || !(Math.abs(x) <= 180)) {
      throw new ShapeError(`village ${at} at ${x}, ${y}: not within ±180°, ±${LARGEST_LATITUDE}°`);
    }
  }
}

/** Throws ShapeError for a position that is not a number, beyond ±180° or beyond ±85° latitude. */
export function villageIndex(lng: Float64Array, lat: Float64Array): VillageIndex {
  checkPositions(lng, lat);
  const count = lng.length;
  let [south, north] = [Infinity, -Infinity];
  for (const each of lat) [south, north] = [Math.min(south, each), Math.max(north, each)];
  if (count === 0) [south, north] = [0, 0];
  const stripCount = Math.floor((north - south) / STRIP_DEGREES) + 1;
  const stripStart = new Uint32Array(stripCount + 1);
  const strips = Uint32Array.from(lat, (each) => Math.floor((each - south) / STRIP_DEGREES));
  for (const strip of strips) stripStart[strip + 1] = (stripStart[strip + 1] as number) + 1;
  for (let strip = 0; strip < stripCount; strip++) {
    stripStart[strip + 1] = (stripStart[strip + 1] as number) + (stripStart[strip] as number);
  }
  const ids = new Uint32Array(count);
  const fill = stripStart.slice();
  for (let at = 0; at < count; at++) {
    const strip = strips[at] as number;
    ids[fill[strip] as number] = at;
    fill[strip] = (fill[strip] as number) + 1;
  }
  for (let strip = 0; strip < stripCount; strip++) {
    ids
      .subarray(stripStart[strip], stripStart[strip + 1])
      .sort((a, b) => (lng[a] as number) - (lng[b] as number) || a - b);
  }
  const sortedLng = Float64Array.from(ids, (id) => lng[id] as number);
  const sortedLat = Float64Array.from(ids, (id) => lat[id] as number);
  const space = new Float64Array(count * 3);
  for (let at = 0; at < count; at++) {
    writeEcef(sortedLng[at] as number, sortedLat[at] as number, space, at * 3);
  }
  return { count, ids, lng: sortedLng, lat: sortedLat, space, south, stripCount, stripStart };
}

/** First place in [from, to) whose longitude is at least `lng`. */
export function firstEastOf(index: VillageIndex, from: number, to: number, lng: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((index.lng[middle] as number) < lng) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Degrees of longitude that `metres` can span at most at this latitude, in degrees; the whole circle near poles. */
export function longitudeReachDegrees(metres: number, lat: number): number {
  const ratio = Math.sin(Math.min(metres / (SEMI_MAJOR_METRES * 0.99), Math.PI / 2));
  const circle = Math.cos(lat * RADIANS);
  return ratio >= circle ? 360 : Math.asin(ratio / circle) / RADIANS;
}
