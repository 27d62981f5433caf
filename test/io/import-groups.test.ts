import { beforeAll, describe, expect, it } from 'vitest';
import type { ColumnChoice, ColumnRole, ImportContext } from '../../src/io/import-choices';
import { groupedByArea } from '../../src/io/import-groups';
import type { SourceCell, SourceRow } from '../../src/io/source-layer';
import { yunchengContext } from './import-region';

let context: ImportContext;
beforeAll(async () => {
  context = await yunchengContext();
});

const columnsOf = (...roles: ColumnRole[]): readonly ColumnChoice[] =>
  roles.map((role) => ({ heading: role, role, unit: 'one', evidence: '' }));
const rowsOf = (...cells: (readonly SourceCell[])[]): readonly SourceRow[] =>
  cells.map((each, at) => ({ row: at + 2, cells: each, geometry: null }));

describe('townships as rows of their own', () => {
  const named = columnsOf('name', 'households');

  it('give their name to the rows beneath, up to the next', () => {
    const rows = rowsOf(['常乐镇', 9], ['甲村', 1], ['乙村', 2], ['（二）张村镇', 9], ['丙村', 3]);
    const { groups, columns, rows: beneath } = groupedByArea(rows, named, context);
    expect(groups.map(({ row }) => row)).toEqual([2, 5]);
    expect(columns.map(({ role }) => role)).toEqual(['name', 'households', 'township']);
    expect(beneath.map(({ row, cells }) => [row, cells[2]])).toEqual([
      [3, '常乐镇'],
      [4, '常乐镇'],
      [6, '（二）张村镇'],
    ]);
  });

  it('leave a row its own township, and forget the one above at the next county', () => {
    const columns = columnsOf('county', 'township', 'name');
    const rows = rowsOf(
      ['平陆县', null, null],
      [null, '常乐镇', null],
      [null, null, '甲村'],
      [null, '张村镇', '乙村'],
      ['夏县', null, null],
      [null, null, '丙村'],
      [null, null, '丁村'],
    );
    expect(groupedByArea(rows, columns, context).rows.map(({ cells }) => cells)).toEqual([
      ['平陆县', '常乐镇', '甲村'],
      ['平陆县', '张村镇', '乙村'],
      ['夏县', null, '丙村'],
      ['夏县', null, '丁村'],
    ]);
  });

  it('are none with a code or a place, without their 镇, of no area here, or in a table about townships', () => {
    const columns = columnsOf('code', 'name', 'x', 'y');
    const rows = rowsOf(
      ['140829102201', '常乐镇', null, null],
      [null, '常乐镇', 111.2, 34.8],
      [null, '常乐', null, null],
      [null, '甲镇', null, null],
    );
    expect(groupedByArea(rows, columns, context)).toEqual({ rows, columns, groups: [] });
    const areas = rowsOf(['常乐镇', 1], ['张村镇', 2], ['甲村', 3]);
    expect(groupedByArea(areas, named, context).groups).toEqual([]);
  });
});
