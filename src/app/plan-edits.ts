// Edits of plan objects as the panels ask for them; each is one undoable step with a label that names what it changes.
import { DRAWN_ACCURACY_METRES } from '../document/adjusted-alignment';
import type { DocumentSession } from '../document/document-session';
import { putObjects, removeObjects } from '../document/edits/object-edits';
import { newId } from '../document/new-id';
import { contentOf } from '../document/plan-document';
import type { FieldSpec } from '../domain/plan-object-field';
import type { FieldValue, PlanObject, PlanObjectKind } from '../domain/plan-object';
import { PLAN_OBJECT_KIND_WORDS } from '../domain/wording';
import { freeName, withValue } from '../features/plan/plan-list';

function objectsNow(documents: DocumentSession): ReadonlyMap<string, PlanObject> {
  return contentOf(documents.state.getState().doc).objects;
}

/** A new object without a place; its id. Null when the scenario takes no edits. */
export function makeObject(documents: DocumentSession, kind: PlanObjectKind): string | null {
  const name = freeName(PLAN_OBJECT_KIND_WORDS[kind], objectsNow(documents).values());
  const object: PlanObject = {
    id: newId(),
    kind,
    name,
    geometry: null,
    accuracyMetres: DRAWN_ACCURACY_METRES,
    values: new Map(),
    note: '',
    madeAt: new Date().toISOString(),
  };
  documents.commit(putObjects([object], `新建「${name}」`));
  return objectsNow(documents).has(object.id) ? object.id : null;
}

/** Sets one field of several objects; `null` empties it. */
export function setField(
  documents: DocumentSession,
  ids: readonly string[],
  spec: FieldSpec,
  value: FieldValue | null,
): void {
  const objects = objectsNow(documents);
  const changed = ids.flatMap((id) => {
    const object = objects.get(id);
    const next = object && withValue(object, spec.id, value);
    return next && next !== object ? [next] : [];
  });
  const [only] = changed;
  if (!only) return;
  const whose = changed.length === 1 ? `「${only.name}」` : `${changed.length} 个对象`;
  documents.commit(putObjects(changed, `改${whose}的${spec.label}`));
}

/** Changes other parts of one object than its fields; `what` ends the label, e.g. 名称. */
export function changeObject(
  documents: DocumentSession,
  id: string,
  part: Partial<Pick<PlanObject, 'name' | 'geometry' | 'accuracyMetres' | 'note'>>,
  what: string,
): void {
  const object = objectsNow(documents).get(id);
  if (object)
    documents.commit(putObjects([{ ...object, ...part }], `改「${object.name}」的${what}`));
}

/** Takes objects away with the assignments to them; the label says which. */
export function dropObjects(documents: DocumentSession, ids: readonly string[]): string {
  const [first = ''] = ids;
  const label =
    ids.length === 1
      ? `删除「${objectsNow(documents).get(first)?.name ?? ''}」`
      : `删除 ${ids.length} 个规划对象`;
  documents.commit(removeObjects(ids, label));
  return label;
}
