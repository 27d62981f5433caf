// A village list from the first sheet of an Excel workbook. Node and worker alike; the reader is loaded on first use.
import type { Outcome } from '../domain/problem';
import {
  type Cell,
  type VillageTable,
  VillageTableBuilder,
  type VillageTableOptions,
} from './village-table';

/** Title and parameter rows may stand above the heading, as in our own export. */
const HEADING_WITHIN_ROWS = 30;
const LEAST_HEADING_CELLS = 3;

function refuse(file: string, what: string, mend: string): Outcome<VillageTable> {
  const text = `${file}：${what}`;
  return {
    ok: false,
    problems: [{ code: 'villages-xlsx', severity: 'error', where: { file }, text, mend }],
  };
}

function cellOf(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** Reads a workbook's bytes. Rows count from 1 as Excel shows them. */
export async function readVillagesXlsx(
  bytes: Uint8Array,
  options: VillageTableOptions,
): Promise<Outcome<VillageTable>> {
  const { readSheet } = await import('read-excel-file/universal');
  const blob = new Blob([new Uint8Array(bytes)]);
  const sheet = await readSheet(blob).catch(() => null);
  if (sheet === null) {
    return refuse(
      options.fileName,
      '不是 Excel 工作簿（.xlsx），或文件不完整。',
      '请在 Excel 中另存为 .xlsx 后再试。',
    );
  }
  const rows = sheet.map((cells) => cells.map(cellOf));
  const builder = new VillageTableBuilder(options);
  const heading = rows
    .slice(0, HEADING_WITHIN_ROWS)
    .findIndex((cells) => cells.filter((cell) => cell !== null).length >= LEAST_HEADING_CELLS);
  if (heading < 0) return builder.finish();
  if (builder.setHeading(rows[heading] ?? [], heading + 1)) {
    for (let at = heading + 1; at < rows.length; at++) builder.addRow(rows[at] ?? [], at + 1);
  }
  return builder.finish();
}
