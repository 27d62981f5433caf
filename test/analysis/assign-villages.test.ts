import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Assignment,
  type MovingVillage,
  type ReceivingSite,
  UNASSIGNED_WORDS,
  assignByList,
  assignNearest,
} from '../../src/analysis/assign-villages';
import type { RegionPack } from '../../src/domain/region-pack';
import { geodesicDistanceMetres } from '../../src/geo/geodesic';
import { yunchengPack } from '../features/yuncheng-pack';

function village(
  code: string,
  lng: number,
  persons: number,
  settings: Partial<MovingVillage> = {},
): MovingVillage {
  const position = [lng, 35] as const;
  return {
    code,
    countyCode: '1',
    position,
    persons,
    households: null,
    source: 'typed',
    ...settings,
  };
}

function site(
  id: string,
  lng: number,
  capacityPersons: number | null,
  countyCode: string | null = '1',
): ReceivingSite {
  const geometry: Geometry = { type: 'Point', coordinates: [lng, 35] };
  return { id, geometry, countyCode, capacityPersons };
}

const pairs = ({ flows }: Assignment) =>
  flows.map(({ villageCode, siteId, persons }) => [villageCode, siteId, persons]);

describe('by list', () => {
  const villages = [village('甲', 111, 30, { households: 10 }), village('乙', 111.1, 20)];
  const sites = [site('s', 111.05, 25), site('t', 111.2, null)];

  it('does what is listed, divides households by persons, and tells who is left', () => {
    const result = assignByList(villages, sites, [
      { villageCode: '甲', siteId: 's', persons: 12 },
      { villageCode: '甲', siteId: 't', persons: null },
      { villageCode: '乙', siteId: '无', persons: null },
    ]);
    expect(pairs(result)).toEqual([
      ['甲', 's', 12],
      ['甲', 't', 18],
    ]);
    expect(result.flows.map(({ households }) => households)).toEqual([4, 6]);
    expect(result.unassigned).toEqual([{ villageCode: '乙', persons: 20, reason: 'unknown-site' }]);
    expect(result.flows[0]?.metres).toBeCloseTo(geodesicDistanceMetres([111, 35], [111.05, 35]), 2);
    expect(result.leastPersonMetres).toBeNull();
  });

  it('tells a rest from a village that nobody listed', () => {
    const listed = [{ villageCode: '甲', siteId: 's', persons: 5 }];
    expect(assignByList(villages, sites, listed).unassigned).toEqual([
      { villageCode: '甲', persons: 25, reason: 'rest-not-listed' },
      { villageCode: '乙', persons: 20, reason: 'not-listed' },
    ]);
  });

  it('refuses half a person', () => {
    expect(() => assignByList([village('甲', 111, 0.5)], sites, [])).toThrow(RangeError);
  });
});

describe('nearest with capacity', () => {
  const options = { isSameCounty: false, isWhole: true };

  it('gives each village the nearest site where there is room for all', () => {
    const villages = [village('甲', 111, 3), village('乙', 111.19, 3)];
    const sites = [site('s', 111.02, 90), site('t', 111.2, 90)];
    for (const isWhole of [true, false]) {
      const result = assignNearest(villages, sites, { isSameCounty: false, isWhole });
      expect(pairs(result)).toEqual([
        ['甲', 's', 3],
        ['乙', 't', 3],
      ]);
    }
  });

  it('fills the nearest first; a village that does not fit goes on as a whole', () => {
    const villages = [village('甲', 111, 30), village('乙', 111.01, 30)];
    const sites = [site('s', 111.02, 40), site('t', 111.2, 40)];
    expect(pairs(assignNearest(villages, sites, options))).toEqual([
      ['甲', 't', 30],
      ['乙', 's', 30],
    ]);
    const split = assignNearest(villages, sites, { ...options, isWhole: false });
    expect(split.persons).toBe(60);
    expect(split.flows.filter(({ siteId }) => siteId === 's').length).toBe(2);
    expect(split.leastPersonMetres).toBe(split.personMetres);
  });

  it('is no longer than a way that takes back greedy choices, and says how far off it can be', () => {
    // Greedy: 乙 takes s, so 甲 must go to t; the other way round is shorter in sum.
    const villages = [village('甲', 111, 10), village('乙', 111.03, 10)];
    const sites = [site('s', 111.02, 10), site('t', 111.06, 10)];
    const greedy = assignNearest(villages, sites, options);
    expect(greedy.flows.map(({ siteId }) => siteId)).toEqual(['t', 's']);
    expect(greedy.leastPersonMetres).toBeLessThanOrEqual(greedy.personMetres);
    const split = assignNearest(villages, sites, { ...options, isWhole: false });
    expect(split.personMetres).toBeCloseTo(greedy.leastPersonMetres ?? NaN, 6);
  });

  it('keeps to the county when asked, and leaves sites without capacity aside', () => {
    const villages = [village('甲', 111, 10), village('乙', 111, 10, { countyCode: '2' })];
    const sites = [site('s', 111.1, 50), site('u', 111, null)];
    const result = assignNearest(villages, sites, { isSameCounty: true, isWhole: true });
    expect(pairs(result)).toEqual([['甲', 's', 10]]);
    expect(result.unassigned.map(({ reason }) => UNASSIGNED_WORDS[reason])).toEqual([
      '本县没有填了容量的安置点',
    ]);
    expect(result.sitesWithoutCapacity).toEqual(['u']);
    expect(assignNearest(villages, sites, options).persons).toBe(20);
  });

  it('keeps estimates apart', () => {
    const villages = [village('甲', 111, 10), village('乙', 111, 7, { source: 'estimate' })];
    const result = assignNearest(villages, [site('s', 111, 50)], options);
    expect([result.persons, result.estimatedPersons]).toEqual([17, 7]);
  });

  const someVillages = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9 })),
    { minLength: 1, maxLength: 8 },
  );
  const someSites = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 25 })),
    { minLength: 1, maxLength: 4 },
  );

  it('loads no site beyond its capacity and loses nobody; divided is never worse than whole', () => {
    const check = (placed: (readonly [number, number])[], rooms: (readonly [number, number])[]) => {
      const villages = placed.map(([x, persons], at) => village(`v${at}`, 111 + x / 100, persons));
      const sites = rooms.map(([x, room], at) => site(`s${at}`, 111 + x / 100, room));
      const [whole, split] = [true, false].map((isWhole) =>
        assignNearest(villages, sites, { isSameCounty: false, isWhole }),
      );
      const all = placed.reduce((sum, [, persons]) => sum + persons, 0);
      for (const result of [whole!, split!]) {
        for (const { persons, capacityPersons } of result.loads) {
          expect(persons).toBeLessThanOrEqual(capacityPersons ?? 0);
        }
        const rest = result.unassigned.reduce((sum, { persons }) => sum + persons, 0);
        expect(result.persons + rest).toBe(all);
      }
      expect(new Set(whole!.flows.map(({ villageCode }) => villageCode)).size).toBe(
        whole!.flows.length,
      );
      expect(split!.persons).toBeGreaterThanOrEqual(whole!.persons);
      if (split!.persons === whole!.persons) {
        expect(split!.personMetres).toBeLessThanOrEqual(whole!.personMetres + 1e-3);
      }
    };
    fc.assert(fc.property(someVillages, someSites, check), { seed: 69, numRuns: 120 });
  });
});

describe('at the size of a county and a programme', () => {
  let pack: RegionPack;
  beforeAll(async () => {
    pack = await yunchengPack();
  });

  it('gives every village of 平陆 a place when there is room, the same each time', () => {
    const county = pack.counties.find(({ name }) => name === '平陆县');
    const inCounty = pack.villages.filter(({ countyCode }) => countyCode === county?.code);
    const villages = inCounty.map(({ code, countyCode, position }): MovingVillage => ({
      code,
      countyCode,
      position,
      persons: 10,
      households: null,
      source: 'typed',
    }));
    const seats = pack.townships.flatMap(({ seat }) => (seat === null ? [] : [seat])).slice(0, 69);
    const sites = seats.map((seat, at): ReceivingSite => {
      const geometry: Geometry = { type: 'Point', coordinates: [...seat] };
      return { id: `s${at}`, geometry, countyCode: null, capacityPersons: 50 };
    });
    const options = { isSameCounty: false, isWhole: false };
    const split = assignNearest(villages, sites, options);
    expect(split.unassigned).toEqual([]);
    expect(assignNearest(villages, sites, options)).toEqual(split);
    const whole = assignNearest(villages, sites, { ...options, isWhole: true });
    // Units of ten in rooms of fifty: dividing helps nobody, so greedy is compared with the true best.
    expect(whole.leastPersonMetres).toBeCloseTo(split.personMetres, 3);
    expect(whole.personMetres).toBeGreaterThanOrEqual(split.personMetres - 1e-3);
  });
});
