import type { Resolution } from '../domain/figure';

/** One village of the gap list (gap.ts). */
export interface GapVillage {
  /** Place in `pack.villages`. */
  readonly at: number;
  readonly code: string;
  readonly name: string;
  /** 1-based place in its list. */
  readonly rank: number;
  /** null without any target. */
  readonly nearestTargetId: string | null;
  readonly distanceMetres: number | null;
  /** d − D; more than 0. */
  readonly extraMetres: number | null;
  /** Village accuracy plus the nearest target's. Null when the target's is not known. */
  readonly accuracyMetres: number | null;
  /** Estimates, spread from `spreadFrom`; null where no figure reaches the village. */
  readonly poorHouseholds: number | null;
  readonly poorPersons: number | null;
  readonly spreadFrom: Resolution | null;
}
