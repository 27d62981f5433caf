import { assignmentId } from '../../domain/assignment';
import type { PlanObject } from '../../domain/plan-object';
import type { Edit } from '../edit';
import type { PlanContent } from '../plan-document';
import { changeContent, put, withPart, without } from './change-content';

/** Puts objects, new or changed, into the open scenario as one step. */
export function putObjects(objects: readonly PlanObject[], label: string): Edit {
  return {
    label,
    apply: (doc) =>
      changeContent(doc, (content) =>
        withPart(
          content,
          'objects',
          objects.reduce((map, object) => put(map, object.id, object), content.objects),
        ),
      ),
  };
}

/** Takes objects away with the assignments to them, as one step. */
export function removeObjects(ids: readonly string[], label: string): Edit {
  return {
    label,
    apply: (doc) =>
      changeContent(doc, (content) => {
        const gone = new Set(ids);
        const objects = ids.reduce(without, content.objects);
        const kept = [...content.assignments].filter(([, { siteId }]) => !gone.has(siteId));
        const assignments =
          kept.length === content.assignments.size ? content.assignments : new Map(kept);
        return withPart(withPart(content, 'objects', objects), 'assignments', assignments);
      }),
  };
}

/** Known numbers add up; what one of them does not know, nobody knows. */
function sumOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

/** The assignments to the sites that go as assignments to another; a village that both have moves there once. */
function handedOver(
  assignments: PlanContent['assignments'],
  goneIds: readonly string[],
  siteId: string,
): PlanContent['assignments'] {
  const gone = new Set(goneIds);
  const after = new Map(assignments);
  for (const [id, assignment] of assignments) {
    if (!gone.has(assignment.siteId)) continue;
    after.delete(id);
    const moved = { ...assignment, siteId };
    const there = after.get(assignmentId(moved));
    after.set(
      assignmentId(moved),
      there
        ? {
            ...moved,
            households: sumOf(there.households, moved.households),
            persons: sumOf(there.persons, moved.persons),
          }
        : moved,
    );
  }
  return after;
}

/** One object takes the place of others, and who was assigned to them goes with it; as one step. */
export function mergeInto(object: PlanObject, goneIds: readonly string[], label: string): Edit {
  return {
    label,
    apply: (doc) => {
      const joined = changeContent(doc, (content) => {
        const objects = put(content.objects, object.id, object);
        return withPart(
          withPart(content, 'objects', objects),
          'assignments',
          handedOver(content.assignments, goneIds, object.id),
        );
      });
      return removeObjects(goneIds, label).apply(joined);
    },
  };
}
