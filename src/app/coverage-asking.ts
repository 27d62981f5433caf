// The engine asked for the coverage on screen: what a question is made of, and what its answer is put together from.
import type { CoverageResult } from '../analysis/coverage-result';
import { type Problem, reasonOf } from '../domain/problem';
import { type EngineClient, EngineFailed } from '../engine/client';
import { LatestAnswer } from '../engine/latest-answer';
import { type CoverageTarget, EngineCancelled, type Progress } from '../engine/protocol';
import type { CoverageQuestion } from './coverage-question';

/** A call shorter than this shows no progress: a flicker tells nothing. */
const PROGRESS_AFTER_MILLISECONDS = 300;
/** The hand rests: far distances that the quick answer left out are computed. */
const REST_MILLISECONDS = 150;

/** How many of all chosen targets reach each village as drawn. */
export interface Overlap {
  readonly counts: Uint16Array;
  readonly targetCount: number;
  readonly distanceMetres: number;
}

/** One answer: whatever follows from the same question comes together, so that the screen changes once. */
export interface Answered {
  /** Of the targets shown on the map; far distances may still be on their way (`distancesPending`). */
  readonly result: CoverageResult | null;
  /** What `result` was asked of. */
  readonly resultTargets: readonly CoverageTarget[];
  /** Names of the targets of `result`. */
  readonly targetNames: readonly string[];
  /** Counts of every chosen target. */
  readonly perTarget: CoverageResult['perTarget'];
  /** Null with fewer than two targets. */
  readonly overlap: Overlap | null;
}

type Question = Pick<CoverageQuestion, 'targets' | 'shown'> & { readonly distanceMetres: number };

interface Listener {
  readonly onAnswer: (answer: Answered) => void;
  readonly onProblem: (problem: Problem) => void;
  readonly onRun: (run: Progress | null) => void;
}

export const NOTHING: Answered = {
  result: null,
  resultTargets: [],
  targetNames: [],
  perTarget: [],
  overlap: null,
};

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
    text: `覆盖计算没有完成：${reasonOf(error)}`,
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

/** Asks while a hand moves: the states at once, the far distances when it rests. */
export function coverageAsking(
  engine: EngineClient,
  { onAnswer, onProblem, onRun }: Listener,
): LatestAnswer<Question, Answered> {
  const quick = ({ targets, shown, distanceMetres }: Question, signal: AbortSignal) =>
    slowly(async (onProgress): Promise<Answered> => {
      const of = (part: readonly CoverageTarget[]): Promise<CoverageResult> =>
        engine.run('coverage-now', { targets: part, distanceMetres }, { signal, onProgress });
      const [all, part, overlap] = await Promise.all([
        of(targets),
        shown === targets ? null : of(shown),
        targets.length < 2 ? null : engine.run('overlap', { targets, distanceMetres }, { signal }),
      ]);
      return {
        result: part ?? all,
        resultTargets: shown,
        targetNames: shown.map(({ id, name }) => name ?? id),
        perTarget: all.perTarget,
        overlap: overlap && { counts: overlap.counts, targetCount: targets.length, distanceMetres },
      };
    }, onRun);
  let answered: Question | null = null;
  let known: Answered = NOTHING;
  /** The quick answer with the far distances: nothing else of it can differ, so nothing else is drawn again. */
  const whole = ({ shown, distanceMetres }: Question, signal: AbortSignal) =>
    slowly(async (onProgress): Promise<Answered> => {
      const query = { targets: shown, distanceMetres };
      const { nearestDistanceMetres, nearestTarget } = await engine.run('coverage', query, {
        signal,
        onProgress,
      });
      if (known.result === null) throw new Error('the whole answer asked for before the quick one');
      const { distancesPending: _, ...result } = known.result;
      return { ...known, result: { ...result, nearestDistanceMetres, nearestTarget } };
    }, onRun);
  return new LatestAnswer<Question, Answered>({
    quick,
    whole,
    isWhole: ({ result }) => result?.distancesPending !== true,
    restMilliseconds: REST_MILLISECONDS,
    onAnswer: (answer, question) => {
      answered = question;
      known = answer;
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
