import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { auditPack } from '../../src/analysis/audit';
import type { County } from '../../src/domain/administrative';
import type { FieldValue, PlanObject, PlanObjectKind } from '../../src/domain/plan-object';
import { EMPTY_INPUT } from './audit-synthetic';

function square(west: number, south: number, size: number): Extract<Geometry, { type: 'Polygon' }> {
  const [east, north] = [west + size, south + size];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

const COUNTIES: readonly County[] = [111, 111.5].map((west, at) => ({
  code: `99010${at + 1}`,
  name: `${'甲乙'[at]}县`,
  povertyClass: 'scattered',
  labelPoint: [west + 0.25, 35.25],
  geometry: square(west, 35, 0.5),
}));

function object(
  id: string,
  kind: PlanObjectKind,
  geometry: Geometry,
  values: Readonly<Record<string, FieldValue>> = {},
): PlanObject {
  return {
    id,
    kind,
    name: `对象${id}`,
    geometry,
    accuracyMetres: 10,
    values: new Map(Object.entries(values)),
    note: '',
    madeAt: '2026-11-22T00:00:00Z',
  };
}

const point = (...coordinates: Position): Geometry => ({ type: 'Point', coordinates });
const line = (...coordinates: Position[]): Geometry => ({ type: 'LineString', coordinates });

function found(...objects: readonly PlanObject[]): string[] {
  const input = { ...EMPTY_INPUT, counties: COUNTIES, objects };
  return auditPack(input).map(({ kind, where }) => `${kind} ${where.code ?? ''}`);
}

describe('the county of the form', () => {
  const inFirst = line([111.1, 35.1], [111.2, 35.1]);
  it('is missed by a belt that stays in another one', () => {
    const belt = object('1', 'belt', inFirst, { counties: ['990101', '990102'] });
    expect(found(belt)).toEqual(['missed-area 1']);
  });

  it('is missed by a zone that lies outside it', () => {
    const zone = (west: number) =>
      object('1', 'zone', square(west, 35.1, 0.05), { counties: ['990102'] });
    expect(found(zone(111.2))).toEqual(['missed-area 1']);
    expect(found(zone(111.48))).toEqual([]);
  });

  it('is reached by the half-width of a belt', () => {
    const near = line([111.1, 35.1], [111.49, 35.1]);
    const counties = ['990101', '990102'];
    const belt = (metres: number) =>
      object('1', 'belt', near, { counties, halfWidthMetres: metres });
    expect(found(belt(500))).toEqual(['missed-area 1']);
    expect(found(belt(1000))).toEqual([]);
  });

  it('is left by a site, or a project, whose villages all lie in it', () => {
    const villages = ['990101100001', '990101100002'];
    const site = object('1', 'site', point(111.7, 35.2), { fromVillages: villages });
    const project = object('2', 'project', point(111.8, 35.2), { servedVillages: villages });
    expect(found(site, project)).toEqual(['outside-parent 1', 'outside-parent 2']);
    const both = object('1', 'site', point(111.7, 35.2), {
      fromVillages: [...villages, '990102100001'],
    });
    expect(found(both)).toEqual([]);
  });
});

describe('the shapes of objects', () => {
  it('of one kind that stand twice or overlap', () => {
    const area = square(111.1, 35.1, 0.01);
    expect(found(object('1', 'zone', area), object('2', 'zone', area))).toEqual([
      'duplicate-position 2',
      'overlap 1',
    ]);
    const shifted = square(111.105, 35.1, 0.01);
    expect(found(object('1', 'belt', area), object('2', 'belt', shifted))).toEqual(['overlap 1']);
    const way = line([111.1, 35.1], [111.2, 35.1]);
    expect(found(object('1', 'project', way), object('2', 'project', way))).toEqual([
      'duplicate-position 2',
    ]);
  });

  it('of different kinds, or of reserves of different laws, may overlap', () => {
    const area = square(111.1, 35.1, 0.01);
    expect(found(object('1', 'zone', area), object('2', 'reference', area))).toEqual([]);
    const shifted = square(111.105, 35.1, 0.01);
    expect(found(object('1', 'reference', area), object('2', 'reference', shifted))).toEqual([]);
  });

  it('that cross themselves or are slivers', () => {
    const crossed: Geometry = {
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
    };
    const thin: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [111.1, 35.3],
          [111.2, 35.3],
          [111.2, 35.30001],
          [111.1, 35.30001],
          [111.1, 35.3],
        ],
      ],
    };
    expect(found(object('1', 'zone', crossed), object('2', 'zone', thin))).toEqual([
      'invalid-shape 1',
      'sliver 2',
    ]);
  });
});
