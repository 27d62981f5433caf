// cuntu pack new → fill in → build → check → audit, on a plainly synthetic region of two square counties.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipFolder } from '../../src/io/zip-folder';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';
import { memorySource } from '../../src/packs/source';
import {
  type Book,
  QUOTED,
  add,
  cuntu,
  fill,
  filledFolder,
  newFolder,
  readBook,
} from './pack-workbook';

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'cuntu-make-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

describe('cuntu pack new', () => {
  it('prefills counties, townships and villages and never writes over a workbook', async () => {
    const folder = await newFolder(base, 'new');
    const book = await readBook(join(folder, '填报.xlsx'));
    expect([...book.keys()].slice(0, 5)).toEqual(['说明', '区域', '县', '乡镇', '村']);
    expect(
      book
        .get('县')
        ?.slice(1)
        .map((row) => row.slice(0, 2)),
    ).toEqual([
      ['990001', '甲县'],
      ['990002', '乙县'],
    ]);
    expect(
      book
        .get('乡镇')
        ?.slice(1)
        .map((row) => row.slice(0, 2)),
    ).toEqual([
      ['990001001', '子乡'],
      ['990001002', '丑乡'],
      ['990002001', '寅乡'],
    ]);
    expect(book.get('村')?.[1]?.slice(0, 7)).toEqual([
      '990001001001',
      '一村',
      null,
      110.2512,
      35.2512,
      50,
      null,
    ]);
    const again = await cuntu('pack', 'new', folder, '--name', '甲市', '--counties', 'x.geojson');
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('没有改动')]);
  });

  it('knows its usage', async () => {
    expect((await cuntu('pack', 'new', join(base, 'none'))).code).toBe(2);
    expect((await cuntu('pack', 'build')).code).toBe(2);
    expect((await cuntu('pack', 'other', 'x')).code).toBe(2);
  });
});

describe('cuntu pack build', () => {
  it('makes a pack that loads, with all that was filled in, and the audit finds what does not agree', async () => {
    const folder = await filledFolder(base, 'whole');
    const built = await cuntu('pack', 'build', folder);
    expect([built.code, built.err]).toEqual([0, expect.stringContaining('开发区 没有对应的乡镇')]);
    expect((await cuntu('pack', 'check', join(folder, 'jiashi'))).code).toBe(0);
    const outcome = await loadPack(folderSource(join(folder, 'jiashi')));
    if (!outcome.ok) throw new Error('does not load');
    const { value: pack, notes } = outcome;
    expect(notes).toEqual([]);
    expect(pack.townships.map(({ geometry }) => geometry !== null)).toEqual([true, true, false]);
    expect(pack.villages.map(({ positionMethod }) => positionMethod)).toEqual([
      'gazetteer',
      'within-township',
      'within-township',
      'within-county',
    ]);
    expect(pack.villages.every(({ kind }) => kind === 'village-committee')).toBe(true);
    expect(pack.projects[0]).toMatchObject({
      alignment: 'schematic',
      townshipCodes: ['990001001', '990001002'],
      geometry: { type: 'LineString' },
    });
    expect(pack.figures.map(({ areaCode, value }) => [areaCode, value])).toEqual([
      ['990001001', 30],
      ['990001002', 20],
    ]);
    expect(pack.statements[1]).toMatchObject({ areaCodes: ['990001'], printed: '六十六户，照录' });
    expect(pack.relations[0]).toMatchObject({
      total: 'statement:a',
      parts: ['column:table1/贫困户（户）'],
    });
    expect(pack.lists[0]?.members[0]?.code).toBe('990001001002');
    expect(pack.targets[0]).toMatchObject({ nature: 'binding', value: null, qualifier: 'exact' });
    expect(pack.timeline[0]?.statusByCounty).toEqual({ '990001': 'poor' });
    const audit = await cuntu('audit', join(folder, 'jiashi'), '--json');
    const kinds = (JSON.parse(audit.out) as { kind: string }[]).map(({ kind }) => kind);
    expect(audit.code).toBe(0);
    expect(kinds).toEqual(expect.arrayContaining(['row-sum', 'text-table', 'relation']));
  });

  it('gives a zip that the page can open, of equal bytes for equal inputs', async () => {
    const folder = await filledFolder(base, 'again');
    const bytes = async (): Promise<Buffer> => readFile(join(folder, 'jiashi.zip'));
    await cuntu('pack', 'build', folder);
    const first = await bytes();
    await cuntu('pack', 'build', folder);
    expect(first.equals(await bytes())).toBe(true);
    const opened = zipFolder('jiashi.zip', new Uint8Array(first), 'pack.json');
    if (!opened.ok) throw new Error('the zip does not open');
    const outcome = await loadPack(memorySource(opened.value));
    expect(outcome.ok && [outcome.value.name, outcome.notes]).toEqual(['甲市', []]);
  });

  it.each<[string, (book: Book) => void, string]>([
    [
      'an empty required cell',
      (b) => fill(b, '区域', 1, { 版本: '' }),
      '「区域」第 2 行「版本」：没有填写',
    ],
    [
      'a word that is not in the list',
      (b) => fill(b, '县', 1, { 类别: '贫县' }),
      '「县」第 2 行「类别」：「贫县」',
    ],
    [
      'a short code',
      (b) => fill(b, '村', 2, { 代码: '99000100' }),
      '「村」第 3 行「代码」：「99000100」不是 12 位代码',
    ],
    [
      'a code that comes twice',
      (b) => fill(b, '村', 2, { 代码: '990001001001' }),
      '「村」第 3 行「代码」：「990001001001」与第 2 行重复',
    ],
    [
      'a village without township',
      (b) => fill(b, '村', 2, { 代码: '990001009002' }),
      '「村」第 3 行「代码」：「990001009002」的前 9 位',
    ],
    [
      'half a position',
      (b) => fill(b, '村', 2, { 经度: 110.3 }),
      '「村」第 3 行「纬度」：坐标只有一半',
    ],
    [
      'a position outside its county',
      (b) => fill(b, '村', 2, { 经度: 111.5, 纬度: 35.3, '误差（米）': 5, 定位方式: '地名点' }),
      '「村」第 3 行「经度」：坐标 111.5, 35.3 不在所属县内',
    ],
    [
      'a word for a number',
      (b) => add(b, '正文数字', { 编号: 'x', 内容: '甲', 口径: '贫困户', 数值: '许多', ...QUOTED }),
      '「正文数字」第 4 行「数值」：「许多」不是数字',
    ],
    [
      'an unknown unit',
      (b) => add(b, '正文数字', { 编号: 'x', 内容: '甲', 口径: '贫困户', 范围: '丙县', ...QUOTED }),
      '「正文数字」第 4 行「范围」：「丙县」不是本区域的',
    ],
    [
      'an unknown figure',
      (b) => add(b, '数字关系', { 编号: 'x', 关系: '相等', 甲: '正文:a', 乙: '正文:z', ...QUOTED }),
      '「数字关系」第 3 行「乙」：没有数字「正文:z」',
    ],
    [
      'an unknown project',
      (b) =>
        add(b, '规划口径', {
          编号: 'x',
          对象: '甲',
          口径: '行政村',
          数值: 1,
          相关项目: 'z',
          ...QUOTED,
        }),
      '「规划口径」第 3 行「相关项目」：',
    ],
    [
      'an unknown shape',
      (b) => fill(b, '项目', 1, { 图形: '乙线' }),
      '「项目」第 2 行「图形」：项目图形文件里没有「乙线」',
    ],
    [
      'a missing sheet of a table',
      (b) => void b.delete('表一'),
      '「表格」第 2 行「工作表」：没有工作表「表一」',
    ],
    [
      'an unknown column of a table',
      (b) => fill(b, '表格列', 1, { 表头: '户数' }),
      '「表格列」第 2 行「表头」：工作表「表一」没有表头「户数」',
    ],
    [
      'an unknown list',
      (b) => add(b, '名单成员', { 名单: 'z', 名称: '二村' }),
      '「名单成员」第 3 行「名单」：',
    ],
    [
      'an unknown source',
      (b) => fill(b, '村', 1, { 来源: 'S9' }),
      '「村」第 2 行「来源」：“资料”表里没有「S9」',
    ],
    [
      'a heading that is gone',
      (b) => void b.get('村')?.[0]?.splice(0, 1, '编码'),
      '「村」第 1 行：缺少表头「代码」',
    ],
  ])('refuses %s, naming sheet, row and column, and writes nothing', async (name, change, text) => {
    const folder = await filledFolder(base, `fault-${name}`, change);
    const built = await cuntu('pack', 'build', folder);
    expect([built.code, built.err]).toEqual([1, expect.stringContaining(text)]);
    expect(existsSync(join(folder, 'jiashi'))).toBe(false);
  });

  it('does not write into a folder with other things', async () => {
    const folder = await filledFolder(base, 'taken', (book) =>
      fill(book, '区域', 1, { 标识: 'taken' }),
    );
    const other = join(folder, 'taken');
    await writeFile(other, 'mine');
    expect((await cuntu('pack', 'build', folder)).code).toBe(1);
    expect(await readFile(other, 'utf8')).toBe('mine');
  });
});
