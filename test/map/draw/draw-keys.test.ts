import { describe, expect, it } from 'vitest';
import { drawCommand } from '../../../src/map/draw/draw-keys';

const key = (name: string, more = {}) =>
  drawCommand({
    key: name,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isTyping: false,
    isOnControl: false,
    ...more,
  });

describe('drawCommand', () => {
  it('knows the keys of drawing', () => {
    expect(['Escape', 'Enter', 'Backspace', 'Delete', 'z', 'a'].map((name) => key(name))).toEqual([
      'cancel',
      'finish',
      'undo-vertex',
      'undo-vertex',
      null,
      null,
    ]);
    expect(key('z', { ctrlKey: true })).toBe('undo-vertex');
    expect(key('Z', { metaKey: true })).toBe('undo-vertex');
  });

  it('follows a border by T, the other way round by Shift+T, and leaves Ctrl+T to the browser', () => {
    expect([key('t'), key('T', { shiftKey: true }), key('t', { ctrlKey: true })]).toEqual([
      'trace',
      'trace-other',
      null,
    ]);
  });

  it('leaves keys to a field in which the user types, and Enter to a focused button', () => {
    expect(key('Backspace', { isTyping: true })).toBeNull();
    expect(key('Enter', { isOnControl: true })).toBeNull();
    expect(key('Escape', { isOnControl: true })).toBe('cancel');
  });
});
