import type { MultiPolygon, Polygon, Position } from 'geojson';
import geoJsonValidation from 'geojson-validation';
import { describe, expect, it } from 'vitest';
import { contains, edgeDistance } from '../../geodata/build/planar';
import { counties, readBytes, readFeatures, townships, villages } from './read-pack';
import { ringCrossings } from './ring-crossings';

const countyFeatures = counties();
const townshipFeatures = townships();
const rows = villages();
const { bbox } = JSON.parse(readBytes('pack.json').toString('utf8')) as {
  bbox: [number, number, number, number];
};

function ringsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Planar area in square degrees; cells and counties are compared at the same place, so no projection is needed. */
function doubledArea(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  return ring.slice(1).reduce((sum, [x2 = 0, y2 = 0], index) => {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    return sum + (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }, 0);
}

const areaOf = (geometry: Polygon | MultiPolygon): number =>
  ringsOf(geometry)
    .flat()
    .reduce((sum, ring) => sum + doubledArea(ring), 0);

const cellByCode = new Map(townshipFeatures.map((f) => [f.properties.code, f.geometry]));
const countyByCode = new Map(countyFeatures.map((f) => [f.properties.code, f.geometry]));

function areal(geometry: unknown): Polygon | MultiPolygon {
  const value = geometry as Polygon | MultiPolygon | null;
  if (value?.type !== 'Polygon' && value?.type !== 'MultiPolygon') throw new Error('not an area');
  return value;
}

describe('areas of the 运城 pack', () => {
  it('counts 13 counties, 157 townships and 3349 units', () => {
    expect([countyFeatures.length, townshipFeatures.length, rows.length]).toEqual([13, 157, 3349]);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(3349);
  });

  it('keeps codes sorted and in hierarchy', () => {
    const sorted = (codes: string[]) => expect(codes).toEqual(codes.toSorted());
    sorted(countyFeatures.map((f) => f.properties.code));
    sorted(townshipFeatures.map((f) => f.properties.code));
    sorted(rows.map(({ code }) => code));
    for (const { properties } of townshipFeatures) {
      expect(properties.code.startsWith(properties.countyCode)).toBe(true);
      expect(countyByCode.has(properties.countyCode)).toBe(true);
    }
    for (const row of rows) {
      expect(row.code.startsWith(row.townshipCode)).toBe(true);
      expect(row.townshipCode.startsWith(row.countyCode)).toBe(true);
      expect(cellByCode.has(row.townshipCode)).toBe(true);
    }
  });

  it('leaves the four townships without a seat without a cell', () => {
    const bare = townshipFeatures.filter((f) => f.geometry === null).map((f) => f.properties);
    expect(bare.map(({ name }) => name)).toEqual([
      '姚孟街道办事处',
      '新绛县煤化园区管委会',
      '三门镇',
      '董村农场',
    ]);
    expect(bare.every(({ seat, seatMethod }) => seat === null && seatMethod === 'unknown')).toBe(
      true,
    );
  });

  it('has one national, four provincial and eight scattered counties', () => {
    const count = (kind: string) =>
      countyFeatures.filter((f) => f.properties.povertyClass === kind).length;
    expect([count('national'), count('provincial'), count('scattered')]).toEqual([1, 4, 8]);
  });

  it('closes, winds and does not cross its rings', () => {
    const layers = [...countyFeatures, ...townshipFeatures, ...readFeatures('base.geojson')];
    const areas = layers.map((f) => f.geometry).filter((g) => g !== null && /Polygon/.test(g.type));
    expect(areas.length).toBe(13 + 153 + 11);
    for (const geometry of areas) {
      expect(geoJsonValidation.isGeometryObject(geometry, true)).toEqual([]);
      for (const rings of ringsOf(areal(geometry))) {
        rings.forEach((ring, index) => {
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(Math.sign(doubledArea(ring))).toBe(index === 0 ? 1 : -1);
          expect(ringCrossings(ring)).toBe(0);
        });
      }
    }
  });

  it.each(countyFeatures.map((f) => f.properties))('tiles $name by its cells', ({ code }) => {
    const cells = townshipFeatures.filter((f) => f.properties.countyCode === code && f.geometry);
    const sum = cells.reduce((total, f) => total + areaOf(areal(f.geometry)), 0);
    const county = areaOf(areal(countyByCode.get(code)));
    expect(Math.abs(sum / county - 1)).toBeLessThan(1e-6);
  });

  it('shares every inner border edge for edge: what is left over is one outline', () => {
    const edges = countyFeatures.flatMap((f) =>
      ringsOf(areal(f.geometry))
        .flat()
        .flatMap((ring) => ring.slice(1).map((to, i) => [String(ring[i]), String(to)] as const)),
    );
    const all = new Set(edges.map(([from, to]) => `${from} ${to}`));
    const outer = new Map(edges.filter(([from, to]) => !all.has(`${to} ${from}`)));
    const [start = ''] = outer.keys();
    let steps = 0;
    for (let at: string | undefined = start; steps === 0 || at !== start; steps++) {
      at = outer.get(at ?? '');
      if (at === undefined) throw new Error('the outline is not closed');
    }
    expect(steps).toBe(outer.size);
    expect(edges.length).toBeGreaterThan(3 * outer.size);
  });

  it('puts every label point and seat inside its county', () => {
    for (const { properties, geometry } of countyFeatures) {
      expect(contains(areal(geometry), [...properties.labelPoint])).toBe(true);
    }
    for (const { properties, geometry } of townshipFeatures) {
      if (properties.seat) expect(contains(areal(geometry), [...properties.seat])).toBe(true);
    }
  });
});

describe('villages of the 运城 pack', () => {
  it('tells committees apart', () => {
    const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
    const kinds = ['village-committee', 'residents-committee', 'other'];
    expect(kinds.map(count)).toEqual([3129, 216, 4]);
  });

  it('lie in the bounding box, in their county, and spread ones strictly in their cell', () => {
    const [west, south, east, north] = bbox;
    for (const { position, countyCode, townshipCode, method } of rows) {
      const [lng, lat] = position;
      expect(lng > west && lng < east && lat > south && lat < north).toBe(true);
      expect(contains(areal(countyByCode.get(countyCode)), position)).toBe(true);
      const cell = cellByCode.get(townshipCode) ?? null;
      expect(cell === null).toBe(method === 'within-county');
      if (method !== 'within-township') continue;
      expect(contains(areal(cell), position)).toBe(true);
      expect(edgeDistance(areal(cell), position)).toBeGreaterThan(1e-6);
    }
  });

  it('states how each position was got', () => {
    const count = (method: string) => rows.filter((row) => row.method === method).length;
    expect(['gazetteer', 'within-township', 'within-county'].map(count)).toEqual([172, 3151, 26]);
    for (const { method, accuracyMetres } of rows) {
      if (method === 'gazetteer') expect(accuracyMetres).toBe(300);
      else expect(accuracyMetres).toBeGreaterThan(1500);
    }
  });

  it('never share a position', () => {
    expect(new Set(rows.map(({ position }) => position.join())).size).toBe(rows.length);
  });
});
