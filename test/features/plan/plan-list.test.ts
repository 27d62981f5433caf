import { describe, expect, it } from 'vitest';
import {
  NO_PLAN_FILTER,
  commonFields,
  freeName,
  isFiltered,
  matchesPlan,
  planRow,
  sortedRows,
  withValue,
} from '../../../src/features/plan/plan-list';
import { programmeRows, totalsRows } from '../../../src/features/plan/totals-view';
import { yunchengIndex } from '../yuncheng';
import { planObject, point } from './synthetic-objects';

describe('rows of the list', () => {
  const site = planObject(
    's',
    'site',
    { year: 2018, stage: 'planned', investmentYuan: 1e6 },
    point(111, 35),
  );
  const zone = planObject('z', 'zone', { declaredSquareMetres: -1 });

  it('counts what is 待补 and what is wrong apart; the place is one of the former', () => {
    const row = planRow(zone, [], 2);
    expect(row).toMatchObject({ brokenCount: 3, state: 'broken', year: null, stage: null });
    expect(planRow(planObject('r', 'reference'), [], 0)).toMatchObject({
      missingCount: 4,
      state: 'missing',
    });
    const whole = planObject('b', 'belt', { counties: ['140829'] }, point(111, 35));
    expect(planRow(whole, ['140829'], 0).state).toBe('whole');
  });

  it('filters by every property on its own', () => {
    const rows = [planRow(site, ['140829'], 0), planRow(zone, [], 0)];
    const ids = (part: Partial<typeof NO_PLAN_FILTER>): string[] =>
      rows
        .filter((row) => matchesPlan(row, { ...NO_PLAN_FILTER, ...part }))
        .map(({ object }) => object.id);
    expect(ids({})).toEqual(['s', 'z']);
    expect(ids({ text: ' 甲Z ' })).toEqual(['z']);
    expect(ids({ kind: 'site' })).toEqual(['s']);
    expect(ids({ countyCode: '140829' })).toEqual(['s']);
    expect(ids({ year: 2018 })).toEqual(['s']);
    expect(ids({ year: 'none' })).toEqual(['z']);
    expect(ids({ stage: 'planned' })).toEqual(['s']);
    expect(ids({ state: 'broken' })).toEqual(['z']);
    expect(isFiltered(NO_PLAN_FILTER)).toBe(false);
    expect(isFiltered({ ...NO_PLAN_FILTER, text: ' ' })).toBe(false);
    expect(isFiltered({ ...NO_PLAN_FILTER, year: 'none' })).toBe(true);
  });

  it('orders by kind and keeps the order of making', () => {
    const rows = [zone, planObject('s2', 'site'), site].map((object) => planRow(object, [], 0));
    expect(sortedRows(rows).map(({ object }) => object.id)).toEqual(['s2', 's', 'z']);
  });

  it('offers for several kinds only the fields that all have, and never who moves', () => {
    expect(commonFields([])).toEqual([]);
    expect(commonFields([site, zone]).map(({ id }) => id)).toEqual([
      'year',
      'stage',
      'investmentYuan',
    ]);
    expect(commonFields([site]).some(({ id }) => id === 'fromVillages')).toBe(false);
  });

  it('names a new object by the first free number', () => {
    const named = [1, 3].map((n) => ({ ...site, name: `安置点 ${n}` }));
    expect(freeName('安置点', named)).toBe('安置点 2');
  });

  it('sets and empties a field, and gives the same object back when nothing changes', () => {
    expect(withValue(site, 'year', 2019).values.get('year')).toBe(2019);
    expect(withValue(site, 'year', null).values.has('year')).toBe(false);
    expect(withValue(site, 'year', 2018)).toBe(site);
    expect(withValue(site, 'households', null)).toBe(site);
    const listed = withValue(site, 'services', ['health']);
    expect(withValue(listed, 'services', ['health'])).toBe(listed);
    expect(site.values.get('year')).toBe(2018);
  });

  it('adds up what is known and says of how many it is not', () => {
    const rows = [site, planObject('t', 'site'), planObject('r', 'reference')].map((o) =>
      planRow(o, [], 0),
    );
    expect(totalsRows(rows, 'kind', [])).toEqual([
      { key: 'reference', label: '参照区', count: '1', investment: '—', persons: '—' },
      {
        key: 'site',
        label: '安置点',
        count: '2',
        investment: '100 万元（1 个待补）',
        persons: '2 个待补',
      },
      {
        key: 'total',
        label: '合计',
        count: '3',
        investment: '100 万元（1 个待补）',
        persons: '2 个待补',
      },
    ]);
  });

  it('has no 0 beside the plan’s figures where no site says its own', async () => {
    const [programme] = (await yunchengIndex()).pack.relocations;
    if (!programme) throw new Error('the plan has a relocation programme');
    const rows = [site, planObject('t', 'site')].map((each) => planRow(each, [], 0));
    const shown = programmeRows(rows, programme).map(({ actual, note }) => [actual, note]);
    expect(shown).toEqual([
      ['2', ''],
      ['—', '2 个待补，没有计入'],
      ['—', '2 个待补，没有计入'],
      ['100 万元', '1 个待补，没有计入'],
    ]);
  });
});
