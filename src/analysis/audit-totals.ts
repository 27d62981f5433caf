// Which rows a total row sums. A table may have one total, subtotals below or above their rows, or a grand total of
// subtotals; which it is, is seen from the figures: the grouping that holds in most columns is meant.
import { type Interval, meets, sumOf } from './audit-number';
import type { AuditColumn, AuditTable } from './audit-table';

export interface TotalGroup {
  readonly totalRow: number;
  readonly members: readonly number[];
}

/** Sum of a column over rows, blanks as nothing; null where a cell holds words or all are blank. */
export function columnSum(
  { table }: AuditTable,
  column: AuditColumn,
  rows: readonly number[],
): { readonly sum: Interval; readonly hasBlank: boolean } | null {
  const parts: Interval[] = [];
  let hasBlank = false;
  for (const row of rows) {
    const cell = column.cells[row] ?? null;
    if (cell !== null) parts.push(cell);
    else if (/^[-–—―/／\s]*$/.test(table.rows[row]?.cells[column.index] ?? '')) hasBlank = true;
    else return null;
  }
  return parts.length === 0 ? null : { sum: sumOf(parts), hasBlank };
}

function score(audited: AuditTable, { totalRow, members }: TotalGroup): number {
  let holds = 0;
  for (const column of audited.columns) {
    const total = column.cells[totalRow];
    if (column.kind !== 'amount' || total === null || total === undefined) continue;
    const found = columnSum(audited, column, members);
    if (found !== null && meets(found.sum, total)) holds += 1;
  }
  return holds;
}

function candidates(audited: AuditTable, totalRow: number): TotalGroup[] {
  const { bodyRows, totalRows, rowNames } = audited;
  const above = totalRows.filter((row) => row < totalRow).at(-1) ?? -1;
  const below = totalRows.find((row) => row > totalRow) ?? Infinity;
  const all = { totalRow, members: bodyRows };
  const before = { totalRow, members: bodyRows.filter((row) => row > above && row < totalRow) };
  const after = { totalRow, members: bodyRows.filter((row) => row > totalRow && row < below) };
  const others = { totalRow, members: totalRows.filter((row) => row !== totalRow) };
  const isPart = /小计/.test(rowNames[totalRow] ?? '');
  const order = isPart ? [before, after] : [all, others, before, after];
  return order.filter(({ members }) => members.length >= (isPart ? 1 : 2));
}

/** One group a total row, where it has any rows to sum. */
export function totalGroups(audited: AuditTable): readonly TotalGroup[] {
  return audited.totalRows.flatMap((totalRow) => {
    const [first, ...more] = candidates(audited, totalRow);
    if (first === undefined) return [];
    let [best, most] = [first, score(audited, first)];
    for (const each of more) {
      const holds = score(audited, each);
      if (holds > most) [best, most] = [each, holds];
    }
    return [best];
  });
}
