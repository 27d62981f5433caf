// Which columns may be the terms of a sum.
import type { AuditColumn } from './audit-table';

const MOST_TERMS = 4;
/** Combinations grow fast: beyond this many columns fewer terms are tried. */
const COLUMNS_FOR_ALL = 12;
const COLUMNS_FOR_PAIRS = 40;

function mostTerms(columns: number): number {
  if (columns <= COLUMNS_FOR_ALL) return MOST_TERMS;
  return columns <= COLUMNS_FOR_PAIRS ? 2 : 0;
}

function* choose(
  from: readonly AuditColumn[],
  count: number,
  start = 0,
): Generator<readonly AuditColumn[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let at = start; at <= from.length - count; at++) {
    const first = from[at];
    if (first === undefined) continue;
    for (const rest of choose(from, count - 1, at + 1)) yield [first, ...rest];
  }
}

/** Of two terms and more, fewest first. */
export function* combinations(columns: readonly AuditColumn[]): Generator<readonly AuditColumn[]> {
  for (let count = 2; count <= mostTerms(columns.length); count++) yield* choose(columns, count);
}

/** Neighbours right before or right after the target, longer than the combinations tried; “合计” over many columns. */
export function* neighbourRuns(
  target: AuditColumn,
  others: readonly AuditColumn[],
): Generator<readonly AuditColumn[]> {
  const after = others.filter(({ index }) => index > target.index);
  const before = others.filter(({ index }) => index < target.index);
  const least = mostTerms(others.length) + 1;
  for (let length = Math.max(least, 2); length <= after.length; length++)
    yield after.slice(0, length);
  for (let length = Math.max(least, 2); length <= before.length; length++)
    yield before.slice(-length);
}
