import { expect, it } from 'vitest';
import { chinaDay } from '../../src/domain/china-day';

it('is the day in China, also before eight in the morning', () => {
  expect(chinaDay('2026-11-21T16:00:00.000Z')).toBe('2026-11-22');
  expect(chinaDay('2026-11-21T15:59:59.999Z')).toBe('2026-11-21');
});

it('agrees with the calendar of the runtime on every day of five years, leap days and year ends among them', () => {
  for (let day = 0; day < 5 * 366; day++) {
    const instant = new Date(Date.UTC(2024, 0, 1 + day, 20)).toISOString();
    expect(chinaDay(instant)).toBe(
      new Date(Date.parse(instant) + 8 * 3.6e6).toISOString().slice(0, 10),
    );
  }
});

it('leaves a local stamp its own day', () => {
  expect(chinaDay('2026-11-22 23:30')).toBe('2026-11-22');
});
