// 重复覆盖统计: villages and estimated poor households by how many of the chosen projects reach them, as drawn
// (d ≤ D; accuracies play no part, so a village that is only possibly covered counts as reached by none).
// Every village is in exactly one class, so the classes add up to all villages.
import type { PovertyEstimate } from './poverty-estimate';

/** Reached by none, one, two, or three and more projects. */
export type OverlapClass = 0 | 1 | 2 | 3;

export const OVERLAP_CLASSES: readonly OverlapClass[] = [0, 1, 2, 3];

export const OVERLAP_WORDS: Readonly<Record<OverlapClass, string>> = {
  0: '0 个项目',
  1: '1 个项目',
  2: '2 个项目',
  3: '3 个以上项目',
};

export interface OverlapRow {
  readonly class: OverlapClass;
  readonly villages: number;
  /** Estimated; null where no village of the class has a figure. */
  readonly households: number | null;
  readonly persons: number | null;
}

export function overlapClass(count: number): OverlapClass {
  return count >= 3 ? 3 : count === 2 ? 2 : count === 1 ? 1 : 0;
}

interface Sums {
  villages: number;
  households: number;
  persons: number;
  withFigure: number;
}

/**
 * Rows from none upwards, those left out that `targetCount` projects cannot reach. `counts`: one entry a village in pack
 * order, as the engine's `overlap` gives them. Throws when they are of other villages than the estimate.
 */
export function overlapRows(
  counts: Uint16Array,
  estimate: Pick<PovertyEstimate, 'households' | 'persons'>,
  targetCount: number,
): readonly OverlapRow[] {
  if (counts.length !== estimate.households.length) {
    throw new Error(`overlap of ${counts.length} units, estimate of ${estimate.households.length}`);
  }
  const sums: Sums[] = OVERLAP_CLASSES.map(() => ({
    villages: 0,
    households: 0,
    persons: 0,
    withFigure: 0,
  }));
  counts.forEach((count, at) => {
    const sum = sums[overlapClass(count)] as Sums;
    const households = estimate.households[at] ?? Number.NaN;
    const persons = estimate.persons[at] ?? Number.NaN;
    sum.villages++;
    if (!Number.isNaN(households)) sum.households += households;
    if (!Number.isNaN(persons)) sum.persons += persons;
    if (!Number.isNaN(households) || !Number.isNaN(persons)) sum.withFigure++;
  });
  return OVERLAP_CLASSES.filter((each) => each <= targetCount).map((each) => {
    const { villages, households, persons, withFigure } = sums[each] as Sums;
    const isKnown = withFigure > 0 || villages === 0;
    return {
      class: each,
      villages,
      households: isKnown ? households : null,
      persons: isKnown ? persons : null,
    };
  });
}
