import type { Geometry } from 'geojson';
import { useDeferredValue, useMemo } from 'react';
import { listedAssignments } from '../analysis/listed-sites';
import { unassignedVillages } from '../analysis/unassigned-villages';
import {
  branchScenario,
  lockScenario,
  removeScenario,
  renameScenario,
  switchScenario,
} from '../document/edits/scenario-edits';
import { newId } from '../document/new-id';
import { type PlanContent, type PlanDocument, contentOf } from '../document/plan-document';
import type { PackIndex } from '../domain/pack-index';
import type { Inspected } from '../features/inspect/inspected';
import { villageArea } from '../features/plan/assign-view';
import { PlanPanel } from '../features/plan/plan-panel';
import { openExport } from './export-store';
import { assignListed } from './plan-assign';
import { dropObjects, makeObject, setField } from './plan-edits';
import { planRows, ruleLists } from './plan-facts';
import { patchPlan } from './plan-store';
import { useSession } from './session-store';
import { mergeObjects, mergePlan } from './shape-edits';
import { useRemovalToast } from './use-removal';
import { sharedKnown } from './shared-areas';
import { useSharedAreas } from './use-shared-areas';
import { useTerrain } from './use-terrain';
import { useWorkspace } from './workspace';

interface Props {
  readonly index: PackIndex;
  readonly doc: PlanDocument;
  readonly onInspect: (thing: Inspected) => void;
  readonly onZoomTo: (thing: Inspected) => void;
  readonly onAddFile: () => void;
}

/** Only of zones do rules ask for the ground. */
function zoneShapes({ objects }: PlanContent): readonly Geometry[] {
  return [...objects.values()].flatMap(({ kind, geometry }) =>
    kind === 'zone' && geometry ? [geometry] : [],
  );
}

/** 规划, wired to the open document. */
export default function PlanRail(props: Props) {
  const { pack, documents } = useWorkspace();
  const removed = useRemovalToast();
  const { doc } = props;
  const selection = useSession((state) => state.selection);
  // The list may lag behind a drag.
  const content = useDeferredValue(contentOf(doc));
  const zones = useMemo(() => zoneShapes(content), [content]);
  const terrainUnder = useTerrain(doc.imports, zones);
  const objects = useMemo(() => [...content.objects.values()], [content]);
  const shared = useSharedAreas(sharedKnown, props.index, objects, objects);
  const rows = useMemo(
    () => planRows(props.index, content, terrainUnder, ruleLists(doc.imports), shared),
    [props.index, content, terrainUnder, doc.imports, shared],
  );
  const unassigned = useMemo(
    () => unassignedVillages(doc.imports.values(), content.assignments.values()),
    [doc.imports, content.assignments],
  );
  const listed = useMemo(() => {
    const sites = [...content.objects.values()].filter(({ kind }) => kind === 'site');
    return listedAssignments(doc.imports.values(), sites, content.assignments.values());
  }, [doc.imports, content]);
  const isLocked = doc.scenarios.get(doc.scenarioId)?.isLocked ?? false;
  const scenarios = [...doc.scenarios.values()];
  const titleOf = (id: string): string => doc.scenarios.get(id)?.title ?? '';
  const thing = (id: string): Inspected => ({ kind: 'plan-object', id });
  return (
    <PlanPanel
      scenarios={scenarios}
      openId={doc.scenarioId}
      counties={pack.counties}
      claims={pack.claims}
      relocations={pack.relocations}
      rows={rows}
      selectedId={selection?.kind === 'plan-object' ? selection.id : null}
      onOpen={(id) => documents.commit(switchScenario({ id, title: titleOf(id) }))}
      onBranch={(title) => documents.commit(branchScenario({ id: newId(), title }))}
      onRename={(id, title) => documents.commit(renameScenario({ id, title }))}
      onLock={(id, isLocked) =>
        documents.commit(lockScenario({ id, title: titleOf(id), isLocked }))
      }
      onRemove={(id) => {
        documents.commit(removeScenario({ id, title: titleOf(id) }));
        removed(`删除情景「${titleOf(id)}」`);
      }}
      onCompare={() => {
        const other = scenarios.find(({ id }) => id !== doc.scenarioId);
        if (other) patchPlan({ compared: { from: other.id, to: doc.scenarioId } });
      }}
      onAddFile={props.onAddFile}
      onNew={(kind) => {
        const id = makeObject(documents, kind);
        if (id !== null) props.onInspect(thing(id));
      }}
      onSelect={(id) => props.onInspect(thing(id))}
      onZoomTo={(id) => props.onZoomTo(thing(id))}
      onRemoveObjects={(ids) => removed(dropObjects(documents, ids))}
      onSetField={(ids, spec, value) => setField(documents, ids, spec, value)}
      onExport={() => openExport('plan-objects')}
      onExportSums={() => openExport('plan-sums')}
      onMerge={(ids) => {
        const plan = mergePlan(content.objects, ids);
        if (!plan.ok) return plan.problems[0] ?? null;
        mergeObjects(documents, plan.value);
        return null;
      }}
      unassigned={unassigned}
      villageArea={(code) => villageArea(props.index, code)}
      onShowVillage={(code) => props.onZoomTo({ kind: 'village', code })}
      onExportUnassigned={() => openExport('unassigned')}
      listed={
        isLocked
          ? null
          : {
              villages: new Set(listed.map(({ villageCode }) => villageCode)).size,
              onAssign: () => assignListed(documents, listed),
            }
      }
    />
  );
}
