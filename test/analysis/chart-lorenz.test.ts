// Closed forms: equal shares, one holder, two values; and two methods that must agree on anything.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lorenz, poorUnits } from '../../src/analysis/chart-lorenz';
import { estimatePoverty } from '../../src/analysis/poverty-estimate';
import { yunchengPack } from '../features/yuncheng-pack';

/** Half of the mean absolute difference over the mean, by every pair. */
function giniByPairs(values: readonly number[]): number {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  let differences = 0;
  for (const a of values) for (const b of values) differences += Math.abs(a - b);
  return differences / values.length ** 2 / (2 * mean);
}

describe('lorenz', () => {
  it('is the diagonal with Gini 0 for equal shares', () => {
    const curve = lorenz([7, 7, 7, 7]);
    expect(curve?.gini).toBeCloseTo(0, 12);
    curve?.points.forEach(({ units, amount }) => expect(amount).toBeCloseTo(units, 12));
  });

  it('has Gini 1 − 1/n for one holder', () => {
    for (const n of [1, 2, 5, 100]) {
      const values = Array.from({ length: n }, (_, at) => (at === 0 ? 9 : 0));
      expect(lorenz(values)?.gini).toBeCloseTo(1 - 1 / n, 12);
    }
  });

  it('adds up from the poorest unit: 1, 3 → (½, ¼), Gini ¼', () => {
    const curve = lorenz([3, 1]);
    expect(curve).toMatchObject({ unitCount: 2, total: 4, gini: 0.25 });
    expect(curve?.points).toEqual([
      { units: 0, amount: 0 },
      { units: 0.5, amount: 0.25 },
      { units: 1, amount: 1 },
    ]);
  });

  it('agrees with the mean difference of all pairs, whatever order and scale', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 1000 }),
        (values, factor) => {
          fc.pre(values.some((each) => each > 0));
          const gini = lorenz(values)?.gini ?? Number.NaN;
          expect(gini).toBeCloseTo(giniByPairs(values), 9);
          expect(lorenz(values.map((each) => each * factor).toReversed())?.gini).toBeCloseTo(
            gini,
            9,
          );
        },
      ),
    );
  });

  it('has no curve of nothing, and refuses what is no amount', () => {
    expect(lorenz([])).toBeNull();
    expect(lorenz([0, 0])).toBeNull();
    expect(() => lorenz([1, -1])).toThrow(RangeError);
    expect(() => lorenz([Number.NaN])).toThrow(RangeError);
  });
});

describe('poorUnits of the real pack', () => {
  it('says of which units, and how many are spread', async () => {
    const pack = await yunchengPack();
    const estimate = estimatePoverty(pack);
    const villages = poorUnits(pack, estimate, 'village');
    expect(villages.values.length + villages.without).toBe(pack.villages.length);
    expect(villages.spreadUnits).toBe(villages.values.length);
    const townships = poorUnits(pack, estimate, 'township');
    expect(townships.values.length + townships.without).toBe(pack.townships.length);
    expect(townships.spreadUnits).toBe(0);
    const printed = pack.figures.filter(
      ({ measure, resolution }) => measure === 'poorPersons' && resolution === 'township',
    );
    expect(townships.values.length).toBe(printed.length);
  });
});
