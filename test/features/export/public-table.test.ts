// The public version of the real village table and of a plain one.
import { describe, expect, it } from 'vitest';
import { estimatePoverty } from '../../../src/analysis/poverty-estimate';
import { publicTable } from '../../../src/features/export/public-table';
import { villageTable } from '../../../src/features/export/village-tables';
import type { ExportTable } from '../../../src/io/export-table';
import { PUBLISH_GRIDS } from '../../../src/report/publish-grid';
import { yunchengIndex } from '../yuncheng';

const RULE = { threshold: 5, grid: PUBLISH_GRIDS[0]! };

const PLAIN: ExportTable = {
  title: '甲表',
  columns: [
    { heading: '户主姓名', kind: 'text' },
    { heading: '村名', kind: 'text' },
    { heading: '贫困户', kind: 'integer' },
    { heading: '距离(米)', kind: 'number' },
    { heading: '总人口(本村)', kind: 'integer' },
  ],
  rows: [
    {
      cells: ['甲', '甲村', 2, 1499.5, 40],
      geometry: { type: 'Point', coordinates: [111.12345, 35.1] },
    },
    { cells: ['乙', '乙村', 30, 2600, 50], geometry: null },
    { cells: ['丙', '丙村', 12, null, 60], geometry: null },
  ],
  labelColumn: 1,
  layerColumn: 0,
  about: ['资料来源：甲'],
};

describe('publicTable', () => {
  it('leaves persons out, hides a small count and one beside it, and rounds places and distances', () => {
    const made = publicTable(PLAIN, RULE);
    expect(made.columns).toEqual([
      { heading: '村名', kind: 'text' },
      { heading: '贫困户', kind: 'text' },
      { heading: '距离(米)', kind: 'number' },
      { heading: '总人口(本村)', kind: 'integer' },
    ]);
    expect(made.rows.map(({ cells }) => cells)).toEqual([
      ['甲村', '<5', 1000, 40],
      ['乙村', '30', 3000, 50],
      ['丙村', '不公布', null, 60],
    ]);
    expect(made.rows[0]?.geometry).toEqual({ type: 'Point', coordinates: [111.12, 35.1] });
    expect(made).toMatchObject({ labelColumn: 0, layerColumn: null });
    expect(made.about[0]).toBe('资料来源：甲');
    expect(made.about.join()).toContain('<5');
  });

  it('has no small figure of people and no finer place in the real village table', async () => {
    const index = await yunchengIndex();
    const table = villageTable(index, estimatePoverty(index.pack), new Map(), []);
    const made = publicTable(table, RULE);
    const people = made.columns.flatMap(({ heading }, at) => (/贫困/.test(heading) ? [at] : []));
    expect(people).toHaveLength(2);
    for (const { cells, geometry } of made.rows) {
      for (const at of people) {
        const cell = cells[at];
        if (cell === null || cell === '<5' || cell === '不公布') continue;
        expect(Number(cell)).toBeGreaterThanOrEqual(5);
      }
      expect(JSON.stringify(geometry)).not.toMatch(/\d\.\d{3,}/);
    }
  });
});
