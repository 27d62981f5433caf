import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/analysis/classify';
import { histogram } from '../../src/analysis/chart-histogram';

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

describe('histogram', () => {
  it('puts a value on an edge into the bin that begins there', () => {
    const bars = histogram([0, 1, 1.5, 2], [], 2);
    expect(bars.bins.map(({ from, to, count }) => [from, to, count])).toEqual([
      [0, 1, 1],
      [1, 2, 2],
      [2, 3, 1],
    ]);
  });

  it('has edges of round width, and whole ones for counts', () => {
    const bars = histogram([12, 260, 1403], [], 10);
    expect(bars.stepWidth).toBe(200);
    expect(bars.bins[0]?.from).toBe(0);
    expect(bars.bins.at(-1)?.to).toBe(1600);
  });

  it('counts every value once, by the classes of the map', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 10_000 }).map((each) => each / 10_000)), {
          maxLength: 80,
        }),
        (values) => {
          const classes = classify(values, { method: 'quantile', classCount: 5 });
          const bars = histogram(values, classes.breaks, 12);
          expect(sum(bars.bins.map(({ count }) => count))).toBe(bars.known);
          expect(bars.known + bars.missing).toBe(values.length);
          expect(bars.bins.length).toBeLessThanOrEqual(14);
          bars.bins.forEach(({ count, byClass }) => expect(sum(byClass)).toBe(count));
          if (bars.known > 0) {
            const byClass = classes.counts.map((_, at) =>
              sum(bars.bins.map((bin) => bin.byClass[at] ?? 0)),
            );
            expect(byClass).toEqual(classes.counts);
          }
          for (const value of values) {
            if (value === null) continue;
            const slack = bars.stepWidth * 1e-9;
            expect(
              bars.bins.filter(({ from, to }) => value >= from - slack && value < to + slack)
                .length,
            ).toBeGreaterThan(0);
          }
        },
      ),
    );
  });

  it('is empty without a value', () => {
    expect(histogram([null, null], [0.5], 10)).toMatchObject({ bins: [], known: 0, missing: 2 });
  });
});
