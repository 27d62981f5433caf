// Keeps a long import interruptible: now and then it reports, lets messages in, and ends when it was cancelled.

export interface PaceOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface ImportPace {
  /** Call before each row; wait only for a promise. Throws or rejects with the signal's reason after a cancel. */
  step(done: number, total: number): Promise<void> | undefined;
}

const ROWS_A_REPORT = 1000;
/** A browser stretches each such turn to 4 ms. */
const ROWS_A_TURN = 10_000;

/** One turn of the event loop, so that a cancel message can be handled. */
function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

export function importPace({ onProgress, signal }: PaceOptions): ImportPace {
  return {
    step(done, total) {
      if (done % ROWS_A_REPORT !== 0) return undefined;
      signal?.throwIfAborted();
      onProgress?.(done, total);
      if (done % ROWS_A_TURN !== 0) return undefined;
      return turnOfTheLoop().then(() => signal?.throwIfAborted());
    },
  };
}
