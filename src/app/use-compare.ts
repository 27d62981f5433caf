import { useEffect, useMemo, useState } from 'react';
import type { CoverageResult } from '../analysis/coverage-result';
import { type Problem, reasonOf } from '../domain/problem';
import { EngineFailed } from '../engine/client';
import { type CoverageTarget, EngineCancelled } from '../engine/protocol';
import { useWorkspace } from './workspace';

function failure(error: unknown): Problem {
  if (error instanceof EngineFailed && error.problem) return error.problem;
  return {
    code: 'compare-failed',
    severity: 'error',
    where: {},
    text: `比较没有算出：${reasonOf(error)}。`,
    mend: '请检查两个情景里对象的位置。',
  };
}

interface Answered {
  readonly asked: unknown;
  /** In the order of the targets. */
  readonly results: readonly CoverageResult[] | null;
  readonly problem: Problem | null;
}

/** The same engine for each of the lists of targets at one distance; null while it works. */
export function useCompare(
  targets: readonly (readonly CoverageTarget[])[],
  distanceMetres: number,
): Omit<Answered, 'asked'> {
  const { engine, villagesEpoch } = useWorkspace();
  const asked = useMemo(
    () => ({ targets, distanceMetres, villagesEpoch }),
    [targets, distanceMetres, villagesEpoch],
  );
  const [answer, setAnswer] = useState<Answered | null>(null);
  useEffect(() => {
    const cancel = new AbortController();
    const run = (each: readonly CoverageTarget[]): Promise<CoverageResult> =>
      engine.run(
        'coverage',
        { targets: each, distanceMetres: asked.distanceMetres },
        { signal: cancel.signal },
      );
    Promise.all(asked.targets.map(run)).then(
      (results) => setAnswer({ asked, results, problem: null }),
      (error: unknown) => {
        if (!(error instanceof EngineCancelled))
          setAnswer({ asked, results: null, problem: failure(error) });
      },
    );
    return () => cancel.abort();
  }, [engine, asked]);
  return answer?.asked === asked ? answer : { results: null, problem: null };
}
