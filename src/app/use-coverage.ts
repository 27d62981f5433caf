import { useEffect, useRef, useState } from 'react';
import type { CoverageResult } from '../analysis/coverage-result';
import type { Problem } from '../domain/problem';
import { type EngineClient, EngineFailed } from '../engine/client';
import { type CoverageTarget, EngineCancelled, type Progress } from '../engine/protocol';

/** A run shorter than this shows no progress: a flicker tells nothing. */
const PROGRESS_AFTER_MILLISECONDS = 300;

export interface CoverageAnswer {
  /** Of the targets shown on the map. */
  readonly result: CoverageResult | null;
  /** Counts of every chosen target. */
  readonly perTarget: CoverageResult['perTarget'];
  readonly run: Progress | null;
  readonly problem: Problem | null;
  readonly cancel: () => void;
}

interface Answered {
  readonly result: CoverageResult | null;
  readonly perTarget: CoverageResult['perTarget'];
}

const NOTHING: Answered = { result: null, perTarget: [] };

const CANCELLED: Problem = {
  code: 'coverage-cancelled',
  severity: 'warning',
  where: {},
  text: '已取消本次覆盖计算。',
  mend: '改动距离或重新选择项目，即重新计算。',
};

function engineProblem(error: unknown): Problem {
  if (error instanceof EngineFailed && error.problem !== null) return error.problem;
  return {
    code: 'engine-failed',
    severity: 'error',
    where: {},
    text: `覆盖计算没有完成：${error instanceof Error ? error.message : String(error)}`,
    mend: '请检查所选项目的线位坐标是否有误；其余项目可以照常计算。',
  };
}

/**
 * Asks the engine whenever targets or distance change; the last answer stays until the next one is there.
 * `shown` is the part of `targets` that colours the map (all of them, or the one in focus).
 */
export function useCoverage(
  engine: EngineClient,
  targets: readonly CoverageTarget[],
  shown: readonly CoverageTarget[],
  distanceMetres: number,
): CoverageAnswer {
  const [answered, setAnswered] = useState<Answered>(NOTHING);
  const [run, setRun] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const controller = useRef<AbortController | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    controller.current = abort;
    setProblem(null);
    if (targets.length === 0) {
      setAnswered(NOTHING);
      setRun(null);
      return;
    }
    let progress: Progress = { done: 0, total: targets.length };
    let isSlow = false;
    const slow = setTimeout(() => {
      isSlow = true;
      setRun(progress);
    }, PROGRESS_AFTER_MILLISECONDS);
    const onProgress = (next: Progress): void => {
      progress = next;
      if (isSlow) setRun(next);
    };
    const ask = (part: readonly CoverageTarget[]): Promise<CoverageResult> =>
      engine.run(
        'coverage',
        { targets: part, distanceMetres },
        { signal: abort.signal, onProgress },
      );
    const finish = (): void => {
      clearTimeout(slow);
      if (controller.current === abort) setRun(null);
    };
    Promise.all([ask(targets), shown === targets ? null : ask(shown)])
      .then(([all, part]) => {
        if (!abort.signal.aborted) setAnswered({ result: part ?? all, perTarget: all.perTarget });
      })
      .catch((error: unknown) => {
        if (controller.current !== abort) return;
        // Numbers of another distance must not stay beside this one.
        setAnswered(NOTHING);
        setProblem(error instanceof EngineCancelled ? CANCELLED : engineProblem(error));
      })
      .finally(finish);
    return () => {
      controller.current = null;
      finish();
      abort.abort();
    };
  }, [engine, targets, shown, distanceMetres]);

  return { ...answered, run, problem, cancel: () => controller.current?.abort() };
}
