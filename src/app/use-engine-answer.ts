import { useEffect, useRef, useState } from 'react';
import type { EngineClient } from '../engine/client';
import {
  EngineCancelled,
  type EngineRequestKind,
  type EngineRequests,
  type Progress,
} from '../engine/protocol';

/** A call shorter than this shows no progress. */
const PROGRESS_AFTER_MILLISECONDS = 500;

export interface EngineQuestion<K extends EngineRequestKind> {
  readonly input: EngineRequests[K]['input'];
}

export interface EngineAnswer<K extends EngineRequestKind, Question> {
  /** The last answer, with its question; it stays until the next one is there. */
  readonly answered: {
    readonly question: Question;
    readonly output: EngineRequests[K]['output'];
  } | null;
  readonly run: Progress | null;
  /** The user ended the call for the question that is in force. */
  readonly isCancelled: boolean;
  readonly cancel: () => void;
}

/** Asks the engine whenever the question is another object; null asks nothing and forgets the answer. */
export function useEngineAnswer<K extends EngineRequestKind, Question extends EngineQuestion<K>>(
  engine: EngineClient,
  kind: K,
  question: Question | null,
): EngineAnswer<K, Question> {
  const [answered, setAnswered] = useState<EngineAnswer<K, Question>['answered']>(null);
  const [run, setRun] = useState<Progress | null>(null);
  const [cancelled, setCancelled] = useState<Question | null>(null);
  const abortRef = useRef<AbortController | null>(null);
  useEffect(() => {
    if (question === null) {
      setAnswered(null);
      return;
    }
    const abort = new AbortController();
    abortRef.current = abort;
    let isOver = false;
    let progress: Progress = { done: 0, total: 1 };
    let isSlow = false;
    const slow = setTimeout(() => {
      isSlow = true;
      setRun(progress);
    }, PROGRESS_AFTER_MILLISECONDS);
    const onProgress = (next: Progress): void => {
      progress = next;
      if (isSlow && !isOver) setRun(next);
    };
    const settle = (): void => {
      clearTimeout(slow);
      setRun(null);
    };
    engine.run(kind, question.input, { signal: abort.signal, onProgress }).then(
      (output) => {
        if (isOver) return;
        settle();
        setAnswered({ question, output });
      },
      (error: unknown) => {
        if (isOver) return;
        settle();
        if (error instanceof EngineCancelled) setCancelled(question);
        // The coverage panel tells why the same targets cannot be computed; here the answer is only missing.
        else setAnswered(null);
      },
    );
    return () => {
      isOver = true;
      settle();
      abort.abort();
    };
  }, [engine, kind, question]);
  return {
    answered,
    run,
    isCancelled: cancelled !== null && cancelled === question,
    cancel: () => abortRef.current?.abort(),
  };
}
