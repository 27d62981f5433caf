// A layer as words, for the audit of its arithmetic: the heading and the rows that the importer sees, totals among them.
import type { PlainRow, PlainTable } from '../domain/plain-table';
import { tidyText } from './column-text';
import { tableParts } from './import-columns';
import type { TableShape } from './import-table';
import type { SourceFile, SourceLayer, SourceRow } from './source-layer';

/** Titles stand above the heading; a sheet without one is called by its own name, a file's only one by the file's. */
export function plainTableOf(
  { fileName, layers }: Pick<SourceFile, 'fileName' | 'layers'>,
  layer: SourceLayer,
  shape: TableShape,
): PlainTable {
  const { headings, body, totals, above } = tableParts(layer, shape);
  const as =
    (role: PlainRow['role']) =>
    ({ row, cells }: SourceRow) => ({
      cells: headings.map((_, at) => tidyText(cells[at] ?? null)),
      role,
      fileRow: row,
    });
  const rows = [...body.map(as('body')), ...totals.map(as('total'))];
  const isOnly = layers.length === 1;
  return {
    id: isOnly ? fileName : `${fileName}/${layer.name}`,
    title: above[0] ?? (isOnly ? fileName : layer.name),
    headings,
    rows: rows.toSorted((a, b) => a.fileRow - b.fileRow),
  };
}
