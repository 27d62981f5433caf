import { describe, expect, it } from 'vitest';
import { importBounds, thingBounds } from '../../src/app/thing-bounds';
import { featuresOf } from '../../src/domain/imported-things';
import { importRecord, importedVillage, ZONES } from '../features/imports/synthetic-imports';
import { yunchengIndex } from '../features/yuncheng';

describe('where to look', async () => {
  const index = await yunchengIndex();
  const imports = new Map([[ZONES.id, ZONES]]);

  it('finds a feature of an import, and its import whole', () => {
    expect(
      thingBounds(index, { imports, objects: new Map() }, [{ kind: 'imported', id: 'z:1' }]),
    ).toEqual([111, 35, 112, 36]);
    expect(
      thingBounds(index, { imports: new Map(), objects: new Map() }, [
        { kind: 'imported', id: 'z:1' },
      ]),
    ).toBeNull();
    expect(importBounds(index, ZONES)).toEqual([110, 34, 112, 36]);
  });

  it('finds the villages of a table where they stand, with room round a single one', () => {
    const village = index.pack.villages[0];
    if (!village) throw new Error('the pack has villages');
    const record = importRecord('v', {
      kind: 'villages',
      villages: [importedVillage(village.code, { persons: 1 }, 2), importedVillage('0', {}, 3)],
    });
    const [west, south, east, north] = importBounds(index, record) ?? [0, 0, 0, 0];
    expect((west + east) / 2).toBeCloseTo(village.position[0], 9);
    expect((south + north) / 2).toBeCloseTo(village.position[1], 9);
    expect(east - west).toBeGreaterThan(0.01);
  });

  it('takes a layer of more positions than a call takes arguments', () => {
    const coordinates = Array.from({ length: 300_000 }, (_, at) => [110 + (at % 1000) / 1000, 35]);
    const [feature] = featuresOf(ZONES.content);
    if (!feature) throw new Error('the zones have features');
    const record = importRecord('big', {
      kind: 'reference',
      accuracyMetres: 5,
      features: [{ ...feature, geometry: { type: 'LineString', coordinates } }],
    });
    expect(importBounds(index, record)).toEqual([110, 35, 110.999, 35]);
  });
});
