import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/analysis/classify';

const TENS = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

describe('classify', () => {
  it('quantile puts equally many values in each class', () => {
    const classes = classify(TENS, { method: 'quantile', classCount: 5 });
    expect(classes.breaks).toEqual([30, 50, 70, 90]);
    expect(classes.counts).toEqual([2, 2, 2, 2, 2]);
  });
  it('quantile never parts equal values and drops classes that cannot be', () => {
    const classes = classify([1, 1, 1, 1, 1, 1, 2, 3], { method: 'quantile', classCount: 4 });
    expect(classes.breaks).toEqual([2]);
    expect(classes.counts).toEqual([6, 2]);
  });
  it('natural finds the gaps', () => {
    const classes = classify([1, 2, 3, 50, 51, 52, 99, 100], { method: 'natural', classCount: 3 });
    expect(classes.breaks).toEqual([50, 99]);
    expect(classes.counts).toEqual([3, 3, 2]);
  });
  it('equal cuts the range and may leave classes empty', () => {
    const classes = classify([0, 1, 100], { method: 'equal', classCount: 4 });
    expect(classes.breaks).toEqual([25, 50, 75]);
    expect(classes.counts).toEqual([2, 0, 0, 1]);
  });
  it('custom takes breaks in any order, repeats dropped; a value on a break is in the upper class', () => {
    const request = { method: 'custom', classCount: 0, customBreaks: [0.2, 0.1, 0.2] } as const;
    const classes = classify([0.05, 0.1, 0.3, null], request);
    expect(classes.breaks).toEqual([0.1, 0.2]);
    expect(classes.counts).toEqual([1, 1, 1]);
    expect(classes.missing).toBe(1);
    expect(classes.classOf(0.1)).toBe(1);
  });
  it('gives no class to 无数据 and one class to a single value', () => {
    const none = classify([null, null], { method: 'natural', classCount: 3 });
    expect([none.breaks, none.counts, none.missing, none.range]).toEqual([[], [0], 2, null]);
    expect(none.classOf(null)).toBeNull();
    const one = classify([7, 7, 7], { method: 'natural', classCount: 5 });
    expect([one.breaks, one.counts, one.range]).toEqual([[], [3], [7, 7]]);
  });
  it('refuses fewer than 3 or more than 7 classes', () => {
    expect(() => classify(TENS, { method: 'equal', classCount: 2 })).toThrow('2 classes');
    expect(() => classify(TENS, { method: 'quantile', classCount: 8 })).toThrow('8 classes');
  });
  it('counts every value once, in the class that classOf names, and no quantile or natural class is empty', () => {
    const values = fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { maxLength: 60 });
    const method = fc.constantFrom('quantile', 'natural', 'equal');
    fc.assert(
      fc.property(values, method, fc.integer({ min: 3, max: 7 }), (list, chosen, classCount) => {
        const classes = classify(list, { method: chosen, classCount });
        const sum = classes.counts.reduce((a, b) => a + b, 0);
        expect(sum + classes.missing).toBe(list.length);
        expect(classes.counts.length).toBeLessThanOrEqual(classCount);
        classes.counts.forEach((count, at) => {
          expect(list.filter((v) => classes.classOf(v) === at).length).toBe(count);
          if (chosen !== 'equal' && sum > 0) expect(count).toBeGreaterThan(0);
        });
      }),
      { seed: 20261122 },
    );
  });
});
