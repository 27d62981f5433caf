// The document that the screen is drawn with. While something is moved the engine is asked first, and the screen waits for
// the answer to draw both at once: one draw a step instead of two, and no number beside another geometry than its own. An
// answer that is long in coming is not waited for.
import { type StoreApi, createStore } from 'zustand/vanilla';
import type { PlanDocument } from '../document/plan-document';
import type { CoverageTarget } from '../engine/protocol';

/** So long a line may lag behind the hand that moves it: its handles follow at once. */
const LONGEST_WAIT_MILLISECONDS = 100;

interface Waiting {
  readonly doc: PlanDocument;
  /** What its answer will be of (`Answered.resultTargets`). */
  readonly asked: readonly CoverageTarget[];
}

export interface HeldDocument {
  readonly shown: StoreApi<{ readonly doc: PlanDocument }>;
  /** The newest document: shown, or waiting to be. */
  readonly newest: () => PlanDocument;
  /** Shows a newer document, and whatever waited, at once. */
  readonly show: (doc: PlanDocument) => void;
  /** Shows a newer document with the answer to its question. */
  readonly wait: (waiting: Waiting) => void;
  /** The answer is about to be drawn: its document is shown; a newer one goes on waiting for its own. */
  readonly answered: (asked: readonly CoverageTarget[]) => void;
  readonly isBehind: () => boolean;
}

export function heldDocument(first: PlanDocument): HeldDocument {
  const shown = createStore<{ readonly doc: PlanDocument }>(() => ({ doc: first }));
  let waiting: readonly Waiting[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const newest = (): PlanDocument => waiting.at(-1)?.doc ?? shown.getState().doc;
  const put = (doc: PlanDocument, others: readonly Waiting[]): void => {
    clearTimeout(timer);
    timer = undefined;
    waiting = others;
    if (others.length > 0) startTimer();
    shown.setState({ doc });
  };
  const startTimer = (): void => {
    timer = setTimeout(() => put(newest(), []), LONGEST_WAIT_MILLISECONDS);
  };
  return {
    shown,
    newest,
    show: (doc) => put(doc, []),
    wait: (next) => {
      waiting = [...waiting, next];
      if (timer === undefined) startTimer();
    },
    answered: (asked) => {
      const at = waiting.findIndex((each) => each.asked === asked);
      const found = waiting[at];
      if (found) put(found.doc, waiting.slice(at + 1));
    },
    isBehind: () => waiting.length > 0,
  };
}
