// 清单工作簿: every list of the report as a sheet, and first a sheet that says what they are and where they come from.
import writeExcelFile, { type Row } from 'write-excel-file/universal';
import { footerRow, headingCell, listSheet, textCell, wrappedCell } from './list-sheet';
import type { ReportDocument } from './report-model';
import { SHEET_PRINT } from './sheet-print';

export const ABOUT_SHEET = '说明';

function aboutSheet(report: ReportDocument) {
  const [labelWidth, width] = [22, 80];
  const widths = [labelWidth, width];
  const line = (label: string, value: string): Row => [
    textCell(label, { fontWeight: 'bold', alignVertical: 'top' }),
    wrappedCell(value, width),
  ];
  return {
    sheet: ABOUT_SHEET,
    columns: widths.map((width) => ({ width })),
    data: [
      [textCell(report.title, { fontWeight: 'bold', fontSize: 14, height: 22 })],
      line('单位', report.organisation),
      line('日期', report.date),
      ...[...report.asked, ...report.method].map(({ label, value }) => line(label, value)),
      line('数据包', report.packVersion),
      line('计算引擎', report.engineVersion),
      [],
      [headingCell('工作表'), headingCell('内容')],
      ...report.lists.map(({ sheet, table }): Row => [
        textCell(sheet),
        textCell(`${table.title}，${table.rows.length} 行`),
      ]),
      [],
      [headingCell('资料来源')],
      ...report.sources.map((source) => footerRow(source, widths)),
    ],
  };
}

/** Bytes of the .xlsx. Heavy for thousands of rows, so import this file where it is used (export worker). */
export async function writeWorkbook(report: ReportDocument): Promise<Uint8Array> {
  const lists = report.lists.map(({ sheet, table }) => listSheet(table, sheet));
  const blob = await writeExcelFile([aboutSheet(report), ...lists], SHEET_PRINT).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
