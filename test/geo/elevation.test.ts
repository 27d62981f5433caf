import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ElevationGrid } from '../../src/domain/elevation-grid';
import { sampleElevation, sampleSlopeDegrees } from '../../src/geo/elevation';

/** Heights of a function of the cell's centre. */
function grid(
  height: (x: number, y: number) => number,
  unit: 'degree' | 'metre' = 'metre',
  cell = 10,
): ElevationGrid {
  const [west, north, width, rows] = [100, 35, 12, 9];
  const values = Float64Array.from({ length: width * rows }, (_, i) =>
    height(west + ((i % width) + 0.5) * cell, north - (Math.floor(i / width) + 0.5) * cell),
  );
  return {
    west,
    north,
    cellWidth: cell,
    cellHeight: cell,
    width,
    height: rows,
    values,
    crs: null,
    unit,
  };
}

describe('elevation', () => {
  const plane = (x: number, y: number): number => 500 + 0.3 * x - 0.4 * y;

  it('is exact on a plane, at centres and between them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 105, max: 215, noNaN: true }),
        fc.double({ min: -50, max: 30, noNaN: true }),
        (x, y) => {
          expect(sampleElevation(grid(plane), x, y)).toBeCloseTo(plane(x, y), 9);
        },
      ),
      { seed: 1 },
    );
  });

  it('answers null beyond the outer centres and beside a gap, but not because of a gap that weighs nothing', () => {
    const holed = grid((x, y) => (x === 135 && y === 0 ? Number.NaN : 1));
    expect(sampleElevation(holed, 104.9, 0)).toBeNull();
    expect(sampleElevation(holed, 105, 30)).toBe(1);
    expect(sampleElevation(holed, 105, 30.1)).toBeNull();
    expect(sampleElevation(holed, 134, 1)).toBeNull();
    expect(sampleElevation(holed, 125, 0)).toBe(1);
    expect(sampleElevation(holed, Number.NaN, 0)).toBeNull();
  });

  it('slopes as the plane does, in metres and in degrees of latitude and longitude', () => {
    // A rise of √(0.3² + 0.4²) = 0.5.
    expect(sampleSlopeDegrees(grid(plane), 150, 0)).toBeCloseTo(
      (Math.atan(0.5) * 180) / Math.PI,
      9,
    );
    const degree = (Math.PI / 180) * 6_378_137;
    const steep = grid(
      (x, y) => 0.3 * x * degree * Math.cos((34.995 * Math.PI) / 180) - 0.4 * y * degree,
      'degree',
      0.001,
    );
    expect(sampleSlopeDegrees(steep, 100.0055, 34.995)).toBeCloseTo(
      (Math.atan(0.5) * 180) / Math.PI,
      6,
    );
  });

  it('has no slope at the edge nor beside a gap', () => {
    expect(sampleSlopeDegrees(grid(plane), 105, 0)).toBeNull();
    const holed = grid((x, y) => (x === 135 && y === 0 ? Number.NaN : 1));
    expect(sampleSlopeDegrees(holed, 135, 0)).toBeNull();
    expect(sampleSlopeDegrees(holed, 145, 0)).toBeNull();
    expect(sampleSlopeDegrees(holed, 155, 0)).toBe(0);
  });
});
