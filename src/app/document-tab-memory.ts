import type { LibrarySurroundings } from '../document/document-library';

/** Which document this tab had open, kept through reloads of the tab; forgotten where storage is refused. */
export function tabMemory(packId: string): LibrarySurroundings['tabMemory'] {
  const key = `cuntu:document:${packId}`;
  const attempt = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch (cause) {
      if (cause instanceof DOMException) return null;
      throw cause;
    }
  };
  return {
    get: () => attempt(() => sessionStorage.getItem(key)),
    set: (documentId) => {
      attempt(() => sessionStorage.setItem(key, documentId));
    },
  };
}
