import { describe, expect, it } from 'vitest';
import { adjustCommand } from '../../../src/map/draw/adjust-keys';

const key = (name: string, held: Partial<Record<'shiftKey' | 'ctrlKey', boolean>> = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('adjustCommand', () => {
  it('moves by one pixel, by ten with Shift', () => {
    expect(adjustCommand(key('ArrowLeft'))).toEqual({ kind: 'nudge', pixels: [-1, 0] });
    expect(adjustCommand(key('ArrowUp', { shiftKey: true }))).toEqual({
      kind: 'nudge',
      pixels: [0, -10],
    });
  });

  it('goes from vertex to vertex with Tab and removes with Delete', () => {
    expect(adjustCommand(key('Tab'))).toEqual({ kind: 'step', by: 1 });
    expect(adjustCommand(key('Tab', { shiftKey: true }))).toEqual({ kind: 'step', by: -1 });
    expect(adjustCommand(key('Delete'))).toEqual({ kind: 'remove' });
  });

  it('leaves the browser its combinations and all other keys', () => {
    expect(adjustCommand(key('ArrowLeft', { ctrlKey: true }))).toBeNull();
    expect(adjustCommand(key('Tab', { ctrlKey: true }))).toBeNull();
    expect(adjustCommand(key('m'))).toBeNull();
  });
});
