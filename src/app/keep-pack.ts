// Puts region packs into the browser and takes them out; what opens the first map only reads (`kept-packs`).
import type { Outcome } from '../domain/problem';
import { type PackPlace, inPacks, listKept } from './kept-packs';
import type { KeptPack } from './region-offers';

/** All files under a pack's id and version. */
function filesOf({ id, version }: PackPlace): IDBKeyRange {
  return IDBKeyRange.bound([id, version], [id, version, []]);
}

/** Keeps a pack whole or not at all, in the place of one of the same id and version. */
export function keepPack(
  head: KeptPack,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Outcome<void>> {
  const { id, version } = head;
  return inPacks(async (database) => {
    const transaction = database.transaction(['heads', 'files'], 'readwrite');
    const stored = transaction.objectStore('files');
    // Requests run in the order made: what was there goes first.
    await Promise.all([
      stored.delete(filesOf(head)),
      ...[...files].map(([path, bytes]) => stored.put(bytes, [id, version, path])),
      transaction.objectStore('heads').put(head, [id, version]),
      transaction.done,
    ]);
  });
}

export function forgetPack(place: PackPlace): Promise<Outcome<void>> {
  return inPacks(async (database) => {
    const transaction = database.transaction(['heads', 'files'], 'readwrite');
    await Promise.all([
      transaction.objectStore('files').delete(filesOf(place)),
      transaction.objectStore('heads').delete([place.id, place.version]),
      transaction.done,
    ]);
  });
}

/** Every version of a pack that came from the user's files; ends at the first that cannot be removed. */
export async function forgetOwn(regionId: string): Promise<Outcome<void>> {
  const kept = await listKept();
  if (!kept.ok) return kept;
  for (const pack of kept.value) {
    if (pack.id !== regionId || pack.origin !== 'user') continue;
    const forgotten = await forgetPack(pack);
    if (!forgotten.ok) return forgotten;
  }
  return { ok: true, value: undefined, notes: [] };
}
