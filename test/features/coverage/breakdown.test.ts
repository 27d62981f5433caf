import { expect, test } from 'vitest';
import {
  coveredShare,
  nextBreakdownSort,
  sortBreakdown,
  type BreakdownRow,
  type BreakdownSort,
} from '../../../src/features/coverage/breakdown';

function row(
  name: string,
  certain: number,
  total: number,
  households: number | null,
): BreakdownRow {
  const counts = { certain, asDrawn: 1, possible: 0, notCovered: total - certain - 1, total };
  return { key: name, name, counts, households };
}

const ROWS = [row('乙县', 4, 10, 7), row('丙县', 9, 100, null), row('甲县', 0, 1, 30)];

function names(sort: BreakdownSort | null): readonly string[] {
  return sortBreakdown(ROWS, sort).map((each) => each.name);
}

test('without a sort pack order stays', () => {
  expect(names(null)).toEqual(['乙县', '丙县', '甲县']);
});

test('names by pinyin, numbers by size, unknown last both ways', () => {
  expect(names({ column: 'name', descending: false })).toEqual(['丙县', '甲县', '乙县']);
  expect(names({ column: 'covered', descending: true })).toEqual(['丙县', '乙县', '甲县']);
  expect(names({ column: 'share', descending: true })).toEqual(['甲县', '乙县', '丙县']);
  expect(names({ column: 'uncovered', descending: false })).toEqual(['甲县', '乙县', '丙县']);
  expect(names({ column: 'households', descending: true })).toEqual(['甲县', '乙县', '丙县']);
  expect(names({ column: 'households', descending: false })).toEqual(['乙县', '甲县', '丙县']);
});

test('share of an area without units is 0, not NaN', () => {
  const none = { certain: 0, asDrawn: 0, possible: 0, notCovered: 0, total: 0 };
  expect(coveredShare(none)).toBe(0);
});

test('a heading turns first way, other way, off', () => {
  const largestFirst = nextBreakdownSort(null, 'covered');
  expect(largestFirst).toEqual({ column: 'covered', descending: true });
  const smallestFirst = nextBreakdownSort(largestFirst, 'covered');
  expect(smallestFirst).toEqual({ column: 'covered', descending: false });
  expect(nextBreakdownSort(smallestFirst, 'covered')).toBeNull();
  expect(nextBreakdownSort(null, 'name')).toEqual({ column: 'name', descending: false });
});
