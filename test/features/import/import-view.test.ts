import { describe, expect, it } from 'vitest';
import type {
  ImportLayerView,
  ImportPreviewView,
} from '../../../src/features/import/import-dialog-props';
import {
  effectText,
  hasUnit,
  headingShapes,
  layerFacts,
  layerTitle,
  rowsToMatch,
  sampleTexts,
  shapeWords,
  withColumn,
} from '../../../src/features/import/import-view';
import type { ColumnChoice, ColumnRole, UnmatchedRow } from '../../../src/io/import-choices';

const layer: ImportLayerView = {
  key: '0:0',
  fileName: '甲.csv',
  format: 'csv',
  encoding: 'gb18030',
  name: '',
  rowCount: 1234,
  head: [
    { row: 1, cells: ['户数', '村名'] },
    { row: 2, cells: [0, '甲村'] },
    { row: 3, cells: [null, '乙村'] },
    { row: 4, cells: [true, ''] },
  ],
  headings: null,
  isTaken: false,
  isRemarks: false,
};

describe('a layer in words', () => {
  it('tells format, encoding and rows, of features and of terrain too', () => {
    expect(layerFacts(layer)).toBe('文本表格 · GBK（GB18030） · 1,234 行');
    const drawn = { ...layer, format: 'dxf', encoding: 'utf-8', headings: ['层'] } as const;
    expect(layerFacts(drawn)).toBe('DXF · UTF-8 · 1,234 个要素');
    expect(layerFacts({ ...layer, format: 'geotiff', encoding: null })).toBe('GeoTIFF 高程');
  });

  it('is titled by its file, and by its sheet where there are several', () => {
    expect(layerTitle(layer)).toBe('甲.csv');
    expect(layerTitle({ ...layer, name: '表二' })).toBe('甲.csv · 表二');
  });

  it('shows first values below the headings, zero and no too, empty ones not', () => {
    expect(sampleTexts(layer, 0, 1)).toEqual(['0', 'true']);
    expect(sampleTexts(layer, 1, 0)).toEqual(['村名', '甲村', '乙村']);
    expect(sampleTexts(layer, 9, 0)).toEqual([]);
  });
});

describe('a column changed', () => {
  const column = (heading: string, role: ColumnRole): ColumnChoice => ({
    heading,
    role,
    unit: 'one',
    evidence: '按表头',
  });
  const columns = [column('甲', 'name'), column('乙', 'attribute'), column('丙', 'ignore')];

  it('takes a role from the column that had it, and is the user’s own', () => {
    expect(withColumn(columns, 1, { role: 'name' })).toEqual([
      { heading: '甲', role: 'attribute', unit: 'one', evidence: '' },
      { heading: '乙', role: 'name', unit: 'one', evidence: '' },
      columns[2],
    ]);
  });

  it('shares roles that several columns may have; a unit changes its own column alone', () => {
    expect(withColumn(columns, 0, { role: 'attribute' })[1]).toBe(columns[1]);
    expect(withColumn(columns, 0, { role: 'ignore' })[2]).toBe(columns[2]);
    const changed = withColumn(columns, 0, { unit: 'percent' });
    expect(changed.map(({ unit, role }) => [unit, role])).toEqual([
      ['percent', 'name'],
      ['one', 'attribute'],
      ['one', 'ignore'],
    ]);
  });

  it('has a unit only where it is a figure', () => {
    expect(
      ['households', 'povertyIncidence', 'name', 'x'].map((role) => hasUnit(role as ColumnRole)),
    ).toEqual([true, true, false, false]);
  });
});

describe('rows to match by hand', () => {
  const row = (at: number): UnmatchedRow => ({
    row: at,
    printed: '',
    reason: '',
    candidates: [],
    newCode: null,
  });

  it('keep what was matched, in file order, and drop it when the match is taken back elsewhere', () => {
    const before = [row(2), row(5), row(9)];
    const chosen = rowsToMatch(before, [row(9), row(2)], new Map([[5, 'x']]));
    expect(chosen.map((each) => each.row)).toEqual([2, 5, 9]);
    expect(rowsToMatch(before, [row(9)], new Map()).map((each) => each.row)).toEqual([9]);
  });

  it('list a row once that was matched and still matches nothing', () => {
    const rows = rowsToMatch([row(2)], [row(2)], new Map([[2, 'x']]));
    expect(rows).toHaveLength(1);
  });
});

describe('what an import would do', () => {
  const preview: ImportPreviewView = {
    rowsRead: 3,
    rowsOk: 3,
    rowsWarned: 0,
    rowsRefused: 0,
    unmatchedCount: 0,
    addableCount: 0,
    problems: [],
    problemCount: 0,
    terrain: '',
    positions: [],
    kind: 'villages',
    count: 3,
    placed: 0,
    added: 0,
    withFigures: 0,
    withSite: null,
    withHeight: 0,
  };

  it('says how many rows of a relocation list became how many entries', () => {
    const list = { ...preview, withSite: 2 };
    const tail = '其中 2 条写明安置点；村的位置和数字不变。';
    expect(effectText({ ...list, rowsOk: 3 })).toBe(`列入搬迁名单 3 条，${tail}`);
    expect(effectText({ ...list, rowsOk: 1200, rowsWarned: 34 })).toBe(
      `列入搬迁名单 3 条（1,234 行合并），${tail}`,
    );
  });

  it.each([
    [
      { placed: 1200, added: 2, withFigures: 3 },
      '1,200 个村换用导入的位置，新增 2 个村，3 个村有了本村数字。',
    ],
    [{ added: 2 }, '新增 2 个村。'],
    [{ withHeight: 172 }, '172 个村有了高程。'],
    [{}, '匹配 3 个村，没有新的位置或数字。'],
    [{ kind: null }, '没有可以导入的内容。'],
    [{ kind: 'projects' }, '新增项目，共 3 个图形；同名的合为一个项目。'],
    [{ kind: 'reference' }, '新增参考图层，3 个图形，不参加计算。'],
  ] as const)('%j', (change, text) => {
    expect(effectText({ ...preview, ...change })).toBe(text);
  });
});

describe('where the headings are', () => {
  it('can be nowhere, in each row shown, or in two that follow', () => {
    const shapes = headingShapes(
      { head: layer.head.slice(0, 3) },
      { skippedRows: 1, headingRows: 1 },
    );
    expect(shapes.map(shapeWords)).toEqual([
      '无表头',
      '第 1 行',
      '第 1、2 行，合并',
      '第 2 行',
      '第 2、3 行，合并',
      '第 3 行',
    ]);
  });

  it('holds the guess too where that is below the rows shown', () => {
    const shapes = headingShapes({ head: [] }, { skippedRows: 20, headingRows: 1 });
    expect(shapes.map(shapeWords)).toEqual(['无表头', '第 21 行']);
  });
});
