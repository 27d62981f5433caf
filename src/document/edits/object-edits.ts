import type { PlanObject } from '../../domain/plan-object';
import type { Edit } from '../edit';
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

/** Objects put in and others taken away as one step. */
export function replaceObjects(
  objects: readonly PlanObject[],
  goneIds: readonly string[],
  label: string,
): Edit {
  return {
    label,
    apply: (doc) => removeObjects(goneIds, label).apply(putObjects(objects, label).apply(doc)),
  };
}
