import type { Edit } from '../edit';
import type { AlignmentOrigin, UserAlignment } from '../plan-document';

const VERB: Readonly<Record<AlignmentOrigin, string>> = {
  drawn: '标绘',
  typed: '录入',
  imported: '导入',
};

/** Gives a project its place, replacing an earlier one. Throws RangeError when the accuracy is no length. */
export function setAlignment(args: {
  readonly alignment: UserAlignment;
  readonly projectName: string;
}): Edit {
  const { alignment, projectName } = args;
  if (!(Number.isFinite(alignment.accuracyMetres) && alignment.accuracyMetres >= 0)) {
    throw new RangeError(`accuracyMetres must be finite and ≥ 0, got ${alignment.accuracyMetres}`);
  }
  return {
    label: `${VERB[alignment.origin]}「${projectName}」的位置`,
    apply: (doc) =>
      doc.alignments.get(alignment.projectId) === alignment
        ? doc
        : { ...doc, alignments: new Map(doc.alignments).set(alignment.projectId, alignment) },
  };
}
