import type { StatedQualifier } from './statement';

/** 规划口径: a figure that the plan states about an object. Checked by analysis, never repeated as a result. */
export interface Claim {
  readonly id: string;
  readonly subject: string;
  /**
   * Ids of projects, belts, relocation programmes or lists that the claim is about; empty when the plan names no object. Of
   * lists its value is the length.
   */
  readonly objectIds: readonly string[];
  readonly measure: string;
  readonly value: number;
  readonly qualifier: StatedQualifier;
  readonly unit: string;
  readonly year: number | null;
  readonly chapter: string;
  readonly printed: string;
}

/** About the plan's figure: low = the plan states less than the map gives, high = more. */
export type ClaimVerdict = 'consistent' | 'low' | 'high' | 'unverifiable';

export type ClaimGap =
  | 'village-poverty-list'
  | 'no-alignment'
  | 'no-county'
  | 'no-object'
  | 'county-without-figure'
  | 'own-words-only'
  | 'precision'
  | 'future-target'
  | 'other-data';
