// Two states of a plan: villages by name and state, objects by field and way, numbers with what is missing.
import fc from 'fast-check';
import type { Geometry, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CoverageResult } from '../../src/analysis/coverage-result';
import { summariseCoverage } from '../../src/analysis/coverage-summary';
import { objectChanges } from '../../src/analysis/object-changes';
import { objectSize } from '../../src/analysis/object-facts';
import {
  type GroupBy,
  SEVERAL_COUNTIES,
  UNKNOWN_GROUP,
  compareWithProgramme,
  objectTotals,
  objectTotalsBy,
} from '../../src/analysis/object-totals';
import { estimatePoverty } from '../../src/analysis/poverty-estimate';
import { compareScenarios } from '../../src/analysis/scenario-compare';
import { villageChanges } from '../../src/analysis/village-changes';
import type { FieldValue, PlanObject, PlanObjectKind } from '../../src/domain/plan-object';
import { PLAN_OBJECT_KINDS } from '../../src/domain/plan-object';
import { geodesicDistanceMetres } from '../../src/geo/geodesic';
import { type PackEngine, packEngine } from './pack-engine';

let real: PackEngine;
beforeAll(async () => {
  real = await packEngine();
});

function made(
  id: string,
  kind: PlanObjectKind,
  values: Record<string, FieldValue> = {},
  geometry: Geometry | null = null,
): PlanObject {
  return {
    id,
    kind,
    name: id,
    geometry,
    accuracyMetres: 0,
    values: new Map(Object.entries(values)),
    note: '',
    madeAt: '2020-01-01T00:00:00Z',
  };
}

const square = (west: number, south: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 0.01, south],
      [west + 0.01, south + 0.01],
      [west, south + 0.01],
      [west, south],
    ],
  ],
});

/** A site moved three kilometres east, each state computed from scratch. */
async function movedSite(): Promise<readonly [CoverageResult, CoverageResult]> {
  const at = (lng: number) => ({
    id: 's',
    geometry: { type: 'Point' as const, coordinates: [lng, 34.9] },
    accuracyMetres: 0,
  });
  const states = [at(111.2), at(111.2 + 3000 / 91_400)].map((target) =>
    real.coverage([target], 5000),
  );
  const [before, after] = await Promise.all(states);
  if (before === undefined || after === undefined) throw new Error('no answer');
  return [before, after];
}

describe('villages', () => {
  it('gained and lost are those that a recomputation by distance names', async () => {
    const { villages } = real.index.pack;
    const [before, after] = await movedSite();
    const changes = villageChanges(villages, before, after);
    const reached = (lng: number) =>
      new Set(
        villages
          .filter(({ position }) => geodesicDistanceMetres([lng, 34.9], [...position]) <= 5000)
          .map(({ code }) => code),
      );
    const [from, to] = [reached(111.2), reached(111.2 + 3000 / 91_400)];
    expect(changes.gained.length).toBeGreaterThan(0);
    expect(changes.lost.length).toBeGreaterThan(0);
    expect(changes.gained.map(({ code }) => code)).toEqual([...to].filter((c) => !from.has(c)));
    expect(changes.lost.map(({ code }) => code)).toEqual([...from].filter((c) => !to.has(c)));
    for (const { before: was, after: is } of changes.otherwise) {
      expect(was).not.toBe(is);
      expect(was >= 2).toBe(is >= 2);
    }
  });

  it('are each in one pair of states, and the pairs give both counts again', async () => {
    const [before, after] = await movedSite();
    const { pairs } = villageChanges(real.index.pack.villages, before, after);
    const row = (state: number) => pairs[state]?.reduce((sum, count) => sum + count, 0);
    const column = (state: number) => pairs.reduce((sum, each) => sum + (each[state] ?? 0), 0);
    expect([row(0), row(1), row(2), row(3)]).toEqual([
      before.counts.notCovered,
      before.counts.possible,
      before.counts.asDrawn,
      before.counts.certain,
    ]);
    expect([column(0), column(1), column(2), column(3)]).toEqual([
      after.counts.notCovered,
      after.counts.possible,
      after.counts.asDrawn,
      after.counts.certain,
    ]);
  });

  it('swap when the two states are swapped; the same state has no change', async () => {
    const [before, after] = await movedSite();
    const { villages } = real.index.pack;
    const [there, back] = [
      villageChanges(villages, before, after),
      villageChanges(villages, after, before),
    ];
    expect(back.gained.map(({ code }) => code)).toEqual(there.lost.map(({ code }) => code));
    const same = villageChanges(villages, before, before);
    expect([same.gained, same.lost, same.otherwise]).toEqual([[], [], []]);
    expect(() => villageChanges(villages.slice(1), before, after)).toThrow(RangeError);
  });
});

describe('objects', () => {
  it('are added, removed and changed by id, with the fields that changed', () => {
    const before = [made('a', 'site', { persons: 5, services: ['health'] }), made('b', 'zone')];
    const after = [
      { ...made('a', 'site', { persons: 6, services: ['health'], year: 2018 }), name: '新名' },
      made('c', 'zone'),
    ];
    const { added, removed, changed } = objectChanges(before, after);
    expect(added.map(({ id }) => id)).toEqual(['c']);
    expect(removed.map(({ id }) => id)).toEqual(['b']);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.properties).toEqual(['name']);
    expect(changed[0]?.fields).toEqual([
      { field: 'persons', before: 5, after: 6 },
      { field: 'year', before: null, after: 2018 },
    ]);
    expect(changed[0]?.geometry).toBeNull();
  });

  it('tell how far they moved and how much larger they became', () => {
    const to = (geometry: Geometry | null) =>
      objectChanges([made('a', 'zone', {}, square(111, 35))], [made('a', 'zone', {}, geometry)])
        .changed[0]?.geometry;
    const moved = to(square(111.03, 35));
    expect(moved?.movedMetres).toBeCloseTo(
      geodesicDistanceMetres([111.005, 35.005], [111.035, 35.005]),
      0,
    );
    expect(moved?.squareMetres).toBeCloseTo(0, 1);
    expect(to(null)).toEqual({ movedMetres: null, squareMetres: null });
    expect(to(square(111, 35))).toBeUndefined();
    const holed = square(111, 35);
    holed.coordinates.push([
      [111.004, 35.004],
      [111.004, 35.006],
      [111.006, 35.006],
      [111.006, 35.004],
      [111.004, 35.004],
    ]);
    expect(to(holed)?.movedMetres).toBeLessThan(0.01);
    expect(to(holed)?.squareMetres).toBeLessThan(-30_000);
  });

  it('are unchanged when only the lists are new but equal', () => {
    const one = () => made('a', 'site', { services: ['health'] }, square(111, 35));
    expect(objectChanges([one()], [one()]).changed).toEqual([]);
  });
});

describe('totals', () => {
  const someObject: fc.Arbitrary<PlanObject> = fc
    .record({
      id: fc.string(),
      kind: fc.constantFrom(...PLAN_OBJECT_KINDS),
      investmentYuan: fc.option(fc.nat(9999)),
      persons: fc.option(fc.nat(999)),
      ledPersons: fc.option(fc.nat(999)),
      year: fc.option(fc.integer({ min: 2016, max: 2018 })),
      stage: fc.option(fc.constantFrom('planned', 'done')),
    })
    .map(({ id, kind, ...values }) => {
      const known = Object.entries(values).flatMap(([field, value]) =>
        value === null ? [] : [[field, value] as const],
      );
      return made(id, kind, Object.fromEntries(known));
    });

  it('of groups add up to the whole, values and missing ones', () => {
    const countiesOf = ({ id }: PlanObject) => ['1', '2', '3'].slice(0, id.length % 3);
    fc.assert(
      fc.property(fc.array(someObject, { maxLength: 20 }), (objects) => {
        const whole = objectTotals(objects);
        for (const by of ['kind', 'county', 'year', 'stage'] satisfies GroupBy[]) {
          const groups = objectTotalsBy(objects, by, countiesOf);
          const add = (pick: (group: typeof whole) => number) =>
            groups.reduce((sum, group) => sum + pick(group), 0);
          expect(add(({ count }) => count)).toBe(whole.count);
          for (const part of ['investmentYuan', 'persons', 'households'] as const) {
            for (const figure of ['sum', 'known', 'missing'] as const) {
              expect(add((group) => group[part][figure])).toBe(whole[part][figure]);
            }
          }
        }
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  it('count a missing figure apart and do not miss what a kind does not have', () => {
    const objects = [
      made('a', 'site', { investmentYuan: 100, persons: 7 }),
      made('b', 'site'),
      made('c', 'reference'),
    ];
    const { investmentYuan, persons, undrawn } = objectTotals(objects);
    expect(investmentYuan).toEqual({ sum: 100, known: 1, missing: 1 });
    expect(persons).toEqual({ sum: 7, known: 1, missing: 1 });
    expect(undrawn).toBe(3);
  });

  it('put several counties and none last', () => {
    const objects = ['a', 'b', 'c'].map((id) => made(id, 'zone'));
    const counties: Record<string, string[]> = { a: [], b: ['1', '2'], c: ['1'] };
    const groups = objectTotalsBy(objects, 'county', ({ id }) => counties[id] ?? []);
    expect(groups.map(({ key }) => key)).toEqual(['1', SEVERAL_COUNTIES, UNKNOWN_GROUP]);
  });

  it('stand against the 69 sites, 53,000 people and 17.1 亿元 that the plan prints', () => {
    const [programme] = real.index.pack.relocations;
    if (programme === undefined) throw new Error('no programme');
    const objects = [made('a', 'site', { persons: 500, investmentYuan: 1e7 }), made('b', 'site')];
    const rows = compareWithProgramme([...objects, made('c', 'zone')], programme);
    expect(
      rows.map(({ measure, printed, actual, missing }) => [measure, printed, actual, missing]),
    ).toEqual([
      ['sites', 69, 2, 0],
      ['persons', 53_000, 500, 1],
      ['registeredPoorPersons', 40_000, 0, 2],
      ['investmentYuan', 1_710_000_000, 1e7, 1],
    ]);
    expect(rows[1]?.difference).toBe(-52_500);
  });

  it('leaves out what the programme does not give', () => {
    const [programme] = real.index.pack.relocations;
    if (programme === undefined) throw new Error('no programme');
    const silent = { ...programme, siteCount: null, investmentYuan: null };
    const rows = compareWithProgramme([made('a', 'site', { investmentYuan: 1e7 })], silent);
    expect(rows.map(({ measure }) => measure)).toEqual(['persons', 'registeredPoorPersons']);
  });
});

it('a comparison says what its parts say', async () => {
  const [before, after] = await movedSite();
  const { villages } = real.index.pack;
  const estimate = estimatePoverty(real.index.pack);
  const sumsOf = (coverage: CoverageResult) =>
    summariseCoverage(coverage, real.index, estimate).total;
  const result = compareScenarios(
    villages,
    {
      objects: [made('a', 'site', { investmentYuan: 5 }, square(111, 35))],
      coverage: before,
      sums: sumsOf(before),
    },
    {
      objects: [made('a', 'site'), made('b', 'zone', { ledPersons: 3 })],
      coverage: after,
      sums: sumsOf(after),
    },
  );
  const number = (name: string) => result.numbers.find(({ measure }) => measure === name);
  expect(number('covered')?.difference).toBe(
    result.villages.gained.length - result.villages.lost.length,
  );
  const { certain, possible } = sumsOf(before).households;
  expect(number('poorHouseholds')?.range?.[0].least).toBe(certain);
  expect((number('poorHouseholds')?.range?.[0].most ?? NaN) - possible).toBeCloseTo(
    number('poorHouseholds')?.before ?? NaN,
    6,
  );
  const surface = objectSize(square(111, 35)).squareMetres;
  expect(surface).toBeGreaterThan(0);
  expect(number('squareMetres')).toMatchObject({ before: surface, after: 0, missing: [0, 1] });
  expect(number('objects')).toMatchObject({ before: 1, after: 2, difference: 1 });
  expect(number('investmentYuan')).toMatchObject({ before: 5, after: 0, missing: [0, 2] });
  expect(number('persons')?.after).toBe(3);
  expect(result.objects.added.map(({ id }) => id)).toEqual(['b']);
});
