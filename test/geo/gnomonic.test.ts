import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cutGeodesic, legBetween, legEnd, nearestOnGeodesic } from '../../src/geo/geodesic';
import { gnomonicPlane, planeAround } from '../../src/geo/gnomonic';

const plane = gnomonicPlane(111, 35);
const near = fc
  .tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: 1, max: 100_000, noNaN: true }),
  )
  .map(([bearingDegrees, metres]) => legEnd([111, 35], { bearingDegrees, metres }));

describe('gnomonicPlane', () => {
  it('gives each place back to 1e-8 m', () => {
    fc.assert(
      fc.property(near, (place) => {
        expect(legBetween(place, plane.toGlobe(plane.toPlane(place))).metres).toBeLessThan(1e-8);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('draws geodesics straight: 2e-4 m over 200 km, where degrees are 500 m off', () => {
    const off = ([a, b]: readonly [Position, Position]): number => {
      const middle = cutGeodesic(a, b, 2)[1] as Position;
      const [[ax, ay], [bx, by], [x, y]] = [a, b, middle].map(plane.toPlane) as [
        readonly [number, number],
        readonly [number, number],
        readonly [number, number],
      ];
      return Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / Math.hypot(bx - ax, by - ay);
    };
    fc.assert(
      fc.property(near, near, (a, b) => {
        fc.pre(legBetween(a, b).metres > 1);
        expect(off([a, b])).toBeLessThan(2.5e-4);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('has no plane for what is empty, no number, or too wide', () => {
    const points = (...coordinates: Position[]) => ({ type: 'MultiPoint', coordinates }) as const;
    expect(planeAround([points()])).toBeNull();
    expect(planeAround([points([111, Number.NaN])])).toBeNull();
    expect(planeAround([points([111, 35], [111, 95])])).toBeNull();
    expect(planeAround([points([105, 35], [118, 35])])).toBeNull();
    expect(planeAround([points([110, 35], [112, 36])])).not.toBeNull();
  });
});

describe('nearestOnGeodesic', () => {
  it('gives the place of the least distance, and an end as its very numbers', () => {
    const [a, b] = [
      [110, 35],
      [111, 35],
    ] as const;
    expect(nearestOnGeodesic([109, 35], a, b).position).toBe(a);
    expect(nearestOnGeodesic([112, 35], a, b).position).toBe(b);
    const { metres, position } = nearestOnGeodesic([110.4, 35.2], a, b);
    expect(Math.abs(legBetween([110.4, 35.2], [...position]).metres - metres)).toBeLessThan(1e-9);
    for (const other of cutGeodesic([...a], [...b], 1000)) {
      expect(legBetween([110.4, 35.2], other).metres).toBeGreaterThan(metres - 1e-9);
    }
  });
});

describe('legEnd', () => {
  it('arrives where legBetween came from', () => {
    fc.assert(
      fc.property(near, near, (a, b) => {
        expect(legBetween(legEnd(a, legBetween(a, b)), b).metres).toBeLessThan(1e-7);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});
