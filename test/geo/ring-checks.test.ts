import type { Position } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringProblems, ringSelfCrossing, ringTurn } from '../../src/geo/ring-checks';

const SQUARE: Position[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];

describe('ringProblems', () => {
  it('finds nothing wrong with a counter-clockwise square', () => {
    expect(ringProblems(SQUARE)).toEqual([]);
  });
  it('wants holes clockwise', () => {
    expect(ringProblems(SQUARE, 'hole')).toEqual([{ kind: 'wrong-winding', index: 0 }]);
    expect(ringProblems(SQUARE.toReversed(), 'hole')).toEqual([]);
    expect(ringProblems(SQUARE.toReversed())).toEqual([{ kind: 'wrong-winding', index: 0 }]);
  });
  it('names the position of a missing number and of one off the globe', () => {
    expect(ringProblems([[0, 0], [Number.NaN, 1], ...SQUARE])).toEqual([
      { kind: 'not-finite', index: 1 },
    ]);
    expect(ringProblems([[0, 0], [10, 91], ...SQUARE])).toEqual([
      { kind: 'out-of-range', index: 1 },
    ]);
  });
  it('refuses rings of fewer than three different corners', () => {
    expect(
      ringProblems([
        [0, 0],
        [1, 0],
        [1, 0],
        [0, 0],
      ]),
    ).toEqual([{ kind: 'too-short', index: 0 }]);
    expect(ringProblems([])).toEqual([{ kind: 'too-short', index: 0 }]);
  });
  it('finds an unclosed ring', () => {
    expect(ringProblems(SQUARE.slice(0, 4))).toEqual([{ kind: 'unclosed', index: 3 }]);
  });
  it('finds the bow-tie', () => {
    expect(
      ringProblems([
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ]),
    ).toEqual([{ kind: 'self-crossing', index: 2 }]);
  });
});

describe('ringSelfCrossing', () => {
  it('lets a ring touch itself at a corner, but not pass through itself there', () => {
    const touching = [
      [0, 0],
      [2, 0],
      [2, 2],
      [1, 0],
      [0, 2],
      [0, 0],
    ];
    expect(ringSelfCrossing(touching)).toBeNull();
    const through = [
      [0, 0],
      [1, 1],
      [2, 2],
      [2, 0],
      [1, 1],
      [0, 2],
      [0, 0],
    ];
    expect(ringSelfCrossing(through)).not.toBeNull();
  });
  it('finds an edge that runs back along another', () => {
    const spike = [
      [0, 0],
      [2, 0],
      [2, 2],
      [2, 1],
      [0, 2],
      [0, 0],
    ];
    expect(ringSelfCrossing(spike)).not.toBeNull();
  });
  it('ignores repeated positions', () => {
    expect(
      ringSelfCrossing([
        [0, 0],
        [0, 0],
        [1, 0],
        [1, 1],
        [1, 1],
        [0, 1],
        [0, 0],
      ]),
    ).toBeNull();
  });
  it('never finds a crossing in a star-shaped ring, and knows its turn', () => {
    const star = fc
      .array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 5, maxLength: 40 })
      .map((radii) =>
        radii.map((r, k): Position => {
          const angle = (2 * Math.PI * k) / radii.length;
          return [110 + r * Math.cos(angle), 35 + r * Math.sin(angle)];
        }),
      );
    fc.assert(
      fc.property(star, (corners) => {
        const ring = [...corners, corners[0] as Position];
        expect(ringSelfCrossing(ring)).toBeNull();
        expect(ringTurn(ring)).toBe('counter-clockwise');
      }),
      { seed: 20261122 },
    );
  });
});
