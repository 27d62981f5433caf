import { describe, expect, it } from 'vitest';
import { listedAssignments } from '../../src/analysis/listed-sites';
import { relocationList } from '../../src/analysis/unassigned-villages';
import { importRecord, importedVillage } from '../features/imports/synthetic-imports';

const row = (code: string, siteName: string, persons: number | null, at: number) => ({
  ...importedVillage(code, { persons }, at),
  ...(siteName !== '' && { siteName }),
});
const LIST = importRecord('名单', {
  kind: 'villages',
  purpose: 'relocation',
  villages: [
    row('1', '甲集中安置点', 30, 2),
    row('1', '乙', 8, 3),
    row('2', '', 5, 4),
    row('3', '丙', null, 5),
    row('4', '甲 安置点', null, 6),
  ],
});
const SITES = [
  { id: 'a', name: '甲安置点' },
  { id: 'b', name: '乙' },
  { id: 'c', name: '丙安置点' },
  { id: 'd', name: '丙' },
];

describe('a relocation list', () => {
  it('names each village once, its rows added up', () => {
    expect(relocationList([LIST])).toMatchObject([
      { code: '1', persons: 38, siteNames: ['甲集中安置点', '乙'], row: 2 },
      { code: '2', persons: 5 },
      { code: '3', persons: null },
      { code: '4', persons: null },
    ]);
  });

  it('assigns to the one site of that name; two of a name, or none, leave the village open', () => {
    expect(listedAssignments([LIST], SITES, [])).toEqual([
      { villageCode: '1', siteId: 'a', households: null, persons: 30 },
      { villageCode: '1', siteId: 'b', households: null, persons: 8 },
      { villageCode: '4', siteId: 'a', households: null, persons: null },
    ]);
  });

  it('adds up what it says of one site under two spellings', () => {
    const villages = [row('1', '甲集中安置点', 30, 2), row('1', '甲 安置点', 8, 3)];
    const list = importRecord('名单', { kind: 'villages', purpose: 'relocation', villages });
    expect(listedAssignments([list], SITES, [])).toEqual([
      { villageCode: '1', siteId: 'a', households: null, persons: 38 },
    ]);
  });

  it('moves no village that has a site', () => {
    const there = { villageCode: '1', siteId: 'd', households: null, persons: null };
    expect(listedAssignments([LIST], SITES, [there]).map(({ villageCode }) => villageCode)).toEqual(
      ['4'],
    );
  });
});
