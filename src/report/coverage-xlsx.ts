// The list as an Excel workbook: sheet 清单 (parameters, then the rows) and sheet 汇总 (sums of the same answer).
import type { Row, SheetData } from 'write-excel-file/universal';
import type { StateCounts } from '../analysis/coverage-result';
import { COVERAGE_STATE_WORDS } from '../analysis/coverage-words';
import type { SummaryRow } from '../analysis/coverage-summary';
import { OVERLAP_WORDS } from '../analysis/overlap-summary';
import { POVERTY_CLASS_WORDS, SPREAD_WORDS } from '../domain/wording';
import type { CoverageTable } from './coverage-table';
import {
  AMOUNT_FORMAT,
  INTEGER_FORMAT,
  footerRow,
  headerRows,
  headingCell,
  listSheet,
  numberCell,
  textCell,
} from './list-sheet';
import { SHEET_PRINT } from './sheet-print';

export const LIST_SHEET = '清单';
export const SUMS_SHEET = '汇总';

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

const OVERLAP_HEADINGS = ['村(按标绘)', '贫困户(估算)', '贫困人口(估算)'];

type Amounts = SummaryRow['households'];

function amountCells(amounts: Amounts | StateCounts, format: string): Row {
  const { certain, asDrawn, possible, notCovered, total } = amounts;
  return [certain, asDrawn, possible, notCovered, total].map((value) => numberCell(value, format));
}

/** Empty where no table of the region gives any: 0 would be a figure. */
function estimateCells(amounts: Amounts, ofRegion: Amounts): Row {
  return ofRegion.total === 0
    ? STATE_HEADINGS.map(() => null)
    : amountCells(amounts, AMOUNT_FORMAT);
}

function sumRow(label: string, code: string, sums: SummaryRow, region: SummaryRow): Row {
  return [
    textCell(label),
    textCell(code, { format: '@' }),
    ...amountCells(sums.villages, INTEGER_FORMAT),
    ...estimateCells(sums.households, region.households),
    ...estimateCells(sums.persons, region.persons),
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
    sumRow(POVERTY_CLASS_WORDS[each.povertyClass], '', each, sums.total),
  );
  const targetRows = table.byTarget.map(({ name, counts }): Row => [
    textCell(name),
    null,
    ...amountCells(counts, INTEGER_FORMAT),
  ]);
  const overlapRows = table.byOverlap.map((row): Row => [
    textCell(OVERLAP_WORDS[row.class]),
    null,
    numberCell(row.villages, INTEGER_FORMAT),
    numberCell(row.households, AMOUNT_FORMAT),
    numberCell(row.persons, AMOUNT_FORMAT),
  ]);
  const widths = [24, 13, ...SUM_HEADINGS.map(() => 15)];
  return {
    sheet: SUMS_SHEET,
    stickyColumnsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: [
      ...headerRows(table, widths),
      [],
      ...block('全部', SUM_HEADINGS, [sumRow('合计', '', sums.total, sums.total)]),
      ...block('按贫困县类别', SUM_HEADINGS, classRows),
      ...block(
        '按县',
        SUM_HEADINGS,
        sums.byCounty.map((each) => sumRow(each.name, each.code, each, sums.total)),
      ),
      ...block(
        '按乡镇',
        SUM_HEADINGS,
        sums.byTownship.map((each) => sumRow(each.name, each.code, each, sums.total)),
      ),
      ...block('按项目', SUM_HEADINGS.slice(0, STATE_HEADINGS.length), targetRows),
      ...(overlapRows.length === 0 ? [] : block('按覆盖项目数', OVERLAP_HEADINGS, overlapRows)),
      ...table.footer.map((line) => footerRow(line, widths)),
    ],
  };
}

/** The workbook's bytes. The writer is loaded on first use, in a chunk of its own. */
export async function coverageXlsx(table: CoverageTable): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const sheets = [listSheet(table, LIST_SHEET), sumsSheet(table)];
  const blob = await writeExcelFile(sheets, SHEET_PRINT).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
