/** Where a problem sits: a file, optionally a row (1-based, heading is row 1) and a column heading. */
export interface ProblemPlace {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
}

export type ProblemSeverity = 'error' | 'warning';

/**
 * An expected failure as a value. `text` says in Chinese what is wrong and names the place;
 * `mend` says in Chinese what the user can do about it.
 */
export interface Problem {
  readonly code: string;
  readonly severity: ProblemSeverity;
  readonly where: ProblemPlace;
  readonly text: string;
  readonly mend: string;
}

/** Success with notes, or failure with at least one error. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What something that was thrown says of itself. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
