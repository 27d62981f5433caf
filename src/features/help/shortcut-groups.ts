import type { Shortcut } from './help-dialog-props';

export interface ShortcutGroup {
  readonly name: string;
  readonly shortcuts: readonly Shortcut[];
}

/** Groups in the order in which they first occur; shortcuts keep their order. */
export function groupShortcuts(shortcuts: readonly Shortcut[]): readonly ShortcutGroup[] {
  const groups = new Map<string, Shortcut[]>();
  for (const shortcut of shortcuts) {
    const group = groups.get(shortcut.group);
    if (group) group.push(shortcut);
    else groups.set(shortcut.group, [shortcut]);
  }
  return [...groups].map(([name, members]) => ({ name, shortcuts: members }));
}
