import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { coverage } from '../../src/analysis/coverage';
import { summariseCoverage } from '../../src/analysis/coverage-summary';
import {
  curveAt,
  curvePoints,
  marginalCurve,
  marginalGains,
} from '../../src/analysis/marginal-curve';
import type { PovertyEstimate } from '../../src/analysis/poverty-estimate';
import { reachThresholds } from '../../src/analysis/reach-thresholds';
import { type PackEngine, packEngine } from './pack-engine';

/** Households 1, 2, 4, 8 …, persons three times as many; NaN where `known` is false. */
function estimateOf(known: readonly boolean[]): PovertyEstimate {
  const households = Float64Array.from(known, (isKnown, at) => (isKnown ? 2 ** at : Number.NaN));
  return {
    households,
    persons: households.map((each) => each * 3),
    resolution: known.map((isKnown) => (isKnown ? 'township' : null)),
    areas: [],
    unplaced: [],
    ownFigureVillages: 0,
  };
}

/** Targets with given distances, as if measured. */
function target(id: string, accuracyMetres: number, metres: readonly number[]) {
  const distances = Float64Array.from(metres);
  return {
    id,
    accuracyMetres,
    distances: { metres: distances, exactAt: (at: number) => distances[at] as number },
  };
}

let pack: PackEngine;
beforeAll(async () => {
  pack = await packEngine();
});

describe('reach thresholds', () => {
  it('takes each minimum over the targets on its own', () => {
    const near = target('near-but-vague', 900, [1000, 500]);
    const far = target('far-but-sharp', 0, [1300, 9000]);
    const { possibleMetres, drawnMetres, certainMetres } = reachThresholds(
      Float64Array.of(100, 50),
      [near, far],
    );
    expect([...possibleMetres]).toEqual([0, 0]);
    expect([...drawnMetres]).toEqual([1000, 500]);
    expect([...certainMetres]).toEqual([1400, 1450]);
  });
  it('is infinite without targets and refuses a target of other villages', () => {
    expect([...reachThresholds(Float64Array.of(1), []).drawnMetres]).toEqual([Infinity]);
    const one = target('a', 0, [1, 2]);
    expect(() => reachThresholds(Float64Array.of(1), [one])).toThrow(RangeError);
  });
});

describe('marginal curve', () => {
  const thresholds = reachThresholds(new Float64Array(5), [
    target('a', 10, [0, 300, 300, 10_000, 10_000.5]),
  ]);
  const curve = marginalCurve(thresholds, estimateOf([true, true, false, true, true]), 10_000);

  it('steps at the different distances, ties in one step, unknown estimates as villages only', () => {
    expect([...curve.drawn.metres]).toEqual([0, 300, 10_000]);
    expect([...curve.drawn.villages]).toEqual([1, 3, 4]);
    expect([...curve.drawn.households]).toEqual([1, 3, 11]);
    expect([...curve.drawn.persons]).toEqual([3, 9, 33]);
    expect([...curve.certain.metres]).toEqual([10, 310]);
    expect([...curve.most.metres]).toEqual([0, 290, 9990, 9990.5]);
    expect(curve.total).toEqual({ villages: 5, households: 27, persons: 81 });
    expect(curve.unitsWithoutEstimate).toBe(1);
  });
  it('holds a value from its breakpoint on, not before', () => {
    expect(curveAt(curve.drawn, 299.999).villages).toBe(1);
    expect(curveAt(curve.drawn, 300)).toEqual({
      metres: 300,
      villages: 3,
      households: 3,
      persons: 9,
    });
    expect(curveAt(curve.certain, 9.999).villages).toBe(0);
  });
  it('samples ends and breakpoints with their exact values', () => {
    expect(curvePoints(curve.certain, 10_000, 100).map(({ metres }) => metres)).toEqual([
      0, 10, 310, 10_000,
    ]);
    const points = curvePoints(curve.drawn, 10_000, 2);
    expect(points.map(({ metres, villages }) => [metres, villages])).toEqual([
      [0, 0],
      [300, 3],
      [10_000, 4],
    ]);
  });
  it('gains add up to the curve', () => {
    const gains = marginalGains(curve.drawn, 10_000, 300);
    expect(gains).toHaveLength(34);
    expect(gains[0]).toMatchObject({ fromMetres: 0, toMetres: 300, villages: 3 });
    expect(gains.reduce((sum, gain) => sum + gain.households, 0)).toBe(11);
    expect(() => marginalGains(curve.drawn, 1, 0)).toThrow(RangeError);
  });
  it('refuses another pack and an endless range', () => {
    expect(() => marginalCurve(thresholds, estimateOf([true]))).toThrow('curve of 5 units');
    const five = estimateOf([true, true, true, true, true]);
    expect(() => marginalCurve(thresholds, five, Infinity)).toThrow(RangeError);
  });
});

describe('marginal curve of the real pack', () => {
  it('equals coverage at random distances: villages by state, households, persons', async () => {
    const choose = fc.record({
      chosen: fc.subarray([...pack.targets.keys()], { minLength: 1 }),
      distance: fc.double({ min: 0, max: 10_000, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(choose, async ({ chosen, distance }) => {
        const targets = chosen.map((at) => pack.targets[at]!);
        const thresholds = reachThresholds(pack.villageAccuracies, pack.prepared(targets));
        const { certain, drawn, most } = marginalCurve(thresholds, pack.estimate, 10_000);
        const result = await pack.coverage(targets, distance);
        const { counts } = result;
        const [a, b, c] = [certain, drawn, most].map((steps) => curveAt(steps, distance));
        expect(a?.villages).toBe(counts.certain);
        expect(b?.villages).toBe(counts.certain + counts.asDrawn);
        expect(c?.villages).toBe(counts.certain + counts.asDrawn + counts.possible);
        const { households, persons } = summariseCoverage(result, pack.index, pack.estimate).total;
        expect(a?.households).toBeCloseTo(households.certain, 6);
        expect(b?.households).toBeCloseTo(households.certain + households.asDrawn, 6);
        expect(c?.persons).toBeCloseTo(persons.total - persons.notCovered, 6);
      }),
      { seed: 20163, numRuns: 40 },
    );
  });
  it('has certain ≤ as drawn ≤ most everywhere, rising, and the rest beyond the range', () => {
    const prepared = pack.prepared(pack.targets);
    const thresholds = reachThresholds(pack.villageAccuracies, prepared);
    const curve = marginalCurve(thresholds, pack.estimate);
    for (let metres = 0; metres <= 10_000; metres += 37) {
      const [least, middle, top] = [curve.certain, curve.drawn, curve.most].map(
        (steps) => curveAt(steps, metres).villages,
      ) as [number, number, number];
      expect(least).toBeLessThanOrEqual(middle);
      expect(middle).toBeLessThanOrEqual(top);
    }
    const beyond = thresholds.drawnMetres.filter((each) => each > 10_000).length;
    expect(curveAt(curve.drawn, 10_000).villages + beyond).toBe(curve.total.villages);
    const all = coverage(pack.villageAccuracies, prepared, 1e6);
    const whole = marginalCurve(thresholds, pack.estimate, 1e6);
    expect(curveAt(whole.drawn, 1e6).villages).toBe(all.counts.total);
    expect(curveAt(whole.drawn, 1e6).households).toBeCloseTo(whole.total.households, 6);
  });
});
