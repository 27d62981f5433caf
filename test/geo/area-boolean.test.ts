import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import { areaWithout, commonArea, polygonsOf, unitedAreas } from '../../src/geo/area-boolean';
import { legBetween, legEnd } from '../../src/geo/geodesic';
import type { Area } from '../../src/geo/display-buffer';
import { shapeFaults } from '../../src/geo/shape-faults';
import {
  codeOf,
  cornersOf,
  COUNTIES,
  perimeterMetres,
  polygon,
  square,
  star,
  valueOf,
} from './edit-fixtures';

function squareMetres(area: Area | null): number {
  return area ? polygonAreaSquareMetres(area) : 0;
}

/** Widest allowed for 0: no part or hole thinner than this is made. */
const SLIVER_METRES = 1e-3;

function narrowestMetres(area: Area | null): number {
  const rings = area ? polygonsOf(area).flat() : [];
  return Math.min(
    ...rings.map(
      (ring) =>
        (2 * polygonAreaSquareMetres({ type: 'Polygon', coordinates: [ring] })) /
        perimeterMetres([ring]),
    ),
  );
}

describe('areas of unions, intersections and differences', () => {
  it('add up for random stars: |A ∪ B| + |A ∩ B| = |A| + |B|, |A − B| + |A ∩ B| = |A|', () => {
    // Each crossing is put into a geodesic edge: GeographicLib's 0.1 m² a vertex is far from reached; 1e-9 and 1e-3 m² are.
    fc.assert(
      fc.property(star(8_000), star(8_000), (first, far) => {
        // The second is brought to the first, so that they meet.
        const [[a], [b]] = [first.coordinates[0] ?? [], far.coordinates[0] ?? []];
        const second = polygon(
          ...far.coordinates.map((ring) =>
            ring.map((each): Position => legEnd(a as Position, legBetween(b as Position, each))),
          ),
        );
        const [whole, other] = [squareMetres(first), squareMetres(second)];
        const common = valueOf(commonArea(first, second));
        const united = valueOf(unitedAreas([first, second]));
        const left = valueOf(areaWithout(first, second));
        const tolerance = 1e-9 * (whole + other) + 1e-3;
        expect(Math.abs(squareMetres(united) + squareMetres(common) - whole - other)).toBeLessThan(
          tolerance,
        );
        expect(Math.abs(squareMetres(left) + squareMetres(common) - whole)).toBeLessThan(tolerance);
        for (const area of [common, united, left]) {
          if (area === null) continue;
          expect(narrowestMetres(area)).toBeGreaterThan(SLIVER_METRES);
          expect(shapeFaults(area)).toEqual([]);
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('unite the 13 counties to one ring without a gap, of their very vertices', () => {
    const united = valueOf(unitedAreas(COUNTIES.map(({ geometry }) => geometry)));
    const sum = COUNTIES.reduce((total, { geometry }) => total + squareMetres(geometry), 0);
    expect(polygonsOf(united).map((rings) => rings.length)).toEqual([1]);
    expect(Math.abs(squareMetres(united) / sum - 1)).toBeLessThan(1e-12);
    const given = cornersOf(COUNTIES.flatMap(({ geometry }) => geometry.coordinates));
    for (const corner of cornersOf(polygonsOf(united).flat())) expect(given).toContain(corner);
  });

  it('leave nothing between two counties that share a border', () => {
    for (const [at, { geometry }] of COUNTIES.entries()) {
      for (const other of COUNTIES.slice(at + 1, at + 3)) {
        expect(valueOf(commonArea(geometry, other.geometry))).toBeNull();
      }
    }
  });
});

describe('vertices of unions, intersections and differences', () => {
  it('stay where a border runs straight through them', () => {
    // North of the middle of both areas the meridian is x = 0 of the plane: exactly in line, where polyclip drops them.
    const west = polygon([
      [110.9, 35],
      [111, 35],
      [111, 35.06],
      [111, 35.07],
      [111, 35.08],
      [111, 35.1],
      [110.9, 35.1],
      [110.9, 35],
    ]);
    const left = valueOf(areaWithout(west, polygon(square(111, 35, 0.1))));
    if (left === null) throw new Error();
    for (const corner of cornersOf(west.coordinates)) {
      expect(cornersOf(polygonsOf(left).flat())).toContain(corner);
    }
  });

  it('close the gap of a border digitised twice to a tenth of a millimetre', () => {
    const west = polygon(square(110.9, 35, 0.1));
    const east = polygon([
      [111 + 1e-9, 35],
      [111.1, 35],
      [111.1, 35.1],
      [111, 35.1],
      [111 + 1e-9, 35.04],
      [111 + 1e-9, 35],
    ]);
    const united = valueOf(unitedAreas([west, east]));
    expect(polygonsOf(united).map((rings) => rings.length)).toEqual([1]);
    expect(valueOf(commonArea(west, east))).toBeNull();
    expect(shapeFaults(united)).toEqual([]);
  });
});

describe('what cannot be done', () => {
  it('is said: no number, too wide', () => {
    const sound = polygon(square(111, 35, 0.1));
    expect(codeOf(unitedAreas([sound, polygon([[111, Number.NaN]])]))).toBe('shape-not-in-plane');
    expect(codeOf(unitedAreas([sound, polygon(square(125, 35, 0.1))]))).toBe('shape-not-in-plane');
    expect(codeOf(unitedAreas([]))).toBe('shape-not-in-plane');
  });
  it('is nothing left, not a Problem', () => {
    const sound = polygon(square(111, 35, 0.1));
    expect(valueOf(areaWithout(sound, sound))).toBeNull();
    expect(valueOf(commonArea(sound, polygon(square(111.2, 35, 0.1))))).toBeNull();
  });
});
