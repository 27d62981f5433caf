import fc from 'fast-check';
import type { Geometry, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import { pathsOf } from '../../src/geo/edit-paths';
import { legBetween, legEnd } from '../../src/geo/geodesic';
import { movedBy, rotated, scaled } from '../../src/geo/move-shape';
import { centreOf } from '../../src/geo/shape-centre';
import { frozen, line, polygon, square, star } from './edit-fixtures';
import { anyGeometry } from './random-shapes';

const areaOf = (geometry: Geometry): number => polygonAreaSquareMetres(geometry as Polygon);
const turn = fc.double({ min: -360, max: 360, noNaN: true });

/** The farthest that two vertices in the same place of two shapes are apart. */
function apartMetres(a: Geometry, b: Geometry): number {
  const [one, other] = [a, b].map((each) => pathsOf(each).flatMap(({ positions }) => positions));
  return Math.max(
    0,
    ...(one ?? []).map((position, at) => legBetween(position, other?.[at] ?? []).metres),
  );
}

describe('rotated', () => {
  it('keeps the area of a site to 1e-6, its centre to a millimetre, and distances from it', () => {
    fc.assert(
      fc.property(star(10_000), turn, (site, degrees) => {
        const turned = rotated(site, degrees);
        expect(Math.abs(areaOf(turned) / areaOf(site) - 1)).toBeLessThan(1e-6);
        const [before, after] = [centreOf(site), centreOf(turned)] as [Position, Position];
        expect(legBetween(before, after).metres).toBeLessThan(1e-3);
        const corner = (shape: Geometry): Position => pathsOf(shape)[0]?.positions[0] ?? [];
        expect(legBetween(before, corner(turned)).metres).toBeCloseTo(
          legBetween(before, corner(site)).metres,
          6,
        );
      }),
      { seed: 71, numRuns: 60 },
    );
  });

  it('turns clockwise, and back again to where it was', () => {
    const path = line([111, 35], [111, 35.1]);
    const east = rotated(path, 90, [111, 35]);
    const [a = [], b = []] = pathsOf(east)[0]?.positions ?? [];
    expect(legBetween(a, b).bearingDegrees).toBeCloseTo(90, 9);
    fc.assert(
      fc.property(star(10_000), turn, (site, degrees) => {
        const about = centreOf(site) as Position;
        expect(
          apartMetres(rotated(rotated(site, degrees, about), -degrees, about), site),
        ).toBeLessThan(1e-7);
      }),
      { seed: 72, numRuns: 30 },
    );
  });
});

describe('scaled', () => {
  it('makes lengths from the centre times the factor and areas times its square', () => {
    fc.assert(
      fc.property(star(3_000), fc.double({ min: 0.2, max: 3, noNaN: true }), (site, factor) => {
        expect(
          Math.abs(areaOf(scaled(site, factor)) / areaOf(site) / factor ** 2 - 1),
        ).toBeLessThan(2e-6);
      }),
      { seed: 73, numRuns: 40 },
    );
  });
});

describe('movedBy', () => {
  it('goes the leg given and keeps distances from the centre, area and north', () => {
    fc.assert(
      fc.property(
        star(5_000),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 1, max: 100_000, noNaN: true }),
        (site, bearingDegrees, metres) => {
          const moved = movedBy(site, { bearingDegrees, metres });
          expect(Math.abs(areaOf(moved) / areaOf(site) - 1)).toBeLessThan(1e-7);
          const [before, after] = [centreOf(site), centreOf(moved)] as [Position, Position];
          expect(legBetween(legEnd(before, { bearingDegrees, metres }), after).metres).toBeLessThan(
            0.02,
          );
          const corner = (shape: Geometry): Position => pathsOf(shape)[0]?.positions[0] ?? [];
          const north = (from: Position, shape: Geometry): number =>
            legBetween(from, corner(shape)).bearingDegrees;
          const own = legEnd(before, { bearingDegrees, metres });
          expect(north(own, moved)).toBeCloseTo(north(before, site), 6);
        },
      ),
      { seed: 74, numRuns: 40 },
    );
  });

  it('takes any geometry, of the same type and as many vertices, heights kept, input untouched', () => {
    fc.assert(
      fc.property(anyGeometry, (geometry) => {
        const before = JSON.stringify(geometry);
        frozen(geometry);
        for (const moved of [
          movedBy(geometry, { bearingDegrees: 30, metres: 3_000 }),
          rotated(geometry, 30),
          scaled(geometry, 0.5),
        ]) {
          expect(moved.type).toBe(geometry.type);
          expect(pathsOf(moved).map(({ positions }) => positions.length)).toEqual(
            pathsOf(geometry).map(({ positions }) => positions.length),
          );
        }
        expect(JSON.stringify(geometry)).toBe(before);
      }),
      { seed: 75, numRuns: 60 },
    );
    const high: Geometry = frozen({ type: 'Point', coordinates: [111, 35, 500] });
    expect(movedBy(high, { bearingDegrees: 0, metres: 100 })).toMatchObject({
      coordinates: [111, expect.closeTo(35.0009, 3), 500],
    });
    const empty: Geometry = frozen({ type: 'MultiPoint', coordinates: [] });
    expect(rotated(empty, 30)).toBe(empty);
  });
});

describe('centreOf', () => {
  it('is that of the area without its hole, of the line by length, of the points', () => {
    const closeTo = (x: number, y: number): Position => [
      expect.closeTo(x, 6),
      expect.closeTo(y, 6),
    ];
    expect(centreOf(polygon(square(111, 35, 0.004)))).toEqual(closeTo(111.002, 35.002));
    const holed = polygon(square(111, 35, 0.004), square(111, 35, 0.002));
    // A quarter taken away from one corner: the middle goes 1/12 of the side the other way.
    const middle = closeTo(111.002 + 0.004 / 12, 35.002 + 0.004 / 12);
    expect(centreOf(holed)).toEqual(middle);
    const turned = polygon(...holed.coordinates.map((ring) => ring.toReversed()));
    expect(centreOf(turned)).toEqual(middle);
    expect(centreOf(line([111, 35], [111, 35.001], [111, 35.004]))).toEqual(closeTo(111, 35.002));
    const points: Geometry = {
      type: 'MultiPoint',
      coordinates: [
        [111, 35],
        [111, 35],
        [111, 35.003],
      ],
    };
    expect(centreOf(points)).toEqual(closeTo(111, 35.001));
    expect(centreOf({ type: 'MultiPoint', coordinates: [] })).toBeNull();
  });
});
