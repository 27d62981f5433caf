// Sorting places by a number each, without a comparator: value (above) and place (below) are packed into whole doubles
// of 52 bits, which typed arrays sort natively; values that the packing cannot tell apart are put right by insertion.

export interface OrderScratch {
  readonly keys: Float64Array;
  readonly copy: Uint32Array;
}

/** Room for stretches of up to `size` places, to be used again and again. */
export function orderScratch(size: number): OrderScratch {
  return { keys: new Float64Array(size), copy: new Uint32Array(size) };
}

/** Insertion for a stretch that is nearly in order: by value, equal ones by id. */
function settle(ids: Uint32Array, values: Float64Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at++) {
    const id = ids[at] as number;
    const value = values[id] as number;
    let place = at;
    while (place > from) {
      const before = ids[place - 1] as number;
      const beforeValue = values[before] as number;
      if (beforeValue < value || (beforeValue === value && before < id)) break;
      ids[place] = before;
      place--;
    }
    ids[place] = id;
  }
}

/**
 * Sorts ids [from, to) by `values[id]`, equal values by id. All values must lie in `range`; it need not be tight, but
 * packing is finest when it is.
 */
export function orderByValue(
  ids: Uint32Array,
  values: Float64Array,
  from: number,
  to: number,
  range: readonly [least: number, largest: number],
  scratch: OrderScratch,
): void {
  const { keys, copy } = scratch;
  const size = to - from;
  if (size < 2) return;
  const [least, largest] = range;
  const places = 2 ** Math.ceil(Math.log2(size));
  const perUnit = largest > least ? (2 ** 52 / places - 1) / (largest - least) : 0;
  for (let at = 0; at < size; at++) {
    const id = ids[from + at] as number;
    copy[at] = id;
    keys[at] = Math.floor(((values[id] as number) - least) * perUnit) * places + at;
  }
  keys.subarray(0, size).sort();
  for (let at = 0; at < size; at++) {
    const key = keys[at] as number;
    ids[from + at] = copy[key - Math.floor(key / places) * places] as number;
  }
  settle(ids, values, from, to);
}
