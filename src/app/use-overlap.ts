import { useMemo } from 'react';
import { type OverlapRow, overlapClasses, overlapRows } from '../analysis/overlap-summary';
import { usePlanSession } from './plan-store';
import { useSession } from './session-store';
import type { Analysis } from './use-analysis';
import type { Overlap } from './coverage-asking';
import { useWorkspace } from './workspace';

/** Of all chosen projects, also while one of them is looked at alone. */
export interface ChosenOverlap extends Overlap {
  readonly rows: readonly OverlapRow[];
}

/** 重复覆盖 of the chosen projects, of the answer on the map; null with fewer than two. */
export function useOverlap({ coverage: { overlap } }: Analysis): ChosenOverlap | null {
  const { estimate } = useWorkspace();
  return useMemo(
    () =>
      overlap && {
        ...overlap,
        rows: overlapRows(overlap.counts, estimate, overlap.targetCount),
      },
    [overlap, estimate],
  );
}

/** What the map is coloured by instead of the states. */
export interface MapOverlap {
  /** One class a village, in pack order. */
  readonly classes: Uint8Array;
  readonly rows: readonly OverlapRow[];
}

/** Null while the map shows the states, as two linked maps and the preview of a merge always do. */
export function useMapOverlap(overlap: ChosenOverlap | null): MapOverlap | null {
  const isOn = useSession((state) => state.showsOverlap && state.coverageMode === 'union');
  const isLinked = usePlanSession((state) => (state.linked ?? state.preview) !== null);
  return useMemo(
    () =>
      isOn && !isLinked && overlap
        ? { classes: overlapClasses(overlap.counts), rows: overlap.rows }
        : null,
    [isOn, isLinked, overlap],
  );
}
