import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { PlanDocument } from '../document/plan-document';
import type { FileState } from '../features/documents/documents-props';
import type { FileTarget } from './document-files';
import { keepHandle, keptHandle } from './file-handles';
import { useWorkspace } from './workspace';

/** A file and the document as it stood in it; null for a file of an earlier visit. */
interface LinkedFile {
  readonly target: FileTarget;
  readonly doc: PlanDocument | null;
}

/** Files that documents were saved to or opened from. */
export interface LinkedFiles {
  /** Of the open document. */
  readonly linked: LinkedFile | null;
  readonly link: (documentId: string, file: LinkedFile) => void;
  readonly file: FileState | null;
}

export function useLinkedFiles(): LinkedFiles {
  const { documents } = useWorkspace();
  const doc = useStore(documents.state, (state) => state.doc);
  const [links, setLinks] = useState<ReadonlyMap<string, LinkedFile>>(new Map());
  const link = useCallback((id: string, file: LinkedFile): void => {
    setLinks((before) => new Map(before).set(id, file));
    const { handle } = file.target;
    if (handle) void keepHandle(id, handle);
  }, []);
  const { id: openId } = doc;
  useEffect(() => {
    let isOver = false;
    void keptHandle(openId).then((handle) => {
      if (!handle || isOver) return;
      const earlier = { target: { name: handle.name, handle }, doc: null };
      setLinks((before) => (before.has(openId) ? before : new Map(before).set(openId, earlier)));
    });
    return () => {
      isOver = true;
    };
  }, [openId]);
  const linked = links.get(doc.id) ?? null;
  const file: FileState | null = linked && {
    name: linked.target.name,
    isCurrent: linked.doc && linked.doc === doc,
  };
  return { linked, link, file };
}
