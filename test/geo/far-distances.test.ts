// Distances from 50 km to 2,500 km keep the error bound that decisions and fields rest on.
import { expect, it } from 'vitest';
import { arcErrorMetres } from '../../src/geo/ellipsoid';
import { cutGeodesic, distanceToGeodesicMetres } from '../../src/geo/geodesic';
import { projectShape } from '../../src/geo/project-shape';
import { villageIndex } from '../../src/geo/village-index';
import { villageDistances } from '../../src/geo/villages-distances';
import { seeded } from '../bench/clustered-villages';

type Place = readonly [lng: number, lat: number];

const far = [5, 35, 53, 75].flatMap((lat) =>
  [5e4, 1e5, 2e5, 3e5, 4.5e5, 7e5, 9e5, 2e6].map((metres) => [lat, metres] as const),
);

it.each(far)('at latitude %d° and about %d m the error is below its bound', (lat, metres) => {
  const random = seeded(lat * 1e6 + metres);
  for (let k = 0; k < 60; k++) {
    const a: Place = [110 + random(), lat + random()];
    const b: Place = [a[0] + (random() - 0.5) * 1.5, a[1] + random() - 0.5];
    const [mx = 0, my = 0] = cutGeodesic([...a], [...b], 2)[1] ?? [];
    const away = (metres * (0.5 + random())) / 111_000;
    const turn = random() * 2 * Math.PI;
    const village: Place = [
      mx + (away * Math.cos(turn)) / Math.cos((lat * Math.PI) / 180),
      my + away * Math.sin(turn),
    ];
    if (Math.abs(village[1]) > 84 || Math.abs(village[0]) > 180) continue;
    const truth = distanceToGeodesicMetres(village, a, b);
    const index = villageIndex(Float64Array.of(village[0]), Float64Array.of(village[1]));
    const shape = projectShape({ type: 'LineString', coordinates: [[...a], [...b]] });
    const [got = Number.NaN] = villageDistances(index, shape).metres;
    expect(Math.abs(got - truth)).toBeLessThan(arcErrorMetres(truth));
  }
});

it.each([5, 53, 75])(
  'at latitude %d° a winding line far away is as far as its nearest edge',
  (lat) => {
    const random = seeded(lat);
    for (const metres of [4.2e5, 5.5e5, 9e5, 2e6]) {
      for (const step of [0.001, 0.04]) {
        let [lng, y] = [110, lat];
        const line = Array.from({ length: 25 }, (): Place => {
          lng += (random() - 0.3) * step;
          y += (random() - 0.5) * step;
          return [lng, y];
        });
        const shape = projectShape({
          type: 'LineString',
          coordinates: line.map((each) => [...each]),
        });
        for (let k = 0; k < 10; k++) {
          const turn = random() * 2 * Math.PI;
          const away = metres / 111_000;
          const village: Place = [
            lng + (away * Math.cos(turn)) / Math.cos((lat * Math.PI) / 180),
            y + away * Math.sin(turn),
          ];
          if (Math.abs(village[1]) > 84 || Math.abs(village[0]) > 180) continue;
          const truth = Math.min(
            ...line
              .slice(1)
              .map((b, at) => distanceToGeodesicMetres(village, line[at] as Place, b)),
          );
          const index = villageIndex(Float64Array.of(village[0]), Float64Array.of(village[1]));
          const [got = Number.NaN] = villageDistances(index, shape).metres;
          expect(Math.abs(got - truth)).toBeLessThan(arcErrorMetres(truth));
        }
      }
    }
  },
);
