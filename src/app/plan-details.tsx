import type { Geometry } from 'geojson';
import { useCallback } from 'react';
import { openScenario } from '../document/plan-document';
import type { PlanObject } from '../domain/plan-object';
import type { Problem } from '../domain/problem';
import { parseCoordinates } from '../features/alignments/parse-coordinates';
import type { Inspected } from '../features/inspect/inspected';
import { AssignSection } from '../features/plan/assign-section';
import { findVillages, siteLoad } from '../features/plan/assign-view';
import { ObjectDetails } from '../features/plan/object-details';
import type { TypedPlace } from '../features/plan/object-details-props';
import { parseCrs } from '../io/crs';
import { converterFrom } from '../io/crs-convert';
import type { MapView } from '../map/map-view';
import { EmptyState } from '../ui/empty-state';
import { addVillages, putAssignment, removeAssignment } from './plan-assign';
import { changeObject, dropObjects, setField } from './plan-edits';
import { patchPlan, usePlanSession } from './plan-store';
import { patchSession, useSession } from './session-store';
import type { Analysis } from './use-analysis';
import { usePlanDrawing } from './use-plan-drawing';
import { usePlanFacts } from './use-plan-facts';
import { useRemovalToast } from './use-removal';
import { useWorkspace } from './workspace';

interface Props {
  readonly id: string;
  readonly analysis: Analysis;
  readonly view: MapView | null;
  readonly onZoomTo: (thing: Inspected) => void;
  readonly onAdjust: (id: string) => void;
}

/** In the document: an undoable step under the object's name. */
type SetPlace = (geometry: Geometry, verb: '标绘' | '录入') => void;

function typedPlace(
  { text, mode, crs }: TypedPlace,
  bbox: Parameters<typeof parseCoordinates>[1]['bbox'],
  setPlace: SetPlace,
): readonly Problem[] {
  const system = parseCrs(crs);
  if (!system.ok) return system.problems;
  const convert = converterFrom(system.value);
  const parsed = parseCoordinates(text, { mode, bbox, swapAxes: false, convert });
  if (!parsed.ok) return parsed.problems;
  setPlace(parsed.value, '录入');
  return parsed.notes;
}

function SiteVillages({
  site,
  analysis,
  view,
  onZoomTo,
}: Omit<Props, 'id' | 'onAdjust'> & { readonly site: PlanObject }) {
  const { documents } = useWorkspace();
  const picking = usePlanSession((state) => state.picking);
  const { index, content } = analysis;
  const nameOf = (code: string): string => index.villageByCode.get(code)?.name ?? code;
  return (
    <AssignSection
      load={siteLoad(site, content.assignments, content.objects, index)}
      isLocked={openScenario(analysis.doc).isLocked}
      picking={picking?.siteId === site.id ? picking.way : null}
      canPick={view !== null}
      onFind={(text) => findVillages(text, index)}
      onAdd={(code) => addVillages(documents, site.id, [{ code, name: nameOf(code) }])}
      onPick={(way) => patchPlan({ picking: way === null ? null : { siteId: site.id, way } })}
      onChange={(assignment) =>
        putAssignment(documents, assignment, nameOf(assignment.villageCode))
      }
      onRemove={(assignment) =>
        removeAssignment(documents, assignment, nameOf(assignment.villageCode))
      }
      onShowVillage={(code) => onZoomTo({ kind: 'village', code })}
      onNearest={() => patchPlan({ assigning: true })}
    />
  );
}

function Details(props: Omit<Props, 'id'> & { readonly object: PlanObject }) {
  const { object, analysis, view } = props;
  const { id } = object;
  const { pack, documents } = useWorkspace();
  const removed = useRemovalToast();
  const chosenIds = useSession((state) => state.chosenProjectIds);
  const { facts, problem, isLater, checks } = usePlanFacts(
    object,
    analysis.index,
    analysis.content,
    analysis.doc.imports,
  );
  const setPlace = useCallback<SetPlace>(
    (geometry, verb) => changeObject(documents, id, { geometry }, `位置（${verb}）`),
    [documents, id],
  );
  const onDrawn = useCallback((geometry: Geometry) => setPlace(geometry, '标绘'), [setPlace]);
  const drawing = usePlanDrawing(view, object, onDrawn);
  const isProject = object.kind === 'site' || object.kind === 'project';
  return (
    <ObjectDetails
      object={object}
      bbox={pack.bbox}
      isLocked={openScenario(analysis.doc).isLocked}
      lists={pack}
      drawing={drawing}
      facts={facts}
      factsProblem={problem}
      isFactsLater={isLater}
      checks={checks}
      isChosen={isProject ? chosenIds.includes(id) : null}
      onChoose={(isChosen) =>
        patchSession({
          chosenProjectIds: isChosen
            ? [...chosenIds, id]
            : chosenIds.filter((other) => other !== id),
        })
      }
      onTyped={(typed) => typedPlace(typed, pack.bbox, setPlace)}
      onAccuracy={(accuracyMetres) => changeObject(documents, id, { accuracyMetres }, '位置精度')}
      onName={(name) => changeObject(documents, id, { name }, '名称')}
      onNote={(note) => changeObject(documents, id, { note }, '备注')}
      onField={(spec, value) => setField(documents, [id], spec, value)}
      onZoomTo={() => props.onZoomTo({ kind: 'plan-object', id })}
      onAdjust={() => props.onAdjust(id)}
      onRemove={() => {
        patchSession({ selection: null });
        removed(dropObjects(documents, [id]));
      }}
    >
      {object.kind === 'site' && <SiteVillages {...props} site={object} />}
    </ObjectDetails>
  );
}

/** 详情 of the selected plan object, wired to the open scenario. */
export default function PlanDetails({ id, ...rest }: Props) {
  const object = rest.analysis.content.objects.get(id);
  if (!object) {
    return (
      <EmptyState
        title="这个情景里没有所选的对象"
        hint="它可能已删除，或在另一个情景里。在左侧“规划”里另选一个。"
      />
    );
  }
  return <Details key={id} object={object} {...rest} />;
}
