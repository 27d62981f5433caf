import { describe, expect, it } from 'vitest';
import { importTable } from '../../../src/features/export/base-tables';
import { importRecord, MIXED, SQUARE, ZONES } from '../imports/synthetic-imports';

describe('an imported layer as an export', () => {
  it('has every heading of the file once, values as text, and the row that each came from', () => {
    const table = importTable(ZONES, ['脚注']);
    expect(table?.columns.map(({ heading }) => heading)).toEqual([
      '名称',
      '用途',
      '__proto__',
      '原文件行',
    ]);
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      [SQUARE.name, '<b>种植</b>', '', 2],
      [MIXED.name, null, null, 3],
    ]);
    expect(table?.rows[0]?.geometry).toBe(SQUARE.geometry);
    expect(table?.title).toBe('导入z');
    expect(table?.about[0]).toContain('z.csv');
    expect(table?.about.at(-1)).toBe('脚注');
  });

  it('does not write the name twice, and keeps a 名称 that says something else', () => {
    const named = (text: string) =>
      importRecord('n', {
        kind: 'reference',
        accuracyMetres: 5,
        features: [{ ...MIXED, attributes: [['名称', text]] }],
      });
    const headings = (text: string) =>
      importTable(named(text), [])?.columns.map(({ heading }) => heading);
    expect(headings(MIXED.name)).toEqual(['名称', '原文件行']);
    expect(headings('丙线')).toEqual(['名称', '名称', '原文件行']);
  });

  it('is none for a village table, which is in 行政村', () => {
    expect(importTable(importRecord('v', { kind: 'villages', villages: [] }), [])).toBeNull();
  });
});
