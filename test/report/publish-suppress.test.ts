// No hidden figure can be computed from rows, columns and what is published: checked by Gaussian elimination, which knows
// nothing of bridges.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Suppression, suppress } from '../../src/report/publish-suppress';

/** Places of unknowns that the sums of all given lines fix. */
function solvable(hidden: readonly Suppression[], lines: readonly (readonly number[])[]): number[] {
  const unknowns = [...hidden.keys()].filter((at) => hidden[at] !== null);
  const matrix = lines.map((keys) => unknowns.map((at): number => (keys.includes(at) ? 1 : 0)));
  let row = 0;
  const pivots: number[] = [];
  for (let column = 0; column < unknowns.length; column++) {
    const found = matrix.findIndex((each, at) => at >= row && Math.abs(each[column]!) > 1e-9);
    if (found < 0) continue;
    [matrix[row], matrix[found]] = [matrix[found]!, matrix[row]!];
    const head = matrix[row]![column]!;
    matrix[row] = matrix[row]!.map((each) => each / head);
    matrix.forEach((each, at) => {
      const factor = each[column]!;
      if (at !== row && Math.abs(factor) > 1e-9)
        matrix[at] = each.map((value, place) => value - factor * matrix[row]![place]!);
    });
    pivots.push(column);
    row++;
  }
  // Fixed: its reduced row has nothing but itself.
  return pivots.flatMap((column, at) =>
    matrix[at]!.every((value, place) => place === column || Math.abs(value) < 1e-9)
      ? [unknowns[column]!]
      : [],
  );
}

const linesOf = (keys: readonly number[]): readonly (readonly number[])[] =>
  [...new Set(keys)].map((key) => [...keys.keys()].filter((at) => keys[at] === key));

describe('suppress', () => {
  it('withholds the total of a line that has one figure only', () => {
    const made = suppress([3], [7], [2], 5);
    expect(made).toEqual({
      hidden: ['small'],
      withheldRows: new Set([7]),
      withheldColumns: new Set([2]),
    });
  });

  it('hides a second figure where a total would give the first away', () => {
    const { hidden } = suppress([3, 12, 40], [0, 0, 0], [0, 0, 0], 5);
    expect(hidden).toEqual(['small', 'other', null]);
  });

  it('hides more where the small ones together stay below n', () => {
    expect(suppress([1, 2, 40, 12], [0, 0, 0, 0], [0, 0, 0, 0], 5).hidden).toEqual([
      'small',
      'small',
      null,
      'other',
    ]);
  });

  it('leaves zeros, gaps and lists without a small figure as they are', () => {
    expect(suppress([0, null, 5, 9], [0, 0, 0, 0], [0, 0, 0, 0], 5).hidden).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('hides all small figures and leaves none that row and column sums can be solved for', () => {
    const table = fc
      .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 4 }) })
      .chain(({ rows, columns }) =>
        fc.record({
          rows: fc.constant(rows),
          columns: fc.constant(columns),
          values: fc.array(fc.option(fc.integer({ min: 0, max: 30 }), { freq: 8 }), {
            minLength: rows * columns,
            maxLength: rows * columns,
          }),
        }),
      );
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 12 }), ({ columns, values }, n) => {
        const rowOf = values.map((_, at) => Math.floor(at / columns));
        const columnOf = values.map((_, at) => at % columns);
        const { hidden, withheldRows, withheldColumns } = suppress(values, rowOf, columnOf, n);
        values.forEach((value, at) => {
          const isSmall = value !== null && value > 0 && value < n;
          expect(hidden[at] === 'small').toBe(isSmall);
          if (value === null || value === 0) expect(hidden[at]).toBeNull();
        });
        const published = [
          ...linesOf(rowOf).filter((line) => !withheldRows.has(rowOf[line[0]!]!)),
          ...linesOf(columnOf).filter((line) => !withheldColumns.has(columnOf[line[0]!]!)),
        ];
        expect(solvable(hidden, published)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
