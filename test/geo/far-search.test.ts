// Nearest places thousands of kilometres away, against GeographicLib on every edge and by sampling along each.
import type { Geometry } from 'geojson';
import { expect, it } from 'vitest';
import { nearestProjects } from '../../src/analysis/nearest';
import {
  cutGeodesic,
  distanceToGeodesicMetres,
  geodesicDistanceMetres,
} from '../../src/geo/geodesic';
import { projectShape } from '../../src/geo/project-shape';
import { villageIndex } from '../../src/geo/village-index';
import { villageDistances } from '../../src/geo/villages-distances';
import { seeded } from '../bench/clustered-villages';

type Place = readonly [lng: number, lat: number];

/** What is printed has three decimals; what is promised is a tenth of a millimetre. */
const PROMISED_METRES = 1e-4;

function toEdge(village: Place, a: Place, b: Place): number {
  const cuts = cutGeodesic([...a], [...b], 9);
  return Math.min(
    distanceToGeodesicMetres(village, a, b),
    ...cuts.map((place) => geodesicDistanceMetres([...village], place)),
  );
}

function toLine(village: Place, line: readonly Place[]): number {
  return Math.min(...line.slice(1).map((b, at) => toEdge(village, line[at] as Place, b)));
}

function lineString(line: readonly Place[]): Geometry {
  return { type: 'LineString', coordinates: line.map((place) => [...place]) };
}

function within(lng: number): number {
  return lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng;
}

/** A winding line from a place, `step` degrees a leg. */
function winding(random: () => number, from: Place, legs: number, step: number): Place[] {
  let [lng, lat] = from;
  return Array.from({ length: legs + 1 }, (): Place => {
    lng += (random() - 0.4) * step;
    lat = Math.max(-84, Math.min(84, lat + (random() - 0.5) * step));
    return [lng, lat];
  });
}

it.each([0.0005, 0.03, 1, 12])(
  'lines with legs of about %d° are as far as GeographicLib says',
  (step) => {
    const random = seeded(step * 1e4);
    let far = 0;
    for (let k = 0; k < 60; k++) {
      const line = winding(random, [random() * 360 - 180, random() * 160 - 80], 12, step);
      const villages = Array.from({ length: 6 }, (): Place => [
        random() * 360 - 180,
        random() * 168 - 84,
      ]);
      // Neighbours: the second search starts from the first one's place.
      villages.push(...villages.map(([lng, lat]): Place => [within(lng + 0.01), lat + 0.01]));
      const index = villageIndex(
        Float64Array.from(villages, ([lng]) => lng),
        Float64Array.from(villages, ([, lat]) => lat),
      );
      const { metres } = villageDistances(index, projectShape(lineString(line)));
      for (const [at, village] of villages.entries()) {
        const truth = toLine(village, line);
        if (truth > 2.4e6) far += 1;
        const words = `${village.join()} to ${JSON.stringify(line)}`;
        expect(Math.abs((metres[at] as number) - truth), words).toBeLessThan(PROMISED_METRES);
      }
    }
    expect(far).toBeGreaterThan(500);
  },
);

it('keeps the promise across the antimeridian, at ±85° and at the antipodes', () => {
  const random = seeded(85);
  const lines: readonly Place[][] = [
    [
      [179.5, 10],
      [180.5, 10.4],
      [181, 9],
    ],
    [
      [20, 85],
      [24, 84.9],
      [30, 84.5],
    ],
    [
      [111, 35],
      [111.02, 35.03],
      [111.05, 35.01],
    ],
  ];
  for (const line of lines) {
    const [lng, lat] = line[1] as Place;
    const near = (size: number): number => (random() - 0.5) * size;
    const villages: Place[] = [
      [-179.99, -60],
      [179.99, -60],
      [-20, 85],
      [100, -85],
      ...Array.from({ length: 40 }, (): Place => [
        within(lng + 180 + near(6)),
        Math.max(-85, Math.min(85, -lat + near(6))),
      ]),
    ];
    const index = villageIndex(
      Float64Array.from(villages, (place) => within(place[0])),
      Float64Array.from(villages, (place) => place[1]),
    );
    const { metres } = villageDistances(index, projectShape(lineString(line)));
    for (const [at, village] of villages.entries()) {
      const words = `${village.join()} to ${JSON.stringify(line)}`;
      const truth = toLine(village, line);
      expect(Math.abs((metres[at] as number) - truth), words).toBeLessThan(PROMISED_METRES);
    }
  }
});

it('finds the nearest of many projects, near and far, and of points', () => {
  const random = seeded(300);
  const lines = Array.from({ length: 12 }, () =>
    winding(random, [random() * 360 - 180, random() * 160 - 80], 6, 0.05),
  );
  const points = Array.from({ length: 6 }, (): Place => [
    random() * 360 - 180,
    random() * 160 - 80,
  ]);
  const shapes = [
    ...lines.map((line) => projectShape(lineString(line))),
    ...points.map((place) => projectShape({ type: 'Point', coordinates: [...place] })),
  ];
  const villages = Array.from({ length: 150 }, (): Place => [
    random() * 360 - 180,
    random() * 168 - 84,
  ]);
  const index = villageIndex(
    Float64Array.from(villages, ([lng]) => lng),
    Float64Array.from(villages, ([, lat]) => lat),
  );
  const { metres, project } = nearestProjects(index, shapes);
  for (const [at, village] of villages.entries()) {
    const all = [
      ...lines.map((line) => toLine(village, line)),
      ...points.map((place) => geodesicDistanceMetres([...village], [...place])),
    ];
    const least = Math.min(...all);
    expect(Math.abs((metres[at] as number) - least)).toBeLessThan(PROMISED_METRES);
    expect(project[at]).toBe(all.indexOf(least));
  }
});
