// Closed forms, two ways of the same answer, and invariances. The independent truth is test/oracle.
import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { geodesicDistanceMetres } from '../../src/geo/geodesic';
import { projectShape, ShapeError } from '../../src/geo/project-shape';
import { villageIndex } from '../../src/geo/village-index';
import { villageDistances, villagesWithinInto } from '../../src/geo/villages-distances';

const SEED = 20261122;

function distances(villages: readonly Position[], geometry: Geometry): number[] {
  const lng = Float64Array.from(villages, ([x = Number.NaN]) => x);
  const lat = Float64Array.from(villages, ([, y = Number.NaN]) => y);
  return [...villageDistances(villageIndex(lng, lat), projectShape(geometry)).metres];
}

function within(villages: readonly Position[], geometry: Geometry, metres: number): number[] {
  const lng = Float64Array.from(villages, ([x = Number.NaN]) => x);
  const lat = Float64Array.from(villages, ([, y = Number.NaN]) => y);
  const out = new Uint32Array(villages.length);
  const count = villagesWithinInto(villageIndex(lng, lat), projectShape(geometry), metres, out);
  return [...out.subarray(0, count)].toSorted((a, b) => a - b);
}

const place = fc
  .tuple(
    fc.double({ min: 110, max: 111, noNaN: true }),
    fc.double({ min: 34.5, max: 35.5, noNaN: true }),
  )
  .map(([x, y]): Position => [x, y]);
const path = fc.array(place, { minLength: 2, maxLength: 30 });
const villages = fc.array(place, { minLength: 1, maxLength: 40 });

describe('villageDistances', () => {
  it('on the equator is the arc of the equator', () => {
    const oneDegree = (6_378_137 * Math.PI) / 180;
    expect(distances([[2, 0]], { type: 'Point', coordinates: [1, 0] })[0]).toBeCloseTo(
      oneDegree,
      5,
    );
  });
  it('is 0 inside a polygon, not in its hole, and the same to the outside from both sides of the edge', () => {
    const square: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [110, 35],
          [111, 35],
          [111, 36],
          [110, 36],
          [110, 35],
        ],
        [
          [110.4, 35.4],
          [110.4, 35.6],
          [110.6, 35.6],
          [110.6, 35.4],
          [110.4, 35.4],
        ],
      ],
    };
    const [inside, inHole, outside] = distances(
      [
        [110.2, 35.2],
        [110.5, 35.5],
        [110.5, 34.9],
      ],
      square,
    );
    expect(inside).toBe(0);
    expect(inHole).toBeGreaterThan(9000);
    expect(outside).toBeGreaterThan(10_900);
  });
  it('keeps a hole that is stored a turn away from its ring, across the antimeridian', () => {
    const ring = (half: number, lng: number): Position[] => [
      [lng - half, 35 - half],
      [lng + half, 35 - half],
      [lng + half, 35 + half],
      [lng - half, 35 + half],
      [lng - half, 35 - half],
    ];
    const wrapped = (path: Position[]): Position[] =>
      path.map(([x = 0, y = 0]) => [x > 180 ? x - 360 : x, y]);
    const rings = [ring(1, 180.2), ring(0.5, 180.2)].map(wrapped);
    for (const start of [0, 1]) {
      // Started from another corner, the ring is unwrapped to the other side.
      const outer = rings[0]?.slice(start, -1) ?? [];
      const turned = [...outer, ...(rings[0]?.slice(0, start + 1) ?? [])];
      for (const hole of [rings[1] ?? [], ring(0.5, 180.2), ring(0.5, -179.8)]) {
        const at = [
          [-179.8, 35],
          [179.8, 35],
          [179.3, 35],
          [-179, 35],
        ];
        const [a, b, c, d] = distances(at, { type: 'Polygon', coordinates: [turned, hole] });
        expect([c, d]).toEqual([0, 0]);
        expect(a).toBeGreaterThan(40_000);
        expect(b).toBeGreaterThan(8000);
      }
    }
  });
  it('takes the edge of a polygon as a geodesic, which bulges poleward of the parallel', () => {
    const wide: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [110, 35],
          [111, 35],
          [111, 36],
          [110, 36],
          [110, 35],
        ],
      ],
    };
    // Mid-edge the geodesic between two points 1° apart at 36° lies about 120 m north of the parallel.
    const [between, beyond] = distances(
      [
        [110.5, 36.0005],
        [110.5, 36.002],
      ],
      wide,
    );
    expect(between).toBe(0);
    expect(beyond).toBeGreaterThan(50);
    expect(distances([[110.5, 35.0005]], wide)[0]).toBeGreaterThan(10);
  });
  it('has no distance to an empty shape', () => {
    expect(distances([[110, 35]], { type: 'GeometryCollection', geometries: [] })).toEqual([
      Infinity,
    ]);
  });
  it('refuses high latitudes, wrong numbers and rings round the pole, with the value', () => {
    expect(() => projectShape({ type: 'Point', coordinates: [0, 85.5] })).toThrow('85.5');
    expect(() => projectShape({ type: 'Point', coordinates: [Number.NaN, 1] })).toThrow(ShapeError);
    const round = [-180, -90, 0, 90, 180].map((lng): Position => [lng, 60]);
    expect(() => projectShape({ type: 'Polygon', coordinates: [round] })).toThrow('360');
    expect(() => villageIndex(Float64Array.of(200), Float64Array.of(0))).toThrow('200');
  });
  it('equals the least of GeographicLib distances for points at any place on earth', () => {
    const anywhere = fc
      .tuple(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -84, max: 84, noNaN: true }),
      )
      .map(([x, y]): Position => [x, y]);
    fc.assert(
      fc.property(
        anywhere,
        fc.array(anywhere, { minLength: 1, maxLength: 6 }),
        (village, points) => {
          const truth = Math.min(...points.map((point) => geodesicDistanceMetres(village, point)));
          const got = distances([village], { type: 'MultiPoint', coordinates: points })[0] ?? 0;
          expect(Math.abs(got - truth)).toBeLessThan(1e-3);
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });
  it('to many paths is the least over the paths, and does not change when all is turned round the axis', () => {
    fc.assert(
      fc.property(villages, path, path, (from, one, two) => {
        const a = distances(from, { type: 'LineString', coordinates: one });
        const b = distances(from, { type: 'LineString', coordinates: two });
        const both = distances(from, { type: 'MultiLineString', coordinates: [one, two] });
        both.forEach((d, at) => expect(d).toBeCloseTo(Math.min(a[at] ?? 0, b[at] ?? 0), 4));
        // Across the antimeridian: 110.5° becomes 180.5°.
        const turn = ([x = 0, y = 0]: Position): Position => [x + 70 > 180 ? x - 290 : x + 70, y];
        const turned = distances(from.map(turn), {
          type: 'LineString',
          coordinates: one.map(turn),
        });
        turned.forEach((d, at) => expect(d).toBeCloseTo(a[at] ?? 0, 4));
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe('villagesWithinInto', () => {
  it('lists exactly the villages whose distance is within, for lines and polygons', () => {
    const reach = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(villages, path, reach, fc.boolean(), (from, line, metres, closed) => {
        const geometry: Geometry = closed
          ? { type: 'Polygon', coordinates: [[...line, line[0] as Position]] }
          : { type: 'LineString', coordinates: line };
        const wanted = distances(from, geometry).flatMap((d, at) => (d <= metres ? [at] : []));
        expect(within(from, geometry, metres)).toEqual(wanted);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
  it.each([
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ])('misses none round many short pieces that go %d east, %d north', (east, north) => {
    const coordinates = Array.from({ length: 300 }, (_, k): Position => [
      110 + east * 0.0003 * (k + 5 * Math.sin(k / 9)),
      35 + north * 0.0003 * (k + 5 * Math.cos(k / 7)),
    ]);
    const line: Geometry = { type: 'LineString', coordinates };
    const grid = Array.from({ length: 60 * 60 }, (_, k): [number, number] => [
      110 + east * (0.002 * (k % 60) - 0.015),
      35 + north * (0.002 * Math.floor(k / 60) - 0.015),
    ]);
    const away = distances(grid, line);
    for (const metres of [200, 1500]) {
      const wanted = away.flatMap((d, at) => (d <= metres ? [at] : []));
      expect(within(grid, line, metres)).toEqual(wanted);
    }
  });
  it('finds neighbours across the antimeridian', () => {
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [179.9, 35],
        [-179.9, 35],
      ],
    };
    expect(
      within(
        [
          [-179.95, 35.001],
          [179.95, 35.001],
          [179.5, 35],
        ],
        line,
        1000,
      ),
    ).toEqual([0, 1]);
  });
});
