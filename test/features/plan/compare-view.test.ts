import { describe, expect, it } from 'vitest';
import {
  type ChangedVillage,
  metresWords,
  numberRows,
  sortedVillages,
} from '../../../src/features/plan/compare-view';

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
    const base = { before: 2, after: 5, difference: 3, missing: [0, 0], range: null } as const;
    expect(
      numberRows([
        {
          ...base,
          measure: 'covered',
          range: [
            { least: 1, most: 4 },
            { least: 5, most: 5 },
          ],
        },
        {
          ...base,
          measure: 'investmentYuan',
          before: 2e4,
          after: 1e4,
          difference: -1e4,
          missing: [1, 2],
        },
        { ...base, measure: 'persons', before: 0, after: 0, difference: 0, missing: [1, 1] },
        { ...base, measure: 'households', before: 0, missing: [1, 0] },
        { ...base, measure: 'certain', after: 2, difference: 0 },
        { ...base, measure: 'poorHouseholds', before: 2.4, after: 3.6, difference: 1.2 },
      ]),
    ).toEqual([
      {
        label: '覆盖的村（按标绘）',
        before: '2',
        after: '5',
        difference: '+3',
        note: '范围 1–4 → 5',
      },
      {
        label: '投资',
        before: '2 万元',
        after: '1 万元',
        difference: '−1 万元',
        note: '待补没有计入：1 个、2 个',
      },
      {
        label: '安置、带动和受益人数',
        before: '待补',
        after: '待补',
        difference: '—',
        note: '待补没有计入：1 个、1 个',
      },
      {
        label: '安置和带动户数',
        before: '待补',
        after: '5',
        difference: '—',
        note: '待补没有计入：1 个、0 个',
      },
      { label: '其中确定覆盖', before: '2', after: '2', difference: '0', note: '' },
      // The row adds up as it is read.
      { label: '覆盖的贫困户（估算）', before: '2', after: '4', difference: '+2', note: '' },
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
});
