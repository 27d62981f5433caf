// The public version of the real village table and of a plain one.
import { describe, expect, it } from 'vitest';
import { estimatePoverty } from '../../../src/analysis/poverty-estimate';
import { publicRefusal, publicTable } from '../../../src/features/export/public-table';
import { planSumsTable } from '../../../src/features/export/plan-sums-table';
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

  it('hides the rate by which a hidden count could be computed, also where no count stands', () => {
    const rated = (
      columns: ExportTable['columns'],
      cells: ExportTable['rows'][number]['cells'][],
    ) =>
      publicTable(
        {
          ...PLAIN,
          columns,
          rows: cells.map((each) => ({ cells: each, geometry: null })),
          labelColumn: 0,
          layerColumn: null,
        },
        RULE,
      ).rows.map((row) => row.cells);
    const name = { heading: '村名', kind: 'text' } as const;
    const all = { heading: '总人口(本村)', kind: 'integer' } as const;
    const poor = { heading: '贫困人口(本村)', kind: 'integer' } as const;
    const rate = { heading: '贫困发生率(本村)', kind: 'share' } as const;
    expect(
      rated(
        [name, all, poor, rate],
        [
          ['甲村', 120, 3, 0.025],
          ['乙村', 200, 20, 0.1],
          ['丙村', 300, 60, 0.2],
          ['丁村', 90, 0, 0],
        ],
      ),
    ).toEqual([
      ['甲村', 120, '<5', '不公布'],
      ['乙村', 200, '不公布', '不公布'],
      ['丙村', 300, '60', '0.2'],
      ['丁村', 90, '0', '0'],
    ]);
    expect(
      rated(
        [name, all, rate],
        [
          ['甲村', 120, 0.025],
          ['乙村', 200, 0.1],
        ],
      ),
    ).toEqual([
      ['甲村', 120, '不公布'],
      ['乙村', 200, '0.1'],
    ]);
  });

  it('hides all rows of the figure that covers a small one, and persons with households', () => {
    const columns = [
      { heading: '贫困户(估算)', kind: 'number' },
      { heading: '贫困人口(估算)', kind: 'number' },
    ] as const;
    const rows = [
      [2, 6],
      [12, 36],
      [12, 36],
      [30, 90],
    ].map((cells) => ({ cells, geometry: null }));
    const made = publicTable(
      { ...PLAIN, columns, rows, labelColumn: null, layerColumn: null },
      RULE,
    );
    expect(made.rows.map(({ cells }) => cells)).toEqual([
      ['<5', '不公布'],
      ['不公布', '不公布'],
      ['不公布', '不公布'],
      ['30', '90'],
    ]);
  });
});

describe('publicTable of an import', () => {
  it('reads counts that stand as text', () => {
    const rows = ['3户', '20', '30', '多户'].map((cell) => ({ cells: [cell], geometry: null }));
    const made = publicTable(
      {
        ...PLAIN,
        columns: [{ heading: '贫困户', kind: 'text' }],
        rows,
        labelColumn: null,
        layerColumn: null,
      },
      RULE,
    );
    expect(made.rows.map(({ cells }) => cells[0])).toEqual(['<5', '不公布', '30', '多户']);
  });
});

describe('publicRefusal', () => {
  it('refuses a list that is ranked by people: the places beside a hidden figure bound it', () => {
    const columns = [
      { heading: '排序', kind: 'integer' },
      { heading: '贫困户(估算)', kind: 'number' },
    ] as const;
    const ranked = { ...PLAIN, columns, rows: [{ cells: [1, 30], geometry: null }] };
    expect(publicRefusal(ranked)).toContain('名次');
  });

  it('refuses groupings with their sums, and nothing else', async () => {
    const index = await yunchengIndex();
    const sums = planSumsTable(index, [], () => [], []);
    expect(publicRefusal(sums)).toContain('不提供公开版');
    expect(publicRefusal(PLAIN)).toBeNull();
    expect(
      publicRefusal(villageTable(index, estimatePoverty(index.pack), new Map(), [])),
    ).toBeNull();
  });
});
