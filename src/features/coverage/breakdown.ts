/** Sorting of the breakdown by county, township or poverty class; names in Chinese order, ties in pack order. */
import type { StateCounts } from '../../analysis/coverage-result';

/** One area or class with its counts; estimates are null where no figure is known. */
export interface BreakdownRow {
  /** Area code, or the class for 贫困县·非贫困县. */
  readonly key: string;
  readonly name: string;
  readonly counts: StateCounts;
  /** As drawn, estimated. */
  readonly households: number | null;
}

export type BreakdownColumn = 'name' | 'covered' | 'share' | 'uncovered' | 'households';

export interface BreakdownSort {
  readonly column: BreakdownColumn;
  readonly descending: boolean;
}

const COLLATOR = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

export function coveredOf(counts: StateCounts): number {
  return counts.certain + counts.asDrawn;
}

/** Covered as drawn over all units, 0..1; 0 for an area without units. */
export function coveredShare(counts: StateCounts): number {
  return counts.total === 0 ? 0 : coveredOf(counts) / counts.total;
}

function keyOf(row: BreakdownRow, column: Exclude<BreakdownColumn, 'name'>): number | null {
  switch (column) {
    case 'covered':
      return coveredOf(row.counts);
    case 'share':
      return coveredShare(row.counts);
    case 'uncovered':
      return row.counts.notCovered;
    case 'households':
      return row.households;
  }
}

function compare(a: BreakdownRow, b: BreakdownRow, sort: BreakdownSort): number {
  const sign = sort.descending ? -1 : 1;
  if (sort.column === 'name') return sign * COLLATOR.compare(a.name, b.name);
  const x = keyOf(a, sort.column);
  const y = keyOf(b, sort.column);
  // Unknown stays last whichever way the column is turned.
  if (x === null || y === null) return Number(x === null) - Number(y === null);
  return sign * (x - y);
}

export function sortBreakdown(
  rows: readonly BreakdownRow[],
  sort: BreakdownSort | null,
): readonly BreakdownRow[] {
  return sort === null ? rows : rows.toSorted((a, b) => compare(a, b, sort));
}

/** Numbers start with the largest, names with A; a second click turns round, a third gives pack order back. */
export function nextBreakdownSort(
  current: BreakdownSort | null,
  column: BreakdownColumn,
): BreakdownSort | null {
  const first = { column, descending: column !== 'name' };
  if (current?.column !== column) return first;
  return current.descending === first.descending ? { column, descending: !first.descending } : null;
}
