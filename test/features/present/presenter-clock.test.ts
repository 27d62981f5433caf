import { expect, it } from 'vitest';
import { clockText, elapsedText } from '../../../src/features/present/presenter-clock';

it('tells the time of day and how long the talk lasts', () => {
  expect(clockText(new Date(2026, 10, 22, 9, 5))).toBe('09:05');
  expect([0, 65_000, 3_725_999, -5].map(elapsedText)).toEqual(['0:00', '1:05', '1:02:05', '0:00']);
});
