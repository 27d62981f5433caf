import { describe, expect, test } from 'vitest';
import type { CoverageStateCode } from '../../../src/analysis/coverage-result';
import {
  nextSort,
  selectVillages,
  WHOLE_TABLE,
  type VillageQuery,
  type VillageTableData,
} from '../../../src/features/villages/villages-table';
import { cellText, visibleColumns } from '../../../src/features/villages/village-columns';

// Plainly synthetic rows: 甲乙丙丁 with codes of no real county.
const NAMES = ['丁村', '甲村', '丙村', '乙村', '甲村'];
const TOWNSHIPS = ['北镇', '北镇', '南镇', '南镇', '南镇'];
const CODES = ['990001001001', '990001001002', '990001002001', '990002001001', '990002001002'];

const DATA: VillageTableData = {
  facts: {
    codes: CODES,
    names: NAMES,
    townships: TOWNSHIPS,
    counties: ['子县', '子县', '子县', '丑县', '丑县'],
    townshipCodes: CODES.map((code) => code.slice(0, 9)),
    countyCodes: CODES.map((code) => code.slice(0, 6)),
    accuracyMetres: Float64Array.of(300, 5000, 300, 20, 5000),
    searchTexts: () => CODES.map((code, i) => `${NAMES[i]} ${TOWNSHIPS[i]} ${code}`),
  },
  answer: {
    states: Uint8Array.of(3, 2, 1, 0, 3),
    distances: Float64Array.of(12.5, 1999, 2400, Number.POSITIVE_INFINITY, 0),
    nearest: Int32Array.of(1, 0, 0, -1, 1),
    targetNames: ['渠二', '渠一'],
  },
  overlap: Uint16Array.of(2, 1, 0, 0, 4),
  own: null,
  nearestAny: {
    metres: Float64Array.of(12.5, 1999, 2400, 7, 0),
    project: Int32Array.of(1, 0, 0, 1, -1),
    names: ['渠二', '渠一'],
  },
  poverty: {
    households: Float64Array.of(10, 2.5, Number.NaN, 4, 2.5),
    persons: Float64Array.of(30, 7.5, Number.NaN, 12, 7.5),
  },
};

function rowsOf(query: Partial<VillageQuery>, data = DATA): number[] {
  return [...selectVillages(data, { ...WHOLE_TABLE, ...query }).rows];
}

describe('sort', () => {
  test('without a sort the rows keep pack order', () => {
    expect(rowsOf({})).toEqual([0, 1, 2, 3, 4]);
  });

  test('names follow pinyin (bing, ding, jia, yi) and equal names keep pack order both ways', () => {
    expect(rowsOf({ sort: { column: 'name', descending: false } })).toEqual([2, 0, 1, 4, 3]);
    expect(rowsOf({ sort: { column: 'name', descending: true } })).toEqual([3, 1, 4, 0, 2]);
  });

  test('rows without a figure stay last both ways', () => {
    expect(rowsOf({ sort: { column: 'households', descending: false } })).toEqual([1, 4, 3, 0, 2]);
    expect(rowsOf({ sort: { column: 'households', descending: true } })).toEqual([0, 3, 1, 4, 2]);
    expect(rowsOf({ sort: { column: 'distance', descending: true } })).toEqual([2, 1, 0, 4, 3]);
  });

  test('state, nearest project and accuracy', () => {
    expect(rowsOf({ sort: { column: 'state', descending: true } })).toEqual([0, 4, 1, 2, 3]);
    expect(rowsOf({ sort: { column: 'nearest', descending: false } })).toEqual([1, 2, 0, 4, 3]);
    expect(rowsOf({ sort: { column: 'accuracy', descending: false } })).toEqual([3, 0, 2, 1, 4]);
  });

  test('a coverage column without an answer leaves pack order', () => {
    const bare = { ...DATA, answer: null };
    expect(rowsOf({ sort: { column: 'distance', descending: true } }, bare)).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  test('a heading turns ascending, descending, off', () => {
    const first = nextSort(null, 'name');
    expect(first).toEqual({ column: 'name', descending: false });
    expect(nextSort(first, 'name')).toEqual({ column: 'name', descending: true });
    expect(nextSort({ column: 'name', descending: true }, 'name')).toBeNull();
    expect(nextSort(first, 'code')).toEqual({ column: 'code', descending: false });
  });
});

describe('filter', () => {
  test('tabs', () => {
    expect(rowsOf({ tab: 'covered' })).toEqual([0, 1, 4]);
    expect(rowsOf({ tab: 'possible' })).toEqual([2]);
    expect(rowsOf({ tab: 'uncovered' })).toEqual([3]);
  });

  test('chips hide a state inside the tab', () => {
    const hiddenStates = new Set<CoverageStateCode>([3]);
    expect(rowsOf({ tab: 'covered', hiddenStates })).toEqual([1]);
    expect(rowsOf({ hiddenStates })).toEqual([1, 2, 3]);
  });

  test('text matches name, township and code; every word must occur; full width folds', () => {
    expect(rowsOf({ text: '甲' })).toEqual([1, 4]);
    expect(rowsOf({ text: '南镇 甲' })).toEqual([4]);
    expect(rowsOf({ text: '９９０００２' })).toEqual([3, 4]);
    expect(rowsOf({ text: '没有' })).toEqual([]);
  });

  test('county and area from outside', () => {
    expect(rowsOf({ countyCode: '990002' })).toEqual([3, 4]);
    expect(rowsOf({ areaCode: '990001001' })).toEqual([0, 1]);
    expect(rowsOf({ areaCode: '990001001', countyCode: '990002' })).toEqual([]);
  });

  test('without an answer tabs and chips have no effect', () => {
    expect(rowsOf({ tab: 'possible' }, { ...DATA, answer: null })).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('counts and sums', () => {
  test('state counts ignore tab and chips but obey the other filters', () => {
    const all = selectVillages(DATA, { ...WHOLE_TABLE, tab: 'possible' });
    expect(all.stateCounts).toEqual([1, 1, 1, 2]);
    const some = selectVillages(DATA, { ...WHOLE_TABLE, countyCode: '990002' });
    expect(some.stateCounts).toEqual([1, 0, 0, 1]);
  });

  test('sums leave out rows without a figure and say how many', () => {
    expect(selectVillages(DATA, WHOLE_TABLE).sums).toEqual({
      villages: 5,
      households: 19,
      persons: 57,
      withoutFigure: 1,
    });
  });

  test('the four tabs add up to the whole, and sorting changes no sum', () => {
    const sum = (query: Partial<VillageQuery>): number =>
      selectVillages(DATA, { ...WHOLE_TABLE, ...query }).sums.households;
    expect(sum({ tab: 'covered' }) + sum({ tab: 'possible' }) + sum({ tab: 'uncovered' })).toBe(19);
    expect(sum({ sort: { column: 'persons', descending: true } })).toBe(19);
  });
});

describe('overlap and the nearest of all projects', () => {
  test('a class limits the rows, and has no effect without an overlap', () => {
    expect(rowsOf({ overlapClass: 0 })).toEqual([2, 3]);
    expect(rowsOf({ overlapClass: 3 })).toEqual([4]);
    expect(rowsOf({ overlapClass: 3 }, { ...DATA, overlap: null })).toEqual([0, 1, 2, 3, 4]);
  });

  test('the four classes share out all rows', () => {
    const rows = ([0, 1, 2, 3] as const).flatMap((overlapClass) => rowsOf({ overlapClass }));
    expect(rows.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
  });

  test('both sort like the other columns', () => {
    expect(rowsOf({ sort: { column: 'overlap', descending: true } })).toEqual([4, 0, 1, 2, 3]);
    expect(rowsOf({ sort: { column: 'anyDistance', descending: false } })).toEqual([4, 3, 0, 1, 2]);
    expect(rowsOf({ sort: { column: 'anyNearest', descending: false } })).toEqual([1, 2, 0, 3, 4]);
  });

  test('columns are there when they mean something', () => {
    const ids = (data: VillageTableData) => visibleColumns(data).map(({ id }) => id);
    expect(ids(DATA)).toContain('overlap');
    expect(ids(DATA)).not.toContain('anyNearest');
    expect(ids({ ...DATA, overlap: null })).not.toContain('overlap');
    const nothingChosen = ids({ ...DATA, answer: null, overlap: null });
    expect(nothingChosen).toEqual(expect.arrayContaining(['anyDistance', 'anyNearest']));
    expect(nothingChosen).not.toContain('distance');
    expect(cellText(DATA, 4, 'overlap')).toBe('4');
    expect(cellText(DATA, 0, 'anyNearest')).toBe('渠一');
    expect(cellText(DATA, 4, 'anyNearest')).toBe('');
  });
});

test('own figures stand without the mark of an estimate, spread ones among them carry it', () => {
  const own = { households: Uint8Array.of(1, 0, 0, 0, 0), persons: new Uint8Array(5) };
  const data = { ...DATA, own };
  expect([0, 1, 2].map((row) => cellText(data, row, 'households'))).toEqual([
    '10',
    '≈2.5',
    '无数据',
  ]);
  expect(cellText(data, 0, 'persons')).toBe('≈30.0');
  const headings = (of: VillageTableData) => visibleColumns(of).map(({ heading }) => heading);
  expect(headings(DATA)).toContain('贫困户（估算）');
  expect(headings(data)).toContain('贫困户');
  expect(headings(data)).not.toContain('贫困户（估算）');
});
