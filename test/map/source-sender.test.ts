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

/** A source that reads what it is given at once, as the map's worker does. */
function reader() {
  const got: unknown[] = [];
  const setData = async (data: MapFeatures | string): Promise<void> => {
    got.push(typeof data === 'string' ? await (await fetch(data)).json() : data);
  };
  return { got, setData };
}

it('gives few features as they are', async () => {
  const source = reader();
  const data = points(3);
  await new SourceSender().send('a', source, data);
  expect(source.got[0]).toBe(data);
});

it('gives many as the same features in a blob', async () => {
  const source = reader();
  const data = points(2 * FEATURES_A_SLICE + 1);
  await new SourceSender().send('a', source, data);
  expect(source.got).toEqual([data]);
});

it('gives up many for newer ones, and never puts them over these', async () => {
  const source = reader();
  const sender = new SourceSender();
  const many = sender.send('a', source, points(FEATURES_A_SLICE + 1));
  const [few, other] = [points(1), points(2)];
  await sender.send('b', source, other);
  await sender.send('a', source, few);
  await many;
  expect(source.got).toEqual([other, few]);
});
