import type { StatedQualifier } from './statement';

/** 指标: what a plan promises to reach, with room for actuals (kept in the document). */
export interface Target {
  readonly id: string;
  readonly documentId: string;
  /** Group in the plan's table of indicators; empty when none. */
  readonly group: string;
  readonly name: string;
  readonly measure: string;
  /** Codes of the units it speaks of; empty = the whole region. */
  readonly areaCodes: readonly string[];
  readonly unit: string;
  /** 约束性 / 预期性; null where the plan does not say. */
  readonly nature: 'binding' | 'expected' | null;
  /** Better is more, or less; null where the plan only says that it holds. */
  readonly better: 'more' | 'less' | null;
  readonly base: { readonly year: number; readonly value: number } | null;
  readonly year: number;
  /** Null where the document leaves a blank or gives words only. */
  readonly value: number | null;
  readonly qualifier: StatedQualifier;
  readonly chapter: string;
  readonly printed: string;
  readonly note: string;
}

/** 实际值: what a target's indicator had come to in a year, entered by the user; in the document. */
export interface TargetActual {
  readonly targetId: string;
  readonly year: number;
  /** In the target's unit. */
  readonly value: number;
  /** The user's own words; may be empty. */
  readonly note: string;
  /** Where the value comes from, in the user's words; may be empty. */
  readonly source: string;
  /** ISO 8601 instant, given by the caller. */
  readonly madeAt: string;
}

/** One value a target and year. */
export function actualId({ targetId, year }: Pick<TargetActual, 'targetId' | 'year'>): string {
  return `${targetId}@${year}`;
}
