import { useDeferredValue, useEffect, useMemo } from 'react';
import { type OverlapRow, overlapRows } from '../analysis/overlap-summary';
import type { Analysis } from './use-analysis';
import { useAnswerOf } from './use-answer-of';
import { restFor, useRested } from './use-rested';
import { useWorkspace } from './workspace';

/** Of all chosen projects, also while one of them is looked at alone. */
export interface ChosenOverlap {
  readonly counts: Uint16Array;
  readonly rows: readonly OverlapRow[];
  readonly targetCount: number;
  readonly distanceMetres: number;
}

interface Answered {
  readonly counts: Uint16Array;
  readonly targetCount: number;
  readonly distanceMetres: number;
}

/** 重复覆盖 of the chosen projects; null with fewer than two. It follows the coverage answer when there is time. */
export function useOverlap(analysis: Analysis): ChosenOverlap | null {
  const { engine, estimate, pack } = useWorkspace();
  const rest = restFor(pack.villages.length);
  const targets = useRested(analysis.targets, rest);
  const answeredMetres = useRested(analysis.coverage.result?.distanceMetres ?? null, rest);
  const distanceMetres = useDeferredValue(answeredMetres);
  const [answered, setAnswered] = useAnswerOf<Answered | null>(pack.villages, null);
  useEffect(() => {
    if (targets.length < 2 || distanceMetres === null) {
      setAnswered(null);
      return;
    }
    const abort = new AbortController();
    engine
      .run('overlap', { targets, distanceMetres }, { signal: abort.signal })
      .then(({ counts }) => {
        if (!abort.signal.aborted)
          setAnswered({ counts, targetCount: targets.length, distanceMetres });
      })
      // The coverage panel tells why the same targets cannot be computed; here the table is only missing.
      .catch(() => {
        if (!abort.signal.aborted) setAnswered(null);
      });
    return () => abort.abort();
  }, [engine, setAnswered, targets, distanceMetres]);
  return useMemo(
    () =>
      answered && {
        ...answered,
        rows: overlapRows(answered.counts, estimate, answered.targetCount),
      },
    [answered, estimate],
  );
}
