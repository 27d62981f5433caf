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

export type PackPlace = Pick<KeptPack, 'id' | 'version'>;

export async function inPacks<T>(
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

export function listKept(): Promise<Outcome<readonly KeptPack[]>> {
  return inPacks((database) => database.getAll('heads'));
}

function keptSource({ id, version }: PackPlace): PackSource {
  return {
    async read(path) {
      const read = await inPacks((database) => database.get('files', [id, version, path]));
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
