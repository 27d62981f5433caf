import { beforeAll, describe, expect, it } from 'vitest';
import { indicatorCandidates, usualProjects } from '../../src/analysis/indicator-projects';
import {
  INDICATOR_IDS,
  type AccessInput,
  type Indicator,
  type IndicatorId,
  RURAL_ACCESS_METRES,
  accessIndicator,
  poorPersonWeights,
  unitWeights,
} from '../../src/analysis/indicators';
import { ruralPeopleByTownship, ruralPeopleWeights } from '../../src/analysis/rural-people';
import type { PackIndex } from '../../src/domain/pack-index';
import { summariseCoverage } from '../../src/analysis/coverage-summary';
import { type PackEngine, packEngine } from './pack-engine';

function ruralAccessIndex(index: PackIndex, input: AccessInput): Indicator {
  return accessIndicator('rural-access-index', index, input, RURAL_ACCESS_METRES);
}

function placeAccess(
  id: IndicatorId,
  index: PackIndex,
  input: AccessInput,
  metres: number,
): Indicator {
  return accessIndicator(id, index, input, metres);
}

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
  it('refuses an answer for another distance, and flags another distance than the defined one', async () => {
    const result = await pack.coverage(pack.targets, 1999);
    const input = { result, weights: unitWeights(pack.index) };
    expect(() => ruralAccessIndex(pack.index, input)).toThrow('2000 m');
    const other = accessIndicator('rural-access-index', pack.index, input, 1999);
    expect(other.status === 'known' && other.flags[0]).toContain('SDG 9.1.1 的定义是 2 公里');
  });
  it('counts the units in scope by state: certain, as drawn, possible and not add up', async () => {
    const result = await pack.coverage(pack.targets, 2000);
    const known = ruralAccessIndex(pack.index, { result, weights: unitWeights(pack.index) });
    if (known.status !== 'known') throw new Error('expected a value');
    const { certain, asDrawn, possible, notCovered, total } = known.counts;
    expect(certain + asDrawn + possible + notCovered).toBe(total);
    expect(total).toBe(known.units);
    expect(known.shares.certain).toBeCloseTo(certain / total, 12);
    expect(known.shares.most).toBeCloseTo(1 - notCovered / total, 12);
    expect(known.targetIds).toEqual(result.targetIds);
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

describe('rural people worked out from the poverty tables', () => {
  it('are poor persons over incidence of the same printed row: 毛家 840 ÷ 10.49 %, 汉薛 5127 ÷ 35.07 %', () => {
    const people = [...ruralPeopleByTownship(pack.index).values()];
    const near = (value: number) => people.filter((each) => Math.abs(each - value) < 1e-6);
    expect(near(840 / 0.1049)).toHaveLength(1);
    expect(near(5127 / 0.3507)).toHaveLength(1);
    // 闻喜's incidences are printed in ‰ under a % heading: 桐城 42 ÷ 2.9 ‰.
    expect(near(42 / 0.0029)).toHaveLength(1);
  });
  it('are spread over village committees without loss, and unknown elsewhere', () => {
    const { values, basis } = ruralPeopleWeights(pack.index);
    const spread = values.reduce((sum, each) => (Number.isNaN(each) ? sum : sum + each), 0);
    const all = [...ruralPeopleByTownship(pack.index).values()].reduce((a, b) => a + b, 0);
    expect(spread / all).toBeCloseTo(1, 9);
    expect(basis).toBe('rural-people-estimate');
    const { villages } = pack.index.pack;
    const known = new Set(
      villages.flatMap((v, at) => (Number.isNaN(values[at]) ? [] : [v.countyCode])),
    );
    expect(known.size).toBe(5);
  });
});

describe('projects that stand for roads and places', () => {
  it('are the road projects, and the facilities whose group or name says so', () => {
    const { projects } = pack.index.pack;
    const kinds = (id: IndicatorId) =>
      new Set(indicatorCandidates(id, projects).map((p) => p.kind));
    expect(kinds('rural-access-index')).toEqual(new Set(['road']));
    expect(kinds('site-access')).toEqual(new Set(['facility']));
    const usual = Object.fromEntries(INDICATOR_IDS.map((id) => [id, usualProjects(id, projects)]));
    expect(usual['rural-access-index']).toHaveLength(4);
    expect(usual['clinic-access']).toEqual(['zhongyiguan', 'cun-weishengshi', 'xianji-yiyuan']);
    expect(usual['school-access']).toEqual([
      'zhongxin-youeryuan',
      'yiwu-jiaoyu',
      'putong-gaozhong',
    ]);
    expect(usual['site-access']).toEqual([]);
  });
});
