import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { County } from '../../src/domain/administrative';
import type { Belt } from '../../src/domain/belt';
import { containsTest, polygonAreaSquareMetres } from '../../src/geo/area';
import { beltArea } from '../../src/geo/belt-area';
import { densified } from '../../src/geo/densify';
import { displayBuffer } from '../../src/geo/display-buffer';
import { distanceToGeodesicMetres, geodesicDistanceMetres } from '../../src/geo/geodesic';
import { boundsOf, geometryNumbers, sameNumbers } from '../../src/geo/positions';

function box(west: number, south: number, east: number, north: number): Polygon {
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [corners] };
}

describe('polygonAreaSquareMetres', () => {
  it('of an octant is an eighth of the ellipsoid', () => {
    const octant: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [90, 0],
          [0, 90],
          [0, 0],
        ],
      ],
    };
    // Karney 2013: the ellipsoid has 510 065 621.724 km².
    expect(polygonAreaSquareMetres(octant) / 1e6).toBeCloseTo(510_065_621.724 / 8, 2);
  });
  it('takes holes off and does not mind the winding', () => {
    const outer = box(110, 35, 111, 36).coordinates[0] ?? [];
    const hole = box(110.4, 35.4, 110.6, 35.6).coordinates[0] ?? [];
    const whole = polygonAreaSquareMetres({ type: 'Polygon', coordinates: [outer] });
    const less = polygonAreaSquareMetres({ type: 'Polygon', coordinates: [outer, hole] });
    const cut = polygonAreaSquareMetres({ type: 'Polygon', coordinates: [hole.toReversed()] });
    expect(less).toBeCloseTo(whole - cut, 3);
  });
});

describe('containsTest', () => {
  it('keeps holes out', () => {
    const ring = box(110, 35, 111, 36).coordinates[0] ?? [];
    const hole = box(110.4, 35.4, 110.6, 35.6).coordinates[0] ?? [];
    const contains = containsTest({ type: 'Polygon', coordinates: [ring, hole] });
    expect([contains([110.1, 35.1]), contains([110.5, 35.5]), contains([112, 35.5])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('densified', () => {
  it('cuts long edges on the geodesic and keeps the vertices', () => {
    const a: Position = [110, 53];
    const b: Position = [111.5, 53];
    const { coordinates } = densified({ type: 'LineString', coordinates: [a, b] }, 10_000);
    expect([coordinates[0], coordinates.at(-1)]).toEqual([a, b]);
    expect(coordinates.length).toBe(12);
    for (const [lng = 0, lat = 0] of coordinates.slice(1, -1)) {
      expect(distanceToGeodesicMetres([lng, lat], [110, 53], [111.5, 53])).toBeLessThan(1e-6);
      expect(lat).toBeGreaterThan(53);
    }
  });
});

describe('displayBuffer', () => {
  it('reaches about as far as asked, and unites the parts of a collection', () => {
    const area = displayBuffer(
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [110, 35] },
          { type: 'Point', coordinates: [110.01, 35] },
        ],
      },
      1000,
    );
    expect(area?.type).toBe('Polygon');
    const [west = 0] = (area && boundsOf(area)) ?? [];
    const reach = geodesicDistanceMetres([110, 35], [west, 35]);
    expect(Math.abs(reach - 1000)).toBeLessThan(10);
  });
  it('has no area for a line at 0 m and for nothing', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [110, 35],
        [111, 35],
      ],
    };
    expect(displayBuffer(line, 0)).toBeNull();
    expect(displayBuffer({ type: 'MultiPoint', coordinates: [] }, 10)).toBeNull();
  });
});

describe('beltArea', () => {
  const county = (code: string, geometry: Polygon | MultiPolygon): County => ({
    code,
    name: `甲县${code}`,
    povertyClass: 'scattered',
    labelPoint: [110.5, 35.5],
    geometry,
  });
  const counties = [
    county('000001', box(110, 35, 111, 36)),
    county('000002', box(111, 35, 112, 36)),
  ];
  const belt = (shape: Belt['shape'], countyCodes: readonly string[]): Belt => ({
    id: 'belt',
    name: '甲带',
    shape,
    shapeAccuracyMetres: 0,
    countyCodes,
    chapter: '',
    chapterText: '',
    claimIds: [],
    sourceIds: [],
    note: '',
  });
  const corridor: Belt['shape'] = {
    kind: 'corridor',
    centreline: {
      type: 'LineString',
      coordinates: [
        [109.5, 35.5],
        [112.5, 35.5],
      ],
    },
    defaultHalfWidthMetres: 5000,
  };
  it('cuts a corridor to the counties that are named', () => {
    const area = beltArea(belt(corridor, ['000001']), counties, 5000);
    const [west, south, east, north] = (area && boundsOf(area)) ?? [];
    expect([west, east]).toEqual([110, 111]);
    expect(((north ?? 0) - (south ?? 0)) * 111_000).toBeCloseTo(10_000, -3);
  });
  it('of a zone is its counties, whatever the width', () => {
    const area = beltArea(belt({ kind: 'zone' }, ['000001', '000002']), counties, 0);
    expect(area && boundsOf(area)).toEqual([110, 35, 112, 36]);
  });
  it('is null without known counties', () => {
    expect(beltArea(belt(corridor, ['999999']), counties, 5000)).toBeNull();
  });
});

describe('geometryNumbers', () => {
  it('differ when a vertex, the type or the parting differs', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    };
    const same = geometryNumbers(line);
    expect(sameNumbers(same, geometryNumbers(structuredClone(line)))).toBe(true);
    const others = [
      { type: 'MultiPoint' as const, coordinates: line.coordinates },
      {
        type: 'LineString' as const,
        coordinates: [
          [1, 2],
          [3, 4.000001],
        ],
      },
      { type: 'MultiLineString' as const, coordinates: [line.coordinates] },
    ];
    for (const other of others) expect(sameNumbers(same, geometryNumbers(other))).toBe(false);
  });
});
