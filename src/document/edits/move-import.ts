import type { Edit } from '../edit';

/** Moves an import among the others by `steps` places, later ones downwards; it stops at either end. */
export function moveImport(args: {
  readonly importId: string;
  readonly title: string;
  readonly steps: number;
}): Edit {
  return {
    label: `调整导入「${args.title}」的先后`,
    apply: (doc) => {
      const ids = [...doc.imports.keys()];
      const at = ids.indexOf(args.importId);
      const to = Math.min(Math.max(at + args.steps, 0), ids.length - 1);
      if (at < 0 || to === at) return doc;
      const order = ids.toSpliced(at, 1).toSpliced(to, 0, args.importId);
      const imports = new Map(
        order.flatMap((id) => {
          const record = doc.imports.get(id);
          return record ? [[id, record]] : [];
        }),
      );
      return { ...doc, imports };
    },
  };
}
