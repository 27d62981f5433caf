import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import {
  circleAround,
  rectangleFromCorners,
  rectangleOnEdge,
  traverse,
} from '../../src/geo/drawn-shapes';
import { distanceToGeodesicMetres, legBetween, legEnd } from '../../src/geo/geodesic';
import { ringProblems } from '../../src/geo/ring-checks';
import { frozen } from './edit-fixtures';

const start: Position = frozen([111, 35]);
const bearing = fc.double({ min: -180, max: 180, noNaN: true });
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const metres = fc.double({ min: 10, max: 5_000, noNaN: true });

function cornersOf(shape: Polygon | null): Position[] {
  const ring = shape?.coordinates[0] ?? [];
  expect(ringProblems(ring)).toEqual([]);
  return ring.slice(0, -1);
}

describe('circleAround', () => {
  it('has its corners on the circle and its edges within 0.1 % of it', () => {
    fc.assert(
      fc.property(metres, (radius) => {
        const circle = circleAround(start, radius);
        const corners = cornersOf(circle);
        corners.forEach((corner, at) => {
          expect(Math.abs(legBetween(start, corner).metres - radius)).toBeLessThan(1e-7);
          const next = corners[(at + 1) % corners.length] as Position;
          const ends = [corner, next] as unknown as [[number, number], [number, number]];
          expect(distanceToGeodesicMetres([111, 35], ...ends)).toBeGreaterThan(0.999 * radius);
        });
        const n = corners.length;
        const expected = (n / 2) * radius ** 2 * Math.sin((2 * Math.PI) / n);
        const area = circle ? polygonAreaSquareMetres(circle) : 0;
        expect(Math.abs(area / expected - 1)).toBeLessThan(1e-6);
      }),
      { seed: 81, numRuns: 20 },
    );
    expect(circleAround(start, 0)).toBeNull();
    expect(circleAround(start, Number.NaN)).toBeNull();
  });
});

describe('rectangleFromCorners', () => {
  it('takes opposite corners in any order, and needs both a width and a height', () => {
    const wanted = [
      [111, 35],
      [111.2, 35],
      [111.2, 35.1],
      [111, 35.1],
    ];
    expect(cornersOf(rectangleFromCorners([111, 35], [111.2, 35.1]))).toEqual(wanted);
    expect(cornersOf(rectangleFromCorners([111.2, 35], [111, 35.1]))).toEqual(wanted);
    expect(rectangleFromCorners([111, 35], [111, 35.1])).toBeNull();
    expect(rectangleFromCorners([111, 35], [Number.NaN, 35.1])).toBeNull();
  });
});

describe('rectangleOnEdge', () => {
  it('has right angles on the edge, the width of the third place, and the area of length × width', () => {
    fc.assert(
      fc.property(
        bearing,
        metres,
        metres,
        fc.boolean(),
        share,
        (course, length, width, left, slip) => {
          const end = legEnd(start, { bearingDegrees: course, metres: length });
          const along = legEnd(start, { bearingDegrees: course, metres: slip * length });
          const beside = legEnd(along, {
            bearingDegrees: legBetween(along, end).bearingDegrees + (left ? -90 : 90),
            metres: width,
          });
          const shape = rectangleOnEdge(start, end, beside);
          const corners = cornersOf(shape);
          expect(corners).toHaveLength(4);
          expect(corners).toContain(start);
          expect(corners).toContain(end);
          const area = shape ? polygonAreaSquareMetres(shape) : 0;
          expect(Math.abs(area / (length * width) - 1)).toBeLessThan(2e-6);
          // The third place lies on the far edge.
          const [a, b] = corners.filter((corner) => corner !== start && corner !== end);
          const pair = ([lng = 0, lat = 0]: Position): [number, number] => [lng, lat];
          const off = distanceToGeodesicMetres(pair(beside), pair(a ?? []), pair(b ?? []));
          expect(off).toBeLessThan(0.01);
        },
      ),
      { seed: 82, numRuns: 60 },
    );
  });
  it('needs an edge and a width', () => {
    expect(rectangleOnEdge(start, start, [111, 36])).toBeNull();
    expect(rectangleOnEdge(start, [111, 36], start)).toBeNull();
  });
});

describe('traverse', () => {
  it('goes the typed legs one after another', () => {
    const places = traverse(start, [
      { bearingDegrees: 0, metres: 100 },
      { bearingDegrees: 90, metres: 200 },
      { bearingDegrees: 180, metres: 100 },
    ]);
    expect(places[0]).toBe(start);
    expect(places).toHaveLength(4);
    const back = legBetween(places[3] as Position, start);
    expect(back.metres).toBeCloseTo(200, 2);
    expect(back.bearingDegrees).toBeCloseTo(-90, 2);
    expect(traverse(start, [])).toEqual([start]);
  });
});
