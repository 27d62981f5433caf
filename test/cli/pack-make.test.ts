// cuntu pack new → fill in → build → check → audit, on a plainly synthetic region of two square counties.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/universal';
import { run } from '../../src/cli/run';
import { zipFolder } from '../../src/io/zip-folder';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';
import { memorySource } from '../../src/packs/source';

type Cell = string | number | null;
type Book = Map<string, Cell[][]>;

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'cuntu-make-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function cuntu(...words: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(words, {
    async out(text) {
      out.push(text);
    },
    say(line) {
      err.push(line);
    },
  });
  return { code, out: out.join(''), err: err.join('\n') };
}

const square = (west: number): number[][][] => [
  [
    [west, 35],
    [west, 36],
    [west + 1, 36],
    [west + 1, 35],
    [west, 35],
  ],
];
const county = (code: string, name: string, west: number) => ({
  type: 'Feature',
  properties: { 代码: code, 名称: name },
  geometry: { type: 'Polygon', coordinates: square(west) },
});
const COUNTIES = {
  type: 'FeatureCollection',
  features: [county('990001', '甲县', 110), county('990002', '乙县', 111)],
};
const VILLAGES = [
  '行政区划代码,村名,乡镇,经度,纬度,位置精度',
  '990001001001,一村,子乡,110.2512,35.2512,50',
  '990001001002,二村,子乡,,,',
  '990001002003,三村,丑乡,,,',
  '990002001001,四村,寅乡,,,',
].join('\n');

async function readBook(path: string): Promise<Book> {
  const sheets = await readWorkbook(new Blob([new Uint8Array(await readFile(path))]));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as Cell[][]]));
}

async function writeBook(path: string, book: Book): Promise<void> {
  const cell = (value: Cell) =>
    value === null
      ? null
      : typeof value === 'number'
        ? { value, type: Number }
        : { value, type: String };
  const sheets = [...book].map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map(cell)),
  }));
  const blob = await writeExcelFile(sheets).toBlob();
  await writeFile(path, new Uint8Array(await blob.arrayBuffer()));
}

/** A row of a sheet by headings (without the mark of required ones). */
function add(book: Book, sheet: string, values: Readonly<Record<string, Cell>>): void {
  const rows = book.get(sheet);
  const headings = rows?.[0]?.map((heading) => String(heading).replace('*', ''));
  if (rows === undefined || headings === undefined) throw new Error(`no sheet ${sheet}`);
  for (const key of Object.keys(values)) {
    if (!headings.includes(key)) throw new Error(`no column ${key} in ${sheet}`);
  }
  rows.push(headings.map((heading) => values[heading] ?? null));
}

/** Fills cells of a row that the template came with. */
function fill(
  book: Book,
  sheet: string,
  row: number,
  values: Readonly<Record<string, Cell>>,
): void {
  const rows = book.get(sheet) ?? [];
  const headings = rows[0]?.map((heading) => String(heading).replace('*', '')) ?? [];
  const cells = rows[row] ?? [];
  rows[row] = headings.map((heading, at) => values[heading] ?? cells[at] ?? null);
}

async function newFolder(name: string): Promise<string> {
  const folder = join(base, name);
  await writeFile(join(base, 'counties.geojson'), JSON.stringify(COUNTIES));
  await writeFile(join(base, 'villages.csv'), VILLAGES);
  const made = await cuntu(
    'pack',
    'new',
    folder,
    '--name',
    '甲市',
    '--counties',
    join(base, 'counties.geojson'),
    '--villages',
    join(base, 'villages.csv'),
  );
  expect(made.err).not.toContain('错误');
  expect(made.code).toBe(0);
  return folder;
}

const QUOTED = { 章节: '第一章', 原文: '照录' };

/** What an office would fill in; a total of the table and a figure of the text are wrong. */
function fillIn(book: Book): void {
  fill(book, '区域', 1, { 标识: 'jiashi', 规划名称: '甲市规划', 起始年: 2026, 结束年: 2030 });
  fill(book, '县', 1, { 类别: '国家级贫困县' });
  fill(book, '县', 2, { 类别: '非贫困县' });
  fill(book, '乡镇', 1, { 驻地经度: 110.25, 驻地纬度: 35.5, '驻地误差（米）': 500 });
  fill(book, '乡镇', 2, { 驻地经度: 110.75, 驻地纬度: 35.5, '驻地误差（米）': 500 });
  fill(book, '村', 1, { 定位方式: '地名点' });
  fill(book, '资料', 1, { 标题: '甲市规划' });
  add(book, '项目', {
    编号: 'canal',
    名称: '甲渠',
    类别: '水利',
    县: '甲县',
    乡镇: '子乡、丑乡',
    图形: '甲渠线',
    线位: '示意线位',
    '线位误差（米）': 1000,
  });
  book.set('表一', [
    ['乡镇', '贫困户（户）'],
    ['子乡', 30],
    ['丑乡', 20],
    ['开发区', 5],
    ['合计', 65],
  ]);
  add(book, '表格', {
    编号: 'table1',
    标题: '表1',
    工作表: '表一',
    章节: '第一章',
    年份: 2026,
    层级: '乡镇',
    县: '甲县',
  });
  add(book, '表格列', {
    表格: 'table1',
    表头: '贫困户（户）',
    口径: '贫困户',
    表头单位: '户',
    实际单位: '户',
  });
  add(book, '规划口径', {
    编号: 'canal-villages',
    对象: '甲渠',
    相关项目: 'canal',
    口径: '行政村',
    数值: 3,
    限定: '约',
    单位: '个',
    ...QUOTED,
  });
  const figure = { 口径: '贫困户', 范围: '甲县', 单位: '户', 年份: 2026, ...QUOTED };
  add(book, '正文数字', { ...figure, 编号: 'a', 内容: '贫困户', 数值: 65 });
  add(book, '正文数字', { ...figure, 编号: 'b', 内容: '贫困户', 数值: 66, 原文: '六十六户，照录' });
  add(book, '数字关系', {
    编号: 'r',
    关系: '合计',
    甲: '正文:a',
    乙: '列:table1/贫困户（户）',
    ...QUOTED,
  });
  add(book, '指标', {
    编号: 't',
    名称: '贫困户',
    口径: '自来水入户',
    目标年: 2030,
    性质: '约束性',
    ...QUOTED,
  });
  add(book, '名单', { 编号: 'l', 标题: '名单', 章节: '附件', 成员: '村' });
  add(book, '名单成员', { 名单: 'l', 名称: '二村', 所在单位: '子乡' });
  add(book, '时间表', { 年份: 2026, 县: '甲县', 状态: '贫困县' });
}

const SHAPES = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: '甲渠线' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [110.2, 35.2],
          [110.8, 35.4],
        ],
      },
    },
  ],
};

async function filledFolder(
  name: string,
  change: (book: Book) => void = () => {},
): Promise<string> {
  const folder = await newFolder(name);
  const path = join(folder, '填报.xlsx');
  const book = await readBook(path);
  fillIn(book);
  change(book);
  await writeBook(path, book);
  await writeFile(join(folder, '项目图形.geojson'), JSON.stringify(SHAPES));
  return folder;
}

describe('cuntu pack new', () => {
  it('prefills counties, townships and villages and never writes over a workbook', async () => {
    const folder = await newFolder('new');
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
    const folder = await filledFolder('whole');
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
    const folder = await filledFolder('again');
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
    const folder = await filledFolder(`fault-${name}`, change);
    const built = await cuntu('pack', 'build', folder);
    expect([built.code, built.err]).toEqual([1, expect.stringContaining(text)]);
    expect(existsSync(join(folder, 'jiashi'))).toBe(false);
  });

  it('does not write into a folder with other things', async () => {
    const folder = await filledFolder('taken', (book) => fill(book, '区域', 1, { 标识: 'taken' }));
    const other = join(folder, 'taken');
    await writeFile(other, 'mine');
    expect((await cuntu('pack', 'build', folder)).code).toBe(1);
    expect(await readFile(other, 'utf8')).toBe('mine');
  });
});
