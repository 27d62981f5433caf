import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { heldDocument } from '../../src/app/held-document';
import { emptySample } from '../document/sample-document';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

const step = (title: string) => ({ doc: { ...emptySample(), title }, asked: [] });

function held() {
  const document = heldDocument(step('0').doc);
  return { ...document, title: () => document.shown.getState().doc.title };
}

it('shows a moved document with its own answer, never a step back', () => {
  const { wait, answered, title, newest, isBehind } = held();
  const [one, two, three] = [step('1'), step('2'), step('3')];
  wait(one);
  wait(two);
  expect([title(), newest().title, isBehind()]).toEqual(['0', '2', true]);
  answered(step('else').asked);
  expect(title()).toBe('0');
  // Of the second: the first was never answered, for a newer question took its place.
  answered(two.asked);
  expect([title(), isBehind()]).toEqual(['2', false]);
  answered(one.asked);
  expect(title()).toBe('2');
  wait(three);
  answered(three.asked);
  expect(title()).toBe('3');
});

it('shows at once what is not to wait, with all that waited', () => {
  const { wait, show, answered, title, isBehind } = held();
  const one = step('1');
  wait(one);
  show(step('2').doc);
  expect([title(), isBehind()]).toEqual(['2', false]);
  answered(one.asked);
  vi.advanceTimersByTime(1000);
  expect(title()).toBe('2');
});

it('does not wait for an answer that is long in coming, counted anew for those after one that came', () => {
  const { wait, answered, title } = held();
  const [one, two] = [step('1'), step('2')];
  wait(one);
  vi.advanceTimersByTime(99);
  wait(two);
  expect(title()).toBe('0');
  answered(one.asked);
  expect(title()).toBe('1');
  vi.advanceTimersByTime(99);
  expect(title()).toBe('1');
  vi.advanceTimersByTime(1);
  expect(title()).toBe('2');
});
