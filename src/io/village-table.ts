// A village list as columns in code order: what the engine and the outputs of the command line take.
import { plainValue } from './column-text';
import { orderByValue, orderScratch } from '../geo/value-order';

export interface VillageTable {
  /** Sorted by code, which are 12 digits; columns follow. */
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** WGS84 degrees. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** The true position lies within this many metres. */
  readonly accuracyMetres: Float64Array;
}

function ascending(keys: Float64Array): boolean {
  for (let at = 1; at < keys.length; at++) {
    if ((keys[at - 1] as number) > (keys[at] as number)) return false;
  }
  return true;
}

/** Loops here and below: `from` with a function takes five times as long, which counts at 668,000 rows. */
function numbersOf(codes: readonly string[]): Float64Array {
  const keys = new Float64Array(codes.length);
  for (let at = 0; at < codes.length; at++) keys[at] = plainValue(codes[at] as string);
  return keys;
}

/** Places in code order, equal codes in file order; null when that is how they stand. 12 digits fit a number exactly. */
function codeOrder(keys: Float64Array): Uint32Array | null {
  if (ascending(keys)) return null;
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < order.length; at++) order[at] = at;
  const range = keys.reduce<[number, number]>(
    ([least, largest], key) => [Math.min(least, key), Math.max(largest, key)],
    [Infinity, -Infinity],
  );
  orderByValue(order, keys, 0, order.length, range, orderScratch(order.length));
  return order;
}

function inOrder(order: Uint32Array, values: readonly string[]): string[] {
  const sorted: string[] = [];
  for (let at = 0; at < order.length; at++) sorted.push(values[order[at] as number] as string);
  return sorted;
}

function columnInOrder(order: Uint32Array, values: Float64Array): Float64Array {
  const sorted = new Float64Array(order.length);
  for (let at = 0; at < order.length; at++) sorted[at] = values[order[at] as number] as number;
  return sorted;
}

/** Columns as they grow, in file order: an object a village would cost more than reading the file. */
export class VillageTableBuilder {
  private readonly codes: string[] = [];
  private readonly names: string[] = [];
  private readonly lng: Float64Array;
  private readonly lat: Float64Array;
  private readonly accuracy: Float64Array;
  private readonly rows: Uint32Array;
  private added = 0;

  /** For at most so many villages. */
  constructor(most: number) {
    this.codes.length = most;
    this.names.length = most;
    this.lng = new Float64Array(most);
    this.lat = new Float64Array(most);
    this.accuracy = new Float64Array(most);
    this.rows = new Uint32Array(most);
  }

  get count(): number {
    return this.added;
  }

  /** `row`: as the file counts. */
  add(
    code: string,
    name: string,
    position: readonly [number, number],
    accuracyMetres: number,
    row: number,
  ): void {
    const at = this.added++;
    this.codes[at] = code;
    this.names[at] = name;
    this.lng[at] = position[0];
    this.lat[at] = position[1];
    this.accuracy[at] = accuracyMetres;
    this.rows[at] = row;
  }

  /** The table in code order; `onRepeated` is told the rows of a code that comes again. */
  finish(onRepeated: (code: string, before: number, here: number) => void): VillageTable {
    const { codes, names, lng, lat, accuracy, count } = this;
    codes.length = count;
    names.length = count;
    const keys = numbersOf(codes);
    const order = codeOrder(keys);
    for (let at = 1; at < count; at++) {
      const [before, here] =
        order === null ? [at - 1, at] : [order[at - 1] as number, order[at] as number];
      if (keys[before] !== keys[here]) continue;
      onRepeated(codes[here] as string, this.rows[before] as number, this.rows[here] as number);
    }
    const column = (values: Float64Array): Float64Array =>
      order === null ? values.slice(0, count) : columnInOrder(order, values);
    return {
      codes: order === null ? codes : inOrder(order, codes),
      names: order === null ? names : inOrder(order, names),
      lng: column(lng),
      lat: column(lat),
      accuracyMetres: column(accuracy),
    };
  }
}
