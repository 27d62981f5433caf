import { describe, expect, it } from 'vitest';
import { auditTables } from '../../src/analysis/audit';
import { planTableOf } from '../../src/analysis/audit-plain-table';
import { findShape } from '../../src/io/import-table';
import { plainTableOf } from '../../src/io/plain-table';
import { readSources } from '../../src/io/read-sources';

async function tableOf(lines: readonly string[]) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const read = await readSources([{ path: '甲表.csv', bytes }]);
  if (!read.ok) throw new Error(read.problems.map(({ text }) => text).join('\n'));
  const [file] = read.value;
  const [layer] = file?.layers ?? [];
  if (!file || !layer) throw new Error('no layer');
  return plainTableOf(file, layer, findShape(layer));
}

const HEADING = '村名,户数（户）,人口（人）';

describe('a table in words', () => {
  it('has a title from above its heading, else the name of its file', async () => {
    expect((await tableOf(['表1 示例,,', HEADING, '甲村,12,40'])).title).toBe('表1 示例');
    expect((await tableOf([HEADING, '甲村,12,40'])).title).toBe('甲表.csv');
  });

  it('keeps totals in their place, without blank rows, remarks and headings, by the rows of the file', async () => {
    const { rows, headings } = await tableOf([
      '表1 示例,,',
      HEADING,
      '甲村,12,40',
      '小计,12,40',
      ',,',
      '乙村,８,30',
      HEADING,
      '合计,20,70',
      '注：示例,,',
    ]);
    expect(headings).toEqual(['村名', '户数（户）', '人口（人）']);
    expect(rows.map(({ role, fileRow, cells }) => [role, fileRow, ...cells])).toEqual([
      ['body', 3, '甲村', '12', '40'],
      ['total', 4, '小计', '12', '40'],
      ['body', 6, '乙村', '8', '30'],
      ['total', 8, '合计', '20', '70'],
    ]);
  });

  it('is audited by the rows of the file, in places and in words', async () => {
    const table = await tableOf([
      '表1 示例,,',
      '行政区划代码,户数（户）,人口（人）',
      '140829000201,12,40',
      '140829000202,50,30',
      '140829000201,9,35',
      '140829000204,7,22',
    ]);
    const found = auditTables([planTableOf(table)]);
    expect(found.map(({ kind, where }) => [kind, where.row])).toEqual([
      ['part-over-whole', 4],
      ['list-duplicate', 5],
    ]);
    expect(found[1]?.text).toContain('第3行、第5行');
  });

  it('has rows named by county, township and village together', async () => {
    const table = await tableOf([
      '县,乡镇,村名,户数（户）,人口（人）,书记',
      '甲县,乙镇,丙村,50,30,丁',
      '甲县,乙镇,戊村,9,35,己',
      '甲县,乙镇,庚村,9,35,辛',
    ]);
    const [finding] = auditTables([planTableOf(table)]);
    expect(finding?.text).toContain('「甲县 乙镇 丙村」行');
  });
});
