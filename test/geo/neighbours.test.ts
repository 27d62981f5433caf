import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../src/domain/lng-lat';
import { geodesicDistanceMetres } from '../../src/geo/geodesic';
import { neighboursWithin, pointDistanceMetres } from '../../src/geo/neighbours';

function nearEach(points: readonly LngLat[], metres: number): readonly (readonly number[])[] {
  const [lng, lat] = [0, 1].map((axis) => Float64Array.from(points, (each) => each[axis]!));
  const near = neighboursWithin(lng!, lat!, metres);
  return points.map((_, at) => near(at));
}

const degrees = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true });

describe('neighboursWithin', () => {
  it('equals asking every pair, also across the antimeridian', () => {
    const cloud = fc
      .tuple(
        fc.constantFrom<LngLat>([111, 35], [180, 5], [-179.99, -60], [0, 0]),
        fc.array(fc.tuple(degrees(-0.1, 0.1), degrees(-0.1, 0.1)), { maxLength: 40 }),
      )
      .map(([[lng, lat], steps]) =>
        steps.map(([x, y]): LngLat => [((lng + x + 540) % 360) - 180, lat + y]),
      );
    fc.assert(
      fc.property(cloud, fc.double({ min: 0, max: 15_000, noNaN: true }), (points, metres) => {
        const near = nearEach(points, metres);
        points.forEach((a, at) => {
          const brute = points.flatMap((b, other) =>
            pointDistanceMetres(a, b) <= metres ? [other] : [],
          );
          expect(near[at]).toEqual(brute);
        });
      }),
      { seed: 20161, numRuns: 300 },
    );
  });
  it('measures as GeographicLib does', () => {
    fc.assert(
      fc.property(degrees(-180, 180), degrees(-80, 80), degrees(-2, 2), (lng, lat, step) => {
        const [a, b]: [LngLat, LngLat] = [
          [lng, lat],
          [lng + step, lat + step / 3],
        ];
        const truth = geodesicDistanceMetres([...a], [...b]);
        expect(Math.abs(pointDistanceMetres(a, b) - truth)).toBeLessThan(1e-5);
      }),
      { seed: 20162 },
    );
  });
  it('puts a point with itself and its doubles at distance 0, and refuses nonsense', () => {
    const points: LngLat[] = [
      [111, 35],
      [111, 35],
      [111.1, 35],
    ];
    expect(nearEach(points, 0)).toEqual([[0, 1], [0, 1], [2]]);
    expect(() => nearEach(points, -1)).toThrow(RangeError);
    expect(() => nearEach(points, Number.NaN)).toThrow(RangeError);
  });
});
