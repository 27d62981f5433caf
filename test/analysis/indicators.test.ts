import { beforeAll, describe, expect, it } from 'vitest';
import {
  placeAccess,
  poorPersonWeights,
  ruralAccessIndex,
  unitWeights,
} from '../../src/analysis/indicators';
import { summariseCoverage } from '../../src/analysis/coverage-summary';
import { type PackEngine, packEngine } from './pack-engine';

let pack: PackEngine;
beforeAll(async () => {
  pack = await packEngine();
});

describe('rural access index', () => {
  it('says what the shipped pack lacks', () => {
    const missing = ruralAccessIndex(pack.index, { result: null, weights: null });
    expect(missing).toMatchObject({ status: 'missing', distanceMetres: 2000 });
    expect(missing.status === 'missing' && missing.needs).toHaveLength(2);
    const onlyRoads = ruralAccessIndex(pack.index, {
      result: null,
      weights: poorPersonWeights(pack.estimate),
    });
    expect(onlyRoads.status === 'missing' && onlyRoads.needs).toHaveLength(1);
    expect(onlyRoads.status === 'missing' && onlyRoads.needs[0]).toContain('线位');
  });
  it('counts rural units only and is a figure by the book with rural population', async () => {
    const road = {
      id: 'road',
      geometry: {
        type: 'LineString' as const,
        coordinates: [
          [110.5, 34.9],
          [111.5, 35.3],
        ],
      },
      accuracyMetres: 0,
    };
    const result = await pack.coverage([road], 2000);
    const { villages } = pack.index.pack;
    const values = Float64Array.from(villages, (_, at) => (at % 7 === 0 ? Number.NaN : at % 5));
    const weights = { basis: 'rural-population' as const, values, source: '合成数据' };
    const known = ruralAccessIndex(pack.index, { result, weights });
    if (known.status !== 'known') throw new Error('expected a value');
    const rural = villages.flatMap(({ kind }, at) => (kind === 'residents-committee' ? [] : [at]));
    const sum = (places: readonly number[]): number =>
      places.reduce((all, at) => all + (Number.isNaN(values[at]) ? 0 : values[at]!), 0);
    const reached = rural.filter((at) => (result.states[at] ?? 0) >= 2);
    expect(known.units).toBe(rural.length);
    expect(known.unitsWithoutWeight).toBe(rural.filter((at) => at % 7 === 0).length);
    expect(known.total).toBe(sum(rural));
    expect(known.shares.drawn).toBe(sum(reached) / sum(rural));
    expect(known.shares.certain).toBeLessThanOrEqual(known.shares.drawn);
    expect(known.shares.drawn).toBeLessThanOrEqual(known.shares.most);
    expect(known.flags).toEqual([`${known.unitsWithoutWeight} 个单位没有权重数据，未计入比例`]);
  });
  it('refuses another distance than the defined one', async () => {
    const result = await pack.coverage(pack.targets, 1999);
    const weights = unitWeights(pack.index);
    expect(() => ruralAccessIndex(pack.index, { result, weights })).toThrow('2000 m');
  });
});

describe('access to places', () => {
  it('shares follow the coverage counts and estimates, and a proxy names itself', async () => {
    const result = await pack.coverage(pack.targets, 5000);
    const byUnit = placeAccess(
      'clinic-access',
      pack.index,
      { result, weights: unitWeights(pack.index) },
      5000,
    );
    if (byUnit.status !== 'known') throw new Error('expected a value');
    const { certain, asDrawn, possible, total } = result.counts;
    expect(byUnit.shares).toEqual({
      certain: certain / total,
      drawn: (certain + asDrawn) / total,
      most: (certain + asDrawn + possible) / total,
    });
    expect(byUnit.flags.join()).toContain('不能当作规范口径');
    const byPerson = placeAccess(
      'site-access',
      pack.index,
      { result, weights: poorPersonWeights(pack.estimate) },
      5000,
    );
    const { persons, unitsWithoutEstimate } = summariseCoverage(
      result,
      pack.index,
      pack.estimate,
    ).total;
    if (byPerson.status !== 'known') throw new Error('expected a value');
    expect(byPerson.shares.most).toBeCloseTo(1 - persons.notCovered / persons.total, 12);
    expect(byPerson.unitsWithoutWeight).toBe(unitsWithoutEstimate);
    expect(byPerson.flags).toHaveLength(2);
  });
  it('is missing without places, without a target, or when no weight is known', async () => {
    const weights = unitWeights(pack.index);
    const without = placeAccess('school-access', pack.index, { result: null, weights }, 3000);
    expect(without).toMatchObject({ status: 'missing', distanceMetres: 3000 });
    const none = await pack.coverage([], 3000);
    const noTarget = placeAccess('school-access', pack.index, { result: none, weights }, 3000);
    expect(noTarget.status).toBe('missing');
    const result = await pack.coverage(pack.targets, 3000);
    const unknown = { ...weights, values: weights.values.map(() => Number.NaN) };
    const noWeight = placeAccess('school-access', pack.index, { result, weights: unknown }, 3000);
    expect(noWeight.status).toBe('missing');
  });
});
