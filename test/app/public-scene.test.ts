import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicScene } from '../../src/app/public-scene';
import { indexPack } from '../../src/domain/pack-index';
import type { RegionPack } from '../../src/domain/region-pack';
import { EMPTY_SCENE, type MapScene } from '../../src/map/map-scene';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';
import { PUBLISH_GRIDS } from '../../src/report/publish-grid';

let pack: RegionPack;
let made: MapScene;

beforeAll(async () => {
  const outcome = await loadPack(folderSource(join(import.meta.dirname, '../../geodata/yuncheng')));
  if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text).join('\n'));
  pack = outcome.value;
  const scene: MapScene = {
    ...EMPTY_SCENE,
    index: indexPack(pack),
    villages: { weights: new Float64Array(pack.villages.length), mask: null },
    projects: pack.projects,
    flows: [{ from: [110.12345, 35.12345], to: [110.6789, 35.6789], persons: 3 }],
  };
  made = publicScene(scene, PUBLISH_GRIDS[0]!);
});

/** All numbers in it that are finer than a hundredth. */
const finer = (value: unknown): readonly string[] =>
  JSON.stringify(value).match(/-?\d+\.\d{3,}/g) ?? [];

describe('publicScene', () => {
  it('has no place of a village, project or flow finer than the grid', () => {
    const villages = made.index?.pack.villages ?? [];
    expect(villages).toHaveLength(pack.villages.length);
    expect(finer(villages.map(({ position }) => position))).toEqual([]);
    expect(finer(made.projects.map(({ geometry, places }) => [geometry, places]))).toEqual([]);
    expect(finer(made.flows)).toEqual([]);
  });

  it('tells of people neither by the size of dots nor by flows', () => {
    expect(made.villages.weights).toBeNull();
    expect(made.flows[0]?.persons).toBeNull();
  });

  it('leaves boundaries as they are, and the villages in their order', () => {
    expect(made.index?.pack.counties).toBe(pack.counties);
    expect(made.index?.pack.villages.map(({ code }) => code)).toEqual(
      pack.villages.map(({ code }) => code),
    );
  });
});
