import fc from 'fast-check';
import type { LineString, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import { polygonsOf } from '../../src/geo/area-boolean';
import { circleAround, rectangleOnEdge, traverse } from '../../src/geo/drawn-shapes';
import { distanceToGeodesicMetres, legEnd } from '../../src/geo/geodesic';
import { parallelLine, widened } from '../../src/geo/offset-shape';
import { lengthMetres } from '../../src/geo/path-places';
import { shapeFaults } from '../../src/geo/shape-faults';
import { codeOf, frozen, line, ringOf, star, valueOf } from './edit-fixtures';

const start: Position = frozen([111, 35]);
const side = fc.double({ min: 200, max: 8_000, noNaN: true });
const share = fc.double({ min: 0.05, max: 0.4, noNaN: true });
const bearing = fc.double({ min: -180, max: 180, noNaN: true });

function block(length: number, width: number, bearingDegrees: number) {
  const end = legEnd(start, { bearingDegrees, metres: length });
  const shape = rectangleOnEdge(
    start,
    end,
    legEnd(end, { bearingDegrees: bearingDegrees + 90, metres: width }),
  );
  if (shape === null) throw new Error();
  return frozen(shape);
}

function distanceMetres(path: readonly Position[], [lng = 0, lat = 0]: Position): number {
  return Math.min(
    ...path.slice(1).map((b, at) => {
      const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [path[at] as Position, b];
      return distanceToGeodesicMetres([lng, lat], [ax, ay], [bx, by]);
    }),
  );
}

describe('widened', () => {
  it('makes ab + 2(a + b)d + πd² of a rectangle', () => {
    fc.assert(
      fc.property(side, side, share, bearing, (a, b, part, course) => {
        const d = part * Math.min(a, b);
        const area = polygonAreaSquareMetres(valueOf(widened(block(a, b, course), d)));
        const expected = a * b + 2 * (a + b) * d + Math.PI * d * d;
        // Round corners of 18 edges a quarter are 0.13 % short; the plane is right to 1e-6.
        expect(Math.abs(area - expected)).toBeLessThan(1.5e-3 * Math.PI * d * d + 3e-6 * expected);
      }),
      { seed: 121, numRuns: 30 },
    );
  });

  it('leaves (a − 2d)(b − 2d) of a rectangle inward, and of a circle another', () => {
    fc.assert(
      fc.property(side, side, share, bearing, (a, b, part, course) => {
        const d = part * Math.min(a, b);
        const area = polygonAreaSquareMetres(valueOf(widened(block(a, b, course), -d)));
        expect(Math.abs(area / ((a - 2 * d) * (b - 2 * d)) - 1)).toBeLessThan(2e-5);
      }),
      { seed: 122, numRuns: 30 },
    );
    const circle = circleAround(start, 1_000);
    const inner = circleAround(start, 700);
    if (circle === null || inner === null) throw new Error();
    const left = polygonAreaSquareMetres(valueOf(widened(circle, -300)));
    expect(Math.abs(left / polygonAreaSquareMetres(inner) - 1)).toBeLessThan(2e-3);
  });

  it('makes 2Ld + πd² of a straight line and a disc of a point', () => {
    fc.assert(
      fc.property(side, share, bearing, (length, part, course) => {
        const d = part * length;
        const path = line(start, legEnd(start, { bearingDegrees: course, metres: length }));
        const area = polygonAreaSquareMetres(valueOf(widened(path, d)));
        const expected = 2 * length * d + Math.PI * d * d;
        expect(Math.abs(area - expected)).toBeLessThan(1.5e-3 * Math.PI * d * d + 3e-6 * expected);
      }),
      { seed: 123, numRuns: 30 },
    );
    const disc = valueOf(widened({ type: 'Point', coordinates: start }, 500));
    expect(Math.abs(polygonAreaSquareMetres(disc) / (Math.PI * 500 ** 2) - 1)).toBeLessThan(1.5e-3);
  });

  it('has its border at the distance from the border of any star, to 1 % of it', () => {
    fc.assert(
      fc.property(star(4_000), fc.double({ min: 20, max: 400, noNaN: true }), (site, d) => {
        const grown = valueOf(widened(site, d));
        expect(shapeFaults(grown)).toEqual([]);
        for (const ring of polygonsOf(grown).flat()) {
          for (const corner of ring) {
            const off = Math.min(...site.coordinates.map((each) => distanceMetres(each, corner)));
            expect(Math.abs(off / d - 1)).toBeLessThan(0.011);
          }
        }
      }),
      { seed: 124, numRuns: 25 },
    );
  });

  it('says when nothing is left, when there is no inside, when there is nothing', () => {
    const site = block(1_000, 600, 20);
    expect(codeOf(widened(site, -301))).toBe('offset-vanishes');
    expect(valueOf(widened(site, -299)).type).toBe('Polygon');
    expect(codeOf(widened(line(start, [111.1, 35]), -10))).toBe('offset-no-inside');
    expect(codeOf(widened(line(start, [111.1, 35]), 0))).toBe('offset-no-inside');
    expect(codeOf(widened({ type: 'MultiPoint', coordinates: [] }, 10))).toBe('offset-empty');
  });
});

describe('parallelLine', () => {
  const bent = line(
    ...traverse(start, [
      { bearingDegrees: 60, metres: 1_500 },
      { bearingDegrees: 100, metres: 900 },
      { bearingDegrees: 20, metres: 1_200 },
    ]),
  );

  it('of a straight line is as long, on the side asked for', () => {
    fc.assert(
      fc.property(side, share, bearing, fc.boolean(), (length, part, course, left) => {
        const d = part * length;
        const path = line(start, legEnd(start, { bearingDegrees: course, metres: length }));
        const { coordinates } = valueOf(parallelLine(path, left ? d : -d));
        expect(Math.abs(lengthMetres(coordinates) / length - 1)).toBeLessThan(1e-4);
        const wanted = legEnd(start, { bearingDegrees: course + (left ? -90 : 90), metres: d });
        expect(lengthMetres([coordinates[0] as Position, wanted])).toBeLessThan(1e-3 * d);
      }),
      { seed: 125, numRuns: 30 },
    );
  });

  it('keeps its distance round bends on either side and runs the same way', () => {
    for (const d of [-200, -20, 20, 200]) {
      const { coordinates } = valueOf(parallelLine(bent, d));
      for (const place of coordinates) {
        const off = distanceMetres(bent.coordinates, place);
        expect(Math.abs(off / Math.abs(d) - 1)).toBeLessThan(0.011);
      }
      const ends: LineString['coordinates'] = [
        coordinates[0] as Position,
        bent.coordinates[0] as Position,
      ];
      expect(lengthMetres(ends)).toBeLessThan(Math.abs(d) * 1.001);
      // Outside of the bends longer, inside shorter, never turned back.
      expect(Math.abs(lengthMetres(coordinates) / lengthMetres(bent.coordinates) - 1)).toBeLessThan(
        0.2,
      );
    }
  });

  it('says when there is none: closed, curled up, no distance', () => {
    expect(codeOf(parallelLine(line(...ringOf([111, 35], [111.1, 35], [111.1, 35.1])), 50))).toBe(
      'parallel-closed',
    );
    expect(codeOf(parallelLine(bent, 0))).toBe('parallel-empty');
    const curl = traverse(
      start,
      [0, 90, 180, 270, 350].map((bearingDegrees) => ({ bearingDegrees, metres: 100 })),
    );
    expect(codeOf(parallelLine(line(...curl), -5_000))).toBe('parallel-lost');
  });
});
