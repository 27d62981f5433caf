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

  it('may divide a village among sites; the same site twice with other numbers is nobody’s guess', async () => {
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
    const { seen } = await taken([
      heading,
      [...AREA, '南坡村', '甲', 5],
      [...AREA, '南坡村', '甲', 6],
    ]);
    expect(seen).toMatchObject({ rowsRefused: 2, content: null });
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
