import { type Assignment, assignmentId } from '../../domain/assignment';
import type { Edit } from '../edit';
import { changeContent, put, withPart, without } from './change-content';

/** Villages to sites: puts some assignments and takes others away, as one step. */
export function changeAssignments(args: {
  readonly put: readonly Assignment[];
  readonly removed: readonly Assignment[];
  readonly label: string;
}): Edit {
  return {
    label: args.label,
    apply: (doc) =>
      changeContent(doc, (content) => {
        const left = args.removed.map(assignmentId).reduce(without, content.assignments);
        const assignments = args.put.reduce((map, one) => put(map, assignmentId(one), one), left);
        return withPart(content, 'assignments', assignments);
      }),
  };
}
