import { Buffer } from 'node:buffer';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CoverageTable } from '../../src/report/coverage-table';
import { UNCOVERED_ONLY } from '../../src/report/coverage-table';
import { LIST_SHEET, SUMS_SHEET, coverageXlsx } from '../../src/report/coverage-xlsx';
import { sealedSource, syntheticFiles } from '../packs/synthetic-pack';
import { YUNCHENG, coverageFixture } from './coverage-fixture';

type Cells = readonly unknown[];

async function sheetsOf(table: CoverageTable): Promise<ReadonlyMap<string, readonly Cells[]>> {
  const sheets = await readExcelFile(Buffer.from(await coverageXlsx(table)));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

/** Rows under the heading row until the first empty one. */
function listOf(rows: readonly Cells[]): { heading: Cells; body: readonly Cells[]; at: number } {
  const at = rows.findIndex((row) => row[0] === '村名');
  const end = rows.findIndex((row, index) => index > at && row.every((cell) => cell === null));
  return { heading: rows[at] ?? [], body: rows.slice(at + 1, end), at };
}

function sum(rows: readonly Cells[], column: number): number {
  return rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
}

/** Written and read once: it takes seconds. */
async function openWhole() {
  const fixture = await coverageFixture(YUNCHENG, ['a', 'b']);
  const made = fixture.table();
  return { ...fixture, made, sheets: await sheetsOf(made) };
}

let whole: Awaited<ReturnType<typeof openWhole>>;
beforeAll(async () => {
  whole = await openWhole();
});

describe('coverageXlsx', () => {
  it('reads back every row with its types', () => {
    const { made, sheets } = whole;
    expect([...sheets.keys()]).toEqual([LIST_SHEET, SUMS_SHEET]);
    const list = listOf(sheets.get(LIST_SHEET) ?? []);
    expect(list.heading).toEqual(made.columns.map((column) => column.heading));
    expect(list.body).toHaveLength(3349);
    list.body.forEach((cells, at) => {
      const row = made.rows[at];
      expect(cells).toEqual(
        made.columns.map(({ key }) => (row?.[key] === '' ? null : (row?.[key] ?? null))),
      );
    });
  });

  it('sums villages by how many projects reach them', async () => {
    const { table } = whole;
    const overlap = Uint16Array.from({ length: 3349 }, (_, at) => at % 3);
    const sums = (await sheetsOf(table({ overlap }))).get(SUMS_SHEET) ?? [];
    const at = sums.findIndex((row) => row[0] === '按覆盖项目数');
    expect(sums.slice(at + 2, at + 5).map((row) => row.slice(0, 3))).toEqual([
      ['0 个项目', null, 1117],
      ['1 个项目', null, 1116],
      ['2 个项目', null, 1116],
    ]);
  });

  it('has sums that equal the list, by state, class and county', () => {
    const { index, sheets } = whole;
    const { body } = listOf(sheets.get(LIST_SHEET) ?? []);
    const sums = sheets.get(SUMS_SHEET) ?? [];
    const total = sums.find((row) => row[0] === '合计') ?? [];
    ['确定覆盖', '按标绘覆盖', '可能覆盖', '未覆盖'].forEach((state, at) => {
      const rows = body.filter((row) => row[5] === state);
      expect(total[2 + at]).toBe(rows.length);
      expect(total[7 + at]).toBeCloseTo(sum(rows, 8), 6);
      expect(total[12 + at]).toBeCloseTo(sum(rows, 9), 6);
    });
    expect(total[6]).toBe(3349);
    for (const county of index.pack.counties) {
      const rows = body.filter((row) => row[2] === county.name);
      const row = sums.find((cells) => cells[1] === county.code) ?? [];
      expect(row[6], county.name).toBe(rows.length);
      expect(row[11]).toBeCloseTo(sum(rows, 8), 6);
    }
    const national = sums.find((cells) => cells[0] === '国家级贫困县') ?? [];
    expect(national[6]).toBe(body.filter((row) => row[2] === '平陆县').length);
  });

  it('freezes the rows down to the heading and marks codes as text', async () => {
    const { table } = await coverageFixture(sealedSource(), ['project-a']);
    const made = table();
    const files = unzipSync(await coverageXlsx(made));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const { at } = listOf((await sheetsOf(made)).get(LIST_SHEET) ?? []);
    expect(sheet).toMatch(new RegExp(`<pane[^>]*ySplit="${at + 1}"[^>]*state="frozen"`));
    const styles = strFromU8(files['xl/styles.xml'] ?? new Uint8Array());
    const codeStyle =
      /<c r="D10" t="(?:s|inlineStr)" s="(\d+)"|<c r="D10" s="(\d+)" t="(?:s|inlineStr)"/.exec(
        sheet,
      );
    const cellFormats = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
    const format = cellFormats.match(/<xf [^>]*>/g)?.[Number(codeStyle?.[1] ?? codeStyle?.[2])];
    expect(format).toMatch(/numFmtId="49"|numFmtId="1\d\d"/);
  });

  it('never writes a formula, whatever a name begins with', async () => {
    const villages = (syntheticFiles().get('villages.csv') ?? '').replace('甲村', '=1+1');
    const { table } = await coverageFixture(
      sealedSource((files) => files.set('villages.csv', villages)),
      ['project-a'],
    );
    const bytes = await coverageXlsx(table());
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect(listOf((await sheetsOf(table())).get(LIST_SHEET) ?? []).body[0]?.[0]).toBe('=1+1');
  });

  it.each(['constructor', '__proto__', '甲_x0041_村'])(
    'shows the name %s as it is',
    async (name) => {
      const villages = (syntheticFiles().get('villages.csv') ?? '').replace('甲村', name);
      const { table } = await coverageFixture(
        sealedSource((files) => files.set('villages.csv', villages)),
        ['project-a'],
      );
      const [shown] = listOf((await sheetsOf(table())).get(LIST_SHEET) ?? []).body[0] ?? [];
      expect(shown).toBe(name);
    },
  );

  it('lists only the uncovered in the gap list', async () => {
    const { table, result } = whole;
    const sheets = await sheetsOf(table({ states: UNCOVERED_ONLY }));
    const { body } = listOf(sheets.get(LIST_SHEET) ?? []);
    expect(body).toHaveLength(result.counts.notCovered);
    const sums = sheets.get(SUMS_SHEET) ?? [];
    expect(sums.find((row) => row[0] === '合计')?.[5]).toBe(body.length);
  });

  it('carries sources, date, notice and engine version', () => {
    const { made, sheets } = whole;
    for (const rows of sheets.values()) {
      const texts = rows.flat().filter((cell) => typeof cell === 'string');
      for (const line of made.footer) expect(texts).toContain(line);
    }
  });
});
