// Titles, headings, totals and remarks round the rows of a table.
import { describe, expect, it } from 'vitest';
import { filledDown } from '../../src/io/import-merged';
import { tableParts } from '../../src/io/import-columns';
import { findShape, headingsOf } from '../../src/io/import-table';
import { tableLayer } from './import-region';

const HEADING = ['乡镇', '村名', '贫困户'];
const ROW = ['常乐镇', '甲村', 1];

function shapeOf(rows: Parameters<typeof tableLayer>[0]) {
  const layer = tableLayer(rows);
  const shape = findShape(layer);
  return { ...shape, headings: headingsOf(layer, shape) };
}

describe('findShape', () => {
  it('takes the first row of headings', () => {
    expect(shapeOf([HEADING, ROW])).toEqual({ skippedRows: 0, headingRows: 1, headings: HEADING });
  });

  it('passes title and unit rows over', () => {
    const rows = [['某县统计表'], ['单位：户、人', '', '2016年'], HEADING, ROW];
    expect(shapeOf(rows)).toMatchObject({ skippedRows: 2, headingRows: 1 });
  });

  it('joins two heading rows, blanks and merged text alike', () => {
    const joined = ['村名', '总人口', '贫困户|户数', '贫困户|人数'];
    const blanks = [
      ['村名', '总人口', '贫困户', null],
      [null, null, '户数', '人数'],
      ['甲村', 9, 1, 2],
    ];
    const merged = [
      ['表', '表', '表', '表'],
      ['村名', '总人口', '贫困户', '贫困户'],
      ['村名', '总人口', '户数', '人数'],
      ['甲村', 9, 1, 2],
    ];
    expect(shapeOf(blanks)).toEqual({ skippedRows: 0, headingRows: 2, headings: joined });
    expect(shapeOf(merged)).toEqual({ skippedRows: 1, headingRows: 2, headings: joined });
  });

  it('does not take a row of names for a second heading', () => {
    const rows = [
      ['县', '乡镇', '村名'],
      ['平陆县', '常乐镇', '北村村委会'],
      ['平陆县', '张村镇', '张村村委会'],
    ];
    expect(shapeOf(rows)).toMatchObject({ skippedRows: 0, headingRows: 1 });
  });

  it('sees a table without heading', () => {
    const rows = [
      ['140829101200', 111.1, 34.8],
      ['140829101201', 111.2, 34.8],
    ];
    expect(shapeOf(rows)).toEqual({
      skippedRows: 0,
      headingRows: 0,
      headings: ['第 1 列', '第 2 列', '第 3 列'],
    });
  });

  it('takes unknown words above numbers for the heading', () => {
    expect(
      shapeOf([
        ['甲', '乙'],
        [1, 2],
      ]),
    ).toMatchObject({ headingRows: 1, headings: ['甲', '乙'] });
  });
});

describe('tableParts', () => {
  it('tells totals, remarks and repeated headings from rows', () => {
    const rows = [
      HEADING,
      ROW,
      ['常乐镇小计', null, 1],
      HEADING,
      ['张村镇', '乙村', 2],
      ['小  计', '', 2],
      ['合计', '2个村', 3],
      ['注：测试数', null, null],
      ['填表人：甲', '审核：乙', null],
      [null, null, null],
    ];
    const layer = tableLayer(rows);
    const parts = tableParts(layer, findShape(layer));
    const at = (list: readonly { row: number }[]): number[] => list.map(({ row }) => row);
    expect(at(parts.body)).toEqual([2, 5]);
    expect(at(parts.totals)).toEqual([3, 6, 7]);
    expect(at(parts.repeatedHeadings)).toEqual([4]);
    expect(at(parts.remarks)).toEqual([8, 9]);
  });
});

describe('filledDown', () => {
  const rows = (cells: readonly (string | null)[]) => tableLayer(cells.map((cell) => [cell])).rows;
  it('fills merged cells', () => {
    const filled = filledDown(rows(['甲镇', null, '乙镇', null]), [0]);
    expect(filled.columns).toEqual([0]);
    expect(filled.rows.map(({ cells }) => cells[0])).toEqual(['甲镇', '甲镇', '乙镇', '乙镇']);
  });

  it('leaves a column with gaps alone that repeats its text', () => {
    expect(filledDown(rows(['甲镇', '甲镇', null, '乙镇']), [0]).columns).toEqual([]);
    expect(filledDown(rows([null, '甲镇', null]), [0]).columns).toEqual([]);
  });
});
