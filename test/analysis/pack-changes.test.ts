import { describe, expect, it } from 'vitest';
import { packChanges } from '../../src/analysis/pack-changes';
import type { RegionPack } from '../../src/domain/region-pack';
import { changeCounts } from '../../src/features/regions/update-view';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';

const loaded = await loadPack(folderSource('geodata/yuncheng'));
if (!loaded.ok) throw new Error('the pack is broken');
const pack = loaded.value;
const [first, second, third] = pack.villages;
const [figure] = pack.figures;
const [project] = pack.projects;
if (!first || !second || !third || !figure || !project) throw new Error('the pack is empty');

const told = (to: RegionPack) =>
  packChanges(pack, to).map(({ part, kind, name, detail }) => [part, kind, name, detail]);

describe('what another version of a pack changes', () => {
  it('is nothing where only version and date differ', () => {
    expect(told({ ...structuredClone(pack), version: '9', date: '2030-01-01' })).toEqual([]);
  });

  it('tells of every part: one record less is one removal, wherever it was', () => {
    const parts = Object.entries(pack).filter(
      ([, value]) => Array.isArray(value) && value.length > 2,
    );
    for (const [part, records] of parts) {
      if (part === 'bbox') continue;
      const changes = packChanges(pack, { ...pack, [part]: (records as unknown[]).slice(0, -1) });
      expect(changes.map((change) => `${change.part} ${change.kind}`)).toEqual([`${part} removed`]);
    }
  });

  it('names villages that came, went, were renamed or moved', () => {
    const added = { ...first, code: '149999999999', name: '甲村' };
    const villages = [
      { ...first, name: '乙村' },
      { ...second, townshipCode: third.townshipCode, position: [111, 35] as const },
      ...pack.villages.slice(3),
      added,
    ];
    expect(told({ ...pack, villages })).toEqual([
      ['villages', 'renamed', `${first.name}（${first.code}）`, `改为 乙村（${first.code}）`],
      [
        'villages',
        'changed',
        `${second.name}（${second.code}）`,
        second.townshipCode === third.townshipCode ? '位置' : '所属乡镇、位置',
      ],
      ['villages', 'added', '甲村（149999999999）', ''],
      ['villages', 'removed', `${third.name}（${third.code}）`, ''],
    ]);
    expect(changeCounts(packChanges(pack, { ...pack, villages }))).toEqual([
      '村级单位：新增 1，删除 1，改名 1，修改 1',
    ]);
  });

  it('tells figures from what to what, and which parts of a project', () => {
    const figures = [{ ...figure, value: 7, printed: '7' }, ...pack.figures.slice(1)];
    const projects = [
      { ...project, countyCodes: [], scopeNote: '甲' },
      ...pack.projects.slice(1, -1),
    ];
    const changes = told({ ...pack, figures, projects });
    expect(changes.map(([part, kind]) => `${part} ${kind}`)).toEqual([
      'figures changed',
      'projects changed',
      'projects removed',
    ]);
    expect(changes[0]?.[3]).toMatch(new RegExp(`^${figure.printed}.* 改为 7`));
    expect(changes[1]?.[3]).toContain('范围说明');
  });
});
