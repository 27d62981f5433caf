import { useEffect, useRef, useState } from 'react';
import type { CoverageResult } from '../analysis/coverage-result';
import type { Problem } from '../domain/problem';
import { type EngineClient, EngineFailed } from '../engine/client';
import { LatestAnswer } from '../engine/latest-answer';
import { type CoverageTarget, EngineCancelled, type Progress } from '../engine/protocol';
import type { Village } from '../domain/village';
import { useAnswerOf } from './use-answer-of';

/** A call shorter than this shows no progress: a flicker tells nothing. */
const PROGRESS_AFTER_MILLISECONDS = 300;
/** The hand rests: far distances that the quick answer left out are computed. */
const REST_MILLISECONDS = 150;

export interface CoverageAnswer {
  /** Of the targets shown on the map; far distances may still be on their way (`distancesPending`). */
  readonly result: CoverageResult | null;
  /** Counts of every chosen target. */
  readonly perTarget: CoverageResult['perTarget'];
  readonly run: Progress | null;
  readonly problem: Problem | null;
  readonly cancel: () => void;
  /** `result` with every distance, for what is handed out. */
  readonly whole: () => Promise<CoverageResult | null>;
}

interface Answered {
  readonly result: CoverageResult | null;
  readonly perTarget: CoverageResult['perTarget'];
}

interface Question {
  readonly targets: readonly CoverageTarget[];
  readonly shown: readonly CoverageTarget[];
  readonly distanceMetres: number;
}

interface Listener {
  readonly onAnswer: (answer: Answered) => void;
  readonly onProblem: (problem: Problem) => void;
  readonly onRun: (run: Progress | null) => void;
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

/** Tells of a call's progress once it has lasted a while, and of its end. */
function slowly<T>(
  call: (onProgress: (progress: Progress) => void) => Promise<T>,
  onRun: Listener['onRun'],
): Promise<T> {
  let progress: Progress = { done: 0, total: 1 };
  let isSlow = false;
  const slow = setTimeout(() => {
    isSlow = true;
    onRun(progress);
  }, PROGRESS_AFTER_MILLISECONDS);
  return call((next) => {
    progress = next;
    if (isSlow) onRun(next);
  }).finally(() => {
    clearTimeout(slow);
    if (isSlow) onRun(null);
  });
}

function coverageAsking(
  engine: EngineClient,
  { onAnswer, onProblem, onRun }: Listener,
): LatestAnswer<Question, Answered> {
  const ask =
    (kind: 'coverage' | 'coverage-now') =>
    ({ targets, shown, distanceMetres }: Question, signal: AbortSignal): Promise<Answered> =>
      slowly(async (onProgress) => {
        const of = (part: readonly CoverageTarget[]): Promise<CoverageResult> =>
          engine.run(kind, { targets: part, distanceMetres }, { signal, onProgress });
        const [all, part] = await Promise.all([of(targets), shown === targets ? null : of(shown)]);
        return { result: part ?? all, perTarget: all.perTarget };
      }, onRun);
  let answered: Question | null = null;
  return new LatestAnswer<Question, Answered>({
    quick: ask('coverage-now'),
    whole: ask('coverage'),
    isWhole: ({ result }) => result?.distancesPending !== true,
    restMilliseconds: REST_MILLISECONDS,
    onAnswer: (answer, question) => {
      answered = question;
      onAnswer(answer);
    },
    onFailure: (error, question) => {
      const isCancelled = error instanceof EngineCancelled;
      // The states of this very question are on the screen and right; only far distances stay unknown.
      if (isCancelled && answered === question) return;
      // Numbers of another distance must not stay beside this one.
      onAnswer(NOTHING);
      onProblem(isCancelled ? CANCELLED : engineProblem(error));
    },
  });
}

/**
 * Asks the engine whenever villages, targets or distance change; the last answer stays until the next one is there.
 * `shown` is the part of `targets` that colours the map (all of them, or the one in focus).
 */
export function useCoverage(
  engine: EngineClient,
  villages: readonly Village[],
  targets: readonly CoverageTarget[],
  shown: readonly CoverageTarget[],
  distanceMetres: number,
): CoverageAnswer {
  const [answered, setAnswered] = useAnswerOf<Answered>(villages, NOTHING);
  const [run, setRun] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const asking = useRef<LatestAnswer<Question, Answered> | null>(null);

  useEffect(() => {
    const listener = { onAnswer: setAnswered, onProblem: setProblem, onRun: setRun };
    const made = coverageAsking(engine, listener);
    asking.current = made;
    return () => {
      asking.current = null;
      made.stop();
    };
  }, [engine, setAnswered]);

  useEffect(() => {
    setProblem(null);
    if (targets.length === 0) {
      asking.current?.stop();
      setAnswered(NOTHING);
      return;
    }
    asking.current?.ask({ targets, shown, distanceMetres });
  }, [engine, setAnswered, targets, shown, distanceMetres]);

  const { result } = answered;
  // A pending answer is of the targets asked last, or about to be replaced by one that is.
  const whole = (): Promise<CoverageResult | null> =>
    result?.distancesPending === true
      ? engine.run('coverage', { targets: shown, distanceMetres: result.distanceMetres })
      : Promise.resolve(result);
  return { ...answered, run, problem, cancel: () => asking.current?.cancel(), whole };
}
