// 渑池's plan prints persons and no households, and the region is one county.
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { summariseCoverage } from '../../src/analysis/coverage-summary';
import { folderSource } from '../../src/packs/folder-source';
import { countyTable, povertyClassTable } from '../../src/report/coverage-report';
import { SUMS_SHEET, coverageXlsx } from '../../src/report/coverage-xlsx';
import { type Fixture, coverageFixture } from './coverage-fixture';

const MIANCHI = folderSource(join(import.meta.dirname, '../../geodata/mianchi'));

let fixture: Fixture;

beforeAll(async () => {
  fixture = await coverageFixture(MIANCHI, ['a']);
});

describe('a region without figures of households', () => {
  it('has no column of them in the tables of hand-outs: 0 would be a figure', () => {
    const { index, result, estimate } = fixture;
    const summary = summariseCoverage(result, index, estimate);
    expect(summary.total.persons.total).toBeGreaterThan(0);
    for (const { columns } of [countyTable(summary), povertyClassTable(summary)]) {
      const keys = columns.map(({ key }) => key);
      expect(keys).toContain('persons');
      expect(keys).not.toContain('households');
    }
  });

  it('has empty cells for them in the workbook of an answer', async () => {
    const sheets = await readExcelFile(Buffer.from(await coverageXlsx(fixture.table())));
    const rows = sheets.find(({ sheet }) => sheet === SUMS_SHEET)?.data ?? [];
    const headings = rows.find((row) => row.includes('贫困户(估算)·合计')) ?? [];
    const total = rows.find(([label]) => label === '合计') ?? [];
    const cellOf = (heading: string): unknown => total[headings.indexOf(heading)];
    expect(cellOf('贫困户(估算)·合计')).toBeNull();
    expect(cellOf('贫困人口(估算)·合计')).toBeGreaterThan(0);
  });
});
