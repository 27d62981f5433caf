// Keeps a long import interruptible: now and then it reports, lets messages in, and ends when it was cancelled.

export interface PaceOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface ImportPace {
  /** Call before each row. Rejects with the signal's reason after a cancel. */
  step(done: number, total: number): Promise<void> | undefined;
}

const ROWS_A_TURN = 1000;

/** One turn of the event loop, so that a cancel message can be handled. */
function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

export function importPace({ onProgress, signal }: PaceOptions): ImportPace {
  return {
    step(done, total) {
      if (done % ROWS_A_TURN !== 0) return undefined;
      signal?.throwIfAborted();
      onProgress?.(done, total);
      return turnOfTheLoop().then(() => signal?.throwIfAborted());
    },
  };
}
