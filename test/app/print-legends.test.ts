import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { printLegends } from '../../src/app/print-legends';
import type { BoundingBox } from '../../src/domain/lng-lat';
import { type PackIndex, indexPack } from '../../src/domain/pack-index';
import { thematicMap } from '../../src/features/thematic/thematic-map';
import { DEFAULT_THEMATIC_SETTINGS } from '../../src/features/thematic/thematic-settings';
import { regionBounds } from '../../src/map/sources/area-features';
import { meetsBox } from '../../src/geo/meets-box';
import { EMPTY_SCENE, type MapScene } from '../../src/map/map-scene';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';

let index: PackIndex;
let scene: MapScene;
let thematic: ReturnType<typeof thematicMap>;

beforeAll(async () => {
  const outcome = await loadPack(folderSource(join(import.meta.dirname, '../../geodata/yuncheng')));
  if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text).join('\n'));
  index = indexPack(outcome.value);
  const { pack } = index;
  thematic = thematicMap(index, DEFAULT_THEMATIC_SETTINGS);
  scene = {
    ...EMPTY_SCENE,
    index,
    thematic: thematic.area,
    projects: pack.projects,
    relocations: pack.relocations,
    // Any answer: state = place mod 4.
    coverage: { states: Uint8Array.from(pack.villages, (_village, at) => at % 4) },
  };
});

function legends(extent: BoundingBox) {
  return printLegends({ scene, imports: [], thematic: thematic.legend }, extent);
}

const COUNTY = '140829';

/** The middle of 平陆 in a few kilometres. */
function inside(): BoundingBox {
  const [lng, lat] = index.countyByCode.get(COUNTY)!.labelPoint;
  return [lng - 0.05, lat - 0.04, lng + 0.05, lat + 0.04];
}

describe('legend of a sheet', () => {
  it('of the whole region lists every class with its count, the ground in one block at the end', () => {
    const all = legends(regionBounds(index.pack)!);
    const theme = all.find(({ title }) => title === thematic.legend.title);
    expect(theme?.items.map(({ label }) => label)).toEqual(
      thematic.legend.rows.map(({ label }) => label),
    );
    expect(theme?.items[0]?.count).toBe(thematic.legend.rows[0]?.count);
    expect(all.at(-1)?.title).toBe('行政区与底图');
    expect(all.at(-1)?.items.map(({ label }) => label)).toContain('县（市、区）界，示意');
  });

  it('lists scopes of chosen projects only, for no others are drawn', () => {
    const region = regionBounds(index.pack)!;
    const ofScopes = (chosenProjectIds: readonly string[]) =>
      printLegends(
        { scene: { ...scene, chosenProjectIds }, imports: [], thematic: thematic.legend },
        region,
      )
        .flatMap(({ items }) => items)
        .filter(({ label }) => label.includes('仅有范围'));
    expect(ofScopes([])).toEqual([]);
    const scoped = index.pack.projects.find(
      ({ alignment, countyCodes }) => alignment === 'scope-only' && countyCodes.length > 0,
    )!;
    expect(ofScopes([scoped.id]).map(({ count }) => count)).toEqual(['1']);
  });

  it('counts the villages of the sheet by state, and no others', () => {
    const box = inside();
    const counts = [0, 0, 0, 0];
    index.pack.villages.forEach(({ position: [lng, lat] }, at) => {
      if (lng >= box[0] && lng <= box[2] && lat >= box[1] && lat <= box[3]) counts[at % 4]! += 1;
    });
    const coverage = legends(box).find(({ title }) => title === '覆盖状态');
    expect(coverage?.items.map(({ count }) => Number(count))).toEqual(
      [counts[3], counts[2], counts[1], counts[0]].filter((count) => count !== 0),
    );
  });

  it('counts them by how many projects reach them, where the map shows that', () => {
    const overlap = Uint8Array.from(index.pack.villages, (_village, at) => (at % 7 === 0 ? 2 : 0));
    const box = inside();
    let twice = 0;
    index.pack.villages.forEach(({ position: [lng, lat] }, at) => {
      const isIn = lng >= box[0] && lng <= box[2] && lat >= box[1] && lat <= box[3];
      if (isIn && at % 7 === 0) twice += 1;
    });
    expect(twice).toBeGreaterThan(0);
    const coverage = { states: scene.coverage!.states, overlap };
    const listed = printLegends(
      { scene: { ...scene, coverage }, imports: [], thematic: thematic.legend },
      box,
    );
    const items = listed.find(({ title }) => title.includes('几个所选项目'))?.items ?? [];
    expect(items.map(({ label }) => label)).toEqual(['0 个项目', '2 个项目']);
    expect(items[1]?.count).toBe(String(twice));
    expect(listed.find(({ title }) => title === '覆盖状态')).toBeUndefined();
  });

  it('lists only classes, projects and lines that lie in the extent, classes without regional counts', () => {
    const box = inside();
    const part = legends(box);
    const whole = legends([109, 34, 113, 37]);
    const rows = (list: typeof part) =>
      list.flatMap(({ items }) => items.map(({ label }) => label));
    expect(rows(part).length).toBeLessThan(rows(whole).length);
    const theme = part.find(({ title }) => title === thematic.legend.title);
    const classes = index.pack.townships.flatMap(({ code, geometry }) =>
      geometry && meetsBox(geometry, box) ? [thematic.area.classOf.get(code) ?? 'missing'] : [],
    );
    expect(theme?.items.map(({ label }) => label)).toEqual(
      thematic.legend.rows
        .filter(({ key }) => classes.some((at) => String(at) === key))
        .map(({ label }) => label),
    );
    expect(theme?.items.length).toBeLessThan(thematic.legend.rows.length);
    expect(theme?.items.every(({ count }) => count === '')).toBe(true);
    // Nothing at all is drawn far outside.
    expect(legends([100, 20, 101, 21]).flatMap(({ items }) => items)).toEqual(
      legends([100, 20, 101, 21]).find(({ title }) => title === '行政区与底图')?.items ?? [],
    );
  });

  it('a layer that is switched off is not listed', () => {
    const off = {
      ...scene,
      layers: scene.layers.map((layer) => ({ ...layer, visible: layer.id === 'thematic' })),
    };
    const listed = printLegends(
      { scene: off, imports: [], thematic: thematic.legend },
      [109, 34, 113, 37],
    );
    expect(listed.map(({ title }) => title)).toEqual([thematic.legend.title]);
  });
});
