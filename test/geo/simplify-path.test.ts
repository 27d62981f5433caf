import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { distanceToGeodesicMetres } from '../../src/geo/geodesic';
import { simplifiedPath } from '../../src/geo/simplify-path';
import { frozen, ringOf } from './edit-fixtures';

/** A hand moving on: steps of up to 50 m. */
const freehand = fc
  .array(
    fc.tuple(
      fc.double({ min: -5e-4, max: 5e-4, noNaN: true }),
      fc.double({ min: -5e-4, max: 5e-4, noNaN: true }),
    ),
    { minLength: 3, maxLength: 60 },
  )
  .map((steps): Position[] => {
    let [x, y] = [111, 35];
    return frozen(steps.map(([dx, dy]): Position => [(x += dx), (y += dy)]));
  });

const pair = ([lng = 0, lat = 0]: Position): [number, number] => [lng, lat];

describe('simplifiedPath', () => {
  it('keeps both ends and leaves every vertex within the tolerance of the stretch that replaces it', () => {
    fc.assert(
      fc.property(freehand, fc.double({ min: 1, max: 100, noNaN: true }), (path, tolerance) => {
        const kept = simplifiedPath(path, tolerance);
        expect(kept[0]).toBe(path[0]);
        expect(kept.at(-1)).toBe(path.at(-1));
        let edge = 0;
        for (const position of path) {
          if (position === kept[edge + 1] && edge + 2 < kept.length) edge++;
          const ends = [kept[edge], kept[edge + 1]].map((each) => pair(each as Position));
          const off = distanceToGeodesicMetres(
            pair(position),
            ...(ends as [[number, number], [number, number]]),
          );
          expect(off).toBeLessThan(tolerance + 1e-3);
        }
      }),
      { seed: 91, numRuns: 60 },
    );
  });

  it('leaves out vertices on a straight way, and none that the tolerance needs', () => {
    const path: Position[] = [
      [111, 35],
      [111, 35.01],
      [111, 35.02],
      [111.01, 35.02],
    ];
    expect(simplifiedPath(path, 1)).toEqual([path[0], path[2], path[3]]);
    expect(simplifiedPath(path, 1e-9)).toEqual([path[0], path[2], path[3]]);
    expect(simplifiedPath(path, 1e6)).toEqual([path[0], path[3]]);
  });

  it('keeps a ring closed, with three corners whatever the tolerance', () => {
    const ring = ringOf([111, 35], [111.01, 35], [111.01, 35.01], [111.005, 35.0101], [111, 35.01]);
    const kept = simplifiedPath(ring, 1e6);
    expect(kept).toHaveLength(4);
    expect(kept[0]).toEqual(kept[3]);
    expect(simplifiedPath(ring, 20)).toHaveLength(5);
  });
});
