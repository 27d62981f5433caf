import { useEffect, useMemo, useState } from 'react';
import type { CoverageResult } from '../analysis/coverage-result';
import { type Problem, reasonOf } from '../domain/problem';
import { EngineFailed } from '../engine/client';
import { type CoverageTarget, EngineCancelled } from '../engine/protocol';
import { useWorkspace } from './workspace';

export interface ComparedCoverage {
  readonly before: CoverageResult;
  readonly after: CoverageResult;
}

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
  readonly coverage: ComparedCoverage | null;
  readonly problem: Problem | null;
}

/** The same engine for both scenarios at one distance; null while it works. */
export function useCompare(
  before: readonly CoverageTarget[],
  after: readonly CoverageTarget[],
  distanceMetres: number,
): Omit<Answered, 'asked'> {
  const { engine, villagesEpoch } = useWorkspace();
  const asked = useMemo(
    () => ({ before, after, distanceMetres, villagesEpoch }),
    [before, after, distanceMetres, villagesEpoch],
  );
  const [answer, setAnswer] = useState<Answered | null>(null);
  useEffect(() => {
    const cancel = new AbortController();
    const run = (targets: readonly CoverageTarget[]): Promise<CoverageResult> =>
      engine.run(
        'coverage',
        { targets, distanceMetres: asked.distanceMetres },
        { signal: cancel.signal },
      );
    Promise.all([run(asked.before), run(asked.after)]).then(
      ([from, to]) => setAnswer({ asked, coverage: { before: from, after: to }, problem: null }),
      (error: unknown) => {
        if (!(error instanceof EngineCancelled))
          setAnswer({ asked, coverage: null, problem: failure(error) });
      },
    );
    return () => cancel.abort();
  }, [engine, asked]);
  return answer?.asked === asked ? answer : { coverage: null, problem: null };
}
