import { type TargetActual, actualId } from '../../domain/target';
import type { Edit } from '../edit';

/** Enters the actual value of one year; one that is there is replaced. Throws RangeError when it is no finite number. */
export function putActual(actual: TargetActual, targetName: string): Edit {
  if (!Number.isFinite(actual.value)) throw new RangeError(`actual value ${actual.value}`);
  const id = actualId(actual);
  return {
    label: `「${targetName}」${actual.year} 年实际值`,
    apply: (doc) =>
      doc.actuals.get(id) === actual
        ? doc
        : { ...doc, actuals: new Map(doc.actuals).set(id, actual) },
  };
}

export function removeActual(
  of: Pick<TargetActual, 'targetId' | 'year'>,
  targetName: string,
): Edit {
  const id = actualId(of);
  return {
    label: `删除「${targetName}」${of.year} 年实际值`,
    apply: (doc) => {
      if (!doc.actuals.has(id)) return doc;
      const actuals = new Map(doc.actuals);
      actuals.delete(id);
      return { ...doc, actuals };
    },
  };
}
