import { useMemo, useState } from 'react';
import type { CoverageResult } from '../analysis/coverage-result';
import { type PartPick, takeParts } from '../document/edits/take-parts';
import type { Scenario } from '../document/plan-document';
import type { CoverageTarget } from '../engine/protocol';
import type { Inspected } from '../features/inspect/inspected';
import { ComparePanel } from '../features/plan/compare-panel';
import type { CompareBasis } from '../features/plan/compare-panel-props';
import type { ChangedPart } from '../features/plan/compare-parts';
import { changedVillages, mergeRows, numberRows, sideCounts } from '../features/plan/compare-view';
import type { MapView } from '../map/map-view';
import { exportFooter } from '../report/export-footer';
import { downloadCompared } from './compare-file';
import { scenarioTargets } from './coverage-targets';
import { localStamp } from './download';
import { ENGINE_VERSION } from './engine-version';
import { patchPlan, usePlanSession } from './plan-store';
import { scenarioParts } from './scenario-parts';
import { toMapPick } from './selection';
import { useSession } from './session-store';
import { thingBounds } from './thing-bounds';
import type { Analysis } from './use-analysis';
import { useCompare } from './use-compare';
import { type ComparedSide, useComparedPair } from './use-compared-pair';
import { useLinkedScenes } from './use-linked-scenes';
import { useMergePreview } from './use-merge-preview';
import { useWorkspace } from './workspace';

const KIND_OF_PART = {
  object: 'plan-object',
  assignments: 'plan-object',
  alignment: 'project',
  'belt-width': 'belt',
} as const satisfies Readonly<Record<PartPick['part'], string>>;

interface Props {
  readonly analysis: Analysis;
  readonly from: Scenario;
  readonly to: Scenario;
  readonly view: MapView | null;
}

/** Kept while it is the same. */
function useSide(
  scenario: Scenario,
  targets: readonly CoverageTarget[],
  result: CoverageResult | null = null,
): ComparedSide {
  return useMemo(() => ({ scenario, targets, result }), [scenario, targets, result]);
}

/** The ticked parts that still differ; none where nothing can be merged. */
function useTicked(parts: readonly ChangedPart[], canMerge: boolean): readonly PartPick[] {
  const ticked = usePlanSession((state) => state.ticked);
  return useMemo(() => {
    const differs = ({ part, id }: PartPick): boolean =>
      parts.some((each) => each.part === part && each.id === id);
    return canMerge ? ticked.filter(differs) : [];
  }, [ticked, parts, canMerge]);
}

/** 情景比较, the same engine run for both at the distance of the coverage analysis. */
export default function PlanCompareHost({ analysis, from, to, view }: Props) {
  const { documents, index } = useWorkspace();
  const { doc } = analysis;
  const { pack } = index;
  const way = usePlanSession((state) => state.compareWay);
  const theme = useSession((state) => state.theme);
  const chosenIds = useSession((state) => state.chosenProjectIds);
  const distanceMetres = useSession((state) => state.distanceMetres);
  const [basis, setBasis] = useState<CompareBasis>(chosenIds.length > 0 ? 'chosen' : 'sites');
  const targets = useMemo(
    () =>
      [from, to].map(({ content }) => scenarioTargets(index, content, basis, chosenIds)) as [
        ReturnType<typeof scenarioTargets>,
        ReturnType<typeof scenarioTargets>,
      ],
    [from, to, index, basis, chosenIds],
  );
  const { results, problem } = useCompare(targets, distanceMetres);
  const before = useSide(from, targets[0], results?.[0]);
  const after = useSide(to, targets[1], results?.[1]);
  const pair = useComparedPair(before, after);
  const { compared } = pair;
  const answer = useMemo(
    () =>
      compared && {
        numbers: numberRows(compared.numbers),
        villages: changedVillages(index, compared.villages),
        counts: sideCounts(compared.villages),
      },
    [compared, index],
  );
  const parts = useMemo(() => scenarioParts(index, from.content, to.content), [from, to, index]);
  const [open, other] = doc.scenarioId === from.id ? [before, after] : [after, before];
  const isEither = doc.scenarioId === from.id || doc.scenarioId === to.id;
  const ticked = useTicked(parts, isEither && !open.scenario.isLocked);
  const merge = useMergePreview({ open, other, picks: ticked, basis, chosenIds, distanceMetres });
  useLinkedScenes(merge ?? pair, merge !== null, distanceMetres);
  // What only one of the two has can be looked at too.
  const lookAt = (things: readonly Inspected[]): void => {
    const objects = new Map([...from.content.objects, ...to.content.objects]);
    const bounds = thingBounds(analysis.index, { imports: doc.imports, objects }, things);
    if (bounds) view?.fitTo(bounds, 60);
    const [only] = things;
    patchPlan({ focus: only && things.length === 1 ? toMapPick(only) : null });
  };
  const [madeAt] = useState(() => localStamp(new Date()));
  return (
    <ComparePanel
      planTitle={doc.title}
      scenarios={[...doc.scenarios.values()]}
      fromId={from.id}
      toId={to.id}
      openId={doc.scenarioId}
      basis={basis}
      distanceMetres={distanceMetres}
      projectCounts={[targets[0].length, targets[1].length]}
      answer={answer}
      problem={problem}
      way={way}
      parts={parts}
      ticked={ticked}
      merge={
        merge?.compared
          ? {
              numbers: mergeRows(merge.compared.numbers),
              counts: sideCounts(merge.compared.villages),
            }
          : null
      }
      theme={theme}
      footer={exportFooter(pack, { madeAt, engineVersion: ENGINE_VERSION }).join('　')}
      onPair={(fromId, toId) => patchPlan({ compared: { from: fromId, to: toId }, ticked: [] })}
      onWay={(compareWay) => patchPlan({ compareWay })}
      onBasis={setBasis}
      onZoomToVillage={(code) => lookAt([{ kind: 'village', code }])}
      onZoomToVillages={(codes) => lookAt(codes.map((code) => ({ kind: 'village', code })))}
      onZoomToPart={({ part, id }) => lookAt([{ kind: KIND_OF_PART[part], id }])}
      onTick={(next) => patchPlan({ ticked: next })}
      onTake={() => {
        const { content, title } = other.scenario;
        const label = `采用情景「${title}」的 ${ticked.length} 项`;
        documents.commit(takeParts({ from: content, picks: ticked, label }));
        patchPlan({ ticked: [] });
      }}
      onExport={() => {
        if (!answer) return;
        const about = { from: from.title, to: to.title, distanceMetres };
        downloadCompared(pack, answer.villages, about);
      }}
      onPrint={() => print()}
      onClose={() => patchPlan({ compared: null, compareWay: 'list' })}
    />
  );
}
