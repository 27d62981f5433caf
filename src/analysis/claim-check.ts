// The result of checking one claim, as plain data: what screens, exports and the CLI show.
import type { Claim, ClaimGap, ClaimVerdict } from '../domain/claim';
import type { ClaimBand } from './claim-band';
import type { ClaimDistance } from './claim-distance';

export type ClaimMethod =
  | 'list-count'
  | 'county-sum'
  | 'belt-villages'
  | 'belt-units'
  | 'belt-area'
  | 'project-villages'
  | 'ceiling'
  | 'none';

/** What the map and tables give, all in the claim's unit. */
export interface ClaimValue {
  readonly method: ClaimMethod;
  /** As drawn; null where it cannot be recomputed. */
  readonly computed: number | null;
  /** certain … possible, or the tables' readings. */
  readonly range: readonly [least: number, most: number] | null;
  /** Limits however area figures lie among their villages. */
  readonly limits: readonly [least: number, most: number] | null;
  /** Most that it can be. */
  readonly ceiling: number | null;
  /** What the counties that the plan names have in all, by their own table rows. */
  readonly wholeCounties: number | null;
  readonly isEstimate: boolean;
  /** Service distance of projects; null for other methods. */
  readonly distanceMetres: number | null;
  readonly gaps: readonly ClaimGap[];
  /** A Chinese sentence about figures that come near; empty without. */
  readonly context: string;
}

export interface ClaimCheck extends ClaimValue {
  readonly claim: Claim;
  /** Counties that it speaks of, in pack order: those of its objects, or all where the plan names no object. */
  readonly countyCodes: readonly string[];
  readonly band: ClaimBand;
  readonly verdict: ClaimVerdict;
  /** Holds however figures lie in their areas, at the chosen distance or width. */
  readonly isProven: boolean;
  readonly inverse: ClaimDistance;
  /** Chinese sentences: how it was computed, what follows, what is missing. */
  readonly reason: string;
}
