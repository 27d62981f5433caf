import fc from 'fast-check';
import type { MultiLineString, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cutGeodesic, legEnd, legBetween } from '../../src/geo/geodesic';
import { mergeLines } from '../../src/geo/merge-lines';
import { lengthMetres } from '../../src/geo/path-places';
import { splitLine } from '../../src/geo/split-line';
import { codeOf, frozen, line, valueOf } from './edit-fixtures';

const bend = line([111, 35], [111.2, 35], [111.2, 35.1], [111.4, 35.2]);

describe('splitLine', () => {
  it('cuts at the place nearest to the one given; lengths add up, and merging gives them back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 40, noNaN: true }),
        (edge, share, off) => {
          const [a, b] = [bend.coordinates[edge], bend.coordinates[edge + 1]] as [
            Position,
            Position,
          ];
          const leg = legBetween(a, b);
          const on = legEnd(a, { ...leg, metres: share * leg.metres });
          const beside = legEnd(on, { bearingDegrees: leg.bearingDegrees + 90, metres: off });
          const parts = valueOf(splitLine(bend, beside, 50));
          expect(parts).toHaveLength(2);
          const [first, second] = parts.map(({ coordinates }) => coordinates);
          expect(first?.at(-1)).toBe(second?.[0]);
          expect(legBetween(first?.at(-1) as Position, on).metres).toBeLessThan(0.2);
          const sum = lengthMetres(first ?? []) + lengthMetres(second ?? []);
          expect(Math.abs(sum - lengthMetres(bend.coordinates))).toBeLessThan(1e-6);
          const merged = valueOf(mergeLines(parts.toReversed(), 1));
          expect(merged.coordinates).toHaveLength(5);
          expect(Math.abs(lengthMetres(merged.coordinates) - sum)).toBeLessThan(1e-6);
        },
      ),
      { seed: 101, numRuns: 40 },
    );
  });

  it('cuts at a vertex by its very numbers', () => {
    const parts = valueOf(splitLine(bend, [111.2, 35], 1));
    expect(parts.map(({ coordinates }) => coordinates)).toEqual([
      bend.coordinates.slice(0, 2),
      bend.coordinates.slice(1),
    ]);
  });

  it('cuts the nearest of several lines and keeps the others', () => {
    const several: MultiLineString = frozen({
      type: 'MultiLineString',
      coordinates: [
        bend.coordinates,
        [
          [112, 35],
          [112, 36],
        ],
      ],
    });
    const middle = cutGeodesic([112, 35], [112, 36], 2)[1] as Position;
    const parts = valueOf(splitLine(several, middle, 10));
    expect(parts.map(({ coordinates }) => coordinates.length)).toEqual([4, 2, 2]);
    expect(parts[0]?.coordinates).toEqual(bend.coordinates);
  });

  it('says when the place is off the line or an end of it', () => {
    expect(codeOf(splitLine(bend, [111.1, 35.3], 50))).toBe('split-off-the-line');
    expect(codeOf(splitLine(bend, [111, 35], 50))).toBe('split-at-the-end');
    expect(codeOf(splitLine(bend, [111.4, 35.2], 50))).toBe('split-at-the-end');
  });
});
