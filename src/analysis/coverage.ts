// 覆盖: three-state coverage of villages by targets at one distance (design.md §3).
//
// With d = geodesic distance of the drawn positions, D = service distance, e = village accuracy + target accuracy:
//   certain d + e ≤ D · as drawn d ≤ D · possible d ≤ D + e · else not covered.
// Over several targets a village gets its strongest state, each target judged with its own accuracy.
// Distances are prepared once per target, for all villages or for those near it (reach-list.ts); a new D only compares.
// A comparison closer than the distances' error is repeated with the exact distance, so no decision rests on rounding.
import { DISTANCE_FIELD_ERROR_METRES } from '../geo/distance-field';
import { COVERED_AS_DRAWN, COVERED_CERTAIN, NOT_COVERED, POSSIBLE } from './coverage-result';
import type { CoverageResult, CoverageStateCode, StateCounts } from './coverage-result';
import type { NearestProjects } from './nearest';

/** Distances from one target, entry by entry. A DistanceField is one of all villages, in pack order. */
export interface TargetDistances {
  /** Geodesic metres, each within DISTANCE_FIELD_ERROR_METRES of the true distance. */
  readonly metres: Float64Array;
  /** The same distance by GeographicLib. */
  readonly exactAt: (entry: number) => number;
  /** The village of each entry; absent: every village, in pack order. */
  readonly villages?: Uint32Array;
  /** With `villages`: who is not listed is farther than this, its own and the target's accuracy together. */
  readonly serviceMetres?: number;
}

/** A target with its distances, ready for any service distance (up to the list's own). */
export interface PreparedTarget {
  readonly id: string;
  readonly accuracyMetres: number;
  readonly distances: TargetDistances;
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
  distances: TargetDistances,
  entry: number,
  serviceMetres: number,
  accuracyMetres: number,
): number {
  const metres = distances.metres[entry] as number;
  return nearThreshold(metres, serviceMetres, accuracyMetres) ? distances.exactAt(entry) : metres;
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
  const { metres, villages } = target.distances;
  const byState = new Int32Array(4);
  for (let entry = 0; entry < metres.length; entry++) {
    const village = villages === undefined ? entry : (villages[entry] as number);
    const accuracy = (villageAccuracies[village] as number) + target.accuracyMetres;
    const distance = settledMetres(target.distances, entry, serviceMetres, accuracy);
    const state = coverageState(distance, serviceMetres, accuracy);
    byState[state] = (byState[state] as number) + 1;
    if (state > (states[village] as number)) states[village] = state;
    if (distance < (nearest[village] as number)) {
      nearest[village] = distance;
      nearestTarget[village] = at;
    }
  }
  byState[NOT_COVERED] =
    (byState[NOT_COVERED] as number) + villageAccuracies.length - metres.length;
  return byState;
}

/** Throws RangeError when a target was prepared for other villages or for a lesser distance. */
function checkTarget({ distances }: PreparedTarget, total: number, serviceMetres: number): void {
  const { metres, villages, serviceMetres: most = Infinity } = distances;
  if (villages === undefined && metres.length !== total) {
    throw new RangeError(`target for ${metres.length} villages, have ${total}`);
  }
  if (serviceMetres > most) {
    throw new RangeError(`service distance ${serviceMetres} m, a target's list ends at ${most} m`);
  }
}

/**
 * Blanks the nearest distances that lists cannot vouch for: a target that is not listed for a village may be nearer than
 * the nearest that is. Returns whether any was blanked.
 */
function blankUnsure(
  answer: Answer,
  targets: readonly PreparedTarget[],
  villageAccuracies: Float64Array,
): boolean {
  const listed = targets.filter(({ distances }) => distances.villages !== undefined);
  if (listed.length === 0) return false;
  const sure = Math.min(
    ...listed.map(
      ({ accuracyMetres, distances }) => accuracyMetres + (distances.serviceMetres ?? 0),
    ),
  );
  const { nearest, nearestTarget } = answer;
  let blanked = false;
  for (let village = 0; village < nearest.length; village++) {
    if ((nearest[village] as number) <= sure + (villageAccuracies[village] as number)) continue;
    nearest[village] = Number.NaN;
    nearestTarget[village] = -1;
    blanked = true;
  }
  return blanked;
}

/**
 * Coverage of `villageAccuracies.length` villages. O(villages + entries of the targets), no geometry.
 * `known`: the nearest of the same targets, where it has been computed; it is copied. Without it, and with targets that
 * list only the villages near them, the farther distances are NaN and `distancesPending` is set; states never differ.
 * Throws RangeError for a distance that is negative or not finite, and when a target was prepared for other villages or
 * for a lesser distance.
 */
export function coverage(
  villageAccuracies: Float64Array,
  targets: readonly PreparedTarget[],
  serviceMetres: number,
  known: NearestProjects | null = null,
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
    checkTarget(target, total, serviceMetres);
    const byState = addTarget(answer, target, at, villageAccuracies, serviceMetres);
    return { targetId: target.id, counts: toCounts(byState, total) };
  });
  const isPending = known === null && blankUnsure(answer, targets, villageAccuracies);
  const union = new Int32Array(4);
  for (const state of answer.states) union[state] = (union[state] as number) + 1;
  return {
    distanceMetres: serviceMetres,
    targetIds: targets.map(({ id }) => id),
    states: answer.states,
    nearestDistanceMetres: known?.metres.slice() ?? answer.nearest,
    nearestTarget: known?.project.slice() ?? answer.nearestTarget,
    ...(isPending && { distancesPending: true }),
    counts: toCounts(union, total),
    perTarget,
  };
}
