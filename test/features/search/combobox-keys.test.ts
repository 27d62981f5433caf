import { describe, expect, it } from 'vitest';
import { comboboxAction, isSearchShortcut } from '../../../src/features/search/combobox-keys';

const open = { active: -1, count: 3, text: 'dyd' };

describe('keys of the search box', () => {
  it('goes down from nothing to the first, and round', () => {
    expect(comboboxAction('ArrowDown', open)).toEqual({ type: 'move', active: 0 });
    expect(comboboxAction('ArrowDown', { ...open, active: 2 })).toEqual({
      type: 'move',
      active: 0,
    });
  });

  it('goes up from nothing to the last, and round', () => {
    expect(comboboxAction('ArrowUp', open)).toEqual({ type: 'move', active: 2 });
    expect(comboboxAction('ArrowUp', { ...open, active: 0 })).toEqual({ type: 'move', active: 2 });
  });

  it('picks the first when none is highlighted', () => {
    expect(comboboxAction('Enter', open)).toEqual({ type: 'pick', at: 0 });
    expect(comboboxAction('Enter', { ...open, active: 1 })).toEqual({ type: 'pick', at: 1 });
  });

  it('leaves arrows and Enter alone without results', () => {
    for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) {
      expect(comboboxAction(key, { ...open, count: 0 })).toBeNull();
    }
  });

  it('empties on Esc, then leaves', () => {
    expect(comboboxAction('Escape', open)).toEqual({ type: 'clear' });
    expect(comboboxAction('Escape', { ...open, text: '' })).toEqual({ type: 'leave' });
  });
});

describe('the way into the search box', () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false };

  it('is “/” unless one is typing', () => {
    expect(isSearchShortcut({ ...none, key: '/' }, false)).toBe(true);
    expect(isSearchShortcut({ ...none, key: '/' }, true)).toBe(false);
  });

  it('is Ctrl+K or ⌘K always', () => {
    expect(isSearchShortcut({ ...none, ctrlKey: true, key: 'k' }, true)).toBe(true);
    expect(isSearchShortcut({ ...none, metaKey: true, key: 'K' }, true)).toBe(true);
    expect(isSearchShortcut({ ...none, key: 'k' }, false)).toBe(false);
    expect(isSearchShortcut({ ...none, altKey: true, ctrlKey: true, key: 'k' }, false)).toBe(false);
  });
});
