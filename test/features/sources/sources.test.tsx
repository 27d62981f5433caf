import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { PlanTable } from '../../../src/domain/plan-table';
import type { Village } from '../../../src/domain/village';
import { PlanTableViewer } from '../../../src/features/sources/plan-table-viewer';
import {
  cellPosition,
  isUnmatched,
  unitNotes,
  unmatchedRows,
} from '../../../src/features/sources/plan-table-view';
import { positionCounts } from '../../../src/features/sources/position-counts';

// Plainly synthetic table: 甲乡, 乙乡 and an area that is no unit.
const TABLE: PlanTable = {
  id: 'table-x',
  title: '表X 试验表',
  chapter: '第一章',
  documentId: 'plan',
  year: 2016,
  level: 'township',
  countyCode: '990001',
  columns: [
    { heading: '乡镇', measure: null, printedUnit: '', impliedUnit: '', evidence: null },
    {
      heading: '发生率%',
      measure: 'povertyIncidence',
      printedUnit: '%',
      impliedUnit: '‰',
      evidence: '30 人 / 1,000 人 = 30‰。',
    },
  ],
  rows: [
    { cells: ['甲乡', '30'], role: 'body', areaCode: '990001100' },
    { cells: ['某园区', '12'], role: 'body', areaCode: null },
    { cells: ['合计', '25'], role: 'total', areaCode: null },
  ],
  notes: ['原文如此。'],
};

describe('plan table view', () => {
  test('a body row without a unit is unmatched; a total is not', () => {
    expect(unmatchedRows(TABLE)).toEqual([1]);
    expect(isUnmatched(TABLE, 2)).toBe(false);
    expect(unmatchedRows({ ...TABLE, level: 'none' })).toEqual([]);
  });

  test('a column read in another unit than printed says so with its evidence', () => {
    expect(unitNotes(TABLE.columns)).toEqual([
      {
        heading: '发生率%',
        text: '表头印作 %，本表数字实为 ‰，按 ‰ 读数。30 人 / 1,000 人 = 30‰。',
      },
    ]);
  });

  test('references count rows from 1; unknown ones have no place', () => {
    const at = (row: number, column: string, tableId = 'table-x'): unknown =>
      cellPosition(TABLE, { tableId, row, column });
    expect(at(1, '发生率%')).toEqual({ row: 0, column: 1 });
    expect(at(4, '发生率%')).toBeNull();
    expect(at(1, '没有这列')).toBeNull();
    expect(at(1, '发生率%', 'table-y')).toBeNull();
    expect(cellPosition(TABLE, null)).toBeNull();
  });
});

describe('a cell that the 数据体检 has read otherwise', () => {
  const [first, ...others] = TABLE.rows;
  const render = (readAs: readonly string[]): string =>
    renderToStaticMarkup(
      <PlanTableViewer
        table={{ ...TABLE, rows: first ? [{ ...first, readAs }, ...others] : [] }}
        documentTitle="规划"
        cell={null}
      />,
    );
  test('says so beside the printed number, which stays', () => {
    expect(render(['甲乡', '31'])).toMatch(/>30<span[^>]*>分析按 31 读</);
    expect(render(['甲乡', ''])).toContain('分析不计入');
    expect(render(['甲乡', '30'])).not.toContain('分析');
  });
});

describe('plan table viewer', () => {
  const html = renderToStaticMarkup(
    <PlanTableViewer
      table={TABLE}
      documentTitle="某规划"
      cell={{ tableId: 'table-x', row: 1, column: '发生率%' }}
    />,
  );

  test('shows the trail document → chapter → table → row → column', () => {
    expect(html).toContain('某规划 → 第一章 → 表X 试验表 → 第 1 行 → 发生率%');
  });

  test('marks one cell, flags and counts unmatched rows, prints the evidence', () => {
    expect(html.match(/aria-current="location"/gu)).toHaveLength(1);
    expect(html).toMatch(/aria-current="location"[^>]*>30</u);
    expect(html).toContain('1 行对不上任何乡镇或县（「某园区」');
    expect(html).toContain('未对应');
    expect(html).toContain('本表数字实为 ‰');
    expect(html).toContain('原文如此。');
  });
});

test('position counts: methods that occur, best first, lower median', () => {
  const village = (method: Village['positionMethod'], metres: number): Village => ({
    code: '990001100001',
    name: '甲村',
    kind: 'village-committee',
    townshipCode: '990001100',
    countyCode: '990001',
    position: [0, 0],
    positionAccuracyMetres: metres,
    positionMethod: method,
    sourceId: 's',
  });
  expect(
    positionCounts([
      village('within-township', 5000),
      village('gazetteer', 300),
      village('within-township', 4000),
      village('within-township', 9000),
      village('within-township', 6000),
    ]),
  ).toEqual([
    { method: 'gazetteer', villages: 1, medianAccuracyMetres: 300 },
    { method: 'within-township', villages: 4, medianAccuracyMetres: 5000 },
  ]);
});
