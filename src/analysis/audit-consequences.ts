// One error shows in several places: a wrong total breaks the relations of its row, a zero too many makes parts larger than
// wholes. What follows from another finding of the same table is not told beside it.
import type { AuditFinding, AuditKind, AuditPlace } from '../domain/audit-finding';

const FOLLOWING: readonly AuditKind[] = [
  'column-relation',
  'unit-slip',
  'part-over-whole',
  'implied-population',
];

function cellKey({ table, row, column }: AuditPlace): string {
  return `${table ?? ''}/${row ?? ''}/${column ?? ''}`;
}

/** `findings` of tables, without those that a wrong total or a shifted figure of their own row explains. */
export function withoutConsequences(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  const causes = findings.filter(({ kind }) => kind === 'row-sum' || kind === 'magnitude');
  const wrong = new Set(causes.map(({ where }) => cellKey(where)));
  return findings.filter(({ kind, where, against }) => {
    if (!FOLLOWING.includes(kind) || where.row === undefined) return true;
    return ![where, ...against].some(
      (place) => place.row !== undefined && wrong.has(cellKey(place)),
    );
  });
}
