import { describe, expect, it } from 'vitest';
import type { AuditFinding } from '../../../src/domain/audit-finding';
import {
  NO_FILTER,
  choiceCounts,
  filteredRows,
  findingRows,
  nextSort,
  sortedRows,
} from '../../../src/features/audit/audit-view';
import { treatmentOf, yunchengAudit } from './audit-sample';

describe('the list of findings', async () => {
  const { pack, findings } = await yunchengAudit();
  const names = { pack, imports: new Map() };
  const [first, second] = findings;
  if (!first || !second) throw new Error('the pack has findings');
  const ofBefore = treatmentOf(second, { stated: -1 });
  const rows = findingRows(
    findings,
    new Map(
      [first, second].map((each) => [each.id, each === first ? treatmentOf(first) : ofBefore]),
    ),
    names,
  );
  const states = rows.map(({ state }) => state);

  it('knows what is decided, open, or of other figures than when it was decided', () => {
    expect(states.slice(0, 2)).toEqual(['treated', 'changed']);
    expect(states.slice(2).every((state) => state === 'open')).toBe(true);
  });

  it('names tables and rows by their printed words', () => {
    const cell = rows.find(({ finding }) => finding.where.table && finding.where.row);
    const table = pack.tables.find(({ id }) => id === cell?.finding.where.table);
    expect(cell?.place).toContain(table?.title);
    expect(cell?.place).toContain(`第 ${cell?.finding.where.row} 行「`);
    expect(cell?.place).toContain(`「${cell?.finding.where.column}」列`);
  });

  it('is narrowed by state, severity and all words of a search', () => {
    expect(filteredRows(rows, { ...NO_FILTER, state: 'treated' })).toEqual([rows[0]]);
    const errors = filteredRows(rows, { ...NO_FILTER, severity: 'error' });
    expect(errors).toEqual(rows.filter(({ finding }) => finding.severity === 'error'));
    const [row] = rows;
    const words = ` ${row?.finding.text.slice(0, 4)}  ${row?.place.slice(0, 2)}`;
    const found = filteredRows(rows, { ...NO_FILTER, search: words });
    expect(found).toContain(row);
    expect(filteredRows(rows, { ...NO_FILTER, search: `${words} 查无此词` })).toEqual([]);
  });

  it('counts what each choice would leave', () => {
    const filter = { ...NO_FILTER, severity: 'error' as const };
    const bySeverity = choiceCounts(rows, filter, 'severity', (row) => row.finding.severity);
    expect([...bySeverity.values()].reduce((a, b) => a + b)).toBe(rows.length);
    const byState = choiceCounts(rows, filter, 'state', (row) => row.state);
    expect([...byState.values()].reduce((a, b) => a + b)).toBe(filteredRows(rows, filter).length);
  });

  it('is sorted both ways and back to the audit’s own order', () => {
    const up = nextSort(null, 'severity');
    const down = nextSort(up, 'severity');
    const order = (finding: AuditFinding) => ['error', 'warning', 'note'].indexOf(finding.severity);
    const orders = sortedRows(rows, down).map(({ finding }) => order(finding));
    expect(orders).toEqual(orders.toSorted((a, b) => b - a));
    expect(nextSort(down, 'severity')).toBeNull();
    expect(sortedRows(rows, null)).toBe(rows);
    expect(nextSort(down, 'place')).toEqual({ column: 'place', descending: false });
  });
});
