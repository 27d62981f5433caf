import { Buffer } from 'node:buffer';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../src/report/report-model';
import { ABOUT_SHEET, writeWorkbook } from '../../src/report/write-workbook';
import { regionFacts, reportFixture } from './report-fixture';

let report: ReportDocument;
let bytes: Uint8Array;
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
  bytes = await writeWorkbook(report);
  sheets = await readBack(bytes);
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

  it('is printed one page wide, with the heading on every page and pages numbered', () => {
    const parts = unzipSync(bytes);
    const part = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
    const names = part('xl/workbook.xml').match(/<definedName .*?<\/definedName>/g) ?? [];
    expect(names).toHaveLength(report.lists.length);
    expect(part('xl/workbook.xml').match(/<definedNames/g)).toHaveLength(1);
    report.lists.forEach(({ sheet, table }, at) => {
      const [, row] = new RegExp(`localSheetId="${at + 1}">'${sheet}'!\\$(\\d+):\\$\\1<`).exec(
        names[at] ?? '',
      )!;
      const heading = sheets.get(sheet)?.[Number(row) - 1];
      expect(heading).toEqual(table.columns.map((column) => column.heading));
      const xml = part(`xl/worksheets/sheet${at + 2}.xml`);
      expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
      expect(xml).toContain('fitToHeight="0"');
      expect(xml).toContain('第 &amp;P 页');
    });
    const paper = (sheet: number): string =>
      /<pageSetup ([^>]*)fit/.exec(part(`xl/worksheets/sheet${sheet}.xml`))?.[1]?.trim() ?? '';
    const [about, sums, covered, , , claims] = [1, 2, 3, 4, 5, 6].map(paper);
    expect([about, sums, covered, claims]).toEqual([
      'paperSize="9" orientation="portrait"',
      'paperSize="9" orientation="portrait"',
      'paperSize="9" orientation="landscape"',
      'paperSize="8" orientation="landscape"',
    ]);
  });

  it('has the parts of a sheet in the order that Excel demands', () => {
    const order =
      'sheetPr sheetViews sheetFormatPr cols sheetData mergeCells pageMargins pageSetup headerFooter';
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet3.xml'] ?? new Uint8Array());
    const places = order.split(' ').map((name) => xml.search(new RegExp(`<${name}[ >/]`)));
    expect(places.every((place, at) => place > (places[at - 1] ?? 0))).toBe(true);
  });

  it('never writes a formula, whatever a name begins with', async () => {
    const risky = await writeWorkbook({
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
    for (const [path, part] of Object.entries(unzipSync(risky)))
      if (path.startsWith('xl/worksheets/')) expect(strFromU8(part)).not.toContain('<f>');
    const made = await readBack(risky);
    expect(made.get('表')?.flat()).toEqual(
      expect.arrayContaining(['=HYPERLINK("x")', '😀', '=A1']),
    );
  });
});
