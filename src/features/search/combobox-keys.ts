// What a key does in the search box: pure, so that it is tested without a browser.

export type ComboboxAction =
  | { readonly type: 'move'; readonly active: number }
  | { readonly type: 'pick'; readonly at: number }
  | { readonly type: 'clear' }
  | { readonly type: 'leave' };

/**
 * @param active highlighted row, -1 for none; Enter without one picks the first
 * @param count rows shown
 * @param text what is typed: Esc empties first, then leaves
 * @returns null when the key is the text field's own
 */
export function comboboxAction(
  key: string,
  { active, count, text }: { active: number; count: number; text: string },
): ComboboxAction | null {
  switch (key) {
    case 'ArrowDown':
      return count === 0 ? null : { type: 'move', active: (active + 1) % count };
    case 'ArrowUp':
      return count === 0 ? null : { type: 'move', active: active <= 0 ? count - 1 : active - 1 };
    case 'Enter':
      return count === 0 ? null : { type: 'pick', at: Math.max(active, 0) };
    case 'Escape':
      return text === '' ? { type: 'leave' } : { type: 'clear' };
    default:
      return null;
  }
}

/** “/” or Ctrl+K (⌘K) goes to the search box; “/” not while typing elsewhere. */
export function isSearchShortcut(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  typing: boolean,
): boolean {
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'k';
  return event.key === '/' && !typing;
}
