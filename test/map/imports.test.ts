import { describe, expect, it } from 'vitest';
import { importLegend } from '../../src/features/layers/import-legend';
import { EMPTY_SCENE } from '../../src/map/map-scene';
import { sceneSources } from '../../src/map/scene-sources';
import { importFeatures } from '../../src/map/sources/import-features';
import { pickFeatures } from '../../src/map/sources/pick-features';
import { orderedLayerIds } from '../../src/map/style/style';
import { importRecord, SQUARE, ZONES } from '../features/imports/synthetic-imports';

describe('the user’s own layers on the map', () => {
  const sites = importRecord('s', { kind: 'sites', accuracyMetres: 5, features: [SQUARE] });

  it('draws zones and reference layers by shape, and no project or village', () => {
    const { features } = importFeatures([sites, ZONES]);
    expect(features.map(({ properties }) => [properties.id, properties.shape])).toEqual([
      ['z:1', 'area'],
      ['z:2', 'line'],
      ['z:2', 'point'],
    ]);
    expect(features[0]?.properties.name).toBe(SQUARE.name);
  });

  it('marks the picked feature, and nothing once its import is gone', () => {
    const context = { index: null, projects: [], belts: [], imports: [ZONES], planObjects: [] };
    const pick = { kind: 'imported', id: 'z:1' } as const;
    expect(pickFeatures([pick], context).features.map(({ geometry }) => geometry)).toEqual([
      SQUARE.geometry,
    ]);
    expect(pickFeatures([pick], { ...context, imports: [] }).features).toEqual([]);
  });

  it('sends the source anew, and the marks with it, when the shown imports change', () => {
    const sent = new Map();
    sceneSources(EMPTY_SCENE, sent);
    const changed = sceneSources({ ...EMPTY_SCENE, imports: [ZONES] }, sent);
    expect(changed.map(([id]) => id).toSorted()).toEqual(['imports']);
  });

  it('moves with its place in the order of layers', () => {
    const order = orderedLayerIds('standard', [
      { id: 'projects', visible: true, opacity: 1 },
      { id: 'imports', visible: true, opacity: 1 },
    ]);
    expect(order.indexOf('import-fill')).toBeLessThan(order.indexOf('project-line'));
    expect(order.indexOf('import-fill')).toBeGreaterThan(0);
  });

  it('has a key with the title of each layer, a sample for each shape', () => {
    const { rows } = importLegend('standard', [ZONES, sites]);
    expect(rows.map(({ label, swatch, count }) => [label, swatch.kind, count])).toEqual([
      ['导入z', 'fill', '1'],
      ['导入z', 'line', '1'],
      ['导入z', 'point', '1'],
    ]);
    expect(importLegend('standard', []).rows).toEqual([]);
  });
});
