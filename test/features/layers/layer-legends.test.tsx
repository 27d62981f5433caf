import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RegionPack } from '../../../src/domain/region-pack';
import {
  layerCounts,
  layerLegends,
  overlapLegend,
} from '../../../src/features/layers/layer-legends';
import { LayersPanel } from '../../../src/features/layers/layers-panel';
import { DEFAULT_LAYER_STATE, LAYERS, type LayerId } from '../../../src/map/layer-catalog';
import { yunchengPack } from '../yuncheng-pack';

const sum = (counts: readonly string[]): number =>
  counts.reduce((total, count) => total + Number(count.replaceAll(',', '')), 0);

describe('keys of the layers', () => {
  let pack: RegionPack;
  beforeAll(async () => {
    pack = await yunchengPack();
  });

  it('gives every layer that needs one a key, but those that have panels of their own', () => {
    const legends = layerLegends(pack, pack.projects, 'standard', null);
    const needing = LAYERS.filter(
      (info) => !['none', 'classes', 'status', 'imports', 'plan-objects'].includes(info.legend),
    );
    for (const info of needing) {
      expect(legends[info.id]?.rows.length, info.id).toBeGreaterThan(0);
    }
  });

  it('counts each project once, on the layer that draws it', () => {
    const legends = layerLegends(pack, pack.projects, 'standard', null);
    const drawn = (id: LayerId): number => sum(legends[id]?.rows.map((row) => row.count) ?? []);
    expect(drawn('projects') + drawn('project-scope')).toBe(pack.projects.length);
    const counts = layerCounts(pack, pack.projects);
    expect(drawn('projects')).toBe(counts.projects);
    expect(drawn('project-scope')).toBe(counts['project-scope']);
    expect(drawn('villages')).toBe(pack.villages.length);
  });

  it('puts the four states in the key, strongest first, and says what to do before there is an answer', () => {
    const before = layerLegends(pack, pack.projects, 'standard', null).coverage;
    expect(before?.notes).toHaveLength(1);
    const counts = { certain: 101, asDrawn: 113, possible: 138, notCovered: 1998, total: 2350 };
    const after = layerLegends(pack, pack.projects, 'standard', counts).coverage;
    expect(after?.rows.map((row) => row.count)).toEqual(['101', '113', '138', '1,998']);
    expect(after?.notes).toEqual([]);
  });

  it('puts how many projects reach a village in the key, with the counts given, and what counts as reached', () => {
    const key = overlapLegend('standard', [
      { class: 0, villages: 3000 },
      { class: 1, villages: 340 },
      { class: 2, villages: 9 },
    ]);
    expect(key.rows.map(({ label, count }) => [label, count])).toEqual([
      ['0 个项目', '3,000'],
      ['1 个项目', '340'],
      ['2 个项目', '9'],
    ]);
    expect(new Set(key.rows.map(({ swatch }) => JSON.stringify(swatch))).size).toBe(3);
    // The card on the map shows titles, not notes.
    expect(key.title).toContain('可能覆盖不计');
    expect(key.notes.join('')).toContain('“可能覆盖”的村计在 0 个项目内');
  });

  it('draws the panel: a named checkbox a layer, keys under visible layers only', () => {
    const markup = renderToStaticMarkup(
      <LayersPanel
        region={pack}
        layers={DEFAULT_LAYER_STATE}
        legends={layerLegends(pack, pack.projects, 'standard', null)}
        counts={layerCounts(pack, pack.projects)}
        onChange={() => undefined}
        exportable={new Set(['villages'])}
        onExport={() => undefined}
        onConfigure={() => undefined}
      />,
    );
    expect(markup.match(/type="checkbox"/g)).toHaveLength(LAYERS.length);
    expect(markup).toContain('aria-label="项目图例"');
    expect(markup).not.toContain('aria-label="贫困户柱状图（三维）图例"');
  });

  it('counts villages placed by the user’s files on their own', () => {
    const villages = pack.villages.map((village, at) =>
      at < 3 ? { ...village, positionMethod: 'imported' as const } : village,
    );
    const rowsOf = (of: typeof pack) =>
      layerLegends(of, of.projects, 'standard', null).villages?.rows ?? [];
    expect(rowsOf(pack).some(({ key }) => key === 'imported')).toBe(false);
    const rows = rowsOf({ ...pack, villages });
    expect(rows.find(({ key }) => key === 'imported')).toMatchObject({
      label: '用户导入的坐标',
      count: '3',
    });
    expect(sum(rows.map(({ count }) => count))).toBe(pack.villages.length);
  });
});
