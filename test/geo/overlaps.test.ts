import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import { commonArea } from '../../src/geo/area-boolean';
import { circleAround } from '../../src/geo/drawn-shapes';
import { overlapOf, overlapsBetween } from '../../src/geo/overlaps';
import { boundsOf } from '../../src/geo/positions';
import { codeOf, COUNTIES, polygon, square, valueOf } from './edit-fixtures';

describe('overlapOf', () => {
  it('gives the area in common and its share of either', () => {
    const [big, small] = [polygon(square(111, 35, 0.2)), polygon(square(111.1, 35.05, 0.05))];
    const { squareMetres, shareOfFirst, shareOfSecond } = valueOf(overlapOf(big, small)) ?? {};
    expect(squareMetres).toBeCloseTo(polygonAreaSquareMetres(small), 3);
    expect(shareOfSecond).toBeCloseTo(1, 9);
    expect(shareOfFirst).toBeCloseTo(
      polygonAreaSquareMetres(small) / polygonAreaSquareMetres(big),
      9,
    );
  });

  it('is nothing for areas apart, with a border in common, or in a hole', () => {
    const one = polygon(square(111, 35, 0.1));
    expect(valueOf(overlapOf(one, polygon(square(111.1, 35, 0.1))))).toBeNull();
    expect(valueOf(overlapOf(one, polygon(square(112, 35, 0.1))))).toBeNull();
    const ring = polygon(square(111, 35, 0.1), square(111.02, 35.02, 0.06));
    expect(valueOf(overlapOf(ring, polygon(square(111.04, 35.04, 0.01))))).toBeNull();
  });

  it('drawing far borders straight changes nothing: circles in counties against the whole intersection', () => {
    const county = fc.integer({ min: 0, max: COUNTIES.length - 1 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const radius = fc.double({ min: 200, max: 15_000, noNaN: true });
    fc.assert(
      fc.property(county, share, share, radius, (at, x, y, metres) => {
        const { geometry } = COUNTIES[at] as (typeof COUNTIES)[number];
        const [west, south, east, north] = boundsOf(geometry) ?? [0, 0, 0, 0];
        const site = circleAround([west + x * (east - west), south + y * (north - south)], metres);
        if (site === null) throw new Error();
        const whole = valueOf(commonArea(site, geometry));
        const squareMetres = whole ? polygonAreaSquareMetres(whole) : 0;
        const overlap = valueOf(overlapOf(site, geometry));
        expect(Math.abs((overlap?.squareMetres ?? 0) - squareMetres)).toBeLessThan(
          1e-9 * polygonAreaSquareMetres(site) + 1e-3,
        );
      }),
      { seed: 61, numRuns: 40 },
    );
  });

  it('says when a shape cannot be worked on', () => {
    const sound = polygon(square(111, 35, 0.1));
    expect(codeOf(overlapOf(sound, polygon()))).toBe('shape-not-in-plane');
  });
});

describe('overlapsBetween', () => {
  it('names each pair that overlaps, whose areas make up a site within the counties', () => {
    const counties = COUNTIES.map(({ geometry }) => geometry);
    const site = circleAround([111.05, 35.2], 20_000);
    if (site === null) throw new Error();
    const pairs = valueOf(overlapsBetween([site, polygon(square(0, 0, 1))], counties));
    expect(pairs.length).toBeGreaterThan(1);
    expect(new Set(pairs.map(({ first }) => first))).toEqual(new Set([0]));
    const sum = pairs.reduce((total, { squareMetres }) => total + squareMetres, 0);
    expect(Math.abs(sum / polygonAreaSquareMetres(site) - 1)).toBeLessThan(1e-9);
    for (const { second, squareMetres } of pairs) {
      const one = valueOf(overlapOf(site, counties[second] as (typeof counties)[number]));
      expect(one?.squareMetres).toBe(squareMetres);
    }
  });
});
