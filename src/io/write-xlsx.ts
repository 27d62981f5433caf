// An export table as an Excel workbook: sheet 数据 (heading first, so that it can be read again) and sheet 说明 (title,
// coordinate system, sources). Every text is a string cell, which no spreadsheet evaluates; codes carry the text format "@".
import type { CellObject, Row } from 'write-excel-file/universal';
import { excelText } from '../domain/excel-text';
import type { Problem } from '../domain/problem';
import type { ExportCell, ExportColumn } from './export-table';
import { type PreparedTable, exportNote } from './prepare-export';
import { flatTable } from './write-text-table';
import type { Written } from './written';

export const DATA_SHEET = '数据';
const ABOUT_SHEET = '说明';
const HEADING_FILL = '#E7ECF1';
/** A cell of Excel holds no more. */
const MOST_CHARACTERS = 32_767;
const FORMATS = { integer: '#,##0', number: 'General', share: '0.0%' } as const;
const [LEAST_WIDTH, MOST_WIDTH, WIDTH_SAMPLE] = [8, 40, 200] as const;

function textCell(text: string, style: Partial<CellObject> = {}): CellObject | null {
  return text === '' ? null : { value: excelText(text), type: String, ...style };
}

function cellOf({ kind }: ExportColumn, cell: ExportCell): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return textCell(cell, kind === 'code' ? { format: '@' } : {});
  const format = kind === 'text' || kind === 'code' ? FORMATS.number : FORMATS[kind];
  // The writer knows "General" as the absence of a format.
  return { value: cell, type: Number, ...(format === 'General' ? {} : { format }) };
}

/** Before the first block of Chinese radicals. */
const LAST_NARROW = 0x2e7f;

/** Chinese characters are two wide. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > LAST_NARROW ? 2 : 1;
  return width;
}

function widthOf(heading: string, cells: readonly ExportCell[]): number {
  const widest = cells
    .slice(0, WIDTH_SAMPLE)
    .reduce<number>((most, cell) => Math.max(most, displayWidth(String(cell ?? ''))), 0);
  return Math.min(Math.max(widest, displayWidth(heading), LEAST_WIDTH) + 2, MOST_WIDTH);
}

function withinExcel(rows: readonly (readonly ExportCell[])[]): {
  readonly rows: readonly (readonly ExportCell[])[];
  readonly notes: readonly Problem[];
} {
  let cut = 0;
  const shorter = rows.map((row) =>
    row.map((cell) => {
      if (typeof cell !== 'string' || excelText(cell).length <= MOST_CHARACTERS) return cell;
      cut++;
      // Half of a character at the cut would be no text.
      return cell.slice(0, MOST_CHARACTERS / 2).replace(/[\uD800-\uDBFF]$/, '');
    }),
  );
  const text = `有 ${cut} 个单元格的文字超过 Excel 的上限（32,767 字），已截短。`;
  return {
    rows: shorter,
    notes: cut > 0 ? [exportNote('xlsx-text-cut', text, '要全文，请选 CSV 或 GeoJSON。')] : [],
  };
}

/** The writer is loaded on first use, in a chunk of its own. */
export async function writeXlsxExport(table: PreparedTable): Promise<Written> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const flat = flatTable(table);
  const { rows, notes } = withinExcel(flat.rows);
  const heading = flat.columns.map((column) =>
    textCell(column.heading, { fontWeight: 'bold', backgroundColor: HEADING_FILL }),
  );
  const data = {
    sheet: DATA_SHEET,
    stickyRowsCount: 1,
    columns: flat.columns.map((column, at) => ({
      width: widthOf(
        column.heading,
        rows.slice(0, WIDTH_SAMPLE).map((row) => row[at] ?? null),
      ),
    })),
    data: [
      heading,
      ...rows.map((row): Row => flat.columns.map((column, at) => cellOf(column, row[at] ?? null))),
    ],
  };
  const about = {
    sheet: ABOUT_SHEET,
    columns: [{ width: 100 }],
    data: [
      [textCell(table.title, { fontWeight: 'bold', fontSize: 14 })],
      ...table.about.map((line): Row => [textCell(line)]),
    ],
  };
  const blob = await writeExcelFile([data, about]).toBlob();
  return { bytes: new Uint8Array(await blob.arrayBuffer()), notes: [...flat.notes, ...notes] };
}
