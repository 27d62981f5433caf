// The order of the gap list (gap.ts) from columns, without a comparator: by estimate, then each stretch of equal estimates
// by what is missing, then by code. 668,000 villages in some tenths of a second, in the engine's worker.
import type { Village } from '../domain/village';
import { type OrderScratch, orderByValue, orderScratch } from '../geo/value-order';
import type { CoverageResult, NOT_COVERED, POSSIBLE } from './coverage-result';
import { type ClusterChoice, type ClusterField, clusterSteps } from './gap-cluster-choice';

export type GapState = typeof NOT_COVERED | typeof POSSIBLE;

/** What the list needs of the villages beside the answer; pack order. */
export interface GapColumns {
  /** Estimates; NaN where there is none. */
  readonly households: Float64Array;
  readonly persons: Float64Array;
  /** Places in order of the villages' codes; null when the pack's order is that. */
  readonly codeOrder: Uint32Array | null;
}

export interface GapRanks {
  /** Places in `pack.villages`, worst first. */
  readonly places: Uint32Array;
  /** Sums of the known estimates. */
  readonly poorHouseholds: number;
  readonly poorPersons: number;
  readonly unitsWithoutEstimate: number;
}

/** Places in order of code; null when they stand so. */
export function codeOrderOf(villages: readonly Village[]): Uint32Array | null {
  const codeAt = (at: number): string => (villages[at] as Village).code;
  const isInOrder = villages.every(({ code }, at) => at === 0 || codeAt(at - 1) <= code);
  if (isInOrder) return null;
  return Uint32Array.from(villages.keys()).sort((a, b) => (codeAt(a) < codeAt(b) ? -1 : 1));
}

/** The places in one state, in order of code. */
function placesInState(
  states: Uint8Array,
  state: GapState,
  codeOrder: Uint32Array | null,
): Uint32Array {
  const places = new Uint32Array(states.length);
  let count = 0;
  for (let order = 0; order < states.length; order++) {
    const at = codeOrder === null ? order : (codeOrder[order] as number);
    if (states[at] === state) places[count++] = at;
  }
  return places.slice(0, count);
}

/** `values` with what is not finite put after all that is. */
function unknownLast(values: Float64Array): {
  readonly keys: Float64Array;
  readonly range: readonly [number, number];
} {
  let [least, most] = [0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const after = most + 1;
  return {
    keys: values.map((value) => (Number.isFinite(value) ? value : after)),
    range: [least, after],
  };
}

/** Sorts every stretch of `ids` whose `first` is equal by `second`. */
function orderTies(
  ids: Uint32Array,
  first: Float64Array,
  second: { readonly keys: Float64Array; readonly range: readonly [number, number] },
  scratch: OrderScratch,
): void {
  for (let from = 0, to = 1; to <= ids.length; to++) {
    const isSame = to < ids.length && first[ids[to] as number] === first[ids[from] as number];
    if (isSame) continue;
    orderByValue(ids, second.keys, from, to, second.range, scratch);
    from = to;
  }
}

function sumOf(places: Uint32Array, values: Float64Array): number {
  let sum = 0;
  for (const at of places) {
    const value = values[at] as number;
    if (Number.isFinite(value)) sum += value;
  }
  return sum;
}

/** The villages of `result` in one state, ranked. */
export function gapRanks(result: CoverageResult, columns: GapColumns, state: GapState): GapRanks {
  const { households, persons, codeOrder } = columns;
  const byCode = placesInState(result.states, state, codeOrder);
  const column = (valueAt: (at: number) => number): Float64Array =>
    Float64Array.from(byCode, valueAt);
  const most = unknownLast(column((at) => -(households[at] as number)));
  const least = unknownLast(
    column((at) => (result.nearestDistanceMetres[at] as number) - result.distanceMetres),
  );
  const ids = Uint32Array.from(byCode.keys());
  const scratch = orderScratch(ids.length);
  orderByValue(ids, most.keys, 0, ids.length, most.range, scratch);
  orderTies(ids, most.keys, least, scratch);
  const places = ids.map((id) => byCode[id] as number);
  return {
    places,
    poorHouseholds: sumOf(places, households),
    poorPersons: sumOf(places, persons),
    unitsWithoutEstimate: places.reduce(
      (count, at) => count + Number(!Number.isFinite(households[at])),
      0,
    ),
  };
}

/**
 * The clusters of the villages in one state, by places of the pack. Yields how many villages are done, in stretches.
 * Throws RangeError for a radius that is negative or not finite.
 */
export function* gapClusterSteps(
  result: CoverageResult,
  { households, codeOrder }: GapColumns,
  positions: { readonly lng: Float64Array; readonly lat: Float64Array },
  state: GapState,
  radiusMetres: number,
): Generator<number, ClusterChoice> {
  const places = placesInState(result.states, state, codeOrder);
  const column = (values: Float64Array): Float64Array =>
    Float64Array.from(places, (at) => values[at] as number);
  const field: ClusterField = {
    lng: column(positions.lng),
    lat: column(positions.lat),
    households: column(households),
    distanceMetres: column(result.nearestDistanceMetres),
    target: Int32Array.from(places, (at) => result.nearestTarget[at] as number),
  };
  const { cores, starts, members } = yield* clusterSteps(field, radiusMetres);
  const placed = (row: number): number => places[row] as number;
  return { cores: cores.map(placed), starts, members: members.map(placed) };
}

/** The same in one go. */
export function gapClusters(...asked: Parameters<typeof gapClusterSteps>): ClusterChoice {
  const steps = gapClusterSteps(...asked);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
