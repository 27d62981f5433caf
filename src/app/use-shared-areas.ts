import { startTransition, useEffect, useState } from 'react';
import type { SharedSquareMetres } from '../analysis/area-shares';
import type { PackIndex } from '../domain/pack-index';
import type { PlanObject } from '../domain/plan-object';
import { cutFor } from './plan-facts';

/** After the hand's last move. */
const REST_MILLISECONDS = 200;

/**
 * How much land areas have in common, for facts of `whose`. What `read` does not know is cut while the hand rests, a pair a
 * turn. Another function when more is known.
 */
export function useSharedAreas(
  read: SharedSquareMetres,
  index: PackIndex,
  whose: readonly PlanObject[],
  objects: readonly PlanObject[],
): SharedSquareMetres {
  const [shared, setShared] = useState<SharedSquareMetres>(() => read);
  const [failure, setFailure] = useState<unknown>(null);
  // To the error boundary round the panel.
  if (failure !== null) throw failure;
  useEffect(() => {
    const stop = new AbortController();
    const rest = setTimeout(() => {
      cutFor(whose, index, objects, stop.signal).then(() => {
        // Also when nothing was left to cut: another panel may have done it since this one was drawn.
        if (!stop.signal.aborted) {
          startTransition(() => setShared((): SharedSquareMetres => (a, b) => read(a, b)));
        }
      }, setFailure);
    }, REST_MILLISECONDS);
    return () => {
      clearTimeout(rest);
      stop.abort();
    };
  }, [read, index, whose, objects]);
  return shared;
}
