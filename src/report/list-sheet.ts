// A list as a sheet of an Excel workbook: parameters, heading, rows, sources.
// Every text is written as a string cell, which no spreadsheet evaluates, so a name that begins with "=" stays a name;
// codes also carry the text format "@" so that editing them does not turn them into numbers.
import type { CellObject, Row, SheetData } from 'write-excel-file/universal';
import { excelText } from '../domain/excel-text';
import type { ListColumn, ListRow, ListTable } from './list-table';

const HEADING_FILL = '#E7ECF1';
export const INTEGER_FORMAT = '#,##0';
export const AMOUNT_FORMAT = '#,##0.0';
const PLAIN_DECIMALS = '0.000000';

export function textCell(value: string, style: Partial<CellObject> = {}): CellObject | null {
  return value === '' ? null : { value: excelText(value), type: String, ...style };
}

export function numberCell(value: number | null, format: string): CellObject | null {
  return value === null ? null : { value, type: Number, format };
}

export function headingCell(value: string): CellObject | null {
  return textCell(value, {
    fontWeight: 'bold',
    backgroundColor: HEADING_FILL,
    bottomBorderStyle: 'thin',
  });
}

function formatOf({ decimals }: ListColumn<string>): string {
  if (decimals === 0) return INTEGER_FORMAT;
  return decimals === 1 ? AMOUNT_FORMAT : PLAIN_DECIMALS;
}

function listRow<Key extends string>(columns: readonly ListColumn<Key>[], row: ListRow<Key>): Row {
  return columns.map((column) => {
    const value = row[column.key];
    if (typeof value === 'number') return numberCell(value, formatOf(column));
    return value === null ? null : textCell(value, column.type === 'code' ? { format: '@' } : {});
  });
}

/** Rows of the header block: the title, then one labelled line each. */
export function headerRows({
  title,
  header,
}: Pick<ListTable<string>, 'title' | 'header'>): SheetData {
  return [
    [textCell(title, { fontWeight: 'bold', fontSize: 14 })],
    ...header.map(({ label, value }) => [textCell(label, { fontWeight: 'bold' }), textCell(value)]),
  ];
}

/** The whole list as one sheet; stays in view down to the heading. */
export function listSheet<Key extends string>(table: ListTable<Key>, sheet: string) {
  const header = headerRows(table);
  return {
    sheet,
    stickyRowsCount: header.length + 1,
    columns: table.columns.map(({ width }) => ({ width })),
    data: [
      ...header,
      table.columns.map((column) => headingCell(column.heading)),
      ...table.rows.map((row) => listRow(table.columns, row)),
      [],
      ...table.footer.map((line) => [textCell(line)]),
    ],
  };
}

/** A workbook of that one sheet. The writer is loaded on first use, in a chunk of its own. */
export async function listXlsx<Key extends string>(
  table: ListTable<Key>,
  sheet: string,
): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const blob = await writeExcelFile([listSheet(table, sheet)]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
