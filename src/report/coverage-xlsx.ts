// The list as an Excel workbook: sheet 清单 (parameters, then the rows) and sheet 汇总 (sums of the same answer).
// Every text is written as a string cell, which no spreadsheet evaluates, so a name that begins with "=" stays a name;
// codes also carry the text format "@" so that editing them does not turn them into numbers.
import type { CellObject, Row, SheetData } from 'write-excel-file/universal';
import type { StateCounts } from '../analysis/coverage-result';
import { COVERAGE_STATE_WORDS } from '../analysis/coverage-words';
import type { SummaryRow } from '../analysis/coverage-summary';
import { POVERTY_CLASS_WORDS, SPREAD_WORDS } from '../domain/wording';
import type { CoverageColumn, CoverageTable } from './coverage-table';

export const LIST_SHEET = '清单';
export const SUMS_SHEET = '汇总';

const HEADING_FILL = '#E7ECF1';
const INTEGER_FORMAT = '#,##0';
const AMOUNT_FORMAT = '#,##0.0';
const PLAIN_DECIMALS = '0.000000';

function textCell(value: string, style: Partial<CellObject> = {}): CellObject | null {
  return value === '' ? null : { value, type: String, ...style };
}

function numberCell(value: number | null, format: string): CellObject | null {
  return value === null ? null : { value, type: Number, format };
}

function headingCell(value: string): CellObject | null {
  return textCell(value, {
    fontWeight: 'bold',
    backgroundColor: HEADING_FILL,
    bottomBorderStyle: 'thin',
  });
}

function formatOf(column: CoverageColumn): string {
  if (column.decimals === 0) return INTEGER_FORMAT;
  return column.decimals === 1 ? AMOUNT_FORMAT : PLAIN_DECIMALS;
}

function listRow(table: CoverageTable, at: number): Row {
  const row = table.rows[at];
  return table.columns.map((column) => {
    const value = row?.[column.key] ?? null;
    if (typeof value === 'number') return numberCell(value, formatOf(column));
    return value === null ? null : textCell(value, column.type === 'code' ? { format: '@' } : {});
  });
}

/** Rows of the header block: the title, then one labelled line each. */
function headerRows(table: CoverageTable): SheetData {
  return [
    [textCell(table.title, { fontWeight: 'bold', fontSize: 14 })],
    ...table.header.map(({ label, value }) => [
      textCell(label, { fontWeight: 'bold' }),
      textCell(value),
    ]),
  ];
}

function listSheet(table: CoverageTable) {
  const header = headerRows(table);
  return {
    sheet: LIST_SHEET,
    stickyRowsCount: header.length + 1,
    columns: table.columns.map(({ width }) => ({ width })),
    data: [
      ...header,
      table.columns.map((column) => headingCell(column.heading)),
      ...table.rows.map((_row, at) => listRow(table, at)),
      [],
      ...table.footer.map((line) => [textCell(line)]),
    ],
  };
}

const STATE_HEADINGS = [
  COVERAGE_STATE_WORDS[3],
  COVERAGE_STATE_WORDS[2],
  COVERAGE_STATE_WORDS[1],
  COVERAGE_STATE_WORDS[0],
  '合计',
];
const SUM_HEADINGS: readonly string[] = [
  ...STATE_HEADINGS.map((state) => `村·${state}`),
  ...STATE_HEADINGS.map((state) => `贫困户(估算)·${state}`),
  ...STATE_HEADINGS.map((state) => `贫困人口(估算)·${state}`),
  '无估算的村',
  '口径',
];

type Amounts = SummaryRow['households'];

function amountCells(amounts: Amounts | StateCounts, format: string): Row {
  const { certain, asDrawn, possible, notCovered, total } = amounts;
  return [certain, asDrawn, possible, notCovered, total].map((value) => numberCell(value, format));
}

function sumRow(label: string, code: string, sums: SummaryRow): Row {
  return [
    textCell(label),
    textCell(code, { format: '@' }),
    ...amountCells(sums.villages, INTEGER_FORMAT),
    ...amountCells(sums.households, AMOUNT_FORMAT),
    ...amountCells(sums.persons, AMOUNT_FORMAT),
    numberCell(sums.unitsWithoutEstimate, INTEGER_FORMAT),
    textCell(sums.resolutions.map((resolution) => SPREAD_WORDS[resolution]).join('、')),
  ];
}

function block(title: string, headings: readonly string[], rows: SheetData): SheetData {
  return [
    [textCell(title, { fontWeight: 'bold' })],
    [title.replace('按', ''), '代码', ...headings].map(headingCell),
    ...rows,
    [],
  ];
}

function sumsSheet(table: CoverageTable) {
  const { sums } = table;
  const classRows = sums.byPovertyClass.map((each) =>
    sumRow(POVERTY_CLASS_WORDS[each.povertyClass], '', each),
  );
  const targetRows = table.byTarget.map(({ name, counts }): Row => [
    textCell(name),
    null,
    ...amountCells(counts, INTEGER_FORMAT),
  ]);
  return {
    sheet: SUMS_SHEET,
    stickyColumnsCount: 1,
    columns: [{ width: 24 }, { width: 13 }, ...SUM_HEADINGS.map(() => ({ width: 15 }))],
    data: [
      ...headerRows(table),
      [],
      ...block('全部', SUM_HEADINGS, [sumRow('合计', '', sums.total)]),
      ...block('按贫困县类别', SUM_HEADINGS, classRows),
      ...block(
        '按县',
        SUM_HEADINGS,
        sums.byCounty.map((each) => sumRow(each.name, each.code, each)),
      ),
      ...block(
        '按乡镇',
        SUM_HEADINGS,
        sums.byTownship.map((each) => sumRow(each.name, each.code, each)),
      ),
      ...block('按项目', SUM_HEADINGS.slice(0, STATE_HEADINGS.length), targetRows),
      ...table.footer.map((line): Row => [textCell(line)]),
    ],
  };
}

/** The workbook's bytes. The writer is loaded on first use, in a chunk of its own. */
export async function coverageXlsx(table: CoverageTable): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const blob = await writeExcelFile([listSheet(table), sumsSheet(table)]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
