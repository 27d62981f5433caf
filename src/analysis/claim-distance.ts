// 口径反推: the least distance (of projects) or width (of belts, one for all) at which the computed value reaches the
// claim. The value only grows with the distance, in steps at the villages' own distances, so the answer is one of them:
// villages sorted by their distance to the nearest target, weights added up until the claim is reached.
// Distances are known to 0.1 mm; those within 1 mm of the crossing are asked for exactly and sorted again, so that the
// engine, asked at the answer, gives the same villages.
import type { Claim } from '../domain/claim';
import { UNIT_SPACE } from '../domain/units';
import type { ClaimData } from './claim-data';
import { type ClaimFigure, type ClaimFigureMeasure } from './claim-figures';
import { type ClaimObjects, claimObjects, claimTargets } from './claim-reach';
import { unitWeights } from './claim-units';
import type { PreparedTarget } from './coverage';
import { numberText } from './number-text';

export type ClaimDistance =
  | {
      readonly kind: 'distance' | 'width';
      /** Least metres at which the computed value is the claim's or more. */
      readonly metres: number;
      /**
       * Computed value there and just before, in the claim's unit: equal to the claim only if a step hits it. An area
       * grows without steps: both are the same, and it is the claim's to 0.05 %.
       */
      readonly computed: number;
      readonly before: number;
    }
  | { readonly kind: 'none'; readonly reason: string };

const NEAR_METRES = 1e-3;
/** Sums of shares carry rounding of this order. */
const SUM_SLACK = 1e-6;

interface Step {
  readonly village: number;
  readonly metres: number;
}

function nearestMetres(targets: readonly PreparedTarget[], village: number): number {
  return targets.reduce(
    (least, { distances }) => Math.min(least, distances.metres[village] ?? Infinity),
    Infinity,
  );
}

function sortedSteps(steps: readonly Step[]): Step[] {
  return steps.toSorted((a, b) => a.metres - b.metres || a.village - b.village);
}

interface Crossing {
  readonly metres: number;
  readonly reached: number;
  readonly before: number;
}

/** Adds weights in order of distance, equal distances together; null when all together stay below. */
function crossingOf(
  steps: readonly Step[],
  weights: Float64Array,
  wanted: number,
): Crossing | null {
  let sum = 0;
  for (let at = 0; at < steps.length;) {
    const { metres } = steps[at] as Step;
    const before = sum;
    for (; at < steps.length && steps[at]?.metres === metres; at++) {
      sum += weights[(steps[at] as Step).village] ?? 0;
    }
    if (sum >= wanted - SUM_SLACK) return { metres, reached: sum, before };
  }
  return null;
}

function exactCrossing(
  targets: readonly PreparedTarget[],
  weights: Float64Array,
  wanted: number,
): Crossing | null {
  const steps: Step[] = [];
  weights.forEach((weight, village) => {
    const metres = nearestMetres(targets, village);
    if (!Number.isNaN(weight) && weight > 0 && metres !== Infinity) steps.push({ village, metres });
  });
  const rough = crossingOf(sortedSteps(steps), weights, wanted);
  if (rough === null) return null;
  const exact = steps.map((step): Step => {
    if (Math.abs(step.metres - rough.metres) > NEAR_METRES) return step;
    const metres = targets.map(({ distances }) => distances.exactAt(step.village));
    return { ...step, metres: metres.reduce((a, b) => Math.min(a, b), Infinity) };
  });
  return crossingOf(sortedSteps(exact), weights, wanted);
}

/** The figure a claim counts by distance, or why it cannot be turned round. */
function countedFigure(
  data: ClaimData,
  claim: Claim,
  objects: ClaimObjects,
): Pick<ClaimFigure, 'weights' | 'sum'> | { readonly reason: string } {
  const { projects, belts, relocations } = objects;
  const isBelt = belts.length > 0 && projects.length === 0 && relocations.length === 0;
  const isProject = projects.length > 0 && belts.length === 0 && relocations.length === 0;
  if (!isBelt && !isProject) return { reason: '规划没有点名有位置的对象' };
  if (isBelt && belts.some(({ shape }) => shape.kind === 'zone')) {
    return { reason: '按整县划定，没有宽度可推' };
  }
  const units = isBelt ? unitWeights(data, claim.measure) : null;
  const measures: readonly string[] = isBelt
    ? ['poorHouseholds', 'poorPersons', 'poorPersonsShare']
    : ['povertyVillages', 'poorHouseholds', 'poorPersons'];
  if (units === null && !measures.includes(claim.measure))
    return { reason: '这个口径不是按距离逐村累计的' };
  const missing = [...projects, ...belts].filter(({ id }) => !data.targets.has(id));
  if (missing.length > 0) {
    return { reason: `没有公布线位：${missing.map(({ name }) => name).join('、')}` };
  }
  if (units !== null) return { weights: units, sum: data.pack.villages.length };
  const measure = claim.measure === 'poorPersonsShare' ? 'poorPersons' : claim.measure;
  return data.figures[measure as ClaimFigureMeasure];
}

/**
 * The least metres at which the claim's computed value (as drawn) reaches its stated value. Independent of the settings.
 * Several belts take one common width.
 */
export function distanceForClaim(data: ClaimData, claim: Claim): ClaimDistance {
  const objects = claimObjects(data, claim);
  const figure = countedFigure(data, claim, objects);
  if ('reason' in figure) return { kind: 'none', reason: figure.reason };
  const targets = claimTargets(data, objects);
  const scale = claim.measure === 'poorPersonsShare' ? 100 / figure.sum : 1;
  const wanted = claim.value / scale;
  if (!(wanted > 0)) return { kind: 'none', reason: '口径不大于 0' };
  const crossing = exactCrossing(targets, figure.weights, wanted);
  const word = objects.projects.length > 0 ? '距离' : '宽度';
  const text = (amount: number): string =>
    `${numberText(amount * scale, claim.unit === '%' ? 1 : 0)}${UNIT_SPACE}${claim.unit}`;
  if (crossing === null) {
    const all = figure.weights.reduce((sum, weight, village) => {
      const isIn = !Number.isNaN(weight) && nearestMetres(targets, village) !== Infinity;
      return isIn ? sum + weight : sum;
    }, 0);
    return { kind: 'none', reason: `${word}再大也只有 ${text(all)}` };
  }
  if (crossing.metres < 0) {
    const inside = figure.weights.reduce(
      (sum, weight, village) =>
        !Number.isNaN(weight) && nearestMetres(targets, village) <= 0 ? sum + weight : sum,
      0,
    );
    return { kind: 'none', reason: `${word}为 0 时已有 ${text(inside)}` };
  }
  return {
    kind: objects.projects.length > 0 ? 'distance' : 'width',
    metres: crossing.metres,
    computed: crossing.reached * scale,
    before: crossing.before * scale,
  };
}
