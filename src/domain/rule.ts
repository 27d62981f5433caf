/** What a rule speaks of; the facts of one subject are one row. */
export type RuleSubject =
  | 'region'
  | 'county'
  | 'township'
  | 'village'
  | 'project'
  | 'relocation-programme'
  | 'relocation-site'
  | 'industry-zone';

export type RuleComparison = '<' | '<=' | '>=' | '>';

/** A fact by name, or the quotient of two (per head). */
export interface RuleQuantity {
  readonly field: string;
  readonly per: string | null;
}

/** A row is judged only where every condition holds; a missing fact makes the row undecided. */
export interface RuleCondition {
  readonly field: string;
  readonly op: RuleComparison | '=';
  readonly value: number | string | boolean;
}

/**
 * limit: a quantity against a figure. `references` are other quantities that come near but are not the one limited;
 * they are shown and never decide. flag: a yes/no fact must be `expected`.
 * membership: the row's list `field` must not lie wholly (`all`) or partly (`any`) in the list `list`.
 */
export type RuleCheck =
  | {
      readonly kind: 'limit';
      readonly quantity: RuleQuantity;
      readonly op: RuleComparison;
      /** In `unit`; a share is compared in % when the unit is %. */
      readonly limit: number;
      readonly unit: string;
      readonly references: readonly (RuleQuantity & { readonly note: string })[];
    }
  | { readonly kind: 'flag'; readonly field: string; readonly expected: boolean }
  | {
      readonly kind: 'membership';
      readonly field: string;
      readonly list: string;
      readonly conflict: 'all' | 'any';
    };

/** 规则: a condition that a document states, as data. `reference`: another region's document, shown for comparison. */
export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly documentId: string;
  readonly documentTitle: string;
  readonly documentDate: string;
  readonly chapter: string;
  /** Short quotation, word for word. */
  readonly printed: string;
  readonly binding: 'binding' | 'reference';
  readonly subject: RuleSubject;
  readonly when: readonly RuleCondition[];
  readonly check: RuleCheck;
  /** Year by which the document wants it; null where it gives none. */
  readonly dueYear: number | null;
  /** Chinese names of the figures or lists the check needs. */
  readonly needs: readonly string[];
  readonly note: string;
}

export type RuleResult = 'met' | 'broken' | 'missing-data' | 'not-applicable';
