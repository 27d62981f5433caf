import type { Edit } from '../edit';
import { checkedTitle } from './title';

/** Gives an import another name on screen. Throws RangeError for a blank one. */
export function renameImport(args: { readonly importId: string; readonly title: string }): Edit {
  const title = checkedTitle(args.title);
  return {
    label: `导入改名为「${title}」`,
    apply: (doc) => {
      const record = doc.imports.get(args.importId);
      if (!record || record.title === title) return doc;
      return { ...doc, imports: new Map(doc.imports).set(record.id, { ...record, title }) };
    },
  };
}
