// How far a target is on its way, from the actual values that the user entered. Progress is the part of the way from base
// to target that is done; without a base, the part of the target itself where more is better. Nothing is interpolated.
import type { Target, TargetActual } from '../domain/target';

/**
 * reached: the newest actual is the target or beyond · missed: an actual of the target's year or later is not · on-the-way:
 * not yet due · no-actual: nothing entered, or nothing of the year that it was due · no-value: the document gives no figure.
 */
export type TargetState = 'reached' | 'missed' | 'on-the-way' | 'no-actual' | 'no-value';

export interface TargetProgress {
  readonly target: Target;
  /** By year. */
  readonly actuals: readonly TargetActual[];
  /** The newest up to the year looked at; null when there is none. */
  readonly newest: TargetActual | null;
  readonly state: TargetState;
  /** 0 = at the base, 1 = reached; may lie beyond either. Null where it can not be said. */
  readonly share: number | null;
  /** Its year is the one looked at or before. */
  readonly isDue: boolean;
}

function isMoreBetter({ better, base, value }: Target): boolean {
  if (better !== null) return better === 'more';
  return base === null || value === null || value >= base.value;
}

function shareOf(target: Target, actual: number): number | null {
  const { base, value } = target;
  if (value === null) return null;
  if (base !== null && base.value !== value) {
    return (actual - base.value) / (value - base.value);
  }
  return isMoreBetter(target) && value > 0 ? actual / value : null;
}

function stateOf(target: Target, newest: TargetActual | null, isDue: boolean): TargetState {
  const { value } = target;
  if (value === null) return 'no-value';
  if (newest === null) return 'no-actual';
  const isReached = isMoreBetter(target) ? newest.value >= value : newest.value <= value;
  if (isReached) return 'reached';
  if (!isDue) return 'on-the-way';
  return newest.year < target.year ? 'no-actual' : 'missed';
}

/** One entry a target, in order, as it stood at the end of `year`. */
export function targetProgress(
  targets: readonly Target[],
  actuals: Iterable<TargetActual>,
  year: number,
): readonly TargetProgress[] {
  const byTarget = new Map<string, TargetActual[]>();
  for (const actual of actuals) {
    const own = byTarget.get(actual.targetId);
    if (own) own.push(actual);
    else byTarget.set(actual.targetId, [actual]);
  }
  return targets.map((target) => {
    const own = (byTarget.get(target.id) ?? []).toSorted((a, b) => a.year - b.year);
    const newest = own.findLast((actual) => actual.year <= year) ?? null;
    const isDue = target.year <= year;
    return {
      target,
      actuals: own,
      newest,
      state: stateOf(target, newest, isDue),
      share: newest === null ? null : shareOf(target, newest.value),
      isDue,
    };
  });
}
