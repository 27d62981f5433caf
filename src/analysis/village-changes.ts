// 两个情景的村级差别: which villages a change of plan gains and loses, by name. Gained: reached as drawn after and not before;
// lost: the other way round; the rest that changed kept its side of that line (e.g. 可能覆盖 → 未覆盖).
import type { Village } from '../domain/village';
import {
  COVERAGE_STATES,
  COVERED_AS_DRAWN,
  type CoverageResult,
  type CoverageStateCode,
  type StateCounts,
} from './coverage-result';

export interface VillageChange {
  readonly code: string;
  readonly name: string;
  readonly townshipCode: string;
  readonly before: CoverageStateCode;
  readonly after: CoverageStateCode;
  /** Geodesic metres to the nearest target; Infinity without targets, NaN while they are not computed. */
  readonly metresBefore: number;
  readonly metresAfter: number;
}

export interface VillageChanges {
  /** Each in pack order; no village is in two of them. */
  readonly gained: readonly VillageChange[];
  readonly lost: readonly VillageChange[];
  readonly otherwise: readonly VillageChange[];
  /** pairs[before][after] = number of villages; rows and columns are coverage state codes. */
  readonly pairs: readonly (readonly number[])[];
  readonly before: StateCounts;
  readonly after: StateCounts;
}

/** Both answers are of `villages`, in that order. Throws RangeError when one is of another number of villages. */
export function villageChanges(
  villages: readonly Village[],
  before: CoverageResult,
  after: CoverageResult,
): VillageChanges {
  for (const { states } of [before, after]) {
    if (states.length === villages.length) continue;
    throw new RangeError(`coverage of ${states.length} villages, have ${villages.length}`);
  }
  const pairs = COVERAGE_STATES.map(() => COVERAGE_STATES.map(() => 0));
  const changes: VillageChange[] = [];
  villages.forEach(({ code, name, townshipCode }, at) => {
    const from = before.states[at] as CoverageStateCode;
    const to = after.states[at] as CoverageStateCode;
    const row = pairs[from] as number[];
    row[to] = (row[to] as number) + 1;
    if (from === to) return;
    const metresBefore = before.nearestDistanceMetres[at] as number;
    const metresAfter = after.nearestDistanceMetres[at] as number;
    changes.push({ code, name, townshipCode, before: from, after: to, metresBefore, metresAfter });
  });
  const isReached = (state: CoverageStateCode): boolean => state >= COVERED_AS_DRAWN;
  const side = ({ before: from, after: to }: VillageChange): number =>
    Number(isReached(to)) - Number(isReached(from));
  return {
    gained: changes.filter((change) => side(change) > 0),
    lost: changes.filter((change) => side(change) < 0),
    otherwise: changes.filter((change) => side(change) === 0),
    pairs,
    before: before.counts,
    after: after.counts,
  };
}
