import { type Assignment, assignmentId } from '../../domain/assignment';
import type { Edit } from '../edit';
import type { PlanContent } from '../plan-document';
import { changeContent, put, withPart, without } from './change-content';

function ofSites(assignments: Iterable<Assignment>, ids: ReadonlySet<string>): Assignment[] {
  return Array.from(assignments).filter(({ siteId }) => ids.has(siteId));
}

/**
 * The open scenario's objects of these ids become as `from` has them: put, replaced, or taken away where `from` has none,
 * with the assignments to them. One step.
 */
export function takeObjects(args: {
  readonly from: PlanContent;
  readonly ids: readonly string[];
  readonly label: string;
}): Edit {
  const { from, ids, label } = args;
  const taken = new Set(ids);
  return {
    label,
    apply: (doc) =>
      changeContent(doc, (content) => {
        const objects = ids.reduce((map, id) => {
          const object = from.objects.get(id);
          return object ? put(map, id, object) : without(map, id);
        }, content.objects);
        const theirs = ofSites(from.assignments.values(), taken);
        const kept = new Set(theirs.map(assignmentId));
        const left = ofSites(content.assignments.values(), taken)
          .map(assignmentId)
          .filter((id) => !kept.has(id))
          .reduce(without, content.assignments);
        const assignments = theirs.reduce((map, one) => put(map, assignmentId(one), one), left);
        return withPart(withPart(content, 'objects', objects), 'assignments', assignments);
      }),
  };
}
