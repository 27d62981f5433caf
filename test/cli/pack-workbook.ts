// An office's workbook on a plainly synthetic region of two square counties: made by `cuntu pack new`, filled in, written.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/universal';
import writeExcelFile from 'write-excel-file/universal';
import { expect } from 'vitest';
import { run } from '../../src/cli/run';

type Cell = string | number | null;
export type Book = Map<string, Cell[][]>;

export async function cuntu(...words: string[]) {
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

export async function readBook(path: string): Promise<Book> {
  const sheets = await readWorkbook(new Blob([new Uint8Array(await readFile(path))]));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as Cell[][]]));
}

export async function writeBook(path: string, book: Book): Promise<void> {
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
export function add(book: Book, sheet: string, values: Readonly<Record<string, Cell>>): void {
  const rows = book.get(sheet);
  const headings = rows?.[0]?.map((heading) => String(heading).replace('*', ''));
  if (rows === undefined || headings === undefined) throw new Error(`no sheet ${sheet}`);
  for (const key of Object.keys(values)) {
    if (!headings.includes(key)) throw new Error(`no column ${key} in ${sheet}`);
  }
  rows.push(headings.map((heading) => values[heading] ?? null));
}

/** Fills cells of a row that the template came with. */
export function fill(
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

export async function newFolder(base: string, name: string): Promise<string> {
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

export const QUOTED = { 章节: '第一章', 原文: '照录' };

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

export async function filledFolder(
  base: string,
  name: string,
  change: (book: Book) => void = () => {},
): Promise<string> {
  const folder = await newFolder(base, name);
  const path = join(folder, '填报.xlsx');
  const book = await readBook(path);
  fillIn(book);
  change(book);
  await writeBook(path, book);
  await writeFile(join(folder, '项目图形.geojson'), JSON.stringify(SHAPES));
  return folder;
}
