import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { useEffect, useState } from 'react';
import type { EngineClient } from '../engine/client';
import type { CoverageTarget } from '../engine/protocol';

/** The reach is only drawn, so it waits until the slider rests a moment. */
const REST_MILLISECONDS = 120;

export type Reach = FeatureCollection<Polygon | MultiPolygon, { readonly id: string }>;

/** Reach polygons of the shown targets; null while there are none or none could be drawn. */
export function useReach(
  engine: EngineClient,
  shown: readonly CoverageTarget[],
  distanceMetres: number,
): Reach | null {
  const [reach, setReach] = useState<Reach | null>(null);
  useEffect(() => {
    if (shown.length === 0 || distanceMetres <= 0) {
      setReach(null);
      return;
    }
    const abort = new AbortController();
    const rest = setTimeout(() => {
      engine
        .run('reach', { targets: shown, distanceMetres }, { signal: abort.signal })
        .then((next) => {
          if (!abort.signal.aborted) setReach(next);
        })
        // Without its outline the answer still stands; a cancelled call is followed by the next.
        .catch(() => setReach(null));
    }, REST_MILLISECONDS);
    return () => {
      clearTimeout(rest);
      abort.abort();
    };
  }, [engine, shown, distanceMetres]);
  return reach;
}
