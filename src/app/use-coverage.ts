import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CoverageResult } from '../analysis/coverage-result';
import type { Problem } from '../domain/problem';
import type { Village } from '../domain/village';
import type { EngineClient } from '../engine/client';
import type { Progress } from '../engine/protocol';
import { type Answered, NOTHING, coverageAsking } from './coverage-asking';
import type { CoverageQuestion } from './coverage-question';
import { useSession } from './session-store';
import { useAnswerOf } from './use-answer-of';

export interface CoverageAnswer extends Answered {
  readonly run: Progress | null;
  readonly problem: Problem | null;
  readonly cancel: () => void;
  /** `result` with every distance, for what is handed out. */
  readonly whole: () => Promise<CoverageResult | null>;
}

/** What is known of the next question before the screen is drawn with it: the engine answers meanwhile. */
export interface QuestionsAhead {
  /** Calls with each next question; the listener says whether the engine was asked. */
  readonly foretell: (listener: (next: CoverageQuestion) => boolean) => () => void;
  /** A newer question than that of the screen was foretold, and its answer will be drawn with it. */
  readonly isAhead: () => boolean;
  /** Called with an answer in the draw that shows it. */
  readonly onAnswer: (answer: Answered) => void;
}

/**
 * Asks the engine whenever villages, question or distance change; the last answer stays until the next one is there.
 * The session's distance is listened to, not drawn with: a step of the slider draws the slider, and everything else with
 * the answer. Keep the identity of all four.
 */
export function useCoverage(
  engine: EngineClient,
  villages: readonly Village[],
  question: CoverageQuestion,
  ahead: QuestionsAhead,
): CoverageAnswer {
  const [answered, setAnswered] = useAnswerOf<Answered>(villages, NOTHING);
  const [run, setRun] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const askingRef = useRef<ReturnType<typeof coverageAsking> | null>(null);
  const askedRef = useRef<CoverageQuestion | null>(null);

  useEffect(() => {
    // At once: a frame of the map between the answer and the screen would hold it up.
    const onAnswer = (answer: Answered): void =>
      flushSync(() => {
        setAnswered(answer);
        ahead.onAnswer(answer);
      });
    const listener = { onAnswer, onProblem: setProblem, onRun: setRun };
    const made = coverageAsking(engine, listener);
    askingRef.current = made;
    askedRef.current = null;
    return () => {
      askingRef.current = null;
      made.stop();
    };
  }, [engine, setAnswered, ahead]);

  useEffect(() => {
    const ask = (next: CoverageQuestion): void => {
      const { targets, shown } = next;
      askedRef.current = next;
      setProblem(null);
      const { distanceMetres } = useSession.getState();
      if (targets.length > 0) askingRef.current?.ask({ targets, shown, distanceMetres });
    };
    if (question.targets.length === 0) {
      askingRef.current?.stop();
      setAnswered(NOTHING);
    }
    if (askedRef.current !== question && !ahead.isAhead()) ask(question);
    const stopForetelling = ahead.foretell((next) => {
      if (askedRef.current === next || next.targets.length === 0) return false;
      ask(next);
      return true;
    });
    const stopFollowing = useSession.subscribe((now, before) => {
      if (now.distanceMetres !== before.distanceMetres) ask(askedRef.current ?? question);
    });
    return () => {
      stopForetelling();
      stopFollowing();
    };
  }, [engine, setAnswered, question, ahead]);

  const { result } = answered;
  // A pending answer is of the targets asked last, or about to be replaced by one that is.
  const whole = (): Promise<CoverageResult | null> =>
    result?.distancesPending === true
      ? engine.run('coverage', {
          targets: question.shown,
          distanceMetres: result.distanceMetres,
        })
      : Promise.resolve(result);
  return { ...answered, run, problem, cancel: () => askingRef.current?.cancel(), whole };
}
