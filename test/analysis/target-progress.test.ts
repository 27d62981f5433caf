import { describe, expect, it } from 'vitest';
import { targetProgress } from '../../src/analysis/target-progress';
import type { Target, TargetActual } from '../../src/domain/target';

const TARGET: Target = {
  id: 't',
  documentId: 'P0',
  group: '',
  name: '甲指标',
  measure: 'forestShare',
  areaCodes: [],
  unit: '%',
  nature: null,
  better: 'more',
  base: { year: 2015, value: 20 },
  year: 2020,
  value: 40,
  qualifier: 'exact',
  chapter: '第一章',
  printed: '甲',
  note: '',
};
const actual = (year: number, value: number): TargetActual => ({
  targetId: 't',
  year,
  value,
  note: '',
  source: '',
  madeAt: '2026-01-01T00:00:00Z',
});
const at = (year: number, actuals: readonly TargetActual[], change: Partial<Target> = {}) =>
  targetProgress([{ ...TARGET, ...change }], actuals, year)[0];

describe('progress of a target', () => {
  const entered = [actual(2019, 38), actual(2017, 25), { ...actual(2018, 9), targetId: 'other' }];

  it('is the part of the way from the base, by the newest actual up to the year', () => {
    expect(at(2018, entered)).toMatchObject({ state: 'on-the-way', share: 0.25, isDue: false });
    const late = [...entered, actual(2020, 39)];
    expect(at(2020, late)).toMatchObject({ state: 'missed', share: 0.95, isDue: true });
    expect(at(2020, entered)?.actuals.map(({ year }) => year)).toEqual([2017, 2019]);
    expect(at(2016, entered)).toMatchObject({ state: 'no-actual', share: null, newest: null });
  });

  it('is not judged when due by an actual of an earlier year', () => {
    expect(at(2020, entered)).toMatchObject({ state: 'no-actual', share: 0.9, isDue: true });
    expect(at(2020, [actual(2019, 41)])?.state).toBe('reached');
  });

  it('is reached at the target, downwards where less is better', () => {
    expect(at(2020, [actual(2020, 40)])?.state).toBe('reached');
    const less = { better: 'less', base: { year: 2015, value: 100 }, value: 0 } as const;
    expect(at(2018, [actual(2018, 25)], less)).toMatchObject({ state: 'on-the-way', share: 0.75 });
    expect(at(2018, [actual(2018, 0)], less)).toMatchObject({ state: 'reached', share: 1 });
    expect(at(2018, [actual(2018, 5)], { ...less, better: null })?.state).toBe('on-the-way');
  });

  it('without a base is the part of the target, and nothing where less is better', () => {
    expect(at(2018, [actual(2018, 10)], { base: null })?.share).toBe(0.25);
    expect(at(2018, [actual(2018, 10)], { base: null, better: 'less' })?.share).toBeNull();
    expect(at(2018, [actual(2018, 10)], { base: null, value: 0 })?.share).toBeNull();
  });

  it('knows a target without a figure', () => {
    expect(at(2020, entered, { value: null })).toMatchObject({ state: 'no-value', share: null });
  });
});
