import type { MultiPolygon, Polygon, Position } from 'geojson';
import geoJsonValidation from 'geojson-validation';
import { describe, expect, it } from 'vitest';
import { contains, edgeDistance } from '../../src/packs/make/planar';
import { PACK_IDS, PackFolder } from './read-pack';
import { ringCrossings } from './ring-crossings';

/** What the shipped packs hold; a region that is not here is held to the general rules only. */
const HELD: Readonly<Record<string, Held>> = {
  yuncheng: {
    sizes: [13, 157, 3349],
    kinds: [3129, 216, 4],
    methods: [172, 3151, 26],
    bare: ['姚孟街道办事处', '新绛县煤化园区管委会', '三门镇', '董村农场'],
    outlines: 1,
  },
  jincheng: {
    sizes: [6, 85, 2344],
    kinds: [2202, 142, 0],
    methods: [54, 2253, 37],
    bare: ['林场管理处', '南城街道办事处'],
    outlines: 1,
  },
  // Its second outline is a hole that the source has by the eastern border.
  mianchi: {
    sizes: [1, 12, 248],
    kinds: [236, 12, 0],
    methods: [4, 244, 0],
    bare: [],
    outlines: 2,
  },
  yiyuan: {
    sizes: [1, 12, 642],
    kinds: [617, 25, 0],
    methods: [10, 587, 45],
    bare: ['中庄镇'],
    outlines: 1,
  },
};

interface Held {
  readonly sizes: readonly [counties: number, townships: number, units: number];
  /** Village committees, residents' committees, others. */
  readonly kinds: readonly number[];
  /** Gazetteer, within-township, within-county. */
  readonly methods: readonly number[];
  /** Townships without a seat. */
  readonly bare: readonly string[];
  readonly outlines: number;
}

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

function areal(geometry: unknown): Polygon | MultiPolygon {
  const value = geometry as Polygon | MultiPolygon | null;
  if (value?.type !== 'Polygon' && value?.type !== 'MultiPolygon') throw new Error('not an area');
  return value;
}

/** Number of closed loops that the edges make, each given by its ends; throws where one does not close. */
function loopCount(edges: readonly (readonly [from: string, to: string])[]): number {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) next.set(from, [...(next.get(from) ?? []), to]);
  let loops = 0;
  for (const start of next.keys()) {
    let at = start;
    let isWalked = false;
    for (let step = next.get(at)?.pop(); step !== undefined; step = next.get(at)?.pop()) {
      at = step;
      isWalked = true;
    }
    if (at !== start) throw new Error(`an outline ends at ${at}`);
    if (isWalked) loops += 1;
  }
  return loops;
}

describe.each(PACK_IDS)('areas and villages of %s', (id) => {
  const pack = new PackFolder(id);
  const held = HELD[id];
  const countyFeatures = pack.counties();
  const townshipFeatures = pack.townships();
  const rows = pack.villages();
  const { bbox } = pack.readJson<{ bbox: [number, number, number, number] }>('pack.json');
  const cellByCode = new Map(townshipFeatures.map((f) => [f.properties.code, f.geometry]));
  const countyByCode = new Map(countyFeatures.map((f) => [f.properties.code, f.geometry]));

  it('holds the counties, townships and units of the list, each once', () => {
    const sizes = [countyFeatures.length, townshipFeatures.length, rows.length];
    expect(sizes).toEqual(held?.sizes ?? sizes);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
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

  it('leaves townships without a seat without a cell', () => {
    const bare = townshipFeatures.filter((f) => f.geometry === null).map((f) => f.properties);
    const names = bare.map(({ name }) => name);
    expect(names).toEqual(held?.bare ?? names);
    expect(bare.every(({ seat, seatMethod }) => seat === null && seatMethod === 'unknown')).toBe(
      true,
    );
  });

  it('closes, winds and does not cross its rings', () => {
    const layers = [...countyFeatures, ...townshipFeatures, ...pack.readFeatures('base.geojson')];
    const areas = layers.map((f) => f.geometry).filter((g) => g !== null && /Polygon/.test(g.type));
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

  it('shares every inner border edge for edge: what is left over is the outline', () => {
    const edges = countyFeatures.flatMap((f) =>
      ringsOf(areal(f.geometry))
        .flat()
        .flatMap((ring) => ring.slice(1).map((to, i) => [String(ring[i]), String(to)] as const)),
    );
    const all = new Set(edges.map(([from, to]) => `${from} ${to}`));
    const loops = loopCount(edges.filter(([from, to]) => !all.has(`${to} ${from}`)));
    expect(loops).toBe(held?.outlines ?? loops);
  });

  it('puts every label point and seat inside its county', () => {
    for (const { properties, geometry } of countyFeatures) {
      expect(contains(areal(geometry), [...properties.labelPoint])).toBe(true);
    }
    for (const { properties, geometry } of townshipFeatures) {
      if (properties.seat) expect(contains(areal(geometry), [...properties.seat])).toBe(true);
    }
  });

  it('tells committees apart', () => {
    const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
    const kinds = ['village-committee', 'residents-committee', 'other'].map(count);
    expect(kinds).toEqual(held?.kinds ?? kinds);
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
    const methods = ['gazetteer', 'within-township', 'within-county'].map(count);
    expect(methods).toEqual(held?.methods ?? methods);
    for (const { method, accuracyMetres } of rows) {
      if (method === 'gazetteer') expect(accuracyMetres).toBe(300);
      else expect(accuracyMetres).toBeGreaterThan(1500);
    }
  });

  it('never share a position', () => {
    expect(new Set(rows.map(({ position }) => position.join())).size).toBe(rows.length);
  });
});
