// An export table as CSV: heading first, so that programs can read it, then the rows, an empty row and the sources as
// "# …" rows. Encoding and formula guard: csv.ts.
import { writeCsv } from './csv';
import type { PreparedTable } from './prepare-export';
import type { Written } from './written';
import { flatTable } from './write-text-table';

export function writeCsvExport(table: PreparedTable): Written {
  const { columns, rows, notes } = flatTable(table);
  const bytes = writeCsv([
    columns.map(({ heading }) => heading),
    ...rows,
    [],
    ...[table.title, ...table.about].map((line) => [`# ${line.replaceAll('\n', ' ')}`]),
  ]);
  return { bytes, notes };
}
