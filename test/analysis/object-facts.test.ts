// Facts of drawn objects: closed forms, brute force over the real pack, and agreement with the engine.
import { featureCollection, intersect } from '@turf/turf';
import type { Geometry, Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SharedSquareMetres, objectAreas } from '../../src/analysis/area-shares';
import { COVERED_AS_DRAWN } from '../../src/analysis/coverage-result';
import {
  type ObjectSurroundings,
  objectFacts,
  objectSize,
  villagesInside,
} from '../../src/analysis/object-facts';
import { objectOverlaps, protectionOf } from '../../src/analysis/object-overlaps';
import { knownPlaces, placeDistances } from '../../src/analysis/object-places';
import { terrainFacts, terrainSampler } from '../../src/analysis/terrain-facts';
import type { FieldValue, PlanObject, PlanObjectKind } from '../../src/domain/plan-object';
import { containsTest, polygonAreaSquareMetres } from '../../src/geo/area';
import { geodesicDistanceMetres } from '../../src/geo/geodesic';
import { type PackEngine, packEngine } from './pack-engine';

function box(west: number, south: number, east: number, north: number): Polygon {
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

const point = (...coordinates: number[]): Geometry => ({ type: 'Point', coordinates });

const shared: SharedSquareMetres = (a, b) => {
  const features = [a, b].map(
    (geometry) => ({ type: 'Feature', properties: {}, geometry }) as const,
  );
  const common = intersect(featureCollection(features));
  return common === null ? 0 : polygonAreaSquareMetres(common.geometry);
};

function made(
  id: string,
  kind: PlanObjectKind,
  geometry: Geometry | null,
  values: Record<string, FieldValue> = {},
): PlanObject {
  return {
    id,
    kind,
    name: `名${id}`,
    geometry,
    accuracyMetres: 20,
    values: new Map(Object.entries(values)),
    note: '',
    madeAt: '2020-01-01T00:00:00Z',
  };
}

let real: PackEngine;
beforeAll(async () => {
  real = await packEngine();
});

describe('size', () => {
  it('is the geodesic area and border, holes taken off and counted', () => {
    const holed = box(111, 35, 111.1, 35.1);
    holed.coordinates.push(box(111.02, 35.02, 111.03, 35.03).coordinates[0]!.toReversed());
    const whole = polygonAreaSquareMetres(box(111, 35, 111.1, 35.1));
    const hole = polygonAreaSquareMetres(box(111.02, 35.02, 111.03, 35.03));
    expect(objectSize(holed).squareMetres).toBeCloseTo(whole - hole, 3);
    const side = geodesicDistanceMetres([111, 35], [111, 35.1]);
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [111, 35],
        [111, 35.1],
      ],
    };
    expect(objectSize(line)).toEqual({ squareMetres: null, metres: side });
    const border = objectSize(box(111, 35, 111.1, 35.1)).metres ?? 0;
    const top = geodesicDistanceMetres([111, 35.1], [111.1, 35.1]);
    const bottom = geodesicDistanceMetres([111, 35], [111.1, 35]);
    expect(border).toBeCloseTo(2 * side + top + bottom, 6);
    expect(objectSize(point(111, 35))).toEqual({ squareMetres: null, metres: null });
  });
});

describe('villages inside', () => {
  it('are those that the engine covers at distance 0, as drawn exactly those in the polygon', async () => {
    const county = real.index.pack.counties.find(({ name }) => name === '平陆县');
    if (county === undefined) throw new Error('no 平陆县');
    const target = { id: 'a', geometry: county.geometry, accuracyMetres: 50 };
    const coverage = await real.coverage([target], 0);
    const { villages, sums } = villagesInside(coverage, real.index, real.estimate);
    const isIn = containsTest(county.geometry);
    const inside = real.index.pack.villages.filter(({ position }) => isIn([...position]));
    const drawn = villages.filter(({ state }) => state >= COVERED_AS_DRAWN);
    expect(drawn.map(({ code }) => code).toSorted()).toEqual(
      inside.map(({ code }) => code).toSorted(),
    );
    expect(sums.villages.certain + sums.villages.asDrawn).toBe(inside.length);
    expect(sums.villages.possible).toBe(villages.length - inside.length);
    expect(villages.map(({ state }) => state)).toEqual(
      villages.map(({ state }) => state).toSorted((a, b) => b - a),
    );
    const other = await real.coverage([target], 10);
    expect(() => villagesInside(other, real.index, real.estimate)).toThrow(RangeError);
  });
});

describe('counties and townships', () => {
  it('of a county are itself wholly, and its townships add up to at most it', () => {
    for (const county of real.index.pack.counties.slice(0, 1)) {
      const { counties, townships } = objectAreas(county.geometry, real.index, shared);
      expect(counties[0]?.code).toBe(county.code);
      expect(counties[0]?.share).toBeCloseTo(1, 6);
      const sum = townships.reduce((total, { share }) => total + share, 0);
      expect(sum).toBeGreaterThan(0.99);
      expect(sum).toBeLessThan(1.001);
    }
  });

  it('of a line go by length, of points by number', () => {
    const [first, second] = real.index.pack.counties;
    if (first === undefined || second === undefined) throw new Error('no counties');
    const points: Geometry = {
      type: 'MultiPoint',
      coordinates: [
        [...first.labelPoint],
        [...second.labelPoint],
        [...second.labelPoint],
        [90, 30],
      ],
    };
    const { counties } = objectAreas(points, real.index, shared);
    expect(counties.map(({ code, share }) => [code, share])).toEqual([
      [second.code, 0.5],
      [first.code, 0.25],
    ]);
    const [lng, lat] = first.labelPoint;
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [lng, lat],
        [lng + 0.01, lat],
      ],
    };
    expect(objectAreas(line, real.index, shared).counties[0]?.share).toBeCloseTo(1, 9);
  });
});

describe('terrain', () => {
  // z = 100 + 0.2 x in a grid of metres: the slope is atan 0.2 everywhere.
  const size = 60;
  const values = Float64Array.from(
    { length: size * size },
    (_, at) => 100 + 0.2 * ((at % size) + 0.5) * 100,
  );
  const grid = {
    west: 0,
    north: 6000,
    cellWidth: 100,
    cellHeight: 100,
    width: size,
    height: size,
    values,
    crs: null,
    unit: 'metre' as const,
  };
  // A plain stretch: 1e-5 degrees are a metre of the grid.
  const toGrid = ([lng = 0, lat = 0]: Position): readonly [number, number] => [
    (lng - 111) * 1e5,
    (lat - 35) * 1e5,
  ];
  const sampler = terrainSampler([{ grid, toGrid }]);

  it('on a sloping plane is the plane, at the ends and in its slope', () => {
    const facts = terrainFacts(box(111.01, 35.01, 111.02, 35.02), sampler);
    expect(facts?.elevationLeastMetres).toBeCloseTo(300, 6);
    expect(facts?.elevationMostMetres).toBeCloseTo(500, 6);
    expect(facts?.steepestSlopeDegrees).toBeCloseTo((Math.atan(0.2) * 180) / Math.PI, 6);
    expect(facts?.missingElevations).toBe(0);
    expect(facts?.sampleCount).toBeGreaterThan(80);
    expect(facts?.meanSlopeDegrees).toBeCloseTo((Math.atan(0.2) * 180) / Math.PI, 6);
    expect([facts?.steepShare, facts?.cellMetres]).toEqual([0, 100]);
  });

  it('tells what share of an area is steep, of the area and not of its border', () => {
    // Flat in the west, 45° in the east; the edge lies at 3000.
    const edge = 3000;
    const broken = Float64Array.from({ length: size * size }, (_, at) =>
      Math.max(0, ((at % size) + 0.5) * 100 - edge),
    );
    const bent = terrainSampler([{ grid: { ...grid, values: broken }, toGrid }]);
    const facts = terrainFacts(box(111.02, 35.01, 111.04, 35.03), bent);
    expect(facts?.steepShare).toBeCloseTo(0.5, 1);
    expect(facts?.meanSlopeDegrees).toBeCloseTo(22.5, 0);
    expect(facts?.steepestSlopeDegrees).toBeCloseTo(45, 6);
    const line = terrainFacts(
      {
        type: 'LineString',
        coordinates: [
          [111.02, 35.02],
          [111.04, 35.02],
        ],
      },
      bent,
    );
    expect([line?.steepShare, line?.meanSlopeDegrees]).toEqual([null, null]);
    // An area of less than a cell is looked at in its inside too.
    expect(terrainFacts(box(111.045, 35.02, 111.0453, 35.0203), bent)?.steepShare).toBe(1);
  });

  it('asks the first layer that has an elevation', () => {
    const low = { ...grid, width: 30, values: Float64Array.from({ length: 30 * size }, () => 7) };
    const both = terrainSampler([
      { grid: low, toGrid },
      { grid, toGrid },
    ]);
    expect(both.sampleAt([111.01, 35.03])?.elevationMetres).toBe(7);
    expect(both.sampleAt([111.05, 35.03])?.elevationMetres).toBeCloseTo(1100, 6);
    expect(both.sampleAt([112, 36])).toBeNull();
    expect(() => terrainSampler([])).toThrow('got 0');
  });

  it('counts samples without data and gives nothing where all are without', () => {
    const partly = terrainFacts(box(111.05, 35.01, 111.08, 35.02), sampler);
    expect(partly?.missingElevations).toBeGreaterThan(0);
    expect(partly?.elevationLeastMetres).toBeCloseTo(1100, 6);
    const outside = terrainFacts(point(112, 36), sampler);
    expect(outside?.elevationLeastMetres).toBeNull();
    expect(outside?.steepestSlopeDegrees).toBeNull();
    expect(outside?.sampleCount).toBe(1);
  });

  it('takes coarser steps for a large area', () => {
    const facts = terrainFacts(box(111, 35, 112, 36), sampler);
    expect(facts?.sampleCount).toBeLessThan(6000);
    expect(facts?.spacingMetres).toBeGreaterThan(1000);
  });
});

describe('distances', () => {
  it('to the nearest seat equal the geodesic to every seat', () => {
    const { pack } = real.index;
    const at: Position = [111.2, 34.9];
    const object = { ...made('a', 'site', point(...at)), geometry: point(...at) };
    const found = placeDistances(object, knownPlaces(pack, []));
    const seats = pack.townships.flatMap(({ name, seat }) =>
      seat === null ? [] : [{ name, metres: geodesicDistanceMetres(at, [...seat]) }],
    );
    const nearest = seats.toSorted((a, b) => a.metres - b.metres)[0];
    const seat = found.find(({ kind }) => kind === 'township-seat');
    expect(seat?.nearest?.name).toBe(nearest?.name);
    expect(seat?.nearest?.metres).toBeCloseTo(nearest?.metres ?? NaN, 6);
  });

  it('have a reason where no source gives a place, and take drawn clinics and roads', () => {
    const { pack } = real.index;
    const object = { ...made('a', 'site', point(111, 35)), geometry: point(111, 35) };
    const none = placeDistances(object, knownPlaces(pack, []));
    expect(none.find(({ kind }) => kind === 'county-seat')).toEqual({
      kind: 'county-seat',
      nearest: null,
      reason: '数据包没有县城驻地的坐标',
    });
    expect(none.find(({ kind }) => kind === 'clinic')?.nearest).toBeNull();
    const clinic = made('c', 'project', point(111.001, 35), {
      projectKind: 'facility',
      facilityKind: 'village-clinic',
    });
    const road = made(
      'r',
      'project',
      {
        type: 'LineString',
        coordinates: [
          [110.9, 34.9],
          [111.1, 35.1],
        ],
      },
      { projectKind: 'road' },
    );
    const some = placeDistances(object, knownPlaces(pack, [clinic, road]));
    const found = some.find(({ kind }) => kind === 'clinic')?.nearest;
    expect(found?.id).toBe('c');
    expect(found?.metres).toBeCloseTo(geodesicDistanceMetres([111, 35], [111.001, 35]), 6);
    expect(found?.accuracyMetres).toBe(40);
    expect(some.find(({ kind }) => kind === 'road')?.nearest?.id).toBe('r');
    // A road is not the nearest road to itself.
    const own = placeDistances({ ...road, geometry: road.geometry! }, knownPlaces(pack, [road]));
    expect(own.find(({ kind }) => kind === 'road')?.nearest?.id).not.toBe('r');
  });
});

describe('overlaps', () => {
  const zone = { id: 'z', geometry: box(111, 35, 111.1, 35.1) };

  it('are surfaces with shares of both, largest first, itself and the undrawn left out', () => {
    const half = made('h', 'zone', box(111.05, 35, 111.15, 35.1));
    const small = made('s', 'reference', box(111.01, 35.01, 111.02, 35.02), {
      referenceKind: 'redline',
    });
    const apart = made('p', 'zone', box(111.3, 35, 111.4, 35.1));
    const others = [small, half, apart, made('n', 'zone', null), made('z', 'zone', zone.geometry)];
    const found = objectOverlaps(zone, others, shared);
    expect(found.map(({ id }) => id)).toEqual(['h', 's']);
    expect(found[0]?.share).toBeCloseTo(0.5, 3);
    expect(found[1]?.shareOfOther).toBeCloseTo(1, 9);
    expect(found[1]?.share).toBeCloseTo(0.01, 4);
    expect(found[1]?.protection).toBe('redline');
  });

  it('leave out neighbours that share a border, and name points inside', () => {
    const neighbour = made('b', 'zone', box(111.1, 35, 111.2, 35.1));
    const inside = made('i', 'site', point(111.05, 35.05));
    const found = objectOverlaps(zone, [neighbour, inside], shared);
    expect(found).toEqual([
      {
        id: 'i',
        name: '名i',
        kind: 'site',
        protection: null,
        squareMetres: null,
        share: null,
        shareOfOther: null,
      },
    ]);
  });

  it('protect only the strict parts of reserves and water sources', () => {
    const part = (values: Record<string, FieldValue>) =>
      protectionOf(made('r', 'reference', null, values));
    expect(part({ referenceKind: 'protected-area', protectedPart: 'core' })).toBe('protected-core');
    expect(part({ referenceKind: 'protected-area', protectedPart: 'general' })).toBeNull();
    expect(part({ referenceKind: 'protected-area' })).toBeNull();
    expect(part({ referenceKind: 'water-source', waterSourceGrade: 'first' })).toBe('water-source');
    expect(part({ referenceKind: 'water-source', waterSourceGrade: 'second' })).toBeNull();
    expect(part({ referenceKind: 'basic-farmland' })).toBe('basic-farmland');
  });
});

it('an object without geometry has no facts, one with geometry all of them', () => {
  const around: ObjectSurroundings = {
    index: real.index,
    estimate: real.estimate,
    terrainUnder: () => null,
    places: knownPlaces(real.index.pack, []),
    objects: [],
    shared,
  };
  expect(objectFacts(made('a', 'site', null), null, around)).toBeNull();
  const facts = objectFacts(made('a', 'site', box(111, 35, 111.01, 35.01)), null, around);
  expect(facts?.inside).toBeNull();
  expect(facts?.terrain).toBeNull();
  expect(facts?.distances).toHaveLength(5);
  expect(facts?.counties.length).toBeGreaterThan(0);
});
