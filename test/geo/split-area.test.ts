import fc from 'fast-check';
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import { commonArea, polygonsOf, unitedAreas } from '../../src/geo/area-boolean';
import { boundsOf } from '../../src/geo/positions';
import { shapeFaults } from '../../src/geo/shape-faults';
import { splitArea } from '../../src/geo/split-area';
import {
  codeOf,
  cornersOf,
  COUNTIES,
  frozen,
  line,
  perimeterMetres,
  polygon,
  ringOf,
  square,
  star,
  valueOf,
} from './edit-fixtures';

const sumOf = (parts: readonly Polygon[]): number =>
  parts.reduce((sum, part) => sum + polygonAreaSquareMetres(part), 0);

/** A zigzag over the whole width of a shape, its turns at the given shares of the height. */
function acrossIt(area: Polygon, heights: readonly number[]): LineString {
  const [west, south, east, north] = boundsOf(area) ?? [0, 0, 0, 0];
  const [width, height] = [east - west, north - south];
  return line(
    ...heights.map((share, at): Position => [
      west - width / 10 + (1.2 * width * at) / (heights.length - 1),
      south + height * share,
    ]),
  );
}

const heights = fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), {
  minLength: 2,
  maxLength: 6,
});

/** What has to hold of the parts of any split. */
function expectParts(whole: Polygon, parts: readonly Polygon[]): void {
  const area = polygonAreaSquareMetres(whole);
  // A cut lies on its edge to (L/2 of the plane's straightness) m²: 1e-3 m² for 50 km, far below 1e-9 of a county.
  expect(Math.abs(sumOf(parts) - area)).toBeLessThan(1e-9 * area + 1e-3);
  for (const part of parts) {
    expect(shapeFaults(part)).toEqual([]);
    const width = (2 * polygonAreaSquareMetres(part)) / perimeterMetres(part.coordinates);
    expect(width).toBeGreaterThan(1e-4);
  }
}

function expectSharedCuts(whole: Polygon, cut: LineString, parts: readonly Polygon[]): void {
  const known = new Set([...cornersOf(whole.coordinates), ...cornersOf([cut.coordinates])]);
  const seen = new Map<string, number>();
  for (const part of parts) {
    for (const corner of cornersOf(part.coordinates)) {
      if (!known.has(corner)) seen.set(corner, (seen.get(corner) ?? 0) + 1);
    }
  }
  // A place where the cut meets the border belongs to the parts on both sides of it, bit by bit.
  for (const count of seen.values()) expect(count).toBeGreaterThanOrEqual(2);
}

describe('splitArea', () => {
  it('cuts random stars, with holes too, into parts that add up, share the cut and merge back', () => {
    fc.assert(
      fc.property(star(10_000), heights, (whole, shares) => {
        const cut = acrossIt(whole, shares);
        const outcome = splitArea(whole, cut);
        if (!outcome.ok) {
          expect(codeOf(outcome)).toBe('split-not-through');
          return;
        }
        const parts = outcome.value;
        expect(parts.length).toBeGreaterThan(1);
        expectParts(whole, parts);
        expectSharedCuts(whole, cut, parts);
        const merged = valueOf(unitedAreas(parts));
        const area = polygonAreaSquareMetres(whole);
        expect(Math.abs(polygonAreaSquareMetres(merged) - area)).toBeLessThan(1e-9 * area + 1e-3);
        expect(polygonsOf(merged).map((rings) => rings.length)).toEqual([whole.coordinates.length]);
        const corners = cornersOf(polygonsOf(merged).flat());
        for (const corner of cornersOf(whole.coordinates)) expect(corners).toContain(corner);
      }),
      { seed: 21, numRuns: 80 },
    );
  });

  it('leaves nothing common to two parts', () => {
    fc.assert(
      fc.property(star(10_000), heights, (whole, shares) => {
        const outcome = splitArea(whole, acrossIt(whole, shares));
        const [a, b] = outcome.ok ? outcome.value : [];
        if (a && b) expect(valueOf(commonArea(a, b))).toBeNull();
      }),
      { seed: 22, numRuns: 30 },
    );
  });

  it('cuts every county so that the parts add up to 1e-9', () => {
    for (const { geometry } of COUNTIES) {
      expectParts(geometry, valueOf(splitArea(geometry, acrossIt(geometry, [0.3, 0.7, 0.4]))));
    }
  });

  it('keeps the area of long edges, where a cut in degrees would be off by square kilometres', () => {
    const wide = polygon(square(110, 34, 1.5));
    const parts = valueOf(splitArea(wide, line([110.7, 33.9], [110.8, 35.6])));
    const area = polygonAreaSquareMetres(wide);
    // Edges of 150 km, 110 km from the middle: the plane is straight to 3e-4 m there.
    expect(Math.abs(sumOf(parts) - area)).toBeLessThan(2 * 150_000 * 3e-4);
  });

  it('runs through a hole, and round one', () => {
    const ring = square(111, 35, 0.1);
    const hole = square(111.04, 35.04, 0.02).toReversed();
    const whole = polygon(ring, hole);
    const through = valueOf(splitArea(whole, line([110.9, 35.05], [111.2, 35.05])));
    expect(through.map(({ coordinates }) => coordinates.length)).toEqual([1, 1]);
    expectParts(whole, through);
    const beside = valueOf(splitArea(whole, line([110.9, 35.02], [111.2, 35.02])));
    expect(beside.map(({ coordinates }) => coordinates.length).toSorted()).toEqual([1, 2]);
    expectParts(whole, beside);
  });

  it('makes no part of a loop that the line draws outside, or in a hole', () => {
    const whole = polygon(square(111, 35, 0.1), square(111.04, 35.04, 0.04));
    const loopOutside = line(
      [110.9, 35.02],
      [111.2, 35.02],
      [111.3, 35.03],
      [111.3, 35],
      [111.25, 35.05],
    );
    expect(valueOf(splitArea(whole, loopOutside))).toHaveLength(2);
    const loopInHole = line(
      [110.9, 35.06],
      [111.07, 35.06],
      [111.07, 35.07],
      [111.06, 35.05],
      [111.06, 35.065],
      [111.2, 35.065],
    );
    const parts = valueOf(splitArea(whole, loopInHole));
    expect(parts).toHaveLength(2);
    expectParts(whole, parts);
  });

  it('leaves no spike of a line that leads to a hole once', () => {
    const whole = polygon(square(111, 35, 0.1), square(111.04, 35.04, 0.04));
    const lines: MultiLineString = frozen({
      type: 'MultiLineString',
      coordinates: [
        [
          [110.9, 35.02],
          [111.2, 35.02],
        ],
        [
          [110.9, 35.06],
          [111.06, 35.06],
        ],
      ],
    });
    const parts = valueOf(splitArea(whole, lines));
    expect(parts).toHaveLength(2);
    expectParts(whole, parts);
  });

  it('keeps what the line does not reach of a MultiPolygon as it was', () => {
    const far = [square(111.5, 35, 0.1)];
    const whole: MultiPolygon = frozen({
      type: 'MultiPolygon',
      coordinates: [[square(111, 35, 0.1)], far],
    });
    const parts = valueOf(splitArea(whole, line([111.05, 34.9], [111.05, 35.2])));
    expect(parts).toHaveLength(3);
    expect(parts[2]?.coordinates).toEqual(far);
  });

  it('cuts along vertices and existing edges without slivers', () => {
    const whole = polygon(
      ringOf([111, 35], [111.05, 35], [111.1, 35], [111.1, 35.1], [111.05, 35.1], [111, 35.1]),
    );
    const parts = valueOf(splitArea(whole, line([111.05, 35], [111.05, 35.1])));
    expect(parts.map(({ coordinates }) => coordinates[0]?.length)).toEqual([5, 5]);
    expectParts(whole, parts);
  });

  it('says when the line does not cut through: outside, inside, an end inside, along the border', () => {
    const whole = polygon(square(111, 35, 0.1), square(111.04, 35.04, 0.02).toReversed());
    for (const cut of [
      line([112, 35], [112, 36]),
      line([111.01, 35.01], [111.02, 35.02]),
      line([110.9, 35.02], [111.05, 35.02]),
      line([110.9, 35.05], [111.05, 35.05]),
      line([111, 35], [111.1, 35]),
    ]) {
      expect(codeOf(splitArea(whole, cut))).toBe('split-not-through');
    }
  });
});
