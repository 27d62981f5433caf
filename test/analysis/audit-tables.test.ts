import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditTables } from '../../src/analysis/audit';
import type { PlanTable } from '../../src/domain/plan-table';
import {
  HEADINGS,
  type Heading,
  printedRows,
  tableOf,
  townshipRows,
  withCell,
} from './audit-synthetic';

const SEED = { seed: 20261122, numRuns: 30 };

/** "kind row column" of every finding. */
function found(table: PlanTable): string[] {
  return auditTables([table]).map(
    ({ kind, where }) => `${kind} ${where.row ?? ''} ${where.column ?? ''}`,
  );
}

function at(heading: Heading): number {
  return HEADINGS.indexOf(heading);
}

const HOUSEHOLDS = '贫困户数（户）';
const PERSONS = '贫困人口数（人）';
const INCIDENCE = '贫困发生率（%）';

describe('tables', () => {
  it('without an error give no finding', () => {
    fc.assert(
      fc.property(townshipRows, (rows) => {
        expect(found(tableOf(printedRows(rows)))).toEqual([]);
      }),
      SEED,
    );
  });

  it('with a total that is not the sum: the total', () => {
    fc.assert(
      fc.property(
        townshipRows,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 900 }),
        (rows, column, more) => {
          const printed = printedRows(rows);
          const total = Number(printed.at(-1)?.[column]) + more;
          const table = tableOf(withCell(printed, rows.length, column, String(total)));
          expect(found(table)).toEqual([`row-sum ${rows.length + 1} ${HEADINGS[column]}`]);
        },
      ),
      SEED,
    );
  });

  it('with a total that counts a row twice: the row is named', () => {
    fc.assert(
      fc.property(townshipRows, (rows) => {
        const printed = printedRows(rows);
        const twice = Number(printed.at(-1)?.[3]) + (rows[2]?.households ?? 0);
        const [finding] = auditTables([tableOf(withCell(printed, rows.length, 3, String(twice)))]);
        expect(finding?.cause).toMatch(/重复加了这一行|写颠倒|如为/);
      }),
      SEED,
    );
  });

  it('with a rate in ‰ under %: that cell', () => {
    fc.assert(
      fc.property(townshipRows, fc.nat(7), (rows, row) => {
        const printed = printedRows(rows);
        const rate = Number(printed[row]?.[at(INCIDENCE)]) * 10;
        fc.pre(rate < 100);
        const table = tableOf(withCell(printed, row, at(INCIDENCE), rate.toFixed(1)));
        expect(found(table)).toEqual([`unit-slip ${row + 1} ${INCIDENCE}`]);
      }),
      SEED,
    );
  });

  it('with all rates in ‰ under %, the total too: the column', () => {
    fc.assert(
      fc.property(townshipRows, (more) => {
        // A quarter as poor, so that ten times the rate is still below 100.
        const rows = more.map((row) => ({
          ...row,
          persons: Math.round(row.persons / 4),
          households: Math.round(row.households / 4),
        }));
        const printed = printedRows(rows).map((cells) =>
          cells.map((cell, column) =>
            column === at(INCIDENCE) ? (Number(cell) * 10).toFixed(1) : cell,
          ),
        );
        // 50 to 120 persons a village are below what villages are anywhere.
        expect(found(tableOf(printed))).toEqual([`unit-slip  ${INCIDENCE}`]);
      }),
      SEED,
    );
  });

  it('with a rate over 100 %: that cell', () => {
    fc.assert(
      fc.property(townshipRows, fc.nat(7), (rows, row) => {
        const table = tableOf(withCell(printedRows(rows), row, at(INCIDENCE), '108.40'));
        expect(found(table)).toEqual([`share-over-100 ${row + 1} ${INCIDENCE}`]);
      }),
      SEED,
    );
  });

  it('with a total rate outside those of the rows: the total', () => {
    fc.assert(
      fc.property(townshipRows, (rows) => {
        const table = tableOf(withCell(printedRows(rows), rows.length, at(INCIDENCE), '34.50'));
        expect(found(table)).toEqual([`average-out-of-range ${rows.length + 1} ${INCIDENCE}`]);
      }),
      SEED,
    );
  });

  it('with a total rate that is not that of the rows: the total', () => {
    fc.assert(
      fc.property(townshipRows, (rows) => {
        const printed = printedRows(rows);
        const rates = printed.slice(0, -1).map((cells) => Number(cells[at(INCIDENCE)]));
        const total = Number(printed.at(-1)?.[at(INCIDENCE)]);
        const wrong = total + (Math.max(...rates) - total) / 2;
        fc.pre(wrong - total > 0.5);
        const table = tableOf(withCell(printed, rows.length, at(INCIDENCE), wrong.toFixed(2)));
        expect(found(table)).toEqual([`implied-population ${rows.length + 1} ${INCIDENCE}`]);
      }),
      SEED,
    );
  });

  it('with more poor villages than villages: that cell, and the sum that it breaks', () => {
    fc.assert(
      fc.property(townshipRows, fc.nat(7), (rows, row) => {
        const villages = rows[row]?.villages ?? 0;
        const table = tableOf(withCell(printedRows(rows), row, 2, String(villages + 3)));
        expect(found(table)).toEqual([
          `row-sum ${rows.length + 1} 贫困村数（个）`,
          `part-over-whole ${row + 1} 贫困村数（个）`,
        ]);
      }),
      SEED,
    );
  });

  it('with a figure ten times too large: that cell, and the sum that it breaks, which names the cell', () => {
    fc.assert(
      fc.property(townshipRows, fc.nat(7), (rows, row) => {
        const printed = printedRows(rows);
        const table = tableOf(withCell(printed, row, 3, String((rows[row]?.households ?? 0) * 10)));
        expect(found(table)).toEqual([
          `row-sum ${rows.length + 1} ${HOUSEHOLDS}`,
          `magnitude ${row + 1} ${HOUSEHOLDS}`,
        ]);
        expect(auditTables([table])[0]?.cause).toContain('多写或少写了零');
      }),
      SEED,
    );
  });

  it('with a figure ten times too large that its own size hardly gives away: both of the pair are named, none is mended', () => {
    const households = [500, 700, 900, 1000, 1100, 1400, 2000, 4000];
    const rows = households.map((count, row) => [
      `${'子丑寅卯辰巳午未'[row]}乡`,
      String(count),
      String((count === 4000 ? 400 : count) * 3),
    ]);
    const headings = ['乡镇', HOUSEHOLDS, PERSONS];
    const [finding, ...others] = auditTables([tableOf(rows, headings)]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      kind: 'magnitude',
      where: { row: 8, column: HOUSEHOLDS },
      against: [{ row: 8, column: PERSONS }],
      canUseComputed: false,
    });
    expect(finding?.text).toContain('1,200人有误，应为12,000人');
    const clear = auditTables([
      tableOf(withCell(withCell(rows, 7, 1, '10000'), 7, 2, '3000'), headings),
    ]);
    expect(clear).toMatchObject([
      { where: { row: 8, column: HOUSEHOLDS }, against: [], canUseComputed: true },
    ]);
  });

  it('with neither error nor total row give none: small counts beside large ones are no slip', () => {
    fc.assert(
      fc.property(townshipRows, (rows) => {
        expect(found(tableOf(printedRows(rows).slice(0, -1)))).toEqual([]);
      }),
      { ...SEED, numRuns: 300 },
    );
  });

  it('are not judged by what may be rounded', () => {
    const printed = [
      ['甲', '1.24', '0.34'],
      ['乙', '2.24', '0.34'],
      ['丙', '3.24', '0.34'],
      ['合计', '6.7', '1.0'],
    ];
    expect(found(tableOf(printed, ['乡镇', '面积（万亩）', '林地（万亩）']))).toEqual([]);
    const wrong = withCell(printed, 3, 1, '6.9');
    expect(found(tableOf(wrong, ['乡镇', '面积（万亩）', '林地（万亩）']))).toEqual([
      'row-sum 4 面积（万亩）',
    ]);
  });

  it('with subtotals and a grand total are summed group by group', () => {
    const printed = [
      ['甲', '12', '30'],
      ['乙', '14', '41'],
      ['小计', '26', '71'],
      ['丙', '9', '20'],
      ['丁', '8', '17'],
      ['小计', '17', '37'],
      ['总计', '43', '108'],
    ];
    const rows = printed.map((cells) => ({
      cells,
      role: /计/.test(cells[0] ?? '') ? ('total' as const) : ('body' as const),
    }));
    const table = {
      ...tableOf(printed, ['村', '户数', '人数']),
      rows: rows.map((row) => ({ ...row, areaCode: null })),
    };
    expect(found(table)).toEqual([]);
    const wrong = table.rows.map((row, place) =>
      place === 5 ? { ...row, cells: ['小计', '17', '36'] } : row,
    );
    expect(found({ ...table, rows: wrong })).toEqual(['row-sum 6 人数']);
  });
});

describe('columns', () => {
  const sums = fc.array(
    fc.tuple(fc.integer({ min: 20, max: 900 }), fc.integer({ min: 20, max: 900 })),
    { minLength: 8, maxLength: 20 },
  );
  const headings = ['村', '合计户数', '脱贫户数', '未脱贫户数', '脱贫比例（%）'];
  const body = (pairs: readonly (readonly [number, number])[]): string[][] =>
    pairs.map(([a, b], row) => [
      `${row}村`,
      String(a + b),
      String(a),
      String(b),
      ((a / (a + b)) * 100).toFixed(1),
    ]);

  it('that are sums or shares of others give nothing where all rows keep to it', () => {
    fc.assert(
      fc.property(sums, (pairs) => {
        expect(found(tableOf(body(pairs), headings))).toEqual([]);
      }),
      SEED,
    );
  });

  it('that break it in one row: that row', () => {
    fc.assert(
      fc.property(sums, fc.nat(7), fc.integer({ min: 3, max: 15 }), (pairs, row, more) => {
        const share = Number(body(pairs)[row]?.[4]);
        const wrong = share + more > 100 ? share - more : share + more;
        fc.pre(wrong > 0 && Math.abs(wrong / share - 10) > 0.5);
        const table = tableOf(withCell(body(pairs), row, 4, wrong.toFixed(1)), headings);
        expect(found(table)).toEqual([`column-relation ${row + 1} 脱贫比例（%）`]);
      }),
      SEED,
    );
  });

  it('whose sum is wrong in one row: that row', () => {
    fc.assert(
      fc.property(sums, fc.nat(7), (pairs, row) => {
        const [a, b] = pairs[row] ?? [0, 0];
        const rows = withCell(
          body(pairs).map((cells) => cells.slice(0, 4)),
          row,
          1,
          String(a + b + 7),
        );
        expect(found(tableOf(rows, headings.slice(0, 4)))).toEqual([
          `column-relation ${row + 1} 合计户数`,
        ]);
      }),
      SEED,
    );
  });

  it('with a share in ‰ in one row: a slip of the unit', () => {
    fc.assert(
      fc.property(sums, fc.nat(7), (pairs, row) => {
        const share = Number(body(pairs)[row]?.[4]) / 10;
        const table = tableOf(withCell(body(pairs), row, 4, share.toFixed(2)), headings);
        expect(found(table)).toEqual([`unit-slip ${row + 1} 脱贫比例（%）`]);
      }),
      SEED,
    );
  });
});

it('60,000 rows with twelve columns are audited without a wrong word', () => {
  const rows = Array.from({ length: 60_000 }, (_, row) => {
    const [a, b] = [20 + ((row * 7919) % 900), 30 + ((row * 104_729) % 700)];
    return [
      `${row}村`,
      String(a + b),
      String(a),
      String(b),
      ((a / (a + b)) * 100).toFixed(2),
      String(a * 3),
      String(b * 2 + (row % 5)),
      String(row % 13),
      '',
      '甲乡',
      String(1000 + ((row * 31) % 977)),
      '无',
    ];
  });
  const headings = [
    '村',
    '合计户数',
    '一',
    '二',
    '占比（%）',
    '三',
    '四',
    '五',
    '六',
    '乡镇',
    '七',
    '备注',
  ];
  expect(found(tableOf(rows, headings))).toEqual([]);
});

describe('persons', () => {
  it('of the rows are compared with the total of households too: a person a household at least', () => {
    const printed = [
      ['甲', '20', '60'],
      ['乙', '30', '25'],
      ['丙', '10', '33'],
    ];
    expect(found(tableOf(printed, ['村', HOUSEHOLDS, PERSONS]))).toEqual([
      `part-over-whole 2 ${HOUSEHOLDS}`,
    ]);
  });
});
