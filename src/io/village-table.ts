// A village list as columns in code order: what the engine and the outputs of the command line take.
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
  for (let at = 0; at < codes.length; at++) keys[at] = Number(codes[at]);
  return keys;
}

/** Places in code order, equal codes in file order. 12 digits fit a number exactly. */
function codeOrder(keys: Float64Array): Uint32Array {
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < order.length; at++) order[at] = at;
  if (ascending(keys)) return order;
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

function columnInOrder(order: Uint32Array, values: readonly number[]): Float64Array {
  const sorted = new Float64Array(order.length);
  for (let at = 0; at < order.length; at++) sorted[at] = values[order[at] as number] as number;
  return sorted;
}

/** Columns as they grow, in file order: an object a village would cost more than reading the file. */
export class VillageTableBuilder {
  private readonly codes: string[] = [];
  private readonly names: string[] = [];
  private readonly lng: number[] = [];
  private readonly lat: number[] = [];
  private readonly accuracy: number[] = [];
  private readonly rows: number[] = [];

  get count(): number {
    return this.codes.length;
  }

  /** `row`: as the file counts. */
  add(
    code: string,
    name: string,
    position: readonly [number, number],
    accuracyMetres: number,
    row: number,
  ): void {
    this.codes.push(code);
    this.names.push(name);
    this.lng.push(position[0]);
    this.lat.push(position[1]);
    this.accuracy.push(accuracyMetres);
    this.rows.push(row);
  }

  /** The table in code order; `onRepeated` is told the rows of a code that comes again. */
  finish(onRepeated: (code: string, before: number, here: number) => void): VillageTable {
    const keys = numbersOf(this.codes);
    const order = codeOrder(keys);
    for (let at = 1; at < order.length; at++) {
      const [before, here] = [order[at - 1] as number, order[at] as number];
      if (keys[before] !== keys[here]) continue;
      onRepeated(
        this.codes[here] as string,
        this.rows[before] as number,
        this.rows[here] as number,
      );
    }
    return {
      codes: inOrder(order, this.codes),
      names: inOrder(order, this.names),
      lng: columnInOrder(order, this.lng),
      lat: columnInOrder(order, this.lat),
      accuracyMetres: columnInOrder(order, this.accuracy),
    };
  }
}
