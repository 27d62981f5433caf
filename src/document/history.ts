// Undo and redo as a stack of whole documents (they share their records), each with the label of the edit that made it.
// entries[0] is where the stack begins; entries[index] is shown. A drag is one step: between beginDrag and endDrag every
// commit replaces the entry above the mark instead of adding one.
import type { Edit } from './edit';
import type { PlanDocument } from './plan-document';

/** Undoable steps kept; the oldest is forgotten first. */
export const HISTORY_CAP = 100;

export interface HistoryEntry {
  readonly doc: PlanDocument;
  /** Label of the edit that led here; empty for the first entry. */
  readonly label: string;
}

interface DragMark {
  readonly base: number;
  /** What could be redone before the drag; comes back when the drag is cancelled. */
  readonly later: readonly HistoryEntry[];
}

export interface History {
  readonly entries: readonly HistoryEntry[];
  readonly index: number;
  readonly drag: DragMark | null;
}

export function startHistory(doc: PlanDocument): History {
  return { entries: [{ doc, label: '' }], index: 0, drag: null };
}

function entryAt(history: History, index: number): HistoryEntry {
  const entry = history.entries[index];
  if (!entry) throw new RangeError(`history entry ${index} of ${history.entries.length}`);
  return entry;
}

export function currentDocument(history: History): PlanDocument {
  return entryAt(history, history.index).doc;
}

/** Applies an edit; an edit that changes nothing leaves the history as it is. Forgets what could be redone. */
export function commit(history: History, edit: Edit, cap = HISTORY_CAP): History {
  const before = currentDocument(history);
  const doc = edit.apply(before);
  if (doc === before) return history;
  const base = history.drag?.base ?? history.index;
  const entries = [...history.entries.slice(0, base + 1), { doc, label: edit.label }];
  const surplus = Math.max(0, entries.length - 1 - cap);
  return {
    entries: entries.slice(surplus),
    index: entries.length - 1 - surplus,
    drag: history.drag && { ...history.drag, base: Math.max(0, base - surplus) },
  };
}

export function beginDrag(history: History): History {
  const { entries, index } = history;
  return { ...history, drag: { base: index, later: entries.slice(index + 1) } };
}

export function endDrag(history: History): History {
  return history.drag ? { ...history, drag: null } : history;
}

/** Back to the document at beginDrag, as if the drag had not been. */
export function cancelDrag(history: History): History {
  if (!history.drag) return history;
  const { base, later } = history.drag;
  const entries = [...history.entries.slice(0, base + 1), ...later];
  return { entries, index: base, drag: null };
}

/** Label of the step that undo takes back; null when there is none. */
export function undoLabel(history: History): string | null {
  return history.index > 0 ? entryAt(history, history.index).label : null;
}

/** Label of the step that redo brings back; null when there is none. */
export function redoLabel(history: History): string | null {
  return history.entries[history.index + 1]?.label ?? null;
}

/** One step back; a running drag ends first and is taken back whole. */
export function undo(history: History): History {
  if (history.index === 0) return endDrag(history);
  return { ...history, index: history.index - 1, drag: null };
}

export function redo(history: History): History {
  if (history.index + 1 >= history.entries.length) return endDrag(history);
  return { ...history, index: history.index + 1, drag: null };
}

/** The same history for another version of the pack: every document in it takes that version, so undo cannot leave it. */
export function adoptPackVersion(history: History, packVersion: string): History {
  const entries = history.entries.map(({ doc, label }) => ({
    doc: { ...doc, packVersion },
    label,
  }));
  return { ...endDrag(history), entries };
}
