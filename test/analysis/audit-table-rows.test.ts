import { describe, expect, it } from 'vitest';
import { auditTables } from '../../src/analysis/audit';
import { planTableOf } from '../../src/analysis/audit-plain-table';

const HEADINGS = ['县', '村名', '代码', '经度', '纬度', '户数（户）'];

type Cells = readonly string[];

const ROWS: readonly Cells[] = Array.from({ length: 9 }, (_, at) => [
  at < 5 ? '甲县' : '乙县',
  // 一村 stands in both counties: no repetition.
  `${'一二三四五'[at % 5]}村`,
  `9900${at < 5 ? '01' : '02'}00000${at}`,
  String(111.1 + at / 100),
  String(35.2 - at / 100),
  String(100 + at * 7),
]);

function audit(headings: Cells, rows: readonly Cells[]) {
  const body = rows.map((cells) => ({ cells, role: 'body' as const }));
  return auditTables([planTableOf({ id: 't', title: '表1 示例', headings, rows: body })]).map(
    ({ kind, severity, where, text }) => ({
      kind,
      severity,
      row: where.row,
      column: where.column,
      text,
    }),
  );
}

const without = (cells: Cells, at: number): Cells => cells.filter((_, index) => index !== at);
const changed = (row: number, change: (cells: Cells) => Cells): readonly Cells[] =>
  ROWS.map((cells, at) => (at === row ? change(cells) : cells));

describe('rows of one table', () => {
  it('finds nothing in a clean one, though names come twice in two counties', () => {
    expect(audit(HEADINGS, ROWS)).toEqual([]);
  });

  it('finds a code that stands twice', () => {
    const rows = changed(6, (cells) => cells.with(2, ROWS[3]?.[2] ?? ''));
    expect(audit(HEADINGS, rows)).toMatchObject([
      { kind: 'list-duplicate', severity: 'error', row: 7, column: '代码' },
    ]);
  });

  it('finds a name that stands twice where there are no codes', () => {
    const rows = changed(4, (cells) => cells.with(1, '一村')).map((cells) => without(cells, 2));
    expect(audit(without(HEADINGS, 2), rows)).toEqual([
      {
        kind: 'list-duplicate',
        severity: 'warning',
        row: 5,
        column: '村名',
        text: '表1第1行、第5行的名称相同：“一村”。',
      },
    ]);
  });

  it('takes a word that many rows share for no name', () => {
    const rows = ROWS.map((cells) => without(without(cells, 2), 1));
    expect(audit(without(without(HEADINGS, 2), 1), rows)).toEqual([]);
  });

  it('finds one row with longitude and latitude changed, and all of them at once', () => {
    const swap = (cells: Cells): Cells => cells.with(3, cells[4] ?? '').with(4, cells[3] ?? '');
    expect(audit(HEADINGS, changed(2, swap))).toMatchObject([
      { kind: 'swapped-axes', severity: 'error', row: 3, column: '经度' },
    ]);
    const all = audit(HEADINGS, ROWS.map(swap));
    expect(all).toMatchObject([{ kind: 'swapped-axes', row: 1 }]);
    expect(all[0]?.text).toContain('全部9行');
  });
});
