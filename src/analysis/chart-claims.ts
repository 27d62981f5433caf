// 口径子弹图: each claim's stated figure against what map and tables give, with its range. Claims have different units, so each
// has a scale of its own from 0. A range that is far larger than the figures would press them together: the scale then
// ends at four times the larger figure and says that it is cut.
import type { ClaimVerdict } from '../domain/claim';
import type { ClaimCheck } from './claim-check';

export interface ClaimBullet {
  readonly id: string;
  /** As the plan states it, in the claim's unit. */
  readonly stated: number;
  /** As drawn; null where only a ceiling is known. */
  readonly computed: number | null;
  /** Most that it can be; null where it is computed. */
  readonly ceiling: number | null;
  readonly range: readonly [least: number, most: number] | null;
  readonly verdict: ClaimVerdict;
  /** The scale runs from 0 to here. */
  readonly scaleMost: number;
  /** Range or ceiling goes on beyond the scale. */
  readonly isCut: boolean;
}

export interface ClaimBullets {
  readonly bullets: readonly ClaimBullet[];
  /** Claims of which nothing can be computed. */
  readonly without: number;
}

const MOST_TIMES = 4;

function bulletOf(check: ClaimCheck): ClaimBullet | null {
  const { claim, computed, range, verdict } = check;
  const ceiling = computed === null ? check.ceiling : null;
  if (computed === null && ceiling === null) return null;
  const stated = claim.value;
  const most = Math.max(range?.[1] ?? 0, ceiling ?? 0);
  const largest = Math.max(stated, computed ?? 0);
  const scaleMost = Math.max(largest, Math.min(most, largest * MOST_TIMES)) || 1;
  return {
    id: claim.id,
    stated,
    computed,
    ceiling,
    range,
    verdict,
    scaleMost,
    isCut: most > scaleMost,
  };
}

export function claimBullets(checks: readonly ClaimCheck[]): ClaimBullets {
  const bullets = checks.flatMap((check) => bulletOf(check) ?? []);
  return { bullets, without: checks.length - bullets.length };
}
