import { describe, expect, it } from 'vitest';
import { matchesKeys } from '../../src/app/shortcuts';

const key = (
  name: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('matchesKeys', () => {
  it('takes letters without regard to case, and ⌘ for Ctrl', () => {
    expect(matchesKeys(key('z', { ctrlKey: true }), ['Ctrl', 'Z'])).toBe(true);
    expect(matchesKeys(key('Z', { metaKey: true }), ['Ctrl', 'Z'])).toBe(true);
  });

  it('tells undo from redo by Shift', () => {
    const redo = key('Z', { ctrlKey: true, shiftKey: true });
    expect(matchesKeys(redo, ['Ctrl', 'Z'])).toBe(false);
    expect(matchesKeys(redo, ['Ctrl', 'Shift', 'Z'])).toBe(true);
  });

  it('matches punctuation by what it types and never with Alt', () => {
    expect(matchesKeys(key('?', { shiftKey: true }), ['?'])).toBe(true);
    expect(matchesKeys(key('?', { altKey: true }), ['?'])).toBe(false);
    expect(matchesKeys(key('f', { ctrlKey: true }), ['F'])).toBe(false);
  });
});
