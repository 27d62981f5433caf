import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { DocumentSession } from '../document/document-session';

/** False where the browser refuses, or knows no such promise (plain http). */
async function promised(): Promise<boolean> {
  const { storage } = navigator as Partial<Navigator>;
  if (!storage) return false;
  try {
    return await storage.persist();
  } catch (cause) {
    if (cause instanceof DOMException || cause instanceof TypeError) return false;
    throw cause;
  }
}

/** Asks the browser, once there is an edit, to keep what it stores when the disk runs full; true when it does not promise. */
export function useEvictableStorage(documents: DocumentSession): boolean {
  const isEdited = useStore(documents.state, ({ history }) => history.entries.length > 1);
  const [isEvictable, setEvictable] = useState(false);
  useEffect(() => {
    if (isEdited) void promised().then((isPromised) => setEvictable(!isPromised));
  }, [isEdited]);
  return isEvictable;
}
