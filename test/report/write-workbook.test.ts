import { Buffer } from 'node:buffer';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../src/report/report-model';
import { ABOUT_SHEET, writeWorkbook } from '../../src/report/write-workbook';
import { regionFacts, reportFixture } from './report-fixture';

let report: ReportDocument;
let sheets: ReadonlyMap<string, readonly (readonly unknown[])[]>;

async function readBack(bytes: Uint8Array) {
  const read = await readExcelFile(Buffer.from(bytes));
  return new Map(read.map(({ sheet, data }) => [sheet, data]));
}

/** Rows below the heading of a list's sheet. */
function bodyOf(sheet: string): readonly (readonly unknown[])[] {
  const list = report.lists.find((each) => each.sheet === sheet);
  const rows = sheets.get(sheet) ?? [];
  const from = (list?.table.header.length ?? 0) + 2;
  return rows.slice(from, from + (list?.table.rows.length ?? 0));
}

beforeAll(async () => {
  report = await reportFixture();
  sheets = await readBack(await writeWorkbook(report));
});

describe('writeWorkbook', () => {
  it('has a sheet for every list, and one that says what they are', () => {
    expect([...sheets.keys()]).toEqual([
      ABOUT_SHEET,
      '各县汇总',
      '覆盖清单',
      '未覆盖清单',
      '缺口清单',
      '口径核验',
      '规则核验',
      '数据来源',
    ]);
    const about = (sheets.get(ABOUT_SHEET) ?? []).flat();
    for (const { title } of report.lists.map(({ table }) => table))
      expect(about.some((cell) => String(cell).startsWith(title))).toBe(true);
    expect(about).toContain('1.0.0');
  });

  it('names the scenario in every list that depends on it', () => {
    const heads = report.lists.map(({ sheet, table }) => [sheet, table.header[0]?.value]);
    const named = heads.filter(([, value]) => value === '情景 2').map(([sheet]) => sheet);
    expect(named).toEqual(['各县汇总', '覆盖清单', '未覆盖清单', '缺口清单', '口径核验']);
    expect((sheets.get(ABOUT_SHEET) ?? []).map(([label, value]) => [label, value])).toContainEqual([
      '情景',
      '情景 2',
    ]);
  });

  it('reads back every row of every list', () => {
    for (const { sheet, table } of report.lists) {
      const expected = table.rows.map((row) =>
        table.columns.map(({ key }) => (row[key] === '' ? null : (row[key] ?? null))),
      );
      expect(bodyOf(sheet), sheet).toEqual(expected);
    }
  });

  it('has as many rows as the engine counts villages', async () => {
    const { coverage, index } = await regionFacts();
    const { counts } = coverage!.result;
    expect(bodyOf('覆盖清单')).toHaveLength(index.pack.villages.length);
    expect(bodyOf('未覆盖清单')).toHaveLength(counts.notCovered);
    expect(bodyOf('缺口清单')).toHaveLength(counts.notCovered + counts.possible);
    expect(bodyOf('各县汇总').at(-1)?.[5]).toBe(counts.total);
    expect(bodyOf('口径核验')).toHaveLength(index.pack.claims.length);
  });

  it('never writes a formula, whatever a name begins with', async () => {
    const bytes = await writeWorkbook({
      ...report,
      title: '=1+1',
      sources: ['@a', '+1'],
      lists: [
        {
          sheet: '表',
          table: {
            title: '=1',
            header: [],
            columns: [{ key: 'a', heading: '=A1', type: 'text', decimals: 0, width: 9 }],
            rows: [{ a: '=HYPERLINK("x")' }, { a: '😀' }],
            footer: ['-1'],
          },
        },
      ],
    });
    for (const [path, part] of Object.entries(unzipSync(bytes)))
      if (path.startsWith('xl/worksheets/')) expect(strFromU8(part)).not.toContain('<f>');
    const made = await readBack(bytes);
    expect(made.get('表')?.flat()).toEqual(
      expect.arrayContaining(['=HYPERLINK("x")', '😀', '=A1']),
    );
  });
});
