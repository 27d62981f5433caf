import { describe, expect, it } from 'vitest';
import { relocationList, unassignedVillages } from '../../src/analysis/unassigned-villages';
import { importRecord, importedVillage } from '../features/imports/synthetic-imports';

const list = (title: string, villages: ReturnType<typeof importedVillage>[]) => ({
  ...importRecord(title, { kind: 'villages', villages }),
  title,
});
const village = (code: string, persons: number | null, row: number) =>
  importedVillage(code, { persons }, row);
const LIST = list('平陆搬迁名单', [village('1', 30, 2), village('2', null, 3), village('3', 8, 4)]);
const assigned = (villageCode: string) => ({
  villageCode,
  siteId: 's',
  households: null,
  persons: null,
});

describe('villages without a site', () => {
  it('are those of the lists that say so, without the assigned ones', () => {
    const others = list('贫困村', [village('9', 99, 2)]);
    expect(unassignedVillages([others, LIST], [assigned('3'), assigned('7')])).toMatchObject({
      listed: 3,
      villages: [{ code: '1', persons: 30, listTitle: '平陆搬迁名单', row: 2 }, { code: '2' }],
      persons: 30,
      withoutPersons: 1,
    });
  });

  it('are unknown without a list, and none when all are assigned', () => {
    expect(unassignedVillages([list('贫困村', [village('9', 99, 2)])], [])).toBeNull();
    const all = unassignedVillages([LIST], ['1', '2', '3'].map(assigned));
    expect([all?.villages, all?.persons]).toEqual([[], 0]);
  });

  it('stand in several lists once, as the later has them', () => {
    const later = list('迁出村（更正）', [village('1', 31, 5)]);
    expect(relocationList([LIST, later]).map(({ code, persons }) => [code, persons])).toEqual([
      ['1', 31],
      ['2', null],
      ['3', 8],
    ]);
  });
});
