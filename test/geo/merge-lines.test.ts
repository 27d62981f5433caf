import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { mergeLines } from '../../src/geo/merge-lines';
import { codeOf, line, valueOf } from './edit-fixtures';

describe('mergeLines', () => {
  it('joins pieces end to end in any order, turned round or not', () => {
    const whole = Array.from({ length: 9 }, (_, k): Position => [111 + k / 10, 35 + (k % 2) / 10]);
    const pieces = [whole.slice(0, 3), whole.slice(2, 5), whole.slice(4, 6), whole.slice(5)];
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        (order, turns) => {
          const lines = order.map((at) => {
            const piece = pieces[at] as Position[];
            return line(...(turns[at] ? piece.toReversed() : piece));
          });
          const { coordinates } = valueOf(mergeLines(lines, 0));
          const merged = coordinates[0] === whole[0] ? coordinates : coordinates.toReversed();
          expect(merged).toEqual(whole);
        },
      ),
      { seed: 111, numRuns: 60 },
    );
  });

  it('bridges a gap within the tolerance without moving a vertex, and names a wider one', () => {
    const [a, b] = [line([111, 35], [111.1, 35]), line([111.1, 35.0001], [111.2, 35])];
    expect(valueOf(mergeLines([a, b], 20)).coordinates).toEqual([
      ...a.coordinates,
      ...b.coordinates,
    ]);
    const outcome = mergeLines([a, b], 5);
    expect(codeOf(outcome)).toBe('merge-gap');
    expect(outcome.ok ? '' : outcome.problems[0]?.text).toContain('11.1 米');
  });

  it('closes a ring of lines', () => {
    const { coordinates } = valueOf(
      mergeLines([line([111, 35], [112, 35]), line([112, 35], [112, 36], [111, 35])], 1),
    );
    expect(coordinates).toHaveLength(4);
    expect(coordinates[0]).toEqual(coordinates[3]);
  });

  it('does not choose at a fork, and needs two lines', () => {
    const [a, b, c] = [
      line([111, 35], [111.1, 35]),
      line([111.1, 35], [111.2, 35]),
      line([111.1, 35], [111.1, 35.1]),
    ];
    expect(codeOf(mergeLines([a, b, c], 1))).toBe('merge-fork');
    expect(codeOf(mergeLines([a], 1))).toBe('merge-needs-two');
    expect(codeOf(mergeLines([], 1))).toBe('merge-needs-two');
  });
});
