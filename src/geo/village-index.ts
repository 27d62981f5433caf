// Villages in strips of latitude 1 km high, inside a strip by longitude: any region is a few runs of neighbours.
// Each village is kept as degrees and as ECEF metres, so that a distance needs no trigonometry.
//
// Built once per data set, 44 bytes a village, all in one ArrayBuffer that can be stored or moved to another thread:
//   u32 magic "CTVX" · u32 version · u32 count · u32 strips · f64 south edge · u32 checksum · u32 0
//   f64 lng[count] · f64 lat[count] · f64 x y z[count] · u32 stripStart[strips + 1] · u32 ids[count]
// The bytes are little-endian; the magic read on a big-endian machine does not match.
//
// Order: a counting sort into strips that carries the positions along, then each strip, by now a few kilobytes side by
// side, by longitude (value-order.ts).
import { LEAST_RADIUS_METRES, RADIANS, writeEcef } from './ellipsoid';
import { LARGEST_LATITUDE, ShapeError } from './project-shape';
import { orderByValue, orderScratch } from './value-order';

/** About 1 km of latitude. */
export const STRIP_DEGREES = 0.009;

const MAGIC = 0x58565443;
/** Raise it when the layout or the meaning of any array changes. */
export const VILLAGE_INDEX_VERSION = 1;
const HEADER_BYTES = 32;
const CHECKSUM_AT = 24;

export interface VillageIndex {
  /** All arrays below are views of it; hand it to `villageIndexFrom` on the other side. */
  readonly buffer: ArrayBuffer;
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
    const x = lng[at] as number;
    const y = lat[at] as number;
    if (!(Math.abs(y) <= LARGEST_LATITUDE) || !(Math.abs(x) <= 180)) {
      const refusal = Number.isNaN(x + y)
        ? 'not-a-number'
        : Math.abs(x) > 180
          ? 'longitude'
          : 'latitude';
      const message = `village ${at} at ${x}, ${y}: not within ±180°, ±${LARGEST_LATITUDE}°`;
      throw new ShapeError(refusal, `${x}, ${y}`, message);
    }
  }
}

function byteLength(count: number, strips: number): number {
  return HEADER_BYTES + 40 * count + 4 * (strips + 1) + 4 * count;
}

/** The views of a buffer of the right length. */
function viewsOf(
  buffer: ArrayBuffer,
  count: number,
  stripCount: number,
  south: number,
): VillageIndex {
  let at = HEADER_BYTES;
  const numbers = (length: number): Float64Array => {
    const view = new Float64Array(buffer, at, length);
    at += length * 8;
    return view;
  };
  const [lng, lat, space] = [numbers(count), numbers(count), numbers(count * 3)];
  const stripStart = new Uint32Array(buffer, at, stripCount + 1);
  const ids = new Uint32Array(buffer, at + 4 * (stripCount + 1), count);
  return { buffer, count, ids, lng, lat, space, south, stripCount, stripStart };
}

/** Villages in strips, in input order within each. */
interface Stripped {
  readonly ids: Uint32Array;
  readonly lng: Float64Array;
  readonly lat: Float64Array;
}

/** Fills `stripStart` and gathers the villages of each strip. */
function intoStrips(
  strips: Uint32Array,
  stripStart: Uint32Array,
  lng: Float64Array,
  lat: Float64Array,
): Stripped {
  for (let at = 0; at < strips.length; at++) {
    const next = (strips[at] as number) + 1;
    stripStart[next] = (stripStart[next] as number) + 1;
  }
  for (let strip = 1; strip < stripStart.length; strip++) {
    stripStart[strip] = (stripStart[strip] as number) + (stripStart[strip - 1] as number);
  }
  const fill = stripStart.slice();
  const count = strips.length;
  const stripped = {
    ids: new Uint32Array(count),
    lng: new Float64Array(count),
    lat: new Float64Array(count),
  };
  for (let at = 0; at < count; at++) {
    const strip = strips[at] as number;
    const place = fill[strip] as number;
    stripped.ids[place] = at;
    stripped.lng[place] = lng[at] as number;
    stripped.lat[place] = lat[at] as number;
    fill[strip] = place + 1;
  }
  return stripped;
}

/** Writes the villages of each strip to the index by longitude, equal ones in input order. */
function fillByLongitude(index: VillageIndex, stripped: Stripped): void {
  const { stripStart, stripCount, ids, lng, lat, space } = index;
  let longest = 0;
  for (let strip = 0; strip < stripCount; strip++) {
    longest = Math.max(longest, (stripStart[strip + 1] as number) - (stripStart[strip] as number));
  }
  const order = new Uint32Array(longest);
  const scratch = orderScratch(longest);
  for (let strip = 0; strip < stripCount; strip++) {
    const from = stripStart[strip] as number;
    const size = (stripStart[strip + 1] as number) - from;
    for (let at = 0; at < size; at++) order[at] = from + at;
    orderByValue(order, stripped.lng, 0, size, [-180, 180], scratch);
    for (let at = 0; at < size; at++) {
      const source = order[at] as number;
      const place = from + at;
      const x = stripped.lng[source] as number;
      const y = stripped.lat[source] as number;
      ids[place] = stripped.ids[source] as number;
      lng[place] = x;
      lat[place] = y;
      writeEcef(x, y, space, place * 3);
    }
  }
}

/** Sum of all bytes after the header as 32-bit words, place-dependent. */
function checksumOf(buffer: ArrayBuffer): number {
  const words = new Uint32Array(buffer, HEADER_BYTES);
  let sum = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ (words[at] as number), 16777619);
  return sum >>> 0;
}

function fillHeader(index: VillageIndex): void {
  const words = new Uint32Array(index.buffer, 0, HEADER_BYTES / 4);
  words[0] = MAGIC;
  words[1] = VILLAGE_INDEX_VERSION;
  words[2] = index.count;
  words[3] = index.stripCount;
  new Float64Array(index.buffer, 16, 1)[0] = index.south;
  words[CHECKSUM_AT / 4] = checksumOf(index.buffer);
}

function stripsOf(lat: Float64Array): readonly [strips: Uint32Array, south: number, count: number] {
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < lat.length; at++) {
    const y = lat[at] as number;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  if (lat.length === 0) [south, north] = [0, 0];
  const strips = new Uint32Array(lat.length);
  for (let at = 0; at < lat.length; at++) {
    strips[at] = Math.floor(((lat[at] as number) - south) / STRIP_DEGREES);
  }
  return [strips, south, Math.floor((north - south) / STRIP_DEGREES) + 1];
}

/** Throws ShapeError for a position that is not a number, beyond ±180° or beyond ±85° latitude. */
export function villageIndex(lng: Float64Array, lat: Float64Array): VillageIndex {
  checkPositions(lng, lat);
  const count = lng.length;
  const [strips, south, stripCount] = stripsOf(lat);
  const index = viewsOf(new ArrayBuffer(byteLength(count, stripCount)), count, stripCount, south);
  fillByLongitude(index, intoStrips(strips, index.stripStart, lng, lat));
  fillHeader(index);
  return index;
}

/** The buffer is not an index of this version; the message holds what was found. */
export class IndexFormatError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'IndexFormatError';
  }
}

/**
 * The index that lies in `buffer` (an index's own `buffer`, moved or read back); nothing is copied.
 * Throws IndexFormatError for other bytes, another version, a wrong length or damaged content.
 */
export function villageIndexFrom(buffer: ArrayBuffer): VillageIndex {
  if (buffer.byteLength < HEADER_BYTES || buffer.byteLength % 4 !== 0) {
    throw new IndexFormatError(`village index of ${buffer.byteLength} bytes`);
  }
  const [magic = 0, version = 0, count = 0, stripCount = 0] = new Uint32Array(buffer, 0, 4);
  if (magic !== MAGIC)
    throw new IndexFormatError(`village index starts with ${magic.toString(16)}`);
  if (version !== VILLAGE_INDEX_VERSION) {
    throw new IndexFormatError(`village index version ${version}, want ${VILLAGE_INDEX_VERSION}`);
  }
  const expected = byteLength(count, stripCount);
  if (buffer.byteLength !== expected) {
    throw new IndexFormatError(`village index of ${buffer.byteLength} bytes, want ${expected}`);
  }
  const sum = new Uint32Array(buffer, CHECKSUM_AT, 1)[0];
  const actual = checksumOf(buffer);
  if (sum !== actual) throw new IndexFormatError(`village index checksum ${actual}, want ${sum}`);
  const [south = Number.NaN] = new Float64Array(buffer, 16, 1);
  return viewsOf(buffer, count, stripCount, south);
}

/** First place in [from, to) whose longitude is at least `lng`. */
export function firstEastOf(index: VillageIndex, from: number, to: number, lng: number): number {
  const { lng: sorted } = index;
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < lng) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Largest angle for which the straight estimate below, widened by 1 %, is still too long: 2 asin(x/2) < 1.007 x. */
const NEAR_RADIANS = 0.4;

/**
 * Degrees of longitude that `halfMetres` span at most where the cosine of latitude is at least `leastCosine`:
 * from the haversine, whose square of half the longitude is at most that of half the angle over cos² latitude.
 * 360 when that could be far round.
 */
export function longitudeReachDegrees(halfMetres: number, leastCosine: number): number {
  const radians = halfMetres / (LEAST_RADIUS_METRES * leastCosine);
  return radians < NEAR_RADIANS ? (1.01 * radians) / RADIANS : 360;
}
