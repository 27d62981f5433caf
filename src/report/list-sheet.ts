// A list as a sheet of an Excel workbook: parameters, heading, rows, sources.
// Every text is written as a string cell, which no spreadsheet evaluates, so a name that begins with "=" stays a name;
// codes also carry the text format "@" so that editing them does not turn them into numbers.
import type { CellObject, Row, SheetData } from 'write-excel-file/universal';
import { excelText } from '../domain/excel-text';
import type { ListColumn, ListRow, ListTable } from './list-table';
import { textWidth } from './page-text';
import { SHEET_PRINT } from './sheet-print';

const HEADING_FILL = '#E7ECF1';
export const INTEGER_FORMAT = '#,##0';
export const AMOUNT_FORMAT = '#,##0.0';

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
  return decimals === 1 ? AMOUNT_FORMAT : `0.${'0'.repeat(decimals)}`;
}

const LINE_POINTS = 16;
const TOP = { alignVertical: 'top' } as const;

/** On as many lines as a cell of this width needs; the height is reckoned, for not every program grows a row with its text. */
export function wrappedCell(value: string, width: number): CellObject | null {
  const lines = Math.max(1, Math.ceil(textWidth(value, 2) / width));
  return textCell(value, { ...TOP, wrap: true, height: lines * LINE_POINTS });
}

/** A line across the sheet from column `from` on. */
function acrossCell(value: string, widths: readonly number[], from: number): CellObject | null {
  const own = widths.slice(from);
  const cell = wrappedCell(
    value,
    own.reduce((sum, width) => sum + width, 0),
  );
  return own.length > 1 && cell ? { ...cell, columnSpan: own.length } : cell;
}

/** Columns this wide hold sentences, which are printed whole. */
const SENTENCE_WIDTH = 30;

function listRow<Key extends string>(columns: readonly ListColumn<Key>[], row: ListRow<Key>): Row {
  return columns.map((column) => {
    const value = row[column.key];
    if (value === null) return null;
    if (typeof value === 'number') return { value, type: Number, format: formatOf(column), ...TOP };
    if (column.type === 'code') return textCell(value, { format: '@', ...TOP });
    return column.width < SENTENCE_WIDTH ? textCell(value, TOP) : wrappedCell(value, column.width);
  });
}

/** A line across the whole sheet, for sources and notes below a list. `widths`: of the columns, in characters of Latin text. */
export function footerRow(value: string, widths: readonly number[]): Row {
  return [acrossCell(value, widths, 0)];
}

/** Rows of the header block: the title, then one labelled line each. */
export function headerRows(
  { title, header }: Pick<ListTable<string>, 'title' | 'header'>,
  widths: readonly number[],
): SheetData {
  return [
    [textCell(title, { fontWeight: 'bold', fontSize: 14, height: 22 })],
    ...header.map(({ label, value }) => [
      textCell(label, { fontWeight: 'bold', ...TOP }),
      acrossCell(value, widths, 1),
    ]),
  ];
}

/** The whole list as one sheet; stays in view down to the heading. */
export function listSheet<Key extends string>(table: ListTable<Key>, sheet: string) {
  const widths = table.columns.map(({ width }) => width);
  const header = headerRows(table, widths);
  return {
    sheet,
    stickyRowsCount: header.length + 1,
    columns: widths.map((width) => ({ width })),
    data: [
      ...header,
      table.columns.map((column) => headingCell(column.heading)),
      ...table.rows.map((row) => listRow(table.columns, row)),
      [],
      ...table.footer.map((line) => footerRow(line, widths)),
    ],
  };
}

/** A workbook of that one sheet. The writer is loaded on first use, in a chunk of its own. */
export async function listXlsx<Key extends string>(
  table: ListTable<Key>,
  sheet: string,
): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const blob = await writeExcelFile([listSheet(table, sheet)], SHEET_PRINT).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
