import type { Edit } from '../edit';

/** Takes an import away with everything that came from it. */
export function removeImport(args: { readonly importId: string; readonly title: string }): Edit {
  return {
    label: `删除导入「${args.title}」`,
    apply: (doc) => {
      if (!doc.imports.has(args.importId)) return doc;
      const imports = new Map(doc.imports);
      imports.delete(args.importId);
      return { ...doc, imports };
    },
  };
}
