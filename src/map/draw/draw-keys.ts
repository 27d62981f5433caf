/** What a key does while drawing. */
export type DrawCommand = 'finish' | 'cancel' | 'undo-vertex' | 'trace' | 'trace-other';

/** The parts of a KeyboardEvent that decide; `target` is where the focus is. */
export interface DrawKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly isTyping: boolean;
  /** The focus is on something that Enter would press. */
  readonly isOnControl: boolean;
}

/** Esc cancels, Enter finishes, Backspace or Ctrl+Z takes the last vertex back, T follows a border (Shift+T the other way round); never while the user types. */
export function drawCommand(key: DrawKey): DrawCommand | null {
  if (key.isTyping) return null;
  if (key.key === 'Escape') return 'cancel';
  if (key.key === 'Enter') return key.isOnControl ? null : 'finish';
  if (key.key === 'Backspace' || key.key === 'Delete') return 'undo-vertex';
  const hasModifier = key.ctrlKey || key.metaKey;
  if (key.key.toLowerCase() === 't' && !hasModifier) return key.shiftKey ? 'trace-other' : 'trace';
  if (key.key.toLowerCase() === 'z' && hasModifier) return 'undo-vertex';
  return null;
}

const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
const CONTROL = 'button, a[href], summary, [role="button"], [role="tab"], [role="menuitem"]';

/** Reads a browser event for `drawCommand`. */
export function drawKeyOf(event: KeyboardEvent): DrawKey {
  const target = event.target instanceof Element ? event.target : null;
  return {
    key: event.key,
    ctrlKey: event.ctrlKey,
    metaKey: event.metaKey,
    shiftKey: event.shiftKey,
    isTyping: target?.closest(TYPING) != null,
    isOnControl: target?.closest(CONTROL) != null,
  };
}
