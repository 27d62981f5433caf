// Belts, base map, relocation programmes, rules and storyline of a workbook, as `cuntu pack build` makes them.
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packRuleFacts } from '../../src/analysis/rule-facts';
import { checkRules } from '../../src/analysis/rules';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';
import { type Book, QUOTED, add, cuntu, filledFolder } from './pack-workbook';

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'cuntu-make-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const ROAD = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: '甲路' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [110.1, 35.6],
          [111.9, 35.6],
        ],
      },
    },
  ],
};

const DRAWN = { '宽度（米）': 3000, '误差（米）': 500 };

function fillShown(book: Book): void {
  add(book, '产业带', { 编号: 'whole', 名称: '全县带', 县: '甲县、乙县', ...QUOTED });
  add(book, '产业带', {
    编号: 'line',
    名称: '沿路带',
    县: '甲县',
    坐标: '110.2,35.5；110.5，35.55; 110.8,35.5',
    ...DRAWN,
    ...QUOTED,
  });
  add(book, '产业带', { 编号: 'shape', 名称: '沿渠带', 图形: '甲渠线', ...DRAWN, ...QUOTED });
  add(book, '底图', { 文件: '道路', 类别: '道路', 级别: 1, 示意: '是', '误差（米）': 300 });
  add(book, '搬迁', {
    编号: 'moving',
    名称: '甲搬迁',
    县: '甲县',
    人数: 1000,
    '投资（元）': 31_000_000,
    章节: '第一章',
  });
  add(book, '规则', {
    编号: 'each',
    名称: '人均投资',
    对象: '搬迁项目',
    数量: '投资',
    每: '人数',
    要求: '不超过',
    限值: 25_000,
    单位: '元/人',
    ...QUOTED,
  });
  add(book, '规则', {
    编号: 'poor',
    名称: '贫困县',
    对象: '村',
    数量: '在贫困县',
    要求: '是',
    ...QUOTED,
  });
  add(book, '故事线', {
    编号: 'first',
    标题: '县情',
    图面说明: '两个县。',
    引文: '照录',
    引文章节: '第一章',
    强调: '甲县',
    视图: 'https://example.invalid/#l=rivers~100',
    图例: '否',
  });
  add(book, '故事线', { 编号: 'first', 引文: '又照录', 引文章节: '第二章' });
  add(book, '规划口径', {
    编号: 'belt-villages',
    对象: '沿路带',
    相关项目: 'line',
    口径: '行政村',
    数值: 2,
    单位: '个',
    ...QUOTED,
  });
}

async function shownFolder(name: string, change: (book: Book) => void): Promise<string> {
  const folder = await filledFolder(base, name, (book) => {
    fillShown(book);
    change(book);
  });
  await writeFile(join(folder, '道路.geojson'), JSON.stringify(ROAD));
  return folder;
}

it('belts, base map, programmes, rules and scenes of the workbook are in the pack, which loads without a note', async () => {
  const folder = await shownFolder('shown', () => undefined);
  const built = await cuntu('pack', 'build', folder);
  expect([built.code, built.err]).toEqual([0, expect.not.stringContaining('错误')]);
  const outcome = await loadPack(folderSource(join(folder, 'jiashi')));
  if (!outcome.ok) throw new Error('does not load');
  const { value: pack, notes } = outcome;
  expect(notes).toEqual([]);
  expect(pack.belts.map(({ id, shape, claimIds }) => [id, shape.kind, claimIds])).toEqual([
    ['whole', 'zone', []],
    ['line', 'corridor', ['belt-villages']],
    ['shape', 'corridor', []],
  ]);
  expect(pack.belts[1]?.shape).toMatchObject({
    defaultHalfWidthMetres: 3000,
    centreline: {
      coordinates: [
        [110.2, 35.5],
        [110.5, 35.55],
        [110.8, 35.5],
      ],
    },
  });
  expect(pack.baseFeatures).toMatchObject([
    { name: '甲路', kind: 'road', rank: 1, schematic: true, accuracyMetres: 300 },
  ]);
  expect(pack.relocations).toMatchObject([
    { id: 'moving', countyCodes: ['990001'], siteCount: null, persons: 1000 },
  ]);
  const checked = checkRules(pack.rules, packRuleFacts(pack));
  expect(checked.map(({ rule, result }) => [rule.id, result])).toEqual([
    ['each', 'broken'],
    ['poor', 'broken'],
  ]);
  expect(pack.storyline).toMatchObject([
    {
      id: 'first',
      title: '县情',
      quotes: [{ text: '照录' }, { text: '又照录', chapter: '第二章' }],
      highlightCodes: ['990001'],
      view: 'l=rivers~100',
      hasLegend: false,
    },
  ]);
});

describe('cuntu pack build', () => {
  const belt = { 编号: 'x', 名称: '甲带', ...DRAWN, ...QUOTED };
  const rule = { 编号: 'x', 名称: '甲', 对象: '村', ...QUOTED };
  it.each<[string, (book: Book) => void, string]>([
    [
      'a belt of nothing',
      (b) => add(b, '产业带', { 编号: 'x', 名称: '甲带', ...QUOTED }),
      '「产业带」第 5 行「县」：没有坐标和图形，也没有县',
    ],
    [
      'a place of one number',
      (b) => add(b, '产业带', { ...belt, 坐标: '110.2；110.3,35.2' }),
      '「产业带」第 5 行「坐标」：「110.2」不是一对坐标',
    ],
    [
      'a belt without its width',
      (b) => add(b, '产业带', { ...belt, 图形: '甲渠线', '宽度（米）': null }),
      '「产业带」第 5 行「宽度（米）」：没有填写',
    ],
    [
      'a belt of an unknown shape',
      (b) => add(b, '产业带', { ...belt, 图形: '乙线' }),
      '「产业带」第 5 行「图形」：图形文件里没有「乙线」',
    ],
    [
      'a file that is not there',
      (b) => add(b, '底图', { 文件: '河流', 类别: '河流' }),
      '「底图」第 3 行「文件」：文件夹里没有「河流」',
    ],
    [
      'a programme in a county of elsewhere',
      (b) => add(b, '搬迁', { 编号: 'x', 名称: '乙', 县: '丙县', 章节: '一' }),
      '「搬迁」第 3 行「县」：「丙县」不是',
    ],
    [
      'a limit without a number',
      (b) => add(b, '规则', { ...rule, 数量: '贫困户', 要求: '低于', 单位: '户' }),
      '「规则」第 4 行「限值」：没有填写',
    ],
    [
      'an unknown quantity',
      (b) => add(b, '规则', { ...rule, 数量: '幸福', 要求: '是' }),
      '「规则」第 4 行「数量」：「幸福」不是可填的词',
    ],
    [
      'a scene with a number of its own',
      (b) => add(b, '故事线', { 编号: 'x', 标题: '甲', 图面说明: '共3个县' }),
      '「故事线」第 4 行「图面说明」：写了数字',
    ],
  ])('refuses %s, naming sheet, row and column', async (name, change, text) => {
    const folder = await shownFolder(`fault-${name}`, change);
    const built = await cuntu('pack', 'build', folder);
    expect([built.code, built.err]).toEqual([1, expect.stringContaining(text)]);
    expect(existsSync(join(folder, 'jiashi'))).toBe(false);
  });
});
