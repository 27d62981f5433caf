// What the values of a column look like, whatever its heading says. Long tables are judged by evenly spread rows.
import {
  isBlankCell,
  isDegreesMinutesSeconds,
  readCoordinate,
  readNumber,
  splitPair,
  tidyText,
} from './column-text';
import type { SourceCell } from './source-layer';

const SAMPLE_ROWS = 2000;

/** Every n-th item, so that at most SAMPLE_ROWS are looked at. */
export function sampled<T>(items: readonly T[]): readonly T[] {
  const step = Math.ceil(items.length / SAMPLE_ROWS);
  return step <= 1 ? items : items.filter((_, at) => at % step === 0);
}

/** Shares are of the filled cells, 0..1. */
export interface ColumnValues {
  readonly filled: number;
  /** 12 digits, or 12 digits spoilt into 1.4E+11. */
  readonly villageCodes: number;
  /** 6 digits or more. */
  readonly longDigits: number;
  readonly numbers: number;
  readonly degreesMinutesSeconds: number;
  /** Degrees with decimals in China's longitudes (72–136) and latitudes (3–54). */
  readonly longitudes: number;
  readonly latitudes: number;
  /** Metres in the range of China's Gauss–Krüger northings and eastings. */
  readonly northings: number;
  readonly eastings: number;
  /** Two numbers in one cell. */
  readonly pairs: number;
  /** Ends like a village: …村, …村委会, …居委会, …社区. */
  readonly villageNames: number;
}

const VILLAGE_CODE = /^'?\d{12}$|^\d\.\d+e\+?11$/i;
const LONG_DIGITS = /^\d{6,}$/;
const HEMISPHERE = /^[EN东北]|[EN°度]$/i;
const VILLAGE_NAME = /(村|村委会|村民委员会|居委会|居民委员会|社区)$/;

function hasDecimals(value: number): boolean {
  return !Number.isInteger(value);
}

interface Tally {
  filled: number;
  villageCodes: number;
  longDigits: number;
  numbers: number;
  degreesMinutesSeconds: number;
  longitudes: number;
  latitudes: number;
  northings: number;
  eastings: number;
  pairs: number;
  villageNames: number;
}

function emptyTally(): Tally {
  return {
    filled: 0,
    villageCodes: 0,
    longDigits: 0,
    numbers: 0,
    degreesMinutesSeconds: 0,
    longitudes: 0,
    latitudes: 0,
    northings: 0,
    eastings: 0,
    pairs: 0,
    villageNames: 0,
  };
}

function addNumber(tally: Tally, value: number): void {
  tally.numbers += 1;
  if (hasDecimals(value) && value >= 72 && value <= 136) tally.longitudes += 1;
  if (hasDecimals(value) && value >= 3 && value <= 54) tally.latitudes += 1;
  if (value >= 1_000_000 && value <= 6_500_000) tally.northings += 1;
  const metres = value >= 13e6 && value < 46e6 ? value % 1e6 : value;
  if (metres >= 100_000 && metres <= 900_000) tally.eastings += 1;
}

function addCell(tally: Tally, cell: SourceCell): void {
  if (isBlankCell(cell)) return;
  tally.filled += 1;
  const text = tidyText(cell);
  if (VILLAGE_CODE.test(text.replaceAll(' ', ''))) tally.villageCodes += 1;
  if (LONG_DIGITS.test(text)) tally.longDigits += 1;
  if (VILLAGE_NAME.test(text)) tally.villageNames += 1;
  if (isDegreesMinutesSeconds(cell)) {
    tally.degreesMinutesSeconds += 1;
    const read = readCoordinate(cell);
    if (read.kind === 'number') addNumber(tally, read.value + 1e-9);
    return;
  }
  const read = readNumber(cell);
  if (read.kind === 'number') addNumber(tally, read.value);
  else if (isPair(cell)) tally.pairs += 1;
  else if (HEMISPHERE.test(text)) {
    // "E111.25°": degrees with decimals.
    const degrees = readCoordinate(cell);
    if (degrees.kind === 'number') addNumber(tally, degrees.value + 1e-9);
  }
}

function isPair(cell: SourceCell): boolean {
  const pair = splitPair(cell);
  return pair !== null && pair.every((part) => readCoordinate(part).kind === 'number');
}

/** Counts a column's kinds of values and gives them as shares. */
export function columnValues(cells: readonly SourceCell[]): ColumnValues {
  const tally = emptyTally();
  for (const cell of cells) addCell(tally, cell);
  const share = (count: number): number => (tally.filled === 0 ? 0 : count / tally.filled);
  return {
    filled: tally.filled,
    villageCodes: share(tally.villageCodes),
    longDigits: share(tally.longDigits),
    numbers: share(tally.numbers),
    degreesMinutesSeconds: share(tally.degreesMinutesSeconds),
    longitudes: share(tally.longitudes),
    latitudes: share(tally.latitudes),
    northings: share(tally.northings),
    eastings: share(tally.eastings),
    pairs: share(tally.pairs),
    villageNames: share(tally.villageNames),
  };
}

/** Numbers of a column by row, NaN where there is none. */
export function columnNumbers(cells: readonly SourceCell[]): Float64Array {
  return Float64Array.from(cells, (cell) => {
    const read = readNumber(cell);
    return read.kind === 'number' ? read.value : Number.NaN;
  });
}

/** The middle value; null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
