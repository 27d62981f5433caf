// The living document of one pack: state that the screen subscribes to, the actions that change it, and autosave.
// Autosave is throttled, not debounced: the first change starts a short timer and whatever is newest is written when it
// ends, so that a long drag is saved while it goes on. Writes never overlap. A failed load turns autosave off, since a
// save could then overwrite a document that we could not see.
import { type StoreApi, createStore } from 'zustand/vanilla';
import type { Problem } from '../domain/problem';
import type { Edit } from './edit';
import {
  type History,
  adoptPackVersion,
  beginDrag,
  cancelDrag,
  commit,
  currentDocument,
  endDrag,
  redo,
  startHistory,
  undo,
} from './history';
import { type PlanDocument, emptyDocument } from './plan-document';
import type { DocumentStorage } from './storage';

/** Change to write; well under the promised second. */
export const AUTOSAVE_DELAY_MILLISECONDS = 200;

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** The newest changes are in memory only. */
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface DocumentState {
  readonly history: History;
  /** The document shown: `currentDocument(history)`. */
  readonly doc: PlanDocument;
  readonly save: SaveState;
}

export interface DocumentSession {
  readonly state: StoreApi<DocumentState>;
  readonly commit: (edit: Edit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly beginDrag: () => void;
  readonly endDrag: () => void;
  readonly cancelDrag: () => void;
  /** Writes at once what is not yet written; call when the page is hidden. */
  readonly flush: () => Promise<void>;
}

function createSession(
  history: History,
  packId: string,
  storage: DocumentStorage,
  start: { readonly loadProblem: Problem | null; readonly isStored: boolean },
): DocumentSession {
  const { loadProblem, isStored } = start;
  const state = createStore<DocumentState>()(() => ({
    history,
    doc: currentDocument(history),
    save: loadProblem
      ? { kind: 'failed', problem: loadProblem }
      : { kind: isStored ? 'saved' : 'saving' },
  }));
  let written = isStored ? history : null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> | null = null;

  const write = async (): Promise<void> => {
    const newest = state.getState().history;
    const problem = await storage.save(packId, newest);
    if (problem) {
      state.setState({ save: { kind: 'failed', problem } });
      return;
    }
    written = newest;
    if (state.getState().history === newest) state.setState({ save: { kind: 'saved' } });
  };
  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    while (writing) await writing;
    if (loadProblem || state.getState().history === written) return;
    writing = write().finally(() => {
      writing = null;
    });
    await writing;
  };
  const schedule = (): void => {
    timer ??= setTimeout(() => void flush(), AUTOSAVE_DELAY_MILLISECONDS);
  };
  const change = (step: (before: History) => History): void => {
    const before = state.getState().history;
    const after = step(before);
    if (after === before) return;
    state.setState({ history: after, doc: currentDocument(after) });
    if (loadProblem) return;
    if (state.getState().save.kind === 'saved') state.setState({ save: { kind: 'saving' } });
    schedule();
  };

  if (!isStored && !loadProblem) schedule();

  return {
    state,
    commit: (edit) => change((before) => commit(before, edit)),
    undo: () => change(undo),
    redo: () => change(redo),
    beginDrag: () => change(beginDrag),
    endDrag: () => change(endDrag),
    cancelDrag: () => change(cancelDrag),
    flush,
  };
}

/** What opening gives: a session always, and what the user should be told. */
export interface OpenedDocument {
  readonly session: DocumentSession;
  readonly notes: readonly Problem[];
}

function packChanged(from: string, to: string): Problem {
  return {
    code: 'document-pack-version',
    severity: 'warning',
    where: {},
    text: `区域数据包已从版本 ${from} 更新为 ${to}，方案照旧沿用。`,
    mend: '请核对用户标绘和导入的位置是否仍与项目相符。',
  };
}

/** Loads the pack's document with its undo history, or begins an empty one. Never rejects for lack of storage. */
export async function openDocument(args: {
  readonly packId: string;
  readonly packVersion: string;
  readonly storage: DocumentStorage;
}): Promise<OpenedDocument> {
  const { packId, packVersion, storage } = args;
  const loaded = await storage.load(packId);
  const loadProblem = loaded.ok ? null : (loaded.problems[0] ?? null);
  const notes = loaded.ok ? loaded.notes : loaded.problems;
  if (!loaded.ok || !loaded.value) {
    const fresh = startHistory(
      emptyDocument({ id: `first-${packId}`, title: '我的方案', packId, packVersion }),
    );
    const start = { loadProblem, isStored: true };
    return { session: createSession(fresh, packId, storage, start), notes };
  }
  const savedVersion = currentDocument(loaded.value).packVersion;
  const isStored = savedVersion === packVersion;
  const history = isStored ? loaded.value : adoptPackVersion(loaded.value, packVersion);
  return {
    session: createSession(history, packId, storage, { loadProblem: null, isStored }),
    notes: isStored ? notes : [...notes, packChanged(savedVersion, packVersion)],
  };
}
