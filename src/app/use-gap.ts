import { useMemo, useState } from 'react';
import { NOT_COVERED, POSSIBLE } from '../analysis/coverage-result';
import { type GapSource, clusterRows, gapColumns, gapRows } from '../analysis/gap';
import type { MarginalCurve } from '../analysis/marginal-curve';
import type { CoverageTarget, EngineRequests, Progress } from '../engine/protocol';
import type { GapClusters, GapView } from '../features/gap/gap-panel-props';
import type { GapKind } from '../features/gap/gap-view';
import { MAX_DISTANCE_METRES } from './session-state';
import type { Analysis } from './use-analysis';
import { useEngineAnswer } from './use-engine-answer';
import { useRested } from './use-rested';
import { useWorkspace } from './workspace';

/** Lists and curve are dear and read at rest: they are asked for when the hand has rested so long. */
const REST_MILLISECONDS = 200;

export interface Gap {
  readonly gap: GapView | null;
  readonly clusters: GapClusters | null;
  readonly curve: MarginalCurve | null;
  /** The answer on the map is newer than what is given here. */
  readonly isBehind: boolean;
  /** Of the call that takes long. */
  readonly run: Progress | null;
  /** The user ended what would bring the newest lists. */
  readonly isCancelled: boolean;
  readonly cancel: () => void;
}

interface ListQuestion {
  readonly source: GapSource;
  readonly input: EngineRequests['gap']['input'];
}

interface ClusterQuestion {
  readonly kind: GapKind;
  readonly of: {
    readonly question: ListQuestion;
    readonly output: EngineRequests['gap']['output'];
  };
  readonly input: EngineRequests['gap-clusters']['input'];
}

function viewOf({ question, output }: ClusterQuestion['of']): GapView {
  const { distanceMetres } = question.source.result;
  return {
    distanceMetres,
    clusterRadiusMetres: distanceMetres,
    notCovered: gapRows(question.source, output.notCovered),
    possible: gapRows(question.source, output.possible),
  };
}

/** The question about the newest answer with all its distances: a list without nearest projects would be no gap list. */
function useListQuestion({ index, coverage }: Analysis): ListQuestion | null {
  const { index: packIndex, estimate } = useWorkspace();
  const { result, resultTargets: targets } = coverage;
  const columns = useMemo(() => gapColumns(packIndex, estimate), [packIndex, estimate]);
  const now = useMemo<ListQuestion | null>(
    () =>
      result === null
        ? null
        : {
            source: { index, result, estimate },
            input: { targets, distanceMetres: result.distanceMetres, columns },
          },
    [index, result, estimate, targets, columns],
  );
  const [whole, setWhole] = useState(now);
  const isWhole = result?.distancesPending !== true;
  if (isWhole && whole !== now) setWhole(now);
  return useRested(
    isWhole ? now : whole?.source.result.distancesPending === true ? null : whole,
    REST_MILLISECONDS,
  );
}

/** The marginal curve of the answer on the map, once the hand rests. */
export function useCurve(shown: readonly CoverageTarget[]) {
  const { engine, estimate } = useWorkspace();
  const targets = useRested(shown, REST_MILLISECONDS);
  const question = useMemo(() => {
    if (targets.length === 0) return null;
    const { households, persons } = estimate;
    return { input: { targets, toMetres: MAX_DISTANCE_METRES, estimate: { households, persons } } };
  }, [targets, estimate]);
  return useEngineAnswer(engine, 'curve', question);
}

/**
 * Gap lists and marginal curve of the answer on the map, and the clusters of one list when they are looked at. While the
 * hand moves or the engine works the last ones stay, marked.
 */
export function useGap(analysis: Analysis, clusterKind: GapKind | null): Gap {
  const { engine } = useWorkspace();
  const { coverage, shown } = analysis;
  const listQuestion = useListQuestion(analysis);
  const lists = useEngineAnswer(engine, 'gap', listQuestion);
  const { answered } = lists;
  const clusterQuestion = useMemo<ClusterQuestion | null>(() => {
    if (answered === null || clusterKind === null) return null;
    const { input } = answered.question;
    const state = clusterKind === 'notCovered' ? NOT_COVERED : POSSIBLE;
    return {
      kind: clusterKind,
      of: answered,
      input: { ...input, state, radiusMetres: input.distanceMetres },
    };
  }, [answered, clusterKind]);
  const grouped = useEngineAnswer(engine, 'gap-clusters', clusterQuestion);
  const curve = useCurve(shown);

  const gap = useMemo(() => (answered === null ? null : viewOf(answered)), [answered]);
  const clusters = useMemo<GapClusters | null>(() => {
    if (grouped.answered === null) return null;
    const { question, output } = grouped.answered;
    const { source } = question.of.question;
    const ranks = question.of.output[question.kind];
    const { at } = gapRows(source, ranks);
    return { kind: question.kind, rows: clusterRows(source.index, ranks, output, at) };
  }, [grouped.answered]);
  const slow = [lists, grouped, curve].find(({ run }) => run !== null);
  return {
    gap,
    clusters,
    curve: curve.answered?.output ?? null,
    isBehind:
      answered?.question.source.result !== (coverage.result ?? undefined) ||
      (grouped.answered !== null && grouped.answered.question !== clusterQuestion) ||
      (shown.length > 0 && curve.answered?.question.input.targets !== shown),
    run: slow?.run ?? null,
    isCancelled: lists.isCancelled || grouped.isCancelled || curve.isCancelled,
    cancel: () => slow?.cancel(),
  };
}
