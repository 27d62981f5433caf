import type { ImportRecord } from '../../domain/imported';
import type { Edit } from '../edit';

/** Adds what a file became, as one undoable step; an import of the same id is replaced in its place. */
export function addImport(record: ImportRecord): Edit {
  return {
    label: `导入「${record.title}」`,
    apply: (doc) =>
      doc.imports.get(record.id) === record
        ? doc
        : { ...doc, imports: new Map(doc.imports).set(record.id, record) },
  };
}
