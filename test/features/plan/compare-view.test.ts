import { describe, expect, it } from 'vitest';
import { objectChanges } from '../../../src/analysis/object-changes';
import {
  type ChangedVillage,
  changedObjects,
  metresWords,
  numberRows,
  sortedVillages,
} from '../../../src/features/plan/compare-view';
import { planObject, point } from './synthetic-objects';

function village(name: string, county: string, metresAfter: number): ChangedVillage {
  const states = { before: '未覆盖', after: '按标绘覆盖' };
  return {
    code: name,
    name,
    county,
    township: '',
    side: 'gained',
    ...states,
    metresBefore: 9,
    metresAfter,
  };
}

describe('comparison in words', () => {
  it('gives differences a sign and says what was not counted', () => {
    const base = { before: 2, after: 5, difference: 3, missing: [0, 0] } as const;
    expect(
      numberRows([
        { ...base, measure: 'covered' },
        {
          ...base,
          measure: 'investmentYuan',
          before: 2e4,
          after: 1e4,
          difference: -1e4,
          missing: [1, 2],
        },
        { ...base, measure: 'certain', after: 2, difference: 0 },
      ]),
    ).toEqual([
      { label: '覆盖的村（按标绘）', before: '2', after: '5', difference: '+3', note: '' },
      {
        label: '投资',
        before: '2 万元',
        after: '1 万元',
        difference: '−1 万元',
        note: '待补没有计入：1 个、2 个',
      },
      { label: '其中确定覆盖', before: '2', after: '2', difference: '0', note: '' },
    ]);
  });

  it('sorts by column both ways; unknown distances are no numbers to the reader', () => {
    const villages = [
      village('丙村', '乙县', 3),
      village('甲村', '乙县', 1),
      village('乙村', '甲县', Infinity),
    ];
    const names = (by: 'side' | 'name' | 'metresAfter', down = false): string[] =>
      sortedVillages(villages, by, down).map(({ name }) => name);
    expect(names('side')).toEqual(['丙村', '甲村', '乙村']);
    expect(names('metresAfter')).toEqual(['甲村', '丙村', '乙村']);
    expect(names('metresAfter', true)).toEqual(['乙村', '丙村', '甲村']);
    expect(metresWords(Infinity)).toBe('—');
    expect(metresWords(1500)).toBe('1.5 公里');
  });

  it('names what changed of an object, with distance and values, and sites with other villages', () => {
    const before = planObject('s', 'site', { households: 10 }, point(111, 35));
    const after = {
      ...planObject('s', 'site', { households: 12, siteKind: 'township' }, point(111, 35.01)),
      name: '乙',
    };
    const added = planObject('n', 'zone');
    const rows = changedObjects(
      objectChanges([before, planObject('gone', 'belt')], [after, added]),
      new Map([['other', '甲点']]),
      ['s', 'other'],
    );
    expect(rows.map(({ id, what }) => [id, what])).toEqual([
      ['n', '增加'],
      ['gone', '删除'],
      ['s', '改动'],
      ['other', '改动'],
    ]);
    expect(rows[2]?.lines).toEqual([
      '位置移动 1.11 公里',
      '名称：甲s → 乙',
      '安置户数：10 户 → 12 户',
      '安置点类型：未填 → 乡镇',
      '迁入村或人数不同',
    ]);
  });
});
