import { useEffect, useMemo, useState } from 'react';
import { type GapAnalysis, gapAnalysis } from '../analysis/gap';
import { type MarginalCurve, marginalCurve } from '../analysis/marginal-curve';
import type { CoverageResult } from '../analysis/coverage-result';
import type { ReachThresholds } from '../analysis/reach-thresholds';
import type { CoverageTarget } from '../engine/protocol';
import { MAX_DISTANCE_METRES } from './session-state';
import type { Analysis } from './use-analysis';
import { useRested } from './use-rested';
import { useWorkspace } from './workspace';

/** Lists and curve are dear and read at rest: they come when the hand has rested so long. */
const REST_MILLISECONDS = 200;

export interface Gap {
  readonly gap: GapAnalysis | null;
  readonly curve: MarginalCurve | null;
  /** The answer on the map is newer than what is given here. */
  readonly isBehind: boolean;
}

interface AnsweredThresholds {
  readonly targets: readonly CoverageTarget[];
  readonly thresholds: ReachThresholds;
}

/** The newest answer with all its distances; a gap without its nearest project would be no gap list. */
function useWholeResult(result: CoverageResult | null): CoverageResult | null {
  const [whole, setWhole] = useState(result);
  const isWhole = result?.distancesPending !== true;
  useEffect(() => {
    if (isWhole) setWhole(result);
  }, [isWhole, result]);
  return isWhole ? result : whole?.distancesPending === true ? null : whole;
}

/** The last curve stays while the next one is computed, but never for other projects' sake when none is shown. */
function useThresholds(shown: readonly CoverageTarget[]): AnsweredThresholds | null {
  const { engine } = useWorkspace();
  const [answered, setAnswered] = useState<AnsweredThresholds | null>(null);
  useEffect(() => {
    if (shown.length === 0) {
      setAnswered(null);
      return;
    }
    const abort = new AbortController();
    const input = { targets: shown, toMetres: MAX_DISTANCE_METRES };
    engine
      .run('thresholds', input, { signal: abort.signal })
      .then((thresholds) => {
        if (!abort.signal.aborted) setAnswered({ targets: shown, thresholds });
      })
      // The coverage panel tells why the same targets cannot be computed; here the curve is only missing.
      .catch(() => {
        if (!abort.signal.aborted) setAnswered(null);
      });
    return () => abort.abort();
  }, [engine, shown]);
  return answered;
}

/** Gap list and marginal curve of the answer on the map; while the hand moves the last ones stay, marked. */
export function useGap({ index, coverage, shown }: Analysis): Gap {
  const { estimate } = useWorkspace();
  const whole = useWholeResult(coverage.result);
  const result = useRested(whole, REST_MILLISECONDS);
  // Names of the nearest projects and their accuracies belong to the answer that the list is of.
  const restedIndex = useRested(index, REST_MILLISECONDS);
  const restedShown = useRested(shown, REST_MILLISECONDS);
  const answered = useThresholds(restedShown);
  const gap = useMemo(
    () => (result ? gapAnalysis(restedIndex, result, estimate) : null),
    [restedIndex, result, estimate],
  );
  const thresholds = answered?.thresholds ?? null;
  const curve = useMemo(
    () => (thresholds ? marginalCurve(thresholds, estimate, MAX_DISTANCE_METRES) : null),
    [thresholds, estimate],
  );
  const isBehind = result !== coverage.result || (answered?.targets !== shown && shown.length > 0);
  return { gap, curve, isBehind };
}
