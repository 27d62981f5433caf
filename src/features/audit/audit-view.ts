// The findings as the page lists them: with their state, narrowed, searched and sorted.
import {
  AUDIT_GROUP_WORDS,
  AUDIT_KIND_WORDS,
  AUDIT_SEVERITIES,
  type AuditGroup,
  auditGroup,
} from '../../analysis/audit-words';
import {
  type AuditFinding,
  type AuditSeverity,
  type AuditState,
  type AuditTreatment,
  auditState,
} from '../../domain/audit-finding';
import { type AuditNames, auditPlaceText, auditQuotation } from '../../report/audit-words';

export interface FindingRow {
  readonly finding: AuditFinding;
  readonly treatment: AuditTreatment | null;
  readonly state: AuditState;
  readonly place: string;
  readonly quotation: string;
  /** All that a search looks in, in lower case. */
  readonly searched: string;
}

export function findingRows(
  findings: readonly AuditFinding[],
  treatments: ReadonlyMap<string, AuditTreatment>,
  names: AuditNames,
): readonly FindingRow[] {
  return findings.map((finding) => {
    const treatment = treatments.get(finding.id);
    const place = auditPlaceText(names, finding.where);
    const quotation = auditQuotation(names, finding.where);
    const { kind, text, arithmetic, cause, where } = finding;
    const words = [place, quotation, text, arithmetic, cause, where.chapter ?? ''];
    const kinds = [AUDIT_KIND_WORDS[kind], AUDIT_GROUP_WORDS[auditGroup(kind)]];
    return {
      finding,
      treatment: treatment ?? null,
      state: auditState(finding, treatment),
      place,
      quotation,
      searched: [...words, ...kinds].join('\n').toLowerCase(),
    };
  });
}

export interface FindingFilter {
  readonly severity: AuditSeverity | null;
  readonly group: AuditGroup | null;
  readonly state: AuditState | null;
  /** Words apart by blanks; a row must have them all. */
  readonly search: string;
}

export const NO_FILTER: FindingFilter = { severity: null, group: null, state: null, search: '' };

export function filteredRows(
  rows: readonly FindingRow[],
  { severity, group, state, search }: FindingFilter,
): readonly FindingRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ finding, state: own, searched }) =>
      (severity === null || finding.severity === severity) &&
      (group === null || auditGroup(finding.kind) === group) &&
      (state === null || own === state) &&
      words.every((word) => searched.includes(word)),
  );
}

/** How many rows each choice of one part of the filter would leave, the other parts being as they are. */
export function choiceCounts<Value extends string>(
  rows: readonly FindingRow[],
  filter: FindingFilter,
  part: 'severity' | 'group' | 'state',
  of: (row: FindingRow) => Value,
): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  for (const row of filteredRows(rows, { ...filter, [part]: null })) {
    const value = of(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

export type FindingColumn = 'severity' | 'kind' | 'place' | 'state';

export interface FindingSort {
  readonly column: FindingColumn;
  readonly descending: boolean;
}

const COLLATOR = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });
const STATES: readonly AuditState[] = ['open', 'changed', 'treated'];

function compare(a: FindingRow, b: FindingRow, column: FindingColumn): number {
  switch (column) {
    case 'severity':
      return (
        AUDIT_SEVERITIES.indexOf(a.finding.severity) - AUDIT_SEVERITIES.indexOf(b.finding.severity)
      );
    case 'kind':
      return COLLATOR.compare(AUDIT_KIND_WORDS[a.finding.kind], AUDIT_KIND_WORDS[b.finding.kind]);
    case 'place':
      return COLLATOR.compare(a.place, b.place);
    case 'state':
      return STATES.indexOf(a.state) - STATES.indexOf(b.state);
  }
}

/** Ties keep the audit's own order. */
export function sortedRows(
  rows: readonly FindingRow[],
  sort: FindingSort | null,
): readonly FindingRow[] {
  if (sort === null) return rows;
  const sign = sort.descending ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(a, b, sort.column));
}

/** Ascending, then turned round, then the audit's own order again. */
export function nextSort(current: FindingSort | null, column: FindingColumn): FindingSort | null {
  if (current?.column !== column) return { column, descending: false };
  return current.descending ? null : { column, descending: true };
}
