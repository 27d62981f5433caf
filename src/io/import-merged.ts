// Merged cells: an office merges 乡镇 down over its villages, and only the first row keeps the text.
import { isBlankCell, tidyText } from './column-text';
import type { SourceRow } from './source-layer';

/**
 * True for a column that was merged: some cells are blank, the first is not, and no two rows in a row print the same (in
 * a table that is not merged they do).
 */
function looksMerged(rows: readonly SourceRow[], column: number): boolean {
  if (isBlankCell(rows[0]?.cells[column] ?? null)) return false;
  let blanks = 0;
  let before = '';
  for (const { cells } of rows) {
    const text = tidyText(cells[column] ?? null);
    if (text === '') blanks += 1;
    else if (text === before) return false;
    before = text;
  }
  return blanks > 0;
}

export interface FilledDown {
  readonly rows: readonly SourceRow[];
  /** Places of the columns that were filled. */
  readonly columns: readonly number[];
}

/** Rows with the blanks of merged `columns` filled from above; the rows themselves are not changed. */
export function filledDown(rows: readonly SourceRow[], columns: readonly number[]): FilledDown {
  const merged = columns.filter((column) => looksMerged(rows, column));
  if (merged.length === 0) return { rows, columns: [] };
  const last = new Map<number, SourceRow['cells'][number]>();
  const done = rows.map((row) => {
    const cells = [...row.cells];
    for (const column of merged) {
      const cell = cells[column] ?? null;
      if (!isBlankCell(cell)) last.set(column, cell);
      else cells[column] = last.get(column) ?? null;
    }
    return { ...row, cells };
  });
  return { rows: done, columns: merged };
}
