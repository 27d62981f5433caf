// 覆盖: three-state coverage of villages by targets at one distance (design.md §3).
//
// With d = geodesic distance of the drawn positions, D = service distance, e = village accuracy + target accuracy:
//   certain d + e ≤ D · as drawn d ≤ D · possible d ≤ D + e · else not covered.
// Over several targets a village gets its strongest state, each target judged with its own accuracy.
// Distances are prepared once per target; a new D only compares. A comparison closer than the distances' error
// is repeated with the exact distance, so no decision rests on rounding.
import { DISTANCE_FIELD_ERROR_METRES } from '../geo/distance-field';
import type { DistanceField } from '../geo/distance-field';
import { COVERED_AS_DRAWN, COVERED_CERTAIN, NOT_COVERED, POSSIBLE } from './coverage-result';
import type { CoverageResult, CoverageStateCode, StateCounts } from './coverage-result';

/** A target with its distances, ready for any service distance. */
export interface PreparedTarget {
  readonly id: string;
  readonly accuracyMetres: number;
  readonly distances: DistanceField;
}

/** d, D and e in metres. Boundaries belong to the stronger state. */
export function coverageState(
  distanceMetres: number,
  serviceMetres: number,
  accuracyMetres: number,
): CoverageStateCode {
  if (distanceMetres <= serviceMetres) {
    return distanceMetres + accuracyMetres <= serviceMetres ? COVERED_CERTAIN : COVERED_AS_DRAWN;
  }
  return distanceMetres <= serviceMetres + accuracyMetres ? POSSIBLE : NOT_COVERED;
}

/** Is d so near to D − e, D or D + e that its error could turn the decision? */
function nearThreshold(distance: number, service: number, accuracy: number): boolean {
  const beyond = Math.abs(distance - service);
  return (
    beyond < DISTANCE_FIELD_ERROR_METRES ||
    Math.abs(beyond - accuracy) < DISTANCE_FIELD_ERROR_METRES
  );
}

/** Metres that a decision may rest on: exact where their error could turn it. */
export function settledMetres(
  distances: DistanceField,
  village: number,
  serviceMetres: number,
  accuracyMetres: number,
): number {
  const metres = distances.metres[village] as number;
  return nearThreshold(metres, serviceMetres, accuracyMetres) ? distances.exactAt(village) : metres;
}

function toCounts(byState: Int32Array, total: number): StateCounts {
  return {
    certain: byState[COVERED_CERTAIN] ?? 0,
    asDrawn: byState[COVERED_AS_DRAWN] ?? 0,
    possible: byState[POSSIBLE] ?? 0,
    notCovered: byState[NOT_COVERED] ?? 0,
    total,
  };
}

interface Answer {
  readonly states: Uint8Array;
  readonly nearest: Float64Array;
  readonly nearestTarget: Int32Array;
}

/** Folds one target into the answer and counts its own states. */
function addTarget(
  answer: Answer,
  target: PreparedTarget,
  at: number,
  villageAccuracies: Float64Array,
  serviceMetres: number,
): Int32Array {
  const { states, nearest, nearestTarget } = answer;
  const count = target.distances.metres.length;
  const byState = new Int32Array(4);
  for (let village = 0; village < count; village++) {
    const accuracy = (villageAccuracies[village] as number) + target.accuracyMetres;
    const distance = settledMetres(target.distances, village, serviceMetres, accuracy);
    const state = coverageState(distance, serviceMetres, accuracy);
    byState[state] = (byState[state] as number) + 1;
    if (state > (states[village] as number)) states[village] = state;
    if (distance < (nearest[village] as number)) {
      nearest[village] = distance;
      nearestTarget[village] = at;
    }
  }
  return byState;
}

/**
 * Coverage of `villageAccuracies.length` villages. O(villages × targets) comparisons, no geometry.
 * Throws RangeError for a distance that is negative or not finite, and when a target was prepared for other villages.
 */
export function coverage(
  villageAccuracies: Float64Array,
  targets: readonly PreparedTarget[],
  serviceMetres: number,
): CoverageResult {
  if (!(serviceMetres >= 0) || !Number.isFinite(serviceMetres)) {
    throw new RangeError(`service distance ${serviceMetres} m, expected 0 or more`);
  }
  const total = villageAccuracies.length;
  const answer: Answer = {
    states: new Uint8Array(total),
    nearest: new Float64Array(total).fill(Number.POSITIVE_INFINITY),
    nearestTarget: new Int32Array(total).fill(-1),
  };
  const perTarget = targets.map((target, at) => {
    const prepared = target.distances.metres.length;
    if (prepared !== total) throw new RangeError(`target for ${prepared} villages, have ${total}`);
    const byState = addTarget(answer, target, at, villageAccuracies, serviceMetres);
    return { targetId: target.id, counts: toCounts(byState, total) };
  });
  const union = new Int32Array(4);
  for (const state of answer.states) union[state] = (union[state] as number) + 1;
  return {
    distanceMetres: serviceMetres,
    targetIds: targets.map(({ id }) => id),
    states: answer.states,
    nearestDistanceMetres: answer.nearest,
    nearestTarget: answer.nearestTarget,
    counts: toCounts(union, total),
    perTarget,
  };
}
