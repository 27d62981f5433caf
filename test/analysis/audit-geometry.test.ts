import gcoord from 'gcoord';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { auditPack } from '../../src/analysis/audit';
import type { AuditInput } from '../../src/analysis/audit-input';
import type { County, Township } from '../../src/domain/administrative';
import type { Belt } from '../../src/domain/belt';
import type { ImportRecord } from '../../src/domain/imported';
import type { Village } from '../../src/domain/village';
import { EMPTY_INPUT } from './audit-synthetic';

function square(west: number, south: number, size: number): Extract<Geometry, { type: 'Polygon' }> {
  const [east, north] = [west + size, south + size];
  return {
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
  };
}

const COUNTIES: readonly County[] = [111, 111.5].map((west, at) => ({
  code: `99010${at + 1}`,
  name: `${'甲乙'[at]}县`,
  povertyClass: 'scattered',
  labelPoint: [west + 0.25, 35.25],
  geometry: square(west, 35, 0.5),
}));
const TOWNSHIPS: readonly Township[] = COUNTIES.map(({ code, name, geometry }) => ({
  code: `${code}100`,
  name: `${name}乡`,
  countyCode: code,
  seat: null,
  seatAccuracyMetres: null,
  seatMethod: 'unknown',
  geometry,
}));

function village(
  at: number,
  position: readonly [number, number],
  more: Partial<Village> = {},
): Village {
  return {
    code: `990101100${String(at).padStart(3, '0')}`,
    name: `${at}村`,
    kind: 'village-committee',
    townshipCode: '990101100',
    countyCode: '990101',
    position,
    positionAccuracyMetres: 300,
    positionMethod: 'gazetteer',
    sourceId: 'S',
    ...more,
  };
}

const INSIDE = Array.from({ length: 6 }, (_, at) => village(at, [111.1 + at * 0.05, 35.2]));

function found(more: Partial<AuditInput>): string[] {
  const input = {
    ...EMPTY_INPUT,
    counties: COUNTIES,
    townships: TOWNSHIPS,
    villages: INSIDE,
    ...more,
  };
  return auditPack(input).map(({ kind, where }) => `${kind} ${where.code ?? where.layer ?? ''}`);
}

function layer(
  kind: 'sites' | 'zones' | 'reference',
  shapes: readonly Geometry[],
  names: readonly string[] = [],
): ImportRecord {
  return {
    id: 'import-1',
    title: '图层',
    provenance: {
      fileName: 'a.geojson',
      sha256: '',
      format: 'geojson',
      encoding: null,
      crs: 'wgs84',
      crsEvidence: '',
      madeAt: '2026-11-22T00:00:00Z',
      rowsRead: 1,
      rowsRefused: 0,
    },
    content: {
      kind,
      accuracyMetres: 0,
      features: shapes.map((geometry, at) => ({
        id: `f${at}`,
        name: names[at] ?? `第${at}`,
        geometry,
        attributes: [],
        row: at + 1,
      })),
    },
  };
}

const point = (...coordinates: Position): Geometry => ({ type: 'Point', coordinates });

describe('villages', () => {
  it('in their counties give nothing', () => {
    expect(found({})).toEqual([]);
  });

  it('outside, exchanged, or twice at one place', () => {
    const outside = village(9, [111.7, 35.2]);
    expect(found({ villages: [...INSIDE, outside] })).toEqual(['outside-parent 990101100009']);
    const exchanged = village(9, [35.2, 111.2]);
    expect(found({ villages: [...INSIDE, exchanged] })).toEqual(['swapped-axes 990101100009']);
    const twice = village(9, [111.1, 35.2]);
    expect(found({ villages: [...INSIDE, twice] })).toEqual(['duplicate-position 990101100009']);
    const spread = village(9, [111.1, 35.2], { positionMethod: 'within-township' });
    expect(found({ villages: [...INSIDE, spread] })).toEqual([]);
  });

  it('outside by less than their accuracy give nothing', () => {
    expect(found({ villages: [...INSIDE, village(9, [110.998, 35.2])] })).toEqual([]);
  });

  it('all shifted by GCJ-02 are one finding', () => {
    const border = Array.from({ length: 6 }, (_, at) => {
      const [lng, lat] = gcoord.transform([111.496, 35.1 + at * 0.05], gcoord.WGS84, gcoord.GCJ02);
      return village(at, [lng, lat], { positionAccuracyMetres: 20 });
    });
    expect(found({ villages: border })).toEqual(['shifted-layer villages']);
  });
});

describe('layers', () => {
  it('within the region, sound and apart give nothing', () => {
    const zones = layer('zones', [square(111.1, 35.1, 0.05), square(111.2, 35.1, 0.05)]);
    expect(
      found({ imports: [zones, layer('sites', [point(111.1, 35.3), point(111.2, 35.3)])] }),
    ).toEqual([]);
  });

  it.each([
    ['off the region', layer('sites', [point(121, 31)]), 'outside-region f0'],
    ['exchanged axes', layer('sites', [point(35.3, 111.2)]), 'swapped-axes f0'],
    [
      'two at one place',
      layer('sites', [point(111.1, 35.3), point(111.1, 35.3)]),
      'duplicate-position f1',
    ],
    [
      'overlapping zones',
      layer('zones', [square(111.1, 35.1, 0.05), square(111.12, 35.1, 0.05)]),
      'overlap f0',
    ],
    [
      'a ring that crosses itself',
      layer('reference', [
        {
          type: 'Polygon',
          coordinates: [
            [
              [111.1, 35.1],
              [111.2, 35.2],
              [111.2, 35.1],
              [111.1, 35.2],
              [111.1, 35.1],
            ],
          ],
        },
      ]),
      'invalid-shape f0',
    ],
    [
      'a sliver',
      layer('reference', [
        {
          type: 'Polygon',
          coordinates: [
            [
              [111.1, 35.1],
              [111.2, 35.1],
              [111.2, 35.100_01],
              [111.1, 35.100_01],
              [111.1, 35.1],
            ],
          ],
        },
      ]),
      'sliver f0',
    ],
  ])('%s', (_, imported, expected) => {
    expect(found({ imports: [imported] })).toEqual([expected]);
  });

  it('a river off the base map by the offset of GCJ-02', () => {
    const places = Array.from({ length: 12 }, (_, at): Position => [
      111.1 + at * 0.02,
      35.1 + at * 0.015,
    ]);
    const base = {
      id: 'river-1',
      name: '甲河',
      kind: 'river',
      rank: 1,
      schematic: false,
      accuracyMetres: 50,
      geometry: { type: 'LineString', coordinates: places },
      sourceIds: [],
      note: '',
    } as const;
    const shifted = places.map(([lng = 0, lat = 0]): Position =>
      gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02),
    );
    const river = (coordinates: Position[]) =>
      layer('reference', [{ type: 'LineString', coordinates }], ['甲河']);
    expect(found({ baseFeatures: [base], imports: [river(places)] })).toEqual([]);
    expect(found({ baseFeatures: [base], imports: [river(shifted)] })).toEqual([
      'shifted-layer import-1',
    ]);
  });
});

it('a belt that does not reach a county that it names, beyond its width and accuracy', () => {
  const belt = (accuracy: number): Belt => ({
    id: 'belt-1',
    name: '甲带',
    shape: {
      kind: 'corridor',
      centreline: {
        type: 'LineString',
        coordinates: [
          [111.1, 35.1],
          [111.3, 35.1],
        ],
      },
      defaultHalfWidthMetres: 2000,
    },
    shapeAccuracyMetres: accuracy,
    countyCodes: ['990101', '990102'],
    chapter: '第一章',
    chapterText: '',
    claimIds: [],
    sourceIds: [],
    note: '',
  });
  expect(found({ belts: [belt(500)] })).toEqual(['missed-area belt-1']);
  expect(found({ belts: [belt(18_000)] })).toEqual([]);
});
