import type { Edit } from '../edit';
import { changeContent, withPart, without } from './change-content';

/** Takes the user's place of a project away, so that it shows what the pack knows. */
export function removeAlignment(args: {
  readonly projectId: string;
  readonly projectName: string;
}): Edit {
  return {
    label: `删除「${args.projectName}」的用户位置`,
    apply: (doc) =>
      changeContent(doc, (content) =>
        withPart(content, 'alignments', without(content.alignments, args.projectId)),
      ),
  };
}
