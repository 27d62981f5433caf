// Keeps one document stored while it is edited. Throttled, not debounced: the first change starts a short timer and
// whatever is newest is written when it ends, so that a long drag is saved while it goes on, and a commit costs nothing.
// Writes never overlap; after a failed one the next change, or a flush, tries again from what was last written.
import type { Problem } from '../domain/problem';
import type { DocumentStore } from './document-store';
import type { History } from './history';
import type { StoredDocument } from './stored-document';

/** Change to write; both well under the promised second. A drag's step is written again and again: less often. */
export const AUTOSAVE_DELAY_MILLISECONDS = 200;
export const DRAG_AUTOSAVE_DELAY_MILLISECONDS = 500;

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** The newest changes are in memory only. */
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface Autosave {
  /** Tells of the newest history, to be written soon. */
  readonly change: (history: History) => void;
  /** Writes at once what is not yet written; ends when it is, or when that failed. */
  readonly flush: () => Promise<void>;
}

/** A drag begun or ended changes nothing that is kept. */
function isKept(stored: StoredDocument | null, { entries, index }: History): boolean {
  return stored?.history.entries === entries && stored.history.index === index;
}

/** `stored` null: nothing of it is in the store yet, and `history` is written soon without any change. */
export function createAutosave(args: {
  readonly store: Pick<DocumentStore, 'save'>;
  readonly owner: string;
  readonly history: History;
  readonly stored: StoredDocument | null;
  readonly onState: (state: SaveState) => void;
}): Autosave {
  const { store, owner, onState } = args;
  let stored = args.stored;
  let newest = args.history;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> | null = null;

  const write = async (): Promise<void> => {
    const saved = await store.save(stored, newest, owner);
    if (!saved.ok) {
      const [problem] = saved.problems;
      if (problem) onState({ kind: 'failed', problem });
      return;
    }
    stored = saved.value;
    if (isKept(stored, newest)) onState({ kind: 'saved' });
  };
  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    while (writing) await writing;
    if (isKept(stored, newest) && !stored?.position.damage) {
      onState({ kind: 'saved' });
      return;
    }
    writing = write().finally(() => {
      writing = null;
    });
    await writing;
  };
  const schedule = (delayMilliseconds: number): void => {
    timer ??= setTimeout(() => void flush(), delayMilliseconds);
  };

  if (!isKept(stored, newest) || stored?.position.damage) schedule(0);

  return {
    change: (history) => {
      newest = history;
      onState({ kind: 'saving' });
      schedule(history.drag ? DRAG_AUTOSAVE_DELAY_MILLISECONDS : AUTOSAVE_DELAY_MILLISECONDS);
    },
    flush,
  };
}
