import type { CellReference } from './source';

/** What kind of contradiction; one word a general check. Chinese words: analysis/audit-words. */
export type AuditKind =
  // arithmetic
  | 'row-sum' // the rows of a table do not add up to its total row
  | 'column-relation' // a column that is the sum or quotient of others, but not in this row
  | 'relation' // a sum, ratio or growth that the text states
  | 'average-out-of-range' // a total share outside its members' shares
  | 'share-over-100'
  // one thing, two values
  | 'table-table'
  | 'text-table'
  | 'text-text'
  | 'part-over-whole'
  // size
  | 'unit-slip' // %, ‰ or 万 under the wrong heading
  | 'implied-population'
  | 'magnitude' // ten or a hundred times its neighbours
  | 'money-per-head'
  // names
  | 'list-length'
  | 'exclusive-lists'
  | 'list-duplicate'
  | 'unmatched-name'
  | 'same-name'
  | 'foreign-area'
  // time
  | 'year'
  | 'target-exceeded'
  | 'target-impossible'
  | 'blank' // the document leaves the figure out
  // map
  | 'outside-parent'
  | 'outside-region'
  | 'missed-area' // a belt or zone that does not touch a county it names
  | 'overlap'
  | 'duplicate-position'
  | 'sliver'
  | 'invalid-shape'
  | 'swapped-axes'
  | 'shifted-layer';

/** error: cannot both be true · warning: very likely wrong · note: explained or a blank, shown for completeness. */
export type AuditSeverity = 'error' | 'warning' | 'note';

/** Exactly one of table, text and layer is set: a table's id, a statement's, claim's, target's or list's id, or a layer's file or import. */
export interface AuditPlace {
  readonly table?: string;
  readonly text?: string;
  readonly layer?: string;
  /** Printed rows from 1, heading row apart; records of a layer from 1. */
  readonly row?: number;
  readonly column?: string;
  readonly chapter?: string;
  /** Area, village or object on the map. */
  readonly code?: string;
}

export interface AuditFinding {
  /** Stable while the data are: kind and places. Treatments name it. */
  readonly id: string;
  readonly kind: AuditKind;
  readonly severity: AuditSeverity;
  readonly where: AuditPlace;
  /** The other sides of the contradiction. */
  readonly against: readonly AuditPlace[];
  readonly stated: number | string | null;
  readonly computed: number | string | null;
  /** Unit of both; empty for names. */
  readonly unit: string;
  /** The sum as one would write it by hand. */
  readonly arithmetic: string;
  /** Likely cause in Chinese; empty when none suggests itself. */
  readonly cause: string;
  readonly text: string;
  readonly mend: string;
  /** Whether `computed` can stand in for the printed cell of `where`. */
  readonly canUseComputed: boolean;
}

/** accept: as printed, the finding is closed · use-computed, exclude: what analyses read of the printed cell. */
export type AuditWay = 'accept' | 'use-computed' | 'exclude';

/** 处理: what a planner decided about a finding; reversible, in the document. */
export interface AuditTreatment {
  readonly findingId: string;
  readonly way: AuditWay;
  readonly note: string;
  /** The cell that the finding is about, as it was printed then; null when it is about something else. */
  readonly cell: (CellReference & { readonly printed: string }) | null;
  /** The finding as it was then, so that a changed pack shows a treatment as out of date. */
  readonly stated: number | string | null;
  readonly computed: number | string | null;
  readonly unit: string;
  readonly text: string;
  /** ISO 8601 instant, given by the caller. */
  readonly madeAt: string;
}

/** open: nothing decided · treated · changed: the finding has other figures now than when it was decided. */
export type AuditState = 'open' | 'treated' | 'changed';

export function auditState(
  finding: AuditFinding,
  treatment: AuditTreatment | undefined,
): AuditState {
  if (treatment === undefined) return 'open';
  const isSame = treatment.stated === finding.stated && treatment.computed === finding.computed;
  return isSame ? 'treated' : 'changed';
}

/** Findings about which something is still to be decided. */
export function openFindings(
  findings: readonly AuditFinding[],
  treatments: ReadonlyMap<string, AuditTreatment>,
): readonly AuditFinding[] {
  return findings.filter((each) => auditState(each, treatments.get(each.id)) !== 'treated');
}
