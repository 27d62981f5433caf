import type { Edit } from '../edit';
import type { AlignmentOrigin, UserAlignment } from '../plan-document';
import { changeContent, put, withPart } from './change-content';

const VERB: Readonly<Record<AlignmentOrigin, string>> = {
  drawn: '标绘',
  typed: '录入',
  imported: '导入',
};

/** A change of a place that the project already had. */
export type Adjustment = 'moved' | 'vertex-moved' | 'vertex-added' | 'vertex-removed' | 'accuracy';

const ADJUSTMENT_LABELS: Readonly<Record<Adjustment, (name: string) => string>> = {
  moved: (name) => `移动「${name}」`,
  'vertex-moved': (name) => `调整「${name}」的节点`,
  'vertex-added': (name) => `在「${name}」上增加节点`,
  'vertex-removed': (name) => `删去「${name}」的节点`,
  accuracy: (name) => `改「${name}」的位置精度`,
};

/** Label of a change made on the map to the place of a project or an object. */
export function adjustmentLabel(adjustment: Adjustment, name: string): string {
  return ADJUSTMENT_LABELS[adjustment](name);
}

/**
 * Gives a project its place, replacing an earlier one; `adjustment` names a change made on the map, else the label says
 * the origin. Throws RangeError when the accuracy is no length.
 */
export function setAlignment(args: {
  readonly alignment: UserAlignment;
  readonly projectName: string;
  readonly adjustment?: Adjustment;
}): Edit {
  const { alignment, projectName, adjustment } = args;
  if (!(Number.isFinite(alignment.accuracyMetres) && alignment.accuracyMetres >= 0)) {
    throw new RangeError(`accuracyMetres must be finite and ≥ 0, got ${alignment.accuracyMetres}`);
  }
  return {
    label: adjustment
      ? adjustmentLabel(adjustment, projectName)
      : `${VERB[alignment.origin]}「${projectName}」的位置`,
    apply: (doc) =>
      changeContent(doc, (content) =>
        withPart(content, 'alignments', put(content.alignments, alignment.projectId, alignment)),
      ),
  };
}
