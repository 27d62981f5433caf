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

/** What counts as reached, in words. */
export const OVERLAP_NOTE =
  '按标绘位置计数（距离不超过服务距离），不看位置精度；“可能覆盖”的村计在 0 个项目内。';

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

/** The class of every count, in its order. */
export function overlapClasses(counts: Uint16Array): Uint8Array {
  // In place: `Uint8Array.from` with a function takes twenty times as long, at each step of the slider.
  const classes = new Uint8Array(counts.length);
  for (let at = 0; at < counts.length; at++) classes[at] = overlapClass(counts[at] as number);
  return classes;
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
  // Columns: one pass over the villages for each answer of a slider.
  const villages = new Uint32Array(OVERLAP_CLASSES.length);
  const withFigure = new Uint32Array(OVERLAP_CLASSES.length);
  const households = new Float64Array(OVERLAP_CLASSES.length);
  const persons = new Float64Array(OVERLAP_CLASSES.length);
  for (let at = 0; at < counts.length; at++) {
    const cell = overlapClass(counts[at] as number);
    const [h, p] = [estimate.households[at] as number, estimate.persons[at] as number];
    villages[cell] = (villages[cell] as number) + 1;
    if (h === h) households[cell] = (households[cell] as number) + h;
    if (p === p) persons[cell] = (persons[cell] as number) + p;
    if (h === h || p === p) withFigure[cell] = (withFigure[cell] as number) + 1;
  }
  return OVERLAP_CLASSES.filter((each) => each <= targetCount).map((each) => {
    const isKnown = (withFigure[each] as number) > 0 || villages[each] === 0;
    return {
      class: each,
      villages: villages[each] as number,
      households: isKnown ? (households[each] as number) : null,
      persons: isKnown ? (persons[each] as number) : null,
    };
  });
}
