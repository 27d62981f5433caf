import { useMemo, useState } from 'react';
import type { CoverageResult } from '../analysis/coverage-result';
import { coverageSummariser } from '../analysis/coverage-summary';
import { objectChanges } from '../analysis/object-changes';
import { type ScenarioState, compareScenarios } from '../analysis/scenario-compare';
import { type PartPick, takeParts } from '../document/edits/take-parts';
import type { Scenario } from '../document/plan-document';
import type { Inspected } from '../features/inspect/inspected';
import { ComparePanel } from '../features/plan/compare-panel';
import type { CompareBasis } from '../features/plan/compare-panel-props';
import { changedParts } from '../features/plan/compare-parts';
import { changedVillages, numberRows, sideCounts } from '../features/plan/compare-view';
import type { MapView } from '../map/map-view';
import { exportFooter } from '../report/export-footer';
import { downloadCompared } from './compare-file';
import { scenarioTargets } from './coverage-targets';
import { localStamp } from './download';
import { ENGINE_VERSION } from './engine-version';
import { patchPlan, usePlanSession } from './plan-store';
import { toMapPick } from './selection';
import { useSession } from './session-store';
import { thingBounds } from './thing-bounds';
import type { Analysis } from './use-analysis';
import { useCompare } from './use-compare';
import { useLinkedScenes } from './use-linked-scenes';
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

/** 情景比较, the same engine run for both at the distance of the coverage analysis. */
export default function PlanCompareHost({ analysis, from, to, view }: Props) {
  const { documents, index, estimate } = useWorkspace();
  const { doc } = analysis;
  const { pack } = index;
  const way = usePlanSession((state) => state.compareWay);
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
  const { coverage, problem } = useCompare(targets[0], targets[1], distanceMetres);
  const summarise = useMemo(() => coverageSummariser(index, estimate), [index, estimate]);
  const compared = useMemo(() => {
    const stateOf = ({ content }: Scenario, result: CoverageResult): ScenarioState => ({
      objects: [...content.objects.values()],
      coverage: result,
      sums: summarise(result).total,
    });
    return (
      coverage &&
      compareScenarios(pack.villages, stateOf(from, coverage.before), stateOf(to, coverage.after))
    );
  }, [coverage, pack, from, to, summarise]);
  const answer = useMemo(
    () =>
      compared && {
        numbers: numberRows(compared.numbers),
        villages: changedVillages(index, compared.villages),
        counts: sideCounts(compared.villages),
      },
    [compared, index],
  );
  const parts = useMemo(() => {
    const [before, after] = [from.content, to.content];
    const changes = objectChanges([...before.objects.values()], [...after.objects.values()]);
    return changedParts(before, after, changes, {
      project: (id) => index.projectById.get(id)?.name ?? id,
      belt: (id) => pack.belts.find((belt) => belt.id === id)?.name ?? id,
    });
  }, [from, to, index, pack]);
  useLinkedScenes({ from, to, targets, coverage, compared, distanceMetres });
  // What only one of the two has can be looked at too.
  const lookAt = (things: readonly Inspected[]): void => {
    const objects = new Map([...from.content.objects, ...to.content.objects]);
    const bounds = thingBounds(analysis.index, { imports: doc.imports, objects }, things);
    if (bounds) view?.fitTo(bounds, 60);
    const [only] = things;
    patchPlan({ focus: only && things.length === 1 ? toMapPick(only) : null });
  };
  const other = doc.scenarioId === from.id ? to : from;
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
      footer={exportFooter(pack, { madeAt, engineVersion: ENGINE_VERSION }).join('　')}
      onPair={(fromId, toId) => patchPlan({ compared: { from: fromId, to: toId } })}
      onWay={(compareWay) => patchPlan({ compareWay })}
      onBasis={setBasis}
      onZoomToVillage={(code) => lookAt([{ kind: 'village', code }])}
      onZoomToVillages={(codes) => lookAt(codes.map((code) => ({ kind: 'village', code })))}
      onZoomToPart={({ part, id }) => lookAt([{ kind: KIND_OF_PART[part], id }])}
      onTake={(picks) =>
        documents.commit(
          takeParts({
            from: other.content,
            picks,
            label: `采用情景「${other.title}」的 ${picks.length} 项`,
          }),
        )
      }
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
