import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { auditSchedule } from '../../src/app/audit-schedule';
import type { AuditedData } from '../../src/engine/protocol';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const [FIRST, SECOND] = ['first', 'second'].map((id) => ({ id }) as unknown as AuditedData);

function scheduled() {
  const log: string[] = [];
  const name = (data: AuditedData): string => (data === FIRST ? 'first' : 'second');
  const schedule = auditSchedule((data) => {
    log.push(`begin ${name(data)}`);
    return () => log.push(`end ${name(data)}`);
  });
  const ask = (data: AuditedData | undefined, rest: number): void => {
    if (data) schedule.ask(data, rest);
  };
  return { schedule, log, ask };
}

it('an audit that runs goes on when its page is opened or closed', () => {
  const { log, ask } = scheduled();
  ask(FIRST, 3000);
  vi.advanceTimersByTime(3000);
  ask(FIRST, 500);
  ask(FIRST, 3000);
  vi.advanceTimersByTime(9000);
  expect(log).toEqual(['begin first']);
});

it('one that waits begins sooner when its page is opened', () => {
  const { log, ask } = scheduled();
  ask(FIRST, 3000);
  ask(FIRST, 500);
  vi.advanceTimersByTime(500);
  expect(log).toEqual(['begin first']);
});

it('other data take the place of what waits and of what runs', () => {
  const { log, ask, schedule } = scheduled();
  ask(FIRST, 500);
  ask(SECOND, 500);
  vi.advanceTimersByTime(500);
  ask(FIRST, 500);
  vi.advanceTimersByTime(500);
  schedule.giveUp();
  expect(log).toEqual(['begin second', 'end second', 'begin first', 'end first']);
});
