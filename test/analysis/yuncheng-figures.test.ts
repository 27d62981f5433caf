// Estimates, measures and summaries on the real 运城 pack: every sum must come back to the printed figure.
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { areaMeasures } from '../../src/analysis/area-measures';
import { coverage } from '../../src/analysis/coverage';
import { summariseCoverage } from '../../src/analysis/coverage-summary';
import type { StateAmounts } from '../../src/analysis/coverage-summary';
import { estimatePoverty, villageEstimateAt } from '../../src/analysis/poverty-estimate';
import type { PackIndex } from '../../src/domain/pack-index';
import { indexPack } from '../../src/domain/pack-index';
import type { RegionPack } from '../../src/domain/region-pack';
import { projectShape } from '../../src/geo/project-shape';
import { villageIndex } from '../../src/geo/village-index';
import { villageDistances } from '../../src/geo/villages-distances';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';

const FOLDER = join(import.meta.dirname, '../../geodata/yuncheng');
/** 平陆 闻喜 夏县 垣曲 万荣 have township tables. */
const TOWNSHIP_COUNTIES = ['140822', '140823', '140827', '140828', '140829'];

let pack: RegionPack;
let index: PackIndex;

beforeAll(async () => {
  const outcome = await loadPack(folderSource(FOLDER));
  if (!outcome.ok) throw new Error(outcome.problems.map((each) => each.text).join('\n'));
  pack = outcome.value;
  index = indexPack(pack);
});

function sumWhere(values: Float64Array, code: string): number {
  return pack.villages.reduce((sum, village, at) => {
    const value = values[at] ?? Number.NaN;
    return village.code.startsWith(code) && !Number.isNaN(value) ? sum + value : sum;
  }, 0);
}

describe('estimatePoverty on 运城', () => {
  it('spreads township figures in the five counties and county figures in the other eight', () => {
    const { areas } = estimatePoverty(pack);
    const byCounty = new Map(areas.map((area) => [area.areaCode.slice(0, 6), area.resolution]));
    for (const county of pack.counties) {
      const wanted = TOWNSHIP_COUNTIES.includes(county.code) ? 'township' : 'county';
      expect(byCounty.get(county.code), county.name).toBe(wanted);
    }
    expect(areas.filter((area) => area.resolution === 'township').length).toBe(59);
    expect(areas.filter((area) => area.resolution === 'county').length).toBe(8);
  });
  it('sums over each area to its printed figure', () => {
    const estimate = estimatePoverty(pack);
    for (const area of estimate.areas) {
      const households = sumWhere(estimate.households, area.areaCode);
      expect(households, area.areaCode).toBeCloseTo(area.households ?? Number.NaN, 6);
      expect(sumWhere(estimate.persons, area.areaCode)).toBeCloseTo(area.persons ?? Number.NaN, 6);
    }
    // 常乐镇 1403 户 4159 人 (表3).
    expect(sumWhere(estimate.households, '140829101')).toBeCloseTo(1403, 6);
    expect(sumWhere(estimate.persons, '140829101')).toBeCloseTo(4159, 6);
  });
  it('gives village committees the figure and residents committees none', () => {
    const estimate = estimatePoverty(pack);
    for (const [at, village] of pack.villages.entries()) {
      const area = estimate.areas.find((each) => village.code.startsWith(each.areaCode));
      const shares =
        area !== undefined && (village.kind === 'village-committee' || area.basis === 'all-units');
      const own = villageEstimateAt(estimate, at);
      expect(own.spreadFrom === null, village.code).toBe(!shares);
      expect(Number.isNaN(own.households), village.code).toBe(!shares);
    }
  });
  it('lists 平陆「开发区」 as not placed', () => {
    expect(estimatePoverty(pack).unplaced).toContainEqual({
      tableId: 'table3',
      row: 8,
      name: '开发区',
      reason: 'no-unit-in-list',
      countyCode: '140829',
      households: 122,
      persons: 355,
    });
  });
});

describe('areaMeasures on 运城', () => {
  it('keeps township and county figures apart', () => {
    const households = areaMeasures(pack, 'poorHouseholds', 'township');
    expect(households.values.size).toBe(157);
    expect(households.values.get('140829101')?.value).toBe(1403);
    expect([...households.countyOnly.keys()]).toHaveLength(8);
    expect(households.countyOnly.get('140802')).toMatchObject({
      value: 4891,
      resolution: 'county',
    });
    const county = areaMeasures(pack, 'poorHouseholds', 'county');
    expect(county.values.get('140829')?.value).toBe(11_271);
    expect(county.countyOnly.size).toBe(0);
  });
  it('reads 闻喜 in ‰ and says why', () => {
    const incidence = areaMeasures(pack, 'povertyIncidence', 'township');
    const guojiazhuang = [...incidence.values.values()].find((v) => v?.printed[0] === '47.26');
    expect(guojiazhuang?.value).toBeCloseTo(0.04726, 9);
    expect(guojiazhuang?.note).toContain('‰');
    expect(incidence.notes.some((note) => note.includes('‰'))).toBe(true);
    expect(incidence.denominator).toBe('not-stated');
  });
  it('divides poverty villages by administrative villages of the same printed row', () => {
    const share = areaMeasures(pack, 'povertyVillageShare', 'township');
    const changle = share.values.get('140829101');
    expect(changle?.value).toBeCloseTo(22 / 45, 12);
    expect(changle?.cells).toHaveLength(2);
    expect(areaMeasures(pack, 'povertyVillageShare', 'county').values.get('140829')).toBeNull();
  });
});

function addAmounts(rows: readonly StateAmounts[]): StateAmounts {
  const sum = (pick: (row: StateAmounts) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0);
  return {
    certain: sum((row) => row.certain),
    asDrawn: sum((row) => row.asDrawn),
    possible: sum((row) => row.possible),
    notCovered: sum((row) => row.notCovered),
    total: sum((row) => row.total),
  };
}

describe('summariseCoverage on 运城', () => {
  it('adds up by county, township and class, to all units and to the spread figures', () => {
    const estimate = estimatePoverty(pack);
    const lng = Float64Array.from(pack.villages, (village) => village.position[0]);
    const lat = Float64Array.from(pack.villages, (village) => village.position[1]);
    const accuracy = Float64Array.from(pack.villages, (village) => village.positionAccuracyMetres);
    const shape = projectShape({
      type: 'LineString',
      coordinates: [
        [110.5, 34.8],
        [111.5, 35.4],
      ],
    });
    const distances = villageDistances(villageIndex(lng, lat), shape);
    const result = coverage(accuracy, [{ id: 'line', accuracyMetres: 500, distances }], 5000);
    const summary = summariseCoverage(result, index, estimate);
    expect(summary.total.villages).toEqual(result.counts);
    expect(summary.total.villages.total).toBe(3349);
    for (const rows of [summary.byCounty, summary.byTownship, summary.byPovertyClass]) {
      expect(addAmounts(rows.map((row) => row.villages))).toEqual(result.counts);
      const households = addAmounts(rows.map((row) => row.households));
      expect(households.total).toBeCloseTo(summary.total.households.total, 6);
      expect(households.asDrawn).toBeCloseTo(summary.total.households.asDrawn, 6);
      expect(rows.reduce((sum, row) => sum + row.unitsWithoutEstimate, 0)).toBe(
        summary.total.unitsWithoutEstimate,
      );
    }
    const printed = estimate.areas.reduce((sum, area) => sum + (area.persons ?? 0), 0);
    expect(summary.total.persons.total).toBeCloseTo(printed, 5);
    expect(summary.byPovertyClass.map((row) => row.povertyClass)).toEqual([
      'national',
      'provincial',
      'scattered',
    ]);
  });
  it('refuses a result of other villages', () => {
    const other = coverage(new Float64Array(2), [], 1);
    expect(() => summariseCoverage(other, index, estimatePoverty(pack))).toThrow('2 units');
  });
});
