// The document that is open: state that the screen subscribes to, and the actions that change it. Another document, or
// another right to it, comes in by `show`; whoever holds the session never changes. A document that another tab edits is
// read-only here: every edit is refused in this one place.
import { type StoreApi, createStore } from 'zustand/vanilla';
import type { Problem } from '../domain/problem';
import type { Autosave, SaveState } from './autosave';
import type { Edit } from './edit';
import {
  type History,
  beginDrag,
  cancelDrag,
  commit,
  currentDocument,
  endDrag,
  redo,
  undo,
} from './history';
import { type PlanDocument, openScenario } from './plan-document';

export type Access =
  | { readonly kind: 'write' }
  /** Why edits are refused, for the banner. */
  | { readonly kind: 'read-only'; readonly problem: Problem };

export interface DocumentState {
  readonly history: History;
  /** The document shown: `currentDocument(history)`. */
  readonly doc: PlanDocument;
  readonly save: SaveState;
  readonly access: Access;
  /** Edits refused since the document was opened, read-only or its scenario locked; each rise is worth a message. */
  readonly refusals: number;
}

/** A document to show, with what it may do. */
export interface ShownDocument {
  readonly history: History;
  readonly save: SaveState;
  readonly access: Access;
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

/** What only the keeper of the documents does with the session. */
export interface KeptSession extends DocumentSession {
  /** Shows a document; from now on its changes go to this autosave. Null: there is no storage to go to. */
  readonly show: (shown: ShownDocument, autosave: Autosave | null) => void;
  readonly setSave: (save: SaveState) => void;
  /** A running drag ends where edits are refused. */
  readonly setAccess: (access: Access) => void;
}

export const WRITE: Access = { kind: 'write' };

/** Would the edit change the open scenario if it were not locked? */
function isRefusedByLock(doc: PlanDocument, edit: Edit): boolean {
  const scenario = openScenario(doc);
  if (!scenario.isLocked || edit.apply(doc) !== doc) return false;
  const scenarios = new Map(doc.scenarios).set(scenario.id, { ...scenario, isLocked: false });
  const unlocked = { ...doc, scenarios };
  return edit.apply(unlocked) !== unlocked;
}

export function createSession(first: History): KeptSession {
  const state = createStore<DocumentState>()(() => ({
    history: first,
    doc: currentDocument(first),
    save: { kind: 'saved' },
    access: WRITE,
    refusals: 0,
  }));
  let autosave: Autosave | null = null;

  const set = (history: History): void =>
    state.setState({ history, doc: currentDocument(history) });
  const change = (step: (before: History) => History): void => {
    const { history: before, access, refusals } = state.getState();
    const after = step(before);
    if (after === before) return;
    if (access.kind === 'read-only') {
      state.setState({ refusals: refusals + 1 });
      return;
    }
    // Autosave first: whoever hears of the change may flush at once.
    autosave?.change(after);
    set(after);
  };
  /** The end of a drag is no edit: it is never refused. */
  const finish = (step: (before: History) => History): void => {
    if (state.getState().history.drag) change(step);
  };

  return {
    state,
    commit: (edit) => {
      const { doc, refusals } = state.getState();
      if (isRefusedByLock(doc, edit)) state.setState({ refusals: refusals + 1 });
      else change((before) => commit(before, edit));
    },
    undo: () => change(undo),
    redo: () => change(redo),
    beginDrag: () => change(beginDrag),
    endDrag: () => finish(endDrag),
    cancelDrag: () => finish(cancelDrag),
    flush: async () => autosave?.flush(),
    show: (shown, nextAutosave) => {
      autosave = nextAutosave;
      state.setState({ ...shown, doc: currentDocument(shown.history), refusals: 0 });
    },
    setSave: (save) => {
      if (state.getState().save.kind !== save.kind || save.kind === 'failed') {
        state.setState({ save });
      }
    },
    setAccess: (access) => {
      if (access.kind === 'read-only') set(endDrag(state.getState().history));
      state.setState({ access });
    },
  };
}
