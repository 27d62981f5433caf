import type { FeatureCollection, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { type EchartsCounty, countyShapes } from '../../geodata/build/county-polygons';
import { evenSpread } from '../../src/packs/make/even-spread';
import { geodesicMetres } from '../../src/packs/make/geodesic-metres';
import { screenKnownVillages } from '../../geodata/build/known-villages';
import { localPlane } from '../../src/packs/make/local-plane';
import { type Areal, arealSize, contains, signedArea } from '../../src/packs/make/planar';
import { publishedAreal } from '../../src/packs/make/published-geometry';
import { townshipCells } from '../../src/packs/make/township-cells';
import { villageKind } from '../../src/packs/make/village-points';

const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const square = box(111, 35, 111.1, 35.1);

describe('localPlane', () => {
  it('keeps distances within half a percent over a county', () => {
    const { toMetres, toDegrees } = localPlane([111, 35]);
    const far: Position = [111.2, 35.2];
    const [x, y] = toMetres(far);
    expect(Math.abs(Math.hypot(x, y) / geodesicMetres([111, 35], far) - 1)).toBeLessThan(0.005);
    expect(toDegrees([x, y])[0]).toBeCloseTo(111.2, 12);
  });
});

describe('publishedAreal', () => {
  it('rounds, drops repeats and spikes, closes and winds outer rings counter-clockwise', () => {
    const ring: Position[] = [
      [111, 35],
      [111, 35.1],
      [111, 35.1],
      [111.1, 35.1],
      [111.3, 35.1],
      [111.1, 35.1],
      [111.1, 35.00000004],
      [111, 35],
    ];
    const published = publishedAreal({ type: 'Polygon', coordinates: [ring] });
    const [outer = []] = published.type === 'Polygon' ? published.coordinates : [];
    expect(signedArea(outer)).toBeCloseTo(0.01, 9);
    expect(outer.length).toBe(5);
    expect(outer.at(-1)).toEqual(outer[0]);
  });
});

describe('townshipCells', () => {
  it('tiles the county and gives each seat its own cell', () => {
    const seats = [
      { code: 'a', seat: [111.02, 35.02] },
      { code: 'b', seat: [111.08, 35.03] },
      { code: 'c', seat: [111.05, 35.09] },
    ];
    const cells = townshipCells(square, seats);
    const sum = [...cells.values()].reduce((total, cell) => total + arealSize(cell), 0);
    expect(Math.abs(sum / arealSize(square) - 1)).toBeLessThan(1e-6);
    for (const { code, seat } of seats) {
      const owners = [...cells].filter(([, cell]) => contains(cell, seat)).map(([owner]) => owner);
      expect(owners).toEqual([code]);
    }
  });
});

describe('evenSpread', () => {
  const horseshoe: Areal = {
    type: 'Polygon',
    coordinates: [
      [
        [111, 35],
        [111.1, 35],
        [111.1, 35.1],
        [111.08, 35.1],
        [111.08, 35.02],
        [111.02, 35.02],
        [111.02, 35.1],
        [111, 35.1],
        [111, 35],
      ],
    ],
  };

  it('keeps every point inside, also where the centre of the area is outside it', () => {
    for (const count of [1, 2, 7, 40]) {
      const points = evenSpread(horseshoe, count, []);
      expect(points.length).toBe(count);
      expect(points.every((point) => contains(horseshoe, point))).toBe(true);
      expect(new Set(points.map(String)).size).toBe(count);
    }
  });

  it('gives the same answer twice and keeps points apart', () => {
    const points = evenSpread(square, 16, []);
    expect(evenSpread(square, 16, [])).toEqual(points);
    const gaps = points.flatMap((a, i) => points.slice(i + 1).map((b) => geodesicMetres(a, b)));
    // 16 points on 9.1 × 11.1 km: a perfect grid is 2.3 km apart.
    expect(Math.min(...gaps)).toBeGreaterThan(1500);
  });

  it('keeps clear of known points', () => {
    const centre: Position = [111.05, 35.05];
    const [alone = []] = evenSpread(square, 1, []);
    const [beside = []] = evenSpread(square, 1, [centre]);
    expect(geodesicMetres(alone, centre)).toBeLessThan(200);
    expect(geodesicMetres(beside, centre)).toBeGreaterThan(1500);
  });
});

describe('countyShapes', () => {
  const county = (id: string, ring: Position[]) => ({
    type: 'Feature' as const,
    id,
    properties: { name: id, cp: [111.01, 35.01] as [number, number] },
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  });
  const at = (x: number, y: number): Position => [111 + x / 1024, 35 + y / 1024];
  // Two neighbours on the grid; the border has a spike and, on the left side only, no vertex where the right has one.
  const collection: FeatureCollection<Polygon, EchartsCounty> = {
    type: 'FeatureCollection',
    features: [
      county('2', [
        at(0, 0),
        at(20, 0),
        at(20, 10),
        at(26, 10),
        at(20, 10),
        at(20, 40),
        at(0, 40),
        at(0, 0),
      ]),
      county('1', [
        at(20, 0),
        at(40, 0),
        at(40, 40),
        at(20, 40),
        at(20, 25),
        at(24, 25),
        at(20, 25),
        at(20, 0),
      ]),
    ],
  };

  it('sorts by code, drops spikes and keeps the border shared', () => {
    const shapes = countyShapes(collection.features);
    expect(shapes.map(({ code }) => code)).toEqual(['1', '2']);
    const [a, b] = shapes.map(({ geometry }) => geometry.coordinates.flat(1) as Position[]);
    const shared = (a ?? []).filter((p) => (b ?? []).some((q) => String(q) === String(p)));
    expect(new Set(shared.map(String)).size).toBe(2);
    expect((a ?? []).length + (b ?? []).length).toBe(10);
  });

  it('gives a straight border the vertex where two other counties meet on it', () => {
    const three: FeatureCollection<Polygon, EchartsCounty> = {
      type: 'FeatureCollection',
      features: [
        county('1', [at(0, 0), at(20, 0), at(20, 20), at(20, 40), at(0, 40), at(0, 0)]),
        county('2', [at(20, 0), at(40, 0), at(40, 20), at(20, 20), at(20, 0)]),
        county('3', [at(20, 20), at(40, 20), at(40, 40), at(20, 40), at(20, 20)]),
      ],
    };
    const sizes = countyShapes(three.features).map(
      ({ geometry }) => geometry.coordinates.flat(1).length,
    );
    expect(sizes).toEqual([6, 5, 5]);
  });

  it('moves points by the GCJ-02 offset of this region, some 500 m', () => {
    const [shape] = countyShapes(collection.features);
    const moved = geodesicMetres([111.01, 35.01], [...(shape?.labelPoint ?? [])]);
    expect(moved).toBeGreaterThan(300);
    expect(moved).toBeLessThan(900);
  });
});

describe('screenKnownVillages', () => {
  const known = (code: string, lng: number, lat: number, note = '') => ({
    code,
    name: `${code}村`,
    position: [lng, lat],
    note,
  });
  const cells: Record<string, Areal> = { a: square, b: box(111.1, 35, 111.2, 35.1) };
  const judge = (list: ReturnType<typeof known>[]) =>
    screenKnownVillages(
      list,
      () => box(111, 35, 111.5, 35.1),
      (code) => cells[code[0] ?? ''] ?? null,
    ).map(({ refused }) => refused);

  it('keeps a point in or near its cell and drops one outside the county or far off', () => {
    expect(judge([known('a1', 111.05, 35.05), known('a2', 111.12, 35.05)])).toEqual([null, null]);
    expect(judge([known('a1', 110.9, 35.05)])).toEqual(['outside its county']);
    expect(judge([known('a1', 111.4, 35.05)])).toEqual(['far outside its township']);
    expect(judge([known('a1', 111.05, 35.05, 'same as county point: unreliable')])).toEqual([
      'equals the county point',
    ]);
  });

  it('gives a shared point to the only unit that has it in its cell', () => {
    const shared = 'shared by several units';
    expect(judge([known('a1', 111.05, 35.05), known('b1', 111.05, 35.05)])).toEqual([null, shared]);
    expect(judge([known('a1', 111.05, 35.05), known('a2', 111.05, 35.05)])).toEqual([
      shared,
      shared,
    ]);
  });
});

describe('villageKind', () => {
  it('goes by the name', () => {
    const names = [
      '甲村委会',
      '甲村村民委员会',
      '甲社区居委会',
      '甲社区',
      '甲园区虚拟居委会',
      '甲分场',
    ];
    expect(names.map(villageKind)).toEqual([
      'village-committee',
      'village-committee',
      'residents-committee',
      'residents-committee',
      'other',
      'other',
    ]);
  });
});
