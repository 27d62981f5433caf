/** Coverage state codes, ordered so that a larger code is a stronger statement. */
export const NOT_COVERED = 0;
export const POSSIBLE = 1;
export const COVERED_AS_DRAWN = 2;
export const COVERED_CERTAIN = 3;
export type CoverageStateCode = 0 | 1 | 2 | 3;

export type CoverageState = 'not-covered' | 'possible' | 'covered-as-drawn' | 'covered-certain';
export const COVERAGE_STATES: readonly [
  CoverageState,
  CoverageState,
  CoverageState,
  CoverageState,
] = ['not-covered', 'possible', 'covered-as-drawn', 'covered-certain'];

/** Villages by state; the four always add up to `total`. Headline: certain + asDrawn, range certain … certain + asDrawn + possible. */
export interface StateCounts {
  readonly certain: number;
  /** Covered as drawn but not certain. */
  readonly asDrawn: number;
  readonly possible: number;
  readonly notCovered: number;
  readonly total: number;
}

/** 覆盖: the answer for a set of targets and one distance. Arrays have one entry a village, in pack order. */
export interface CoverageResult {
  readonly distanceMetres: number;
  readonly targetIds: readonly string[];
  /** Strongest state over the targets. */
  readonly states: Uint8Array;
  /** Geodesic metres to the nearest target; Infinity without targets; NaN while it is not computed (`distancesPending`). */
  readonly nearestDistanceMetres: Float64Array;
  /** Index into targetIds; -1 without targets or while it is not computed. */
  readonly nearestTarget: Int32Array;
  /** Set while distances that no state depends on are still being computed; a later answer has them all. */
  readonly distancesPending?: boolean;
  readonly counts: StateCounts;
  readonly perTarget: readonly { readonly targetId: string; readonly counts: StateCounts }[];
}
