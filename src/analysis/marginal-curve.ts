// 边际曲线: villages and estimated poor households reached, as an exact step function of the service distance.
//
// Each village steps in once, at its own threshold (reach-thresholds.ts): three curves, certain ≤ as drawn ≤ most.
// Breakpoints are the different thresholds, ascending; a value holds from its breakpoint (included) to the next.
// So at any distance D the curve equals the counts of coverage at D, and its last value plus what lies beyond the range
// equals the total. Households and persons are sums of estimates; villages without an estimate count as villages only.
import type { ReachThresholds } from './reach-thresholds';

export interface CurvePoint {
  readonly metres: number;
  /** Reached at this distance or less. */
  readonly villages: number;
  readonly households: number;
  readonly persons: number;
}

/** Columns of equal length: the step function between 0 and the range's end. */
export interface CurveSteps {
  /** Strictly ascending. */
  readonly metres: Float64Array;
  readonly villages: Uint32Array;
  readonly households: Float64Array;
  readonly persons: Float64Array;
}

export interface MarginalCurve {
  readonly toMetres: number;
  /** d ≤ D. */
  readonly drawn: CurveSteps;
  /** d + e ≤ D. */
  readonly certain: CurveSteps;
  /** d − e ≤ D: certain, as drawn and possible together. */
  readonly most: CurveSteps;
  /** Everything, at any distance. */
  readonly total: Omit<CurvePoint, 'metres'>;
  readonly unitsWithoutEstimate: number;
}

/** Estimates by village in pack order; NaN where no figure reaches the village. */
export interface EstimateColumns {
  readonly households: Float64Array;
  readonly persons: Float64Array;
}

const DEFAULT_END_METRES = 10_000;

function known(value: number | undefined): number {
  return value === undefined || Number.isNaN(value) ? 0 : value;
}

function stepsOf(
  thresholds: Float64Array,
  estimate: EstimateColumns,
  toMetres: number,
): CurveSteps {
  const within = Uint32Array.from(thresholds.keys()).filter(
    (at) => (thresholds[at] as number) <= toMetres,
  );
  within.sort((a, b) => (thresholds[a] as number) - (thresholds[b] as number) || a - b);
  const metres: number[] = [];
  const villages: number[] = [];
  const households: number[] = [];
  const persons: number[] = [];
  let [householdSum, personSum] = [0, 0];
  within.forEach((at, order) => {
    householdSum += known(estimate.households[at]);
    personSum += known(estimate.persons[at]);
    const threshold = thresholds[at] as number;
    const step = metres.at(-1) === threshold ? metres.length - 1 : metres.length;
    metres[step] = threshold;
    villages[step] = order + 1;
    households[step] = householdSum;
    persons[step] = personSum;
  });
  return {
    metres: Float64Array.from(metres),
    villages: Uint32Array.from(villages),
    households: Float64Array.from(households),
    persons: Float64Array.from(persons),
  };
}

/**
 * The curve of `thresholds` (metres) from 0 to `toMetres`, both included. O(n log n), once per set of projects.
 * Throws when the estimate is of other villages, and RangeError for a range that is negative or not finite.
 */
export function marginalCurve(
  thresholds: ReachThresholds,
  estimate: EstimateColumns,
  toMetres = DEFAULT_END_METRES,
): MarginalCurve {
  const count = thresholds.drawnMetres.length;
  if (estimate.households.length !== count) {
    throw new Error(`curve of ${count} units, estimate of ${estimate.households.length}`);
  }
  if (!(toMetres >= 0) || !Number.isFinite(toMetres)) {
    throw new RangeError(`curve to ${toMetres} m, expected 0 or more`);
  }
  const sum = (values: Float64Array): number => values.reduce((all, each) => all + known(each), 0);
  return {
    toMetres,
    drawn: stepsOf(thresholds.drawnMetres, estimate, toMetres),
    certain: stepsOf(thresholds.certainMetres, estimate, toMetres),
    most: stepsOf(thresholds.possibleMetres, estimate, toMetres),
    total: {
      villages: count,
      households: sum(estimate.households),
      persons: sum(estimate.persons),
    },
    unitsWithoutEstimate: estimate.households.reduce(
      (count, each, at) => count + Number(Number.isNaN(each) && Number.isNaN(estimate.persons[at])),
      0,
    ),
  };
}

/** How many breakpoints are at or below `metres`. */
function stepsUpTo(steps: CurveSteps, metres: number): number {
  let [low, high] = [0, steps.metres.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps.metres[middle] as number) <= metres) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pointAt(steps: CurveSteps, step: number, metres: number): CurvePoint {
  return {
    metres,
    villages: steps.villages[step] ?? 0,
    households: steps.households[step] ?? 0,
    persons: steps.persons[step] ?? 0,
  };
}

/** The curve's value at a distance within its range, by binary search. */
export function curveAt(steps: CurveSteps, metres: number): CurvePoint {
  return pointAt(steps, stepsUpTo(steps, metres) - 1, metres);
}

/**
 * Points for a step chart from 0 to `toMetres`: the two ends and at most `most` breakpoints, each with its exact value.
 * Where there are more, the range is cut into `most` equal parts and the last breakpoint of each part is kept, so a chart
 * of that many pixels is the same.
 */
export function curvePoints(
  steps: CurveSteps,
  toMetres: number,
  most: number,
): readonly CurvePoint[] {
  const inside = stepsUpTo(steps, toMetres);
  const kept: CurvePoint[] = [];
  const partOf = (step: number): number =>
    Math.floor(((steps.metres[step] as number) / toMetres) * most);
  for (let step = 0; step < inside; step++) {
    const isLastOfPart = step + 1 === inside || partOf(step + 1) !== partOf(step);
    if (inside <= most || isLastOfPart) {
      kept.push(pointAt(steps, step, steps.metres[step] as number));
    }
  }
  const start = kept[0]?.metres === 0 ? [] : [pointAt(steps, -1, 0)];
  const end = kept.at(-1)?.metres === toMetres ? [] : [pointAt(steps, inside - 1, toMetres)];
  return [...start, ...kept, ...end];
}

export interface MarginalGain {
  readonly fromMetres: number;
  readonly toMetres: number;
  /** Gained by going from the one to the other. */
  readonly villages: number;
  readonly households: number;
  readonly persons: number;
}

/**
 * What each further `stepMetres` brings, from 0 to `toMetres`; the last step may be shorter. The first step also holds
 * the villages at distance 0. The gains add up to the curve's value at the end.
 * Throws RangeError for a step that is not above 0.
 */
export function marginalGains(
  steps: CurveSteps,
  toMetres: number,
  stepMetres: number,
): readonly MarginalGain[] {
  if (!(stepMetres > 0)) throw new RangeError(`step of ${stepMetres} m, expected more than 0`);
  const count = Math.ceil(toMetres / stepMetres);
  return Array.from({ length: count }, (_, k) => {
    const end = Math.min((k + 1) * stepMetres, toMetres);
    const [before, after] = [
      k === 0 ? pointAt(steps, -1, 0) : curveAt(steps, k * stepMetres),
      curveAt(steps, end),
    ];
    return {
      fromMetres: k * stepMetres,
      toMetres: end,
      villages: after.villages - before.villages,
      households: after.households - before.households,
      persons: after.persons - before.persons,
    };
  });
}
