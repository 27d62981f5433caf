import type { GeoJSONSourceDiff } from 'maplibre-gl';
import { expect, it } from 'vitest';
import { FEATURES_A_SLICE, SourceSender } from '../../src/map/source-sender';
import { collection, mapFeatures, type MapFeatures } from '../../src/map/sources/feature-shape';

function points(count: number): MapFeatures {
  return collection(
    Array.from({ length: count }, (_, k) =>
      mapFeatures({ type: 'Point', coordinates: [k / 1000, 1] }, { name: `"甲"\n${k}` }),
    ).flat(),
  );
}

/** A source that holds what it was given, as MapLibre does: features are added to those that have an id. */
function holder() {
  const got: MapFeatures[] = [];
  const shown: MapFeatures['features'] = [];
  const setData = (data: MapFeatures): Promise<void> => {
    got.push(data);
    shown.splice(0, shown.length, ...data.features);
    return Promise.resolve();
  };
  const updateData = ({ add = [] }: GeoJSONSourceDiff): Promise<void> => {
    shown.push(...(add as MapFeatures['features']));
    return Promise.resolve();
  };
  return { got, shown, setData, updateData };
}

it('gives few features as they are', async () => {
  const source = holder();
  const data = points(3);
  await new SourceSender().send('a', source, data);
  expect(source.got).toEqual([data]);
  expect(source.got[0]).toBe(data);
});

it('gives many in slices: the same features in their order, each with an id of its own', async () => {
  const source = holder();
  const data = points(2 * FEATURES_A_SLICE + 1);
  await new SourceSender().send('a', source, data);
  expect(source.got[0]?.features).toHaveLength(FEATURES_A_SLICE);
  expect(source.shown).toEqual(data.features.map((feature, id) => ({ ...feature, id })));
});

it('gives up many for newer ones, and never adds them to these', async () => {
  const source = holder();
  const sender = new SourceSender();
  const many = sender.send('a', source, points(3 * FEATURES_A_SLICE));
  // Until the first slice is there.
  while (source.got.length === 0) await new Promise((resolve) => setTimeout(resolve));
  const few = points(1);
  await sender.send('a', source, few);
  await many;
  expect(source.shown).toEqual(few.features);
});
