// Which file a document was last saved to or opened from, over a reload: browsers keep handles, not paths, and only in a
// database. Where nothing is kept the user is asked for the file again.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { FileHandle } from './document-files';

interface Handles extends DBSchema {
  handles: { key: string; value: FileHandle };
}

async function inStore<Answer>(
  work: (database: IDBPDatabase<Handles>) => Promise<Answer>,
): Promise<Answer | null> {
  try {
    const database = await openDB<Handles>('cuntu-files', 1, {
      upgrade: (made) => void made.createObjectStore('handles'),
    });
    return await work(database).finally(() => database.close());
  } catch (cause) {
    // A private window keeps no database, and a handle of an embedder's own cannot be copied into one.
    if (cause instanceof DOMException) return null;
    throw cause;
  }
}

export async function keepHandle(documentId: string, handle: FileHandle): Promise<void> {
  await inStore((database) => database.put('handles', handle, documentId));
}

/** null when none was kept. */
export async function keptHandle(documentId: string): Promise<FileHandle | null> {
  return (await inStore((database) => database.get('handles', documentId))) ?? null;
}
