import { useMemo } from 'react';
import { type OverlapRow, overlapRows } from '../analysis/overlap-summary';
import type { Analysis } from './use-analysis';
import type { Overlap } from './use-coverage';
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
