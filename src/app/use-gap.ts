import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type GapAnalysis, gapAnalysis } from '../analysis/gap';
import { type MarginalCurve, marginalCurve } from '../analysis/marginal-curve';
import type { ReachThresholds } from '../analysis/reach-thresholds';
import { MAX_DISTANCE_METRES } from './session-state';
import type { Analysis } from './use-analysis';
import { useWorkspace } from './workspace';

export interface Gap {
  readonly gap: GapAnalysis | null;
  readonly curve: MarginalCurve | null;
}

/** Gap list and marginal curve of the answer on the map; while the slider moves they follow when there is time. */
export function useGap({ index, coverage, shown }: Analysis): Gap {
  const { engine, estimate } = useWorkspace();
  const result = useDeferredValue(coverage.result);
  const [thresholds, setThresholds] = useState<ReachThresholds | null>(null);
  useEffect(() => {
    setThresholds(null);
    if (shown.length === 0) return;
    const abort = new AbortController();
    engine
      .run('thresholds', { targets: shown }, { signal: abort.signal })
      .then(setThresholds)
      // The coverage panel tells why the same targets cannot be computed; here the curve is only missing.
      .catch(() => setThresholds(null));
    return () => abort.abort();
  }, [engine, shown]);
  const gap = useMemo(
    () => (result ? gapAnalysis(index, result, estimate) : null),
    [index, result, estimate],
  );
  const curve = useMemo(
    () => (thresholds ? marginalCurve(thresholds, estimate, MAX_DISTANCE_METRES) : null),
    [thresholds, estimate],
  );
  return { gap, curve };
}
