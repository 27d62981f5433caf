import { expect, test } from 'vitest';
import { positionAfterKey } from '../../src/ui/grid-keys';

test.each([
  ['ArrowDown', 4, 5],
  ['ArrowUp', 4, 3],
  ['PageDown', 4, 14],
  ['PageUp', 14, 4],
  ['Home', 4, 0],
  ['End', 4, 99],
])('%s moves from %i to %i', (key, at, to) => {
  expect(positionAfterKey(key, at, 100, 10)).toBe(to);
});

test('keys stop at the ends', () => {
  expect(positionAfterKey('ArrowDown', 99, 100, 10)).toBe(99);
  expect(positionAfterKey('ArrowUp', 0, 100, 10)).toBe(0);
  expect(positionAfterKey('PageUp', 3, 100, 10)).toBe(0);
  expect(positionAfterKey('PageDown', 95, 100, 10)).toBe(99);
});

test('the first key enters the table at its first row', () => {
  expect(positionAfterKey('ArrowDown', -1, 100, 10)).toBe(0);
  expect(positionAfterKey('ArrowUp', -1, 100, 10)).toBe(0);
});

test('other keys and an empty table move nothing', () => {
  expect(positionAfterKey('a', 3, 100, 10)).toBeNull();
  expect(positionAfterKey('End', -1, 0, 10)).toBeNull();
});
