import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { checkObject } from '../../src/analysis/object-checks';
import { compareTable } from '../../src/app/compare-file';
import {
  checkSurroundings,
  cutFor,
  factsOf,
  planRows,
  ruleFactsOf,
  ruleLists,
} from '../../src/app/plan-facts';
import { sharedKnown, sharedNow, sharedQuick } from '../../src/app/shared-areas';
import { terrainOf } from '../../src/app/terrain';
import { scenarioTargets } from '../../src/app/coverage-targets';
import { flowLines } from '../../src/app/use-plan-on-map';
import { terrainFacts } from '../../src/analysis/terrain-facts';
import { estimatePoverty } from '../../src/analysis/poverty-estimate';
import { EMPTY_CONTENT, type PlanContent } from '../../src/document/plan-document';
import { type Assignment, assignmentId } from '../../src/domain/assignment';
import type { TerrainGrid } from '../../src/domain/elevation-grid';
import type { ImportRecord } from '../../src/domain/imported';
import type { PlanObject } from '../../src/domain/plan-object';
import { factRows } from '../../src/features/plan/facts-view';
import { importRecord, importedVillage } from '../features/imports/synthetic-imports';
import { planObject, point } from '../features/plan/synthetic-objects';
import { yunchengIndex } from '../features/yuncheng';

const noTerrain = () => null;

/** A slope that rises eastwards by so many metres a cell, some 0.02° round a place; synthetic. */
function terrainRecord(
  id: string,
  metres: number,
  riseMetres: number,
  [lng, lat]: readonly [number, number],
): ImportRecord {
  const size = 40;
  const grid: TerrainGrid = {
    west: lng - 0.015,
    north: lat + 0.025,
    cellWidth: 0.001,
    cellHeight: 0.001,
    width: size,
    height: size,
    values: Float32Array.from(
      { length: size * size },
      (_, at) => metres + riseMetres * (at % size),
    ),
    crs: 'wgs84',
    unit: 'degree',
    bounds: [lng - 0.015, lat - 0.015, lng + 0.025, lat + 0.025],
    thinnedBy: 1,
  };
  return importRecord(id, { kind: 'terrain', grid, villages: [] });
}

describe('facts and checks of the open scenario', async () => {
  const index = await yunchengIndex();
  const village = index.pack.villages.find(({ countyCode }) => countyCode === '140829');
  const other = index.pack.villages.find(({ countyCode }) => countyCode === '140823');
  if (!village || !other) throw new Error('the pack has 平陆 and 闻喜');
  const [lng, lat] = village.position;
  const square = (side: number): PlanObject['geometry'] => ({
    type: 'Polygon',
    coordinates: [
      [
        [lng, lat],
        [lng + side, lat],
        [lng + side, lat + side],
        [lng, lat + side],
        [lng, lat],
      ],
    ],
  });
  const contentWith = (
    objects: readonly PlanObject[],
    moves: readonly Assignment[] = [],
  ): PlanContent => ({
    ...EMPTY_CONTENT,
    objects: new Map(objects.map((each) => [each.id, each])),
    assignments: new Map(moves.map((each) => [assignmentId(each), each])),
  });
  const move = (villageCode: string, persons: number | null): Assignment => ({
    villageCode,
    siteId: 's',
    persons,
    households: null,
  });
  const site = planObject('s', 'site', { persons: 100, nationalSubsidyYuan: 3e6 }, point(lng, lat));

  it('lets list and form judge alike: the subsidy a head, the county, the capacity', () => {
    const content = contentWith([site], [move(village.code, 60), move(other.code, 60)]);
    const around = checkSurroundings(index, content, {});
    const { facts } = ruleFactsOf(site, index, around.objects, noTerrain);
    const broken = checkObject(site, facts, around).filter(({ result }) => result === 'broken');
    expect(broken.map(({ ruleId }) => ruleId)).toEqual([
      'relocation-site-subsidy',
      'own:capacity',
      'own:other-county',
    ]);
    expect(planRows(index, content, noTerrain, {})[0]).toMatchObject({
      brokenCount: 3,
      countyCodes: ['140829'],
    });
    const whole = factsOf(site, null, {
      index,
      estimate: estimatePoverty(index.pack),
      objects: [site],
      terrainUnder: noTerrain,
      shared: sharedNow,
    });
    expect(
      checkObject(site, whole.facts, around).filter((each) => each.result === 'broken'),
    ).toEqual(broken);
  });

  it('finds a zone on a redline with its surface, and says so in words', () => {
    const zone = planObject('z', 'zone', {}, square(0.01));
    const redline = planObject('r', 'reference', { referenceKind: 'redline' }, square(0.005));
    const objects = [zone, redline];
    const { facts, problem } = ruleFactsOf(zone, index, objects, noTerrain);
    expect(problem).toBeNull();
    if (!facts) throw new Error('a drawn zone has facts');
    expect(facts.overlaps).toMatchObject([{ id: 'r', protection: 'redline' }]);
    // Edges are geodesics: the lower edges of the two squares, one half as long, are not quite one line.
    expect(facts.overlaps[0]?.shareOfOther).toBeCloseTo(1, 4);
    const rows = factRows(facts);
    expect(rows.find(({ label }) => label === '与「甲r」重叠')?.notes[0]).toMatch(
      /^占本对象 25\.0%/,
    );
    const checks = checkObject(zone, facts, checkSurroundings(index, contentWith(objects), {}));
    expect(checks.find(({ ruleId }) => ruleId === 'zone-ecological-redline')?.result).toBe(
      'broken',
    );
  });

  it('judges an apple zone by the imported heights, and says what it needs without', () => {
    const zone = planObject('z', 'zone', { crops: ['apple'], landUse: 'cultivated' }, square(0.01));
    const content = contentWith([zone]);
    const judged = (records: readonly ImportRecord[]) => {
      const terrain = terrainOf(new Map(records.map((record) => [record.id, record])));
      const under = (geometry: Geometry) => terrain && terrainFacts(geometry, terrain);
      const { facts } = ruleFactsOf(zone, index, [zone], under);
      const checks = checkObject(zone, facts, checkSurroundings(index, content, {}));
      const about = (id: string) => checks.find(({ ruleId }) => ruleId === id);
      return {
        brokenCount: planRows(index, content, under, {})[0]?.brokenCount,
        least: about('zone-apple-least-elevation'),
        slope: about('zone-cultivated-slope'),
      };
    };
    const none = judged([]);
    expect(none.least).toMatchObject({ result: 'missing-data', mend: '导入高程数据。' });
    expect(none.slope?.result).toBe('missing-data');
    // Flat at 500 m, cells of 0.001°.
    const low = judged([terrainRecord('low', 500, 0, [lng, lat])]);
    expect(low.least).toMatchObject({ result: 'broken', value: 500, limit: 600 });
    expect(low.slope).toMatchObject({ result: 'met', value: 0 });
    expect(low.brokenCount).toBe((none.brokenCount ?? 0) + 1);
    // A later import lies over an earlier one; 60 m a cell of some 111 m is steeper than 25°.
    const steep = terrainRecord('steep', 700, 60, [lng, lat]);
    expect(judged([terrainRecord('low', 500, 0, [lng, lat]), steep]).slope?.result).toBe('broken');
    // Half of the zone has no heights.
    const half = judged([terrainRecord('half', 500, 0, [lng - 0.015, lat])]);
    expect(half.least).toMatchObject({
      result: 'missing-data',
      mend: '导入能盖住整个范围的高程数据。',
    });
  });

  it('judges a new water supply by the imported relocation list, and asks for one without', () => {
    const values = {
      projectKind: 'water',
      isNewWaterSupply: 'yes',
      servedVillages: [village.code],
    };
    const works = planObject('w', 'project', values, point(lng, lat));
    const content = contentWith([works]);
    const villages = [importedVillage(village.code, { persons: 9 }, 2)];
    const list = { ...importRecord('l', { kind: 'villages', villages }), title: '搬迁名单' };
    const judged = (title: string) => {
      const lists = ruleLists(new Map([['l', { ...list, title }]]));
      const { facts } = ruleFactsOf(works, index, [works], noTerrain);
      return checkObject(works, facts, checkSurroundings(index, content, lists)).find(
        ({ ruleId }) => ruleId === 'water-works-in-relocation-villages',
      )?.result;
    };
    expect([judged('搬迁名单'), judged('贫困村')]).toEqual(['broken', 'missing-data']);
  });

  it('has no facts without a place, and does not fail', () => {
    expect(ruleFactsOf(planObject('n', 'zone'), index, [], noTerrain)).toEqual({
      facts: null,
      problem: null,
      isLater: false,
    });
  });

  describe('areas that take long to cut', () => {
    /** Many vertices round the village; synthetic. */
    const manyVertices = (): PlanObject => {
      const ring = Array.from({ length: 240 }, (_, at) => {
        const turn = (at % 239) / 239;
        const reach = 0.05 * (1 + 0.1 * Math.sin(turn * 34 * Math.PI));
        const angle = turn * 2 * Math.PI;
        return [lng + reach * Math.cos(angle), lat + reach * Math.sin(angle)];
      });
      ring[239] = ring[0] as number[];
      return planObject('z', 'zone', {}, { type: 'Polygon', coordinates: [ring] });
    };
    const redline = () =>
      planObject('r', 'reference', { referenceKind: 'redline' }, square(0.0333));
    const going = new AbortController().signal;

    it('are not cut by who draws the list or the form; simple ones are cut at once', () => {
      const zone = manyVertices();
      const objects = [zone];
      for (const shared of [sharedKnown, sharedQuick]) {
        expect(ruleFactsOf(zone, index, objects, noTerrain, shared)).toEqual({
          facts: null,
          problem: null,
          isLater: true,
        });
      }
      const row = planRows(index, contentWith(objects), noTerrain, {}, sharedKnown)[0];
      expect(row).toMatchObject({ countyCodes: [], brokenCount: 0 });
      const simple = planObject('q', 'zone', {}, square(0.011));
      const quick = ruleFactsOf(simple, index, [simple], noTerrain, sharedQuick);
      expect(quick).toEqual(ruleFactsOf(simple, index, [simple], noTerrain));
    });

    it('are cut a pair a turn, with the same figures as at once', async () => {
      const objects = [manyVertices(), redline()];
      const [zone] = objects as [PlanObject];
      await cutFor(objects, index, objects, going);
      const later = ruleFactsOf(zone, index, objects, noTerrain, sharedKnown);
      const anew = [manyVertices(), redline()];
      const atOnce = ruleFactsOf(anew[0] as PlanObject, index, anew, noTerrain);
      expect(later.facts?.townships.length).toBeGreaterThan(1);
      expect(later.facts?.overlaps).toHaveLength(1);
      expect(later).toEqual(atOnce);
    });

    it('wait while the hand goes on: given up between two turns, nothing is half known', async () => {
      const objects = [manyVertices()];
      const [zone] = objects as [PlanObject];
      const stop = new AbortController();
      const work = cutFor(objects, index, objects, stop.signal);
      stop.abort();
      await work;
      expect(ruleFactsOf(zone, index, objects, noTerrain, sharedKnown).isLater).toBe(true);
    });
  });

  it('draws a line from each village to its site, and none where either has no place', () => {
    const nowhere = planObject('n', 'site');
    const moves = [move(village.code, 5), { ...move(village.code, 5), siteId: 'n' }, move('0', 5)];
    expect(flowLines(contentWith([site, nowhere], moves), index)).toEqual([
      { from: village.position, to: [lng, lat], persons: 5 },
    ]);
  });

  it('asks the engine for a scenario’s own places: all its sites, or what is chosen of it', () => {
    const road = planObject('p', 'project', { projectKind: 'road' }, point(lng, lat));
    const content = contentWith([site, road, planObject('n', 'site')]);
    const ids = (basis: 'sites' | 'chosen', chosen: readonly string[]) =>
      scenarioTargets(index, content, basis, chosen).map(({ id }) => id);
    expect(ids('sites', [])).toEqual(['s']);
    expect(ids('chosen', ['p', 'gone', 'n'])).toEqual(['p']);
    expect(scenarioTargets(index, EMPTY_CONTENT, 'chosen', ['p', 's'])).toEqual([]);
  });

  it('hands a comparison out with the distance and the sources; what is not known stays empty', () => {
    const changed = {
      code: village.code,
      name: village.name,
      county: '甲县',
      township: '甲乡',
      side: 'lost' as const,
      before: '确定覆盖',
      after: '未覆盖',
      metresBefore: 10,
      metresAfter: Infinity,
    };
    const table = compareTable(
      index.pack,
      [changed],
      { from: '甲', to: '乙', distanceMetres: 2000 },
      '2020-01-01',
    );
    expect(table.header).toEqual([{ label: '服务距离(米)', value: '2000' }]);
    expect(table.rows[0]).toMatchObject({ side: '不再覆盖', metresBefore: 10, metresAfter: null });
    expect(table.footer.join()).toContain('示意，不作划界依据');
  });
});
