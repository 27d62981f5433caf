import { useMemo, useState } from 'react';
import { objectChanges } from '../analysis/object-changes';
import { compareScenarios } from '../analysis/scenario-compare';
import { takeObjects } from '../document/edits/take-objects';
import type { Scenario } from '../document/plan-document';
import type { Inspected } from '../features/inspect/inspected';
import { ComparePanel } from '../features/plan/compare-panel';
import type { CompareBasis } from '../features/plan/compare-panel-props';
import {
  changedObjects,
  changedVillages,
  differentlyAssigned,
  numberRows,
} from '../features/plan/compare-view';
import { exportFooter } from '../report/export-footer';
import { downloadCompared } from './compare-file';
import { scenarioTargets } from './coverage-targets';
import { localStamp } from './download';
import { ENGINE_VERSION } from './engine-version';
import { patchPlan } from './plan-store';
import { useSession } from './session-store';
import type { Analysis } from './use-analysis';
import { useCompare } from './use-compare';
import { useWorkspace } from './workspace';

interface Props {
  readonly analysis: Analysis;
  readonly from: Scenario;
  readonly to: Scenario;
  readonly onZoomTo: (things: readonly Inspected[]) => void;
}

/** 情景比较, the same engine run for both at the distance of the coverage analysis. */
export default function PlanCompareHost({ analysis, from, to, onZoomTo }: Props) {
  const { documents } = useWorkspace();
  const { index, doc } = analysis;
  const { pack } = index;
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
  const compared = useMemo(
    () =>
      coverage &&
      compareScenarios(
        pack.villages,
        { objects: [...from.content.objects.values()], coverage: coverage.before },
        { objects: [...to.content.objects.values()], coverage: coverage.after },
      ),
    [coverage, pack, from, to],
  );
  const answer = useMemo(
    () =>
      compared && {
        numbers: numberRows(compared.numbers),
        villages: changedVillages(index, compared.villages),
      },
    [compared, index],
  );
  const objects = useMemo(() => {
    const [before, after] = [from.content, to.content];
    const changes = objectChanges([...before.objects.values()], [...after.objects.values()]);
    const names = new Map(
      [...before.objects, ...after.objects].map(([id, { name }]) => [id, name]),
    );
    return changedObjects(
      changes,
      names,
      differentlyAssigned(before.assignments, after.assignments),
    );
  }, [from, to]);
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
      objects={objects}
      footer={exportFooter(pack, { madeAt, engineVersion: ENGINE_VERSION }).join('　')}
      onPair={(fromId, toId) => patchPlan({ compared: { from: fromId, to: toId } })}
      onBasis={setBasis}
      onZoomToVillage={(code) => onZoomTo([{ kind: 'village', code }])}
      onZoomToVillages={(codes) => onZoomTo(codes.map((code) => ({ kind: 'village', code })))}
      onZoomToObject={(id) => onZoomTo([{ kind: 'plan-object', id }])}
      onTake={(ids) =>
        documents.commit(
          takeObjects({
            from: other.content,
            ids,
            label: `采用情景「${other.title}」的 ${ids.length} 个对象`,
          }),
        )
      }
      onExport={() => {
        if (!answer) return;
        const about = { from: from.title, to: to.title, distanceMetres };
        downloadCompared(pack, answer.villages, about);
      }}
      onPrint={() => print()}
      onClose={() => patchPlan({ compared: null })}
    />
  );
}
