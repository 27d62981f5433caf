import { describe, expect, it } from 'vitest';
import { effectiveRegion } from '../../src/document/effective-region';
import type { ImportContent, ImportRecord, VillageFigures } from '../../src/domain/imported';
import type { LngLat } from '../../src/domain/lng-lat';
import { yunchengIndex } from '../features/yuncheng';

const NONE: VillageFigures = {
  households: null,
  persons: null,
  poorHouseholds: null,
  poorPersons: null,
  povertyIncidence: null,
  elevationMetres: null,
  slopeDegrees: null,
};

function record(id: string, content: ImportContent): ImportRecord {
  return {
    id,
    title: `表 ${id}`,
    provenance: {
      fileName: `${id}.csv`,
      sha256: '0'.repeat(64),
      format: 'csv',
      encoding: 'gb18030',
      crs: 'gcj02',
      crsEvidence: '用户选择',
      madeAt: '2026-01-02T03:04:05.000Z',
      rowsRead: 1,
      rowsRefused: 0,
    },
    content,
  };
}

function importsOf(...records: readonly ImportRecord[]): ReadonlyMap<string, ImportRecord> {
  return new Map(records.map((each) => [each.id, each]));
}

describe('the region as imports leave it', async () => {
  const { pack } = await yunchengIndex();
  const [first] = pack.villages;
  if (!first) throw new Error('the pack has villages');
  const place: LngLat = [111, 35];
  const row = { code: first.code, name: first.name, row: 2, added: null, figures: NONE };
  const moved = { ...row, position: place, positionAccuracyMetres: 20 };
  const counted = { ...row, position: null, positionAccuracyMetres: null };

  it('is the pack itself without imports', () => {
    expect(effectiveRegion(pack, new Map()).pack).toBe(pack);
  });

  it('takes position, accuracy, method and source from the table and nothing else', () => {
    const imports = importsOf(record('a', { kind: 'villages', villages: [moved] }));
    const after = effectiveRegion(pack, imports).pack;
    expect(after.villages[0]).toEqual({
      ...first,
      position: place,
      positionAccuracyMetres: 20,
      positionMethod: 'imported',
      sourceId: 'import:a',
    });
    expect(after.villages.slice(1)).toEqual(pack.villages.slice(1));
    expect(after.sources.at(-1)?.citation).toContain('a.csv');
    expect(pack.villages[0]).toBe(first);
  });

  it('is not changed by a list of who moves: its numbers are not those of the village', () => {
    const listed = { ...counted, figures: { ...NONE, households: 3, persons: 9 }, siteName: '甲' };
    const content = { kind: 'villages', purpose: 'relocation', villages: [listed] } as const;
    const after = effectiveRegion(pack, importsOf(record('a', content)));
    expect(after.ownFigures.size).toBe(0);
    expect(after.pack.villages).toEqual(pack.villages);
  });

  it('lets a later import win value by value', () => {
    const figures = (each: Partial<VillageFigures>): ImportContent => ({
      kind: 'villages',
      villages: [{ ...counted, figures: { ...NONE, ...each } }],
    });
    const { ownFigures, pack: after } = effectiveRegion(
      pack,
      importsOf(
        record('a', figures({ poorHouseholds: 1, persons: 9 })),
        record('b', figures({ poorHouseholds: 2 })),
      ),
    );
    expect(ownFigures.get(first.code)).toEqual({
      figures: { ...NONE, poorHouseholds: 2, persons: 9 },
      importId: 'b',
      row: 2,
    });
    expect(after.villages).toEqual(pack.villages);
  });

  it('puts a new village where its code belongs', () => {
    const code = `${first.code.slice(0, 9)}999`;
    const { kind, townshipCode, countyCode } = first;
    const added = { ...moved, code, name: '甲村', added: { kind, townshipCode, countyCode } };
    const imports = importsOf(record('a', { kind: 'villages', villages: [added] }));
    const codes = effectiveRegion(pack, imports).pack.villages.map((village) => village.code);
    expect(codes).toEqual([...codes].sort());
    expect(codes).toHaveLength(pack.villages.length + 1);
  });

  it('leaves out a row of an unknown village that is not said to be new', () => {
    const stray = { ...moved, code: '999999999999', figures: { ...NONE, households: 1 } };
    const imports = importsOf(record('a', { kind: 'villages', villages: [stray] }));
    const after = effectiveRegion(pack, imports);
    expect(after.pack.villages).toEqual(pack.villages);
    expect(after.ownFigures.size).toBe(0);
  });

  it('makes one project of the pieces of one name, and one of those without a name', () => {
    const piece = (id: string, name: string) => ({
      id,
      name,
      row: Number(id),
      attributes: [],
      geometry: { type: 'Point' as const, coordinates: [111, 35] },
    });
    const features = [piece('1', '甲线'), piece('2', ''), piece('3', '甲线'), piece('4', '')];
    const imports = importsOf(
      record('a', { kind: 'projects', projectKind: 'road', accuracyMetres: 50, features }),
    );
    const added = effectiveRegion(pack, imports).pack.projects.slice(pack.projects.length);
    expect(added.map(({ id, name, kind }) => ({ id, name, kind }))).toEqual([
      { id: 'import:a:1', name: '甲线', kind: 'road' },
      { id: 'import:a:2', name: '表 a', kind: 'road' },
    ]);
    expect(added.map(({ geometry }) => geometry?.type)).toEqual([
      'GeometryCollection',
      'GeometryCollection',
    ]);
  });
});
