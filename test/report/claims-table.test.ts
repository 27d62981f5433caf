import { Buffer } from 'node:buffer';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLAIMS_SHEET, type ClaimsTable, claimsTable } from '../../src/report/claims-table';
import { listCsvRows } from '../../src/report/list-csv';
import { listXlsx } from '../../src/report/list-sheet';
import { SETTINGS, type YunchengChecks, yunchengChecks } from '../features/claims/yuncheng-checks';

const STAMP = { madeAt: '2026-11-22 10:30', engineVersion: '1.0.0' };
let made: YunchengChecks;
let table: ClaimsTable;

beforeAll(async () => {
  made = await yunchengChecks();
  table = claimsTable(made.pack, made.checks, { ...STAMP, settings: SETTINGS });
});

describe('claimsTable', () => {
  it('has one row a claim in pack order with the figures of its check', () => {
    expect(table.rows.map(({ id }) => id)).toEqual(made.pack.claims.map(({ id }) => id));
    made.checks.forEach((check, at) => {
      expect(table.rows[at]).toMatchObject({
        value: check.claim.value,
        computed: check.computed,
        least: check.range?.[0] ?? null,
        most: check.range?.[1] ?? null,
        ceiling: check.ceiling,
        printed: check.claim.printed,
        reason: check.reason,
      });
    });
  });

  it('writes stated figure, verdict, strength and the distance turned round in words', () => {
    const row = (id: string) => table.rows.find((each) => each.id === id);
    const zone = row('c4-zone-households');
    expect(zone?.stated).toMatch(/^不少于 10,000\s户$/);
    expect(zone).toMatchObject({
      subject: '一区（盐临夏）',
      measure: '贫困户',
      verdict: '相符',
      strength: '确证',
      inverse: '',
      inverseMetres: null,
    });
    expect(row('c5-investment')?.stated).toMatch(/^17\.1\s亿元$/);
    expect(row('c11-six-villages')).toMatchObject({ verdict: '无法核验', strength: '' });
    expect(row('c11-six-villages')?.inverse).toMatch(/^距离 14\.23\s公里$/);
    expect(row('c4-huanghe-persons')?.inverse).toMatch(/^半宽 3\.83\s公里$/);
    expect(row('c4-two-belts-share')?.inverse).toMatch(/^两带同一外延 6\.6\s公里$/);
    expect(row('c12-tap-water')?.year).toBe('2020年');
  });

  it('heads the list with parameters and counts, and ends with sources and notice', () => {
    const lines = table.header.map(({ label, value }) => `${label}：${value}`);
    expect(lines[1]).toContain('各项目的默认服务距离；');
    expect(lines[1]).toMatch(/黄河经济带半宽 5\s公里/);
    const [consistent, high] = ['相符', '偏高'].map(
      (word) => table.rows.filter(({ verdict }) => verdict === word).length,
    );
    expect(lines[2]).toContain(`共 ${made.checks.length} 条：相符 ${consistent}，`);
    expect(lines[2]).toContain(`偏高 ${high}`);
    expect(table.footer.at(-1)).toBe('示意，不作划界依据');
    expect(table.footer[0]).toMatch(/^资料来源：/);
  });

  it('reads back from Excel and CSV as it is', async () => {
    const [sheet] = await readExcelFile(Buffer.from(await listXlsx(table, CLAIMS_SHEET)));
    expect(sheet?.sheet).toBe('口径核验');
    const rows = sheet?.data ?? [];
    const at = rows.findIndex((row) => row[0] === '对象');
    const wanted = table.rows.map((row) =>
      table.columns.map(({ key }) => (row[key] === '' ? null : row[key])),
    );
    expect(rows.slice(at + 1, at + 1 + wanted.length)).toEqual(wanted);
    const csv = listCsvRows(table);
    expect(csv[0]).toEqual(table.columns.map(({ heading }) => heading));
    expect(csv).toHaveLength(1 + wanted.length + 1 + 1 + table.header.length + table.footer.length);
  });
});
