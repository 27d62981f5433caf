import {
  area,
  booleanPointInPolygon,
  feature,
  featureCollection,
  polygon,
  union,
} from '@turf/turf';
import { beforeAll, describe, expect, it } from 'vitest';
import { indexPack } from '../../src/domain/pack-index';
import type { RegionPack } from '../../src/domain/region-pack';
import { EMPTY_SCENE } from '../../src/map/map-scene';
import { sceneSources } from '../../src/map/scene-sources';
import {
  countyFeatures,
  regionBounds,
  townshipFeatures,
  veilFeatures,
} from '../../src/map/sources/area-features';
import { dissolvedRings, regionOutline } from '../../src/map/sources/region-outline';
import { baseFeatures, printedName, ridgeName } from '../../src/map/sources/base-features';
import { mapFeatures } from '../../src/map/sources/feature-shape';
import {
  placeLabelFeatures,
  shortVillageName,
  villageLabelFeatures,
} from '../../src/map/sources/label-features';
import { labelPoint } from '../../src/map/sources/label-point';
import { pickFeatures } from '../../src/map/sources/pick-features';
import {
  projectFeatures,
  projectLabelFeatures,
  scopeFeatures,
} from '../../src/map/sources/plan-features';
import { realPack } from './real-pack';

let pack: RegionPack;
beforeAll(async () => {
  pack = await realPack();
});

describe('areas of the real pack', () => {
  it('has a feature for each county and each township with a cell', () => {
    expect(countyFeatures(pack.counties).features).toHaveLength(13);
    const cells = pack.townships.filter((township) => township.geometry);
    expect(townshipFeatures(pack.townships).features).toHaveLength(cells.length);
  });

  it('joins the counties to one outline with their area', () => {
    const outline = regionOutline(pack.counties);
    const sum = pack.counties.reduce((total, county) => total + area(county.geometry), 0);
    expect(outline?.coordinates).toHaveLength(1);
    expect(area(outline!) / sum).toBeGreaterThan(0.998);
    expect(area(outline!) / sum).toBeLessThan(1.002);
  });

  it('dissolves shared borders to a single ring that a general union agrees with', () => {
    const rings = dissolvedRings(pack.counties);
    expect(rings).toHaveLength(1);
    const parts = pack.counties.map((county) => feature(county.geometry));
    const merged = union(featureCollection(parts))!;
    expect(area(polygon(rings!)) / area(merged)).toBeCloseTo(1, 6);
  });

  it('takes the own rings of counties where borders leave no single way on', () => {
    const square = (x: number, top: number[][]) => ({
      geometry: polygon([[[x, 0], [x + 1, 0], ...top, [x, 0]]]).geometry,
    });
    const crossed = [
      square(0, [
        [1, 1],
        [0, 1],
      ]),
      square(0.5, [
        [1.5, 1],
        [0.5, 1],
      ]),
      {
        geometry: polygon([
          [
            [0, 0],
            [0.5, -1],
            [1, 0],
            [0, 0],
          ],
        ]).geometry,
      },
    ];
    expect(
      area(regionOutline(crossed)!) /
        area(
          square(0, [
            [1, 1],
            [0, 1],
          ]).geometry,
        ),
    ).toBeCloseTo(2.5, 6);
    expect(regionOutline([])).toBeNull();
  });

  it('veils what lies outside and nothing inside', () => {
    const veil = veilFeatures(regionOutline(pack.counties)).features[0]!.geometry;
    if (veil.type !== 'Polygon') throw new Error(veil.type);
    for (const county of pack.counties) {
      expect(booleanPointInPolygon([...county.labelPoint], veil), county.name).toBe(false);
    }
    expect(booleanPointInPolygon([113.5, 34], veil)).toBe(true);
  });

  it('bounds the counties', () => {
    const [west, south, east, north] = regionBounds(pack)!;
    expect(west).toBeCloseTo(110.25, 1);
    expect(east - west).toBeLessThan(2);
    expect(south).toBeGreaterThan(34.5);
    expect(north).toBeLessThan(36);
    expect(regionBounds({ counties: [] })).toBeNull();
  });
});

describe('labels', () => {
  it('names every county and township once, and each base name once', () => {
    const { features } = placeLabelFeatures(pack);
    const count = (label: string) => features.filter((f) => f.properties['label'] === label).length;
    expect(count('county')).toBe(13);
    const placed = pack.townships.filter((township) => township.seat ?? township.geometry);
    expect(count('township')).toBe(placed.length);
    const base = features.filter((f) => f.properties['id']).map((f) => f.properties['name']);
    expect(new Set(base).size).toBe(base.length);
  });

  it('leaves a mountain name to its ridge line', () => {
    const names = placeLabelFeatures(pack).features.map((f) => f.properties['name']);
    expect(names).not.toContain('中条山');
    const ridge = baseFeatures(pack.baseFeatures).features.find(
      (f) => f.properties['kind'] === 'ridge',
    );
    expect(ridge?.properties['label']).toBe('中条山');
  });

  it('labels all villages', () => {
    expect(villageLabelFeatures(pack.villages).features).toHaveLength(3349);
  });

  it.each([
    ['甲村村委会', '甲村'],
    ['甲村民委员会', '甲村'],
    ['甲庄村', '甲庄村'],
    ['乙社区居委会', '乙社区'],
    ['乙居委会', '乙社区'],
  ])('prints %s as %s', (name, printed) => {
    expect(shortVillageName(name)).toBe(printed);
  });

  it('prints names without remarks and marks schematic ones', () => {
    expect(printedName('甲湖（东段）')).toBe('甲湖');
    expect(printedName('甲水库（乙）引水工程')).toBe('甲水库引水工程');
    expect(printedName('甲渠', true)).toBe('≈甲渠');
    expect(ridgeName('甲山主脊线')).toBe('甲山');
  });

  it('puts an area name inside the area, even in a horseshoe', () => {
    const horseshoe = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [3, 0],
          [3, 3],
          [2.4, 3],
          [2.4, 0.4],
          [0.6, 0.4],
          [0.6, 3],
          [0, 3],
          [0, 0],
        ],
      ],
    };
    expect(booleanPointInPolygon([...labelPoint(horseshoe)!], horseshoe)).toBe(true);
  });

  it('puts a line name at half its length', () => {
    expect(
      labelPoint({
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 0],
          [4, 0],
        ],
      }),
    ).toEqual([2, 0]);
    expect(labelPoint({ type: 'MultiPoint', coordinates: [] })).toBeNull();
  });
});

describe('plan objects', () => {
  it('splits collections and tags shapes', () => {
    const features = mapFeatures(
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [0, 0] },
          { type: 'MultiLineString', coordinates: [] },
        ],
      },
      { id: 'a' },
    );
    expect(features.map((f) => f.properties.shape)).toEqual(['point', 'line']);
    expect(mapFeatures(null, {})).toEqual([]);
  });

  it('draws each located project and hatches the counties of a chosen one without a place', () => {
    const none = new Set<string>();
    const ids = (features: { properties: Record<string, unknown> }[]) =>
      new Set(features.map((f) => f.properties['id']));
    const located = pack.projects.filter((project) => project.geometry);
    expect(ids(projectFeatures(pack.projects, none).features).size).toBe(located.length);
    expect(ids(projectLabelFeatures(pack.projects, none).features).size).toBe(located.length);
    const scoped = pack.projects.find(
      (project) => !project.geometry && project.countyCodes.length > 0,
    );
    if (!scoped) throw new Error('no scope-only project in the pack');
    expect(scopeFeatures(pack.projects, none, pack).features).toEqual([]);
    const hatched = scopeFeatures(pack.projects, new Set([scoped.id]), pack);
    expect(hatched.features.map((f) => f.properties['code']).toSorted()).toEqual(
      scoped.countyCodes.toSorted(),
    );
  });

  it('finds the shape of a pick, and nothing for an unknown one', () => {
    const context = {
      index: indexPack(pack),
      projects: pack.projects,
      belts: [],
      imports: [],
      planObjects: [],
    };
    const [county, village] = [pack.counties[0]!, pack.villages[0]!];
    const picks = [
      { kind: 'county', id: county.code },
      { kind: 'village', id: village.code },
      { kind: 'belt', id: 'no such belt' },
    ] as const;
    expect(pickFeatures(picks, context).features.map((f) => f.geometry.type)).toEqual([
      county.geometry.type,
      'Point',
    ]);
  });
});

describe('scene sources', () => {
  it('sends everything once, then only what changed', () => {
    const sent = new Map();
    const scene = { ...EMPTY_SCENE, index: indexPack(pack), projects: pack.projects };
    expect(sceneSources(scene, sent).length).toBe(20);
    expect(sceneSources(scene, sent)).toEqual([]);
    const chosen = { ...scene, chosenProjectIds: ['dayudu'] };
    expect(sceneSources(chosen, sent).map(([id]) => id)).toEqual(['projects', 'project-labels']);
  });

  it('sends of a moved project only what shows it', () => {
    const sent = new Map();
    const scene = {
      ...EMPTY_SCENE,
      index: indexPack(pack),
      projects: pack.projects,
      chosenProjectIds: pack.projects.map(({ id }) => id),
    };
    const moved = (degrees: number) => ({
      ...scene,
      projects: pack.projects.map((project) =>
        project.id === 'dayudu'
          ? { ...project, geometry: { type: 'Point' as const, coordinates: [111, 35 + degrees] } }
          : project,
      ),
    });
    sceneSources(scene, sent);
    const ids = (next: typeof scene) => sceneSources(next, sent).map(([id]) => id);
    expect(ids(moved(0))).toEqual(['projects', 'project-labels']);
    const picked = { selection: [{ kind: 'project' as const, id: 'dayudu' }] };
    expect(ids({ ...moved(0.1), ...picked })).toEqual(['projects', 'project-labels', 'selection']);
  });

  it('sends of a region with other villages only what shows villages', () => {
    const sent = new Map();
    const scene = { ...EMPTY_SCENE, index: indexPack(pack), labelBox: pack.bbox };
    sceneSources(scene, sent);
    const after = { ...pack, villages: pack.villages.slice(1) };
    const updates = sceneSources({ ...scene, index: indexPack(after) }, sent);
    expect(updates.map(([id]) => id)).toEqual(['village-labels']);
  });

  it('prints names of villages inside the box only, and none without one', () => {
    const [first] = pack.villages;
    if (!first) throw new Error('the pack has villages');
    const [lng, lat] = first.position;
    const labelBox = [lng, lat, lng, lat] as const;
    const named = (box: typeof labelBox | null) =>
      new Map(sceneSources({ ...EMPTY_SCENE, index: indexPack(pack), labelBox: box }, new Map()))
        .get('village-labels')
        ?.features.map(({ properties }) => properties['code']);
    expect(named(labelBox)).toContain(first.code);
    expect(named(labelBox)?.length).toBeLessThan(pack.villages.length);
    expect(named(null)).toEqual([]);
  });
});
