// How a long calculation stays interruptible: it asks its pace now and then, which lets messages in and may end it.
import { EngineCancelled } from './protocol';
import type { Progress } from './protocol';

/** Work between two breaths: long enough to cost nothing, short enough to cancel within a frame. */
const BREATH_MILLISECONDS = 12;

export interface Pace {
  /** Waits for waiting messages when it is time; rejects with EngineCancelled after a cancel. */
  breathe(progress: Progress): Promise<void>;
}

export interface PaceOptions {
  readonly isCancelled: () => boolean;
  readonly report: (progress: Progress) => void;
}

/** One turn of the event loop, so that a cancel message can be handled. */
function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

export function createPace(options: PaceOptions): Pace {
  let last = performance.now();
  return {
    async breathe(progress) {
      if (performance.now() - last < BREATH_MILLISECONDS) return;
      options.report(progress);
      await turnOfTheLoop();
      last = performance.now();
      if (options.isCancelled()) throw new EngineCancelled();
    },
  };
}
