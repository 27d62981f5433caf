import { expect, it } from 'vitest';
import { planSumsTable, unassignedTable } from '../../../src/features/export/plan-sums-table';
import { planObject } from '../plan/synthetic-objects';
import { yunchengIndex } from '../yuncheng';

it('sums of each grouping add up to the last row, and what is not filled in is no 0', async () => {
  const index = await yunchengIndex();
  const objects = [
    planObject('a', 'site', { investmentYuan: 25_000, persons: 4, year: 2017 }),
    planObject('b', 'site', { investmentYuan: 5_000, year: 2018 }),
    planObject('c', 'reference'),
  ];
  const countiesOf = ({ id }: { readonly id: string }) =>
    id === 'a' ? ['140829'] : id === 'b' ? ['140829', '140828'] : [];
  const table = planSumsTable(index, objects, countiesOf, []);
  const rows = table.rows.map(({ cells }) => cells.slice(0, 5));
  expect(rows).toEqual([
    ['类型', '参照区', 1, null, 0],
    ['类型', '安置点', 2, 3, 0],
    ['县', '平陆县', 1, 2.5, 0],
    ['县', '跨县', 1, 0.5, 0],
    ['县', '没有位置或在区域外', 1, null, 0],
    ['年份', '2017年', 1, 2.5, 0],
    ['年份', '2018年', 1, 0.5, 0],
    ['年份', '未填', 1, null, 0],
    ['阶段', '未填', 3, 3, 0],
    ['合计', '全部', 3, 3, 0],
  ]);
});

it('villages without a site are listed with county, township and the row of the list', async () => {
  const index = await yunchengIndex();
  const [village] = index.pack.villages;
  if (!village) throw new Error('the pack has villages');
  const listed = { persons: null, listTitle: '搬迁名单', row: 7 };
  const { rows } = unassignedTable(
    index,
    [
      { ...listed, code: village.code, name: village.name },
      { ...listed, code: '999999999999', name: '甲村' },
    ],
    [],
  );
  expect(rows[0]?.cells.slice(4)).toEqual([null, '搬迁名单', 7]);
  expect(rows[0]?.cells[2]).toBe(index.countyByCode.get(village.countyCode)?.name);
  expect(rows[0]?.geometry).toEqual({ type: 'Point', coordinates: [...village.position] });
  expect(rows[1]).toMatchObject({ geometry: null });
});
