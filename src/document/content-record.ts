// What scenarios hold, as plain records and back: whole, a record that several scenarios share written once, and as the
// patch of one edit.
import { type Assignment, assignmentId } from '../domain/assignment';
import type { PlanObject } from '../domain/plan-object';
import { diffContents, putOf } from './diff';
import {
  EMPTY_CONTENT,
  type PlanContent,
  type Scenario,
  type UserAlignment,
} from './plan-document';
import type { ContentStep, PlanObjectRecord } from './schema.3';
import type { DocumentRecord } from './schema.5';

type Part = keyof PlanContent;

export function byId<T>(entries: Iterable<readonly [string, T]>): (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

function objectRecord(object: PlanObject): PlanObjectRecord {
  const values = byId(object.values).map(([id, value]): PlanObjectRecord['values'][number] => [
    id,
    typeof value === 'object' ? [...value] : value,
  ]);
  return { ...object, values };
}

/** How one entry of each part is written. */
const WRITE = {
  alignments: (_: string, alignment: UserAlignment) => ({ ...alignment }),
  beltWidths: (beltId: string, widthMetres: number) => ({ beltId, widthMetres }),
  objects: (_: string, object: PlanObject) => objectRecord(object),
  assignments: (_: string, assignment: Assignment) => ({ ...assignment }),
};

/** Equal records that the scenarios came by in different ways are one; what they share is seen by reference first. */
function heldRecords<T, Written extends object>(
  scenarios: readonly Scenario[],
  mapOf: (content: PlanContent) => ReadonlyMap<string, T>,
  write: (id: string, value: T) => Written,
): (Written & { in: string[] })[] {
  interface Held {
    readonly value: T;
    readonly record: Written;
    readonly holders: string[];
    text: string | null;
  }
  const held = new Map<string, Held[]>();
  const textOf = (one: Held): string => (one.text ??= JSON.stringify(one.record));
  for (const { id: scenarioId, content } of scenarios) {
    for (const [id, value] of mapOf(content)) {
      const known = held.get(id) ?? [];
      held.set(id, known);
      const fresh = (): Held => ({ value, record: write(id, value), holders: [], text: null });
      let same = known.find((one) => one.value === value);
      if (!same) {
        const one = fresh();
        same = known.find((other) => textOf(other) === textOf(one));
        if (!same) known.push((same = one));
      }
      same.holders.push(scenarioId);
    }
  }
  return byId(held).flatMap(([, list]) =>
    list.map(({ record, holders }) => ({ ...record, in: holders })),
  );
}

type HeldLists = Pick<DocumentRecord, Part>;

export function contentsToRecords(scenarios: Iterable<Scenario>): HeldLists {
  const all = [...scenarios];
  return {
    alignments: heldRecords(all, (content) => content.alignments, WRITE.alignments),
    beltWidths: heldRecords(all, (content) => content.beltWidths, WRITE.beltWidths),
    objects: heldRecords(all, (content) => content.objects, WRITE.objects),
    assignments: heldRecords(all, (content) => content.assignments, WRITE.assignments),
  };
}

interface Draft {
  readonly alignments: Map<string, UserAlignment>;
  readonly beltWidths: Map<string, number>;
  readonly objects: Map<string, PlanObject>;
  readonly assignments: Map<string, Assignment>;
}

function draftOf(content: PlanContent): Draft {
  return {
    alignments: new Map(content.alignments),
    beltWidths: new Map(content.beltWidths),
    objects: new Map(content.objects),
    assignments: new Map(content.assignments),
  };
}

function readObject(record: PlanObjectRecord): PlanObject {
  return { ...record, values: new Map(record.values) };
}

/** The contents by scenario id; a scenario that no record names has no entry. */
export function contentsFromRecords(lists: HeldLists): ReadonlyMap<string, PlanContent> {
  const drafts = new Map<string, Draft>();
  const into = (holders: readonly string[], put: (draft: Draft) => void): void => {
    for (const id of holders) {
      const draft = drafts.get(id) ?? draftOf(EMPTY_CONTENT);
      drafts.set(id, draft);
      put(draft);
    }
  };
  for (const { in: holders, ...alignment } of lists.alignments)
    into(holders, (draft) => draft.alignments.set(alignment.projectId, alignment));
  for (const { in: holders, beltId, widthMetres } of lists.beltWidths)
    into(holders, (draft) => draft.beltWidths.set(beltId, widthMetres));
  for (const { in: holders, ...record } of lists.objects) {
    const object = readObject(record);
    into(holders, (draft) => draft.objects.set(object.id, object));
  }
  for (const { in: holders, ...assignment } of lists.assignments)
    into(holders, (draft) => draft.assignments.set(assignmentId(assignment), assignment));
  return drafts;
}

/** The patch from one content to another; undefined when they are the same. */
export function contentStep(from: PlanContent, to: PlanContent): ContentStep | undefined {
  if (from === to) return undefined;
  const { alignments, beltWidths, objects, assignments } = diffContents(from, to);
  return {
    putAlignments: putOf(alignments).map(([id, value]) => WRITE.alignments(id, value)),
    removedAlignments: [...alignments.removed.keys()],
    putBeltWidths: putOf(beltWidths).map(([id, value]) => WRITE.beltWidths(id, value)),
    removedBeltWidths: [...beltWidths.removed.keys()],
    putObjects: putOf(objects).map(([id, value]) => WRITE.objects(id, value)),
    removedObjects: [...objects.removed.keys()],
    putAssignments: putOf(assignments).map(([id, value]) => WRITE.assignments(id, value)),
    removedAssignments: [...assignments.removed.keys()],
  };
}

export function applyContentStep(content: PlanContent, step: ContentStep): PlanContent {
  const draft = draftOf(content);
  for (const id of step.removedAlignments) draft.alignments.delete(id);
  for (const alignment of step.putAlignments) draft.alignments.set(alignment.projectId, alignment);
  for (const id of step.removedBeltWidths) draft.beltWidths.delete(id);
  for (const belt of step.putBeltWidths) draft.beltWidths.set(belt.beltId, belt.widthMetres);
  for (const id of step.removedObjects) draft.objects.delete(id);
  for (const record of step.putObjects) draft.objects.set(record.id, readObject(record));
  for (const id of step.removedAssignments) draft.assignments.delete(id);
  for (const assignment of step.putAssignments)
    draft.assignments.set(assignmentId(assignment), assignment);
  return draft;
}
