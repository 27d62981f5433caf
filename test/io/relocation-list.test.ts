// Lists of who moves: villages by names alone, without a place and without a code.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportContext } from '../../src/io/import-choices';
import { previewImport } from '../../src/io/import-preview';
import { suggestChoices } from '../../src/io/import-suggest';
import type { SourceCell } from '../../src/io/source-layer';
import { sourceOf, tableLayer, yunchengContext } from './import-region';

let context: ImportContext;
beforeAll(async () => {
  context = await yunchengContext();
});

async function taken(rows: readonly (readonly SourceCell[])[], fileName = '名单.csv') {
  const layer = tableLayer(rows.map((row) => [...row]));
  const { choices } = suggestChoices(layer, fileName, context);
  const seen = await previewImport(sourceOf(layer, fileName), layer, choices, context);
  const villages = seen.content?.kind === 'villages' ? seen.content.villages : [];
  const purpose = seen.content?.kind === 'villages' ? seen.content.purpose : undefined;
  return { choices, seen, villages, purpose, roles: choices.columns.map(({ role }) => role) };
}

const AREA = ['平陆县', '圣人涧镇'] as const;
const NAMES = ['县', '乡镇', '村名', '安置点'];

describe('a table of village names and sites', () => {
  it('is a relocation list, of names alone too', async () => {
    const { choices, roles, seen, villages, purpose } = await taken([
      NAMES,
      [...AREA, '南坡村', '甲安置点'],
      [...AREA, '东韩窑', null],
    ]);
    expect(choices.use).toBe('relocation');
    expect(roles).toEqual(['county', 'township', 'name', 'site']);
    expect(seen).toMatchObject({ rowsRead: 2, rowsOk: 2, rowsRefused: 0 });
    expect(purpose).toBe('relocation');
    expect(villages).toMatchObject([
      { name: '南坡村委会', siteName: '甲安置点', position: null, row: 2 },
      { name: '东韩窑村委会', position: null, row: 3 },
    ]);
    expect(villages[1]).not.toHaveProperty('siteName');
  });

  it('lists by row the names that are no village, or several', async () => {
    const { seen, villages } = await taken([
      ['村名', '安置点'],
      ['东韩窑村', '甲'],
      ['上庄村', '甲'],
      ['无此村', '甲'],
    ]);
    expect(villages).toHaveLength(1);
    expect(seen.problems.map(({ code, where }) => [code, where.row])).toEqual([
      ['match-name-only', 2],
      ['match-several', 3],
      ['match-none', 4],
    ]);
    const [several, none] = seen.unmatched;
    expect(several?.candidates.length).toBeGreaterThan(1);
    expect(none).toMatchObject({ row: 4, newCode: null });
  });

  it('takes the numbers of those that move, not of the whole village', async () => {
    const { villages, roles } = await taken([
      ['县', '乡镇', '迁出村', '总户数', '总人口', '搬迁户数（户）', '搬迁人口（人）'],
      [...AREA, '南坡村', 120, 400, 12, 40],
    ]);
    expect(roles.slice(3)).toEqual(['attribute', 'attribute', 'households', 'persons']);
    expect(villages[0]?.figures).toMatchObject({ households: 12, persons: 40 });
  });

  it('may divide a village among sites; several rows of one site are added up, with a word', async () => {
    const heading = [...NAMES, '搬迁人口'];
    const { villages } = await taken([
      heading,
      [...AREA, '南坡村', '甲', 5],
      [...AREA, '南坡村', '乙', 6],
    ]);
    expect(villages.map(({ siteName, figures }) => [siteName, figures.persons])).toEqual([
      ['甲', 5],
      ['乙', 6],
    ]);
    const { seen, villages: merged } = await taken([
      heading,
      [...AREA, '南坡村', '甲', 5],
      [...AREA, '南坡村', '甲', 6],
    ]);
    expect(seen).toMatchObject({ rowsOk: 2, rowsRefused: 0 });
    expect(merged.map(({ figures, row }) => [row, figures.persons, figures.households])).toEqual([
      [2, 11, null],
    ]);
    expect(seen.problems.map(({ code }) => code)).toEqual(['rows-merged']);
    expect(seen.problems[0]?.text).toContain('2 行按「同一村、同一安置点」合并为 1 条');
  });
});

describe('a roster of households (花名册)', () => {
  const ROSTER = ['序号', '乡镇', '行政村', '户主姓名', '身份证号', '家庭人口', '安置点'];
  const home = (n: number, village: string, persons: number | null, site: string): SourceCell[] => [
    n,
    '圣人涧镇',
    village,
    `户主${n}`,
    `编号${n}`,
    persons,
    site,
  ];

  it('becomes one entry a village and site: a row a household, people added up, nobody named', async () => {
    const { choices, roles, seen, villages } = await taken(
      [
        ROSTER,
        home(1, '南坡村', 4, '甲'),
        home(2, '南坡村', 3, '甲'),
        home(3, '南坡村', 2, '乙'),
        home(4, '东韩窑', 5, '甲'),
      ],
      '搬迁户花名册.csv',
    );
    expect(choices.use).toBe('relocation');
    expect(roles.slice(3, 6)).toEqual(['attribute', 'attribute', 'persons']);
    expect(seen).toMatchObject({ rowsRead: 4, rowsOk: 4, rowsRefused: 0 });
    const facts = villages.map(({ name, siteName, figures }) =>
      [name, siteName, figures.households, figures.persons].join(' '),
    );
    expect(facts).toEqual(['南坡村委会 甲 2 7', '南坡村委会 乙 1 2', '东韩窑村委会 甲 1 5']);
    expect(JSON.stringify([seen.content, seen.problems])).not.toMatch(/户主\d|编号\d/);
  });

  it('counts each person once where a row is a person, whatever stands under 家庭人口', async () => {
    const { villages } = await taken([
      ['乡镇', '行政村', '姓名', '与户主关系', '家庭人口', '安置点'],
      ['圣人涧镇', '南坡村', '人1', '户主', 3, '甲'],
      ['圣人涧镇', '南坡村', '人2', '配偶', 3, '甲'],
      ['圣人涧镇', '南坡村', '人3', '子', 3, '甲'],
      ['圣人涧镇', '南坡村', '人4', '户主', 1, '甲'],
    ]);
    expect(villages.map(({ figures }) => figures)).toMatchObject([{ households: 2, persons: 4 }]);
  });

  it('takes a row that is printed twice once, and households that only print alike each', async () => {
    const [heading, a] = [ROSTER, home(1, '南坡村', 4, '甲')];
    const twice = await taken([heading, a, home(2, '南坡村', 1, '甲'), [9, ...a.slice(1)]]);
    expect(twice.villages[0]?.figures).toMatchObject({ households: 2, persons: 5 });
    expect(twice.seen.problems.map(({ code, where }) => [code, where.row])).toEqual([
      ['rows-merged', undefined],
      ['duplicate-same', 4],
    ]);
    const unnamed = ['圣人涧镇', '南坡村', 4, '甲'];
    const alike = await taken([['乡镇', '行政村', '家庭人口', '安置点'], unnamed, unnamed]);
    expect(alike.villages[0]?.figures).toMatchObject({ households: 2, persons: 8 });
  });

  it('tells of a household without a number of people, and keeps 户数 as printed', async () => {
    const blank = await taken([ROSTER, home(1, '南坡村', 4, '甲'), home(2, '南坡村', null, '甲')]);
    expect(blank.villages[0]?.figures).toMatchObject({ households: 2, persons: 4 });
    expect(blank.seen.problems.map(({ code, where }) => `${code} ${where.row}`)).toContain(
      'roster-no-persons 3',
    );
    const printed = await taken([
      ['乡镇', '行政村', '联系人姓名', '户数', '人口', '安置点'],
      ['圣人涧镇', '南坡村', '联系人1', 12, 40, '甲'],
      ['圣人涧镇', '南坡村', '联系人2', 3, 9, '甲'],
    ]);
    expect(printed.villages[0]?.figures).toMatchObject({ households: 15, persons: 49 });
  });

  it('fills village and site that were merged over their households, a blank site alone not', async () => {
    const heading = ['乡镇', '行政村', '户主姓名', '家庭人口', '安置点'];
    const merged = await taken([
      heading,
      ['圣人涧镇', '南坡村', '户主1', 4, '甲'],
      [null, null, '户主2', 3, null],
      [null, '东韩窑', '户主3', 2, '乙'],
    ]);
    const facts = (villages: typeof merged.villages) =>
      villages.map(({ name, siteName, figures }) => [name, siteName, figures.persons]);
    expect(facts(merged.villages)).toEqual([
      ['南坡村委会', '甲', 7],
      ['东韩窑村委会', '乙', 2],
    ]);
    const open = await taken([
      heading,
      ['圣人涧镇', '南坡村', '户主1', 4, '甲'],
      ['圣人涧镇', '东韩窑', '户主3', 2, null],
    ]);
    expect(facts(open.villages)).toEqual([
      ['南坡村委会', '甲', 4],
      ['东韩窑村委会', undefined, 2],
    ]);
  });
});

describe('tables that are no such list', () => {
  it('have figures of poverty, coordinates, or nothing but sites', async () => {
    const village = context.villages[0]!;
    const [lng, lat] = village.position;
    const figures = [
      ['村名', '乡镇', '县', '贫困人口', '易地搬迁人口'],
      ['南坡村', '圣人涧镇', '平陆县', 9, 3],
    ];
    const placed = [
      ['安置点名称', '经度', '纬度'],
      ['甲安置点', lng, lat],
    ];
    const sites = [
      ['安置点名称', '规模'],
      ['甲安置点', 30],
    ];
    expect((await taken(figures)).choices.use).toBe('villages');
    const placedSites = await taken(placed);
    expect([placedSites.choices.use, placedSites.roles[0]]).toEqual(['sites', 'name']);
    expect((await taken(sites, '易地搬迁.csv')).choices.use).toBe('sites');
  });
});
