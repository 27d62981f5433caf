import type { ImportContent } from '../domain/imported';
import type { KeptText } from './database';
import type { History } from './history';

/** A journal record as it is kept, under its key. */
export interface KeptJournal {
  readonly key: [id: string, generation: number, sequence: number];
  readonly kept: KeptText;
}

/** Where the writer of a document stands; from a load or the save before. */
export interface JournalPosition {
  readonly generation: number;
  /** Number of the next journal record in this generation. */
  readonly sequence: number;
  /** Names under which contents are already kept, and their length in characters. */
  readonly contents: ReadonlyMap<ImportContent, { readonly name: string; readonly size: number }>;
  readonly snapshotSize: number;
  readonly journalSize: number;
  /** Found damaged: the next save must be a snapshot, and sets `unusable` aside. */
  readonly damage: { readonly unusable: readonly KeptJournal[] } | null;
}

export interface StoredDocument {
  readonly history: History;
  readonly position: JournalPosition;
}
