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
  add(book, '名单', { 编号: 'far-2018', 标题: '偏远村', 成员: '村', 章节: '第一章' });
  add(book, '名单成员', { 名单: 'far-2018', 名称: '二村' });
  add(book, '规则条件', { 规则: 'poor', 数量: '在名单', 名单: 'far-2018', 要求: '是' });
  add(book, '规则条件', { 规则: 'each', 数量: '人数', 要求: '高于', 限值: 1000, 单位: '人' });
  add(book, '规则', {
    编号: 'water',
    名称: '给水',
    对象: '项目',
    数量: '投资',
    要求: '不超过',
    限值: 1,
    单位: '元',
    ...QUOTED,
  });
  add(book, '规则条件', { 规则: 'water', 数量: '项目类别', 要求: '是', 限值: '电力' });
  add(book, '项目', { 编号: 'works', 名称: '甲水厂', 类别: '水利' });
  const works = { 项目: 'works', 经度: 110.4, 纬度: 35.4, '误差（米）': 120 };
  add(book, '项目地点', { ...works, 名称: '取水口', 作用: '取水' });
  add(book, '项目地点', { ...works, 名称: '水厂', 经度: 110.5, '误差（米）': 300 });
  add(book, '项目地点', { ...works, 名称: '泵站', 经度: 110.6, 推定: '是' });
  add(book, '项目地点', { 项目: 'works', 名称: '受水区' });
  add(book, '对象数字', { 对象: 'works', 名称: '总投资', 原文: '1.2亿元' });
  add(book, '对象数字', { 对象: 'moving', 名称: '户数', 原文: '300户' });
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
  expect(checked.map(({ rule, result, counts }) => [rule.id, result, counts.met])).toEqual([
    ['each', 'not-applicable', 0],
    ['poor', 'met', 1],
    ['water', 'not-applicable', 0],
  ]);
  expect(pack.projects.find(({ id }) => id === 'works')).toMatchObject({
    alignment: 'places',
    alignmentAccuracyMetres: 300,
    geometry: {
      type: 'MultiPoint',
      coordinates: [
        [110.4, 35.4],
        [110.5, 35.4],
      ],
    },
    places: [
      { name: '取水口', role: '取水', position: [110.4, 35.4], accuracyMetres: 120 },
      { name: '水厂' },
      { name: '泵站', inferred: true },
      { name: '受水区', position: null, accuracyMetres: null },
    ],
    figures: [{ label: '总投资', text: '1.2亿元' }],
  });
  expect(pack.relocations[0]?.figures).toMatchObject([{ label: '户数', text: '300户' }]);
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
      '「规则」第 5 行「限值」：没有填写',
    ],
    [
      'an unknown quantity',
      (b) => add(b, '规则', { ...rule, 数量: '幸福', 要求: '是' }),
      '「规则」第 5 行「数量」：「幸福」不是可填的词',
    ],
    [
      'a place of no project',
      (b) => add(b, '项目地点', { 项目: 'none', 名称: '甲' }),
      '「项目地点」第 6 行「项目」：没有编号为「none」的项目',
    ],
    [
      'half a position',
      (b) => add(b, '项目地点', { 项目: 'works', 名称: '甲', 经度: 110.4 }),
      '「项目地点」第 6 行「纬度」：坐标只有一半',
    ],
    [
      'a figure of no object',
      (b) => add(b, '对象数字', { 对象: 'none', 名称: '甲', 原文: '一' }),
      '「对象数字」第 4 行「对象」：没有编号为「none」的项目或搬迁',
    ],
    [
      'a condition of no rule',
      (b) => add(b, '规则条件', { 规则: 'none', 数量: '在贫困县', 要求: '是' }),
      '「规则条件」第 5 行「规则」：没有编号为「none」的规则',
    ],
    [
      'a condition by a list that is not there',
      (b) => add(b, '规则条件', { 规则: 'poor', 数量: '在名单', 名单: 'none', 要求: '是' }),
      '「规则条件」第 5 行「名单」：没有编号为「none」的村名单',
    ],
    [
      'a yes where a number is asked',
      (b) => add(b, '规则条件', { 规则: 'poor', 数量: '人数', 要求: '是' }),
      '「规则条件」第 5 行「要求」：数量不能填是、否',
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
