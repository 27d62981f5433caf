import type { Edit } from '../edit';

/** Takes the user's place of a project away, so that it shows what the pack knows. */
export function removeAlignment(args: {
  readonly projectId: string;
  readonly projectName: string;
}): Edit {
  return {
    label: `删除「${args.projectName}」的用户位置`,
    apply: (doc) => {
      if (!doc.alignments.has(args.projectId)) return doc;
      const alignments = new Map(doc.alignments);
      alignments.delete(args.projectId);
      return { ...doc, alignments };
    },
  };
}
