// The claims as the page lists them: filtered by verdict, sorted by column, each with where it leads.
import type { ClaimCheck } from '../../analysis/claim-check';
import type { ClaimVerdict } from '../../domain/claim';
import { claimMeasureWord } from '../../domain/wording';
import { VERDICTS } from '../../report/claim-words';
import type { ClaimJump } from './claims-dialog-props';

export type ClaimColumn = 'subject' | 'measure' | 'stated' | 'computed' | 'verdict' | 'inverse';

export interface ClaimSort {
  readonly column: ClaimColumn;
  readonly descending: boolean;
}

const COLLATOR = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

/** Numbers of different units are compared as they stand: a sort by value is useful within one measure. */
function keyOf(check: ClaimCheck, column: ClaimColumn): string | number | null {
  const { claim, inverse } = check;
  switch (column) {
    case 'subject':
      return claim.subject;
    case 'measure':
      return claimMeasureWord(claim.measure);
    case 'stated':
      return claim.value;
    case 'computed':
      return check.computed ?? check.ceiling;
    case 'verdict':
      return VERDICTS.indexOf(check.verdict);
    case 'inverse':
      return inverse.kind === 'none' ? null : inverse.metres;
  }
}

function compareKeys(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : COLLATOR.compare(String(a), String(b));
}

/** Ties keep pack order; what is not known stays last whichever way the column is turned. */
export function sortedChecks(
  checks: readonly ClaimCheck[],
  sort: ClaimSort | null,
): readonly ClaimCheck[] {
  if (sort === null) return checks;
  const keyed = checks.map((check) => ({ check, key: keyOf(check, sort.column) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return (sort.descending ? -1 : 1) * compareKeys(a.key, b.key);
  });
  return keyed.map(({ check }) => check);
}

/** Ascending, then turned round, then pack order again. */
export function nextClaimSort(current: ClaimSort | null, column: ClaimColumn): ClaimSort | null {
  if (current?.column !== column) return { column, descending: false };
  return current.descending ? null : { column, descending: true };
}

/** null = all. */
export function filteredChecks(
  checks: readonly ClaimCheck[],
  verdict: ClaimVerdict | null,
): readonly ClaimCheck[] {
  return verdict === null ? checks : checks.filter((check) => check.verdict === verdict);
}

/** To the claim's objects, at the distance they were checked with; without objects to the counties it speaks of. */
export function objectsJump({ claim, countyCodes, distanceMetres }: ClaimCheck): ClaimJump {
  return { objectIds: claim.objectIds, countyCodes, distanceMetres, widthMetres: null };
}

/** To the objects at the distance or width at which the value is the claim's. Null where it cannot be set. */
export function inverseJump(check: ClaimCheck, maxDistanceMetres: number): ClaimJump | null {
  const { inverse } = check;
  if (inverse.kind === 'none') return null;
  // Whole metres upwards, so that the value there has reached the claim.
  const metres = Math.ceil(inverse.metres);
  const jump = { ...objectsJump(check), distanceMetres: null, widthMetres: null };
  if (inverse.kind === 'width') return { ...jump, widthMetres: metres };
  return metres > maxDistanceMetres ? null : { ...jump, distanceMetres: metres };
}
