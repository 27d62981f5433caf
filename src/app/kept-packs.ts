// Region packs in this browser: those that the user opened from a file, and shipped ones, so that a document can stay with
// the version it was made with. Each file of a pack is one value, checked by the loader as any other pack's.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { storageProblem, storageUnavailable } from '../document/database';
import type { Outcome } from '../domain/problem';
import { type PackSource, SourceFailure, fetchSource } from '../packs/source';
import type { KeptPack, RegionOffer } from './region-offers';

interface Packs extends DBSchema {
  heads: { key: [id: string, version: string]; value: KeptPack };
  files: { key: [id: string, version: string, path: string]; value: Uint8Array };
}

type Place = Pick<KeptPack, 'id' | 'version'>;

async function inDatabase<T>(
  work: (database: IDBPDatabase<Packs>) => Promise<T>,
): Promise<Outcome<T>> {
  if (typeof indexedDB === 'undefined') return { ok: false, problems: [storageUnavailable()] };
  try {
    const database = await openDB<Packs>('cuntu-packs', 1, {
      upgrade: (made) => {
        made.createObjectStore('heads');
        made.createObjectStore('files');
      },
    });
    const value = await work(database).finally(() => database.close());
    return { ok: true, value, notes: [] };
  } catch (cause) {
    return { ok: false, problems: [storageProblem(cause)] };
  }
}

/** All files under a pack's id and version. */
function filesOf({ id, version }: Place): IDBKeyRange {
  return IDBKeyRange.bound([id, version], [id, version, []]);
}

export function listKept(): Promise<Outcome<readonly KeptPack[]>> {
  return inDatabase((database) => database.getAll('heads'));
}

/** Keeps a pack whole or not at all, in the place of one of the same id and version. */
export function keepPack(
  head: KeptPack,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Outcome<void>> {
  const { id, version } = head;
  return inDatabase(async (database) => {
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

export function forgetPack(place: Place): Promise<Outcome<void>> {
  return inDatabase(async (database) => {
    const transaction = database.transaction(['heads', 'files'], 'readwrite');
    await Promise.all([
      transaction.objectStore('files').delete(filesOf(place)),
      transaction.objectStore('heads').delete([place.id, place.version]),
      transaction.done,
    ]);
  });
}

function keptSource({ id, version }: Place): PackSource {
  return {
    async read(path) {
      const read = await inDatabase((database) => database.get('files', [id, version, path]));
      if (!read.ok) throw new SourceFailure(path, 'unreadable', read.problems[0]?.text ?? '');
      if (!read.value) throw new SourceFailure(path, 'missing', 'not kept');
      return read.value;
    },
  };
}

/** Where the files of an offered region lie. */
export function packSource(offer: RegionOffer): PackSource {
  return offer.origin === 'shipped' ? fetchSource(`geodata/${offer.id}`) : keptSource(offer);
}
