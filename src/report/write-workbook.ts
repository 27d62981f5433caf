// 清单工作簿: every list of the report as a sheet, and first a sheet that says what they are and where they come from.
import writeExcelFile, { type Row } from 'write-excel-file/universal';
import { headingCell, listSheet, textCell } from './list-sheet';
import type { ReportDocument } from './report-model';

export const ABOUT_SHEET = '说明';

function aboutSheet(report: ReportDocument) {
  const line = (label: string, value: string): Row => [
    textCell(label, { fontWeight: 'bold' }),
    textCell(value),
  ];
  return {
    sheet: ABOUT_SHEET,
    columns: [{ width: 22 }, { width: 100 }],
    data: [
      [textCell(report.title, { fontWeight: 'bold', fontSize: 14 })],
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
      ...report.sources.map((source): Row => [textCell(source)]),
    ],
  };
}

/** Bytes of the .xlsx. Heavy for thousands of rows, so import this file where it is used (export worker). */
export async function writeWorkbook(report: ReportDocument): Promise<Uint8Array> {
  const lists = report.lists.map(({ sheet, table }) => listSheet(table, sheet));
  const blob = await writeExcelFile([aboutSheet(report), ...lists]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
