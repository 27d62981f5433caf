import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LatestAnswer } from '../../src/engine/latest-answer';
import { EngineCancelled } from '../../src/engine/protocol';

interface Call {
  readonly kind: 'quick' | 'whole';
  readonly question: number;
  readonly signal: AbortSignal;
  readonly answer: (text: string) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

/** An engine that answers when told to, and what came out of the asking. */
function scripted() {
  const calls: Call[] = [];
  const answers: string[] = [];
  const failures: unknown[] = [];
  const busy: boolean[] = [];
  const call =
    (kind: Call['kind']) =>
    (question: number, signal: AbortSignal): Promise<string> =>
      new Promise((resolve, reject) => {
        // As the engine client does.
        signal.addEventListener('abort', () => reject(new EngineCancelled()));
        calls.push({
          kind,
          question,
          signal,
          answer: async (text) => {
            resolve(text);
            await vi.advanceTimersByTimeAsync(0);
          },
          fail: async (error) => {
            reject(error);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      });
  const latest = new LatestAnswer<number, string>({
    quick: call('quick'),
    whole: call('whole'),
    isWhole: (answer) => !answer.startsWith('part'),
    onAnswer: (answer) => answers.push(answer),
    onFailure: (error) => failures.push(error),
    onBusy: (isBusy) => busy.push(isBusy),
    restMilliseconds: 100,
  });
  return { latest, calls, answers, failures, busy };
}

const asked = ({ calls }: ReturnType<typeof scripted>): string[] =>
  calls.map(({ kind, question }) => `${kind} ${question}`);

describe('asking while a hand moves', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('keeps one question in flight and only the newest waiting, and shows each answer that comes', async () => {
    const all = scripted();
    for (let question = 1; question <= 9; question++) all.latest.ask(question);
    expect(asked(all)).toEqual(['quick 1']);
    await all.calls[0]?.answer('one');
    expect(all.answers).toEqual(['one']);
    expect(asked(all)).toEqual(['quick 1', 'quick 9']);
    await all.calls[1]?.answer('nine');
    expect(all.answers).toEqual(['one', 'nine']);
    expect(all.busy).toEqual([true, false]);
  });

  it('does not starve: under questions without end every answer in flight is shown', async () => {
    const all = scripted();
    all.latest.ask(0);
    for (let k = 0; k < 20; k++) {
      all.latest.ask(k * 2 + 1);
      all.latest.ask(k * 2 + 2);
      await all.calls[k]?.answer(`part ${k}`);
    }
    expect(all.answers).toHaveLength(20);
    expect(all.calls.every(({ signal }) => !signal.aborted)).toBe(true);
    expect(asked(all).filter((each) => each.startsWith('whole'))).toEqual([]);
  });

  it('asks for the whole answer after a rest, when the quick one left something out', async () => {
    const all = scripted();
    all.latest.ask(1);
    await all.calls[0]?.answer('part');
    await vi.advanceTimersByTimeAsync(99);
    expect(asked(all)).toEqual(['quick 1']);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked(all)).toEqual(['quick 1', 'whole 1']);
    await all.calls[1]?.answer('whole');
    expect(all.answers).toEqual(['part', 'whole']);
    expect(all.busy).toEqual([true, false]);
  });

  it('ends the whole answer when a new question comes, and says nothing of it', async () => {
    const all = scripted();
    all.latest.ask(1);
    await all.calls[0]?.answer('part');
    await vi.advanceTimersByTimeAsync(100);
    all.latest.ask(2);
    expect(all.calls[1]?.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked(all)).toEqual(['quick 1', 'whole 1', 'quick 2']);
    expect(all.failures).toEqual([]);
    await all.calls[2]?.answer('two');
    expect(all.answers).toEqual(['part', 'two']);
  });

  it('a new question during the rest takes the place of the whole answer', async () => {
    const all = scripted();
    all.latest.ask(1);
    await all.calls[0]?.answer('part');
    all.latest.ask(2);
    await all.calls[1]?.answer('two');
    await vi.advanceTimersByTimeAsync(500);
    expect(asked(all)).toEqual(['quick 1', 'quick 2']);
  });

  it('tells a failure and goes on with what waits', async () => {
    const all = scripted();
    all.latest.ask(1);
    all.latest.ask(2);
    await all.calls[0]?.fail(new Error('broken'));
    expect(all.failures).toEqual([new Error('broken')]);
    expect(asked(all)).toEqual(['quick 1', 'quick 2']);
  });

  it('cancel ends what runs, drops what waits and tells it; a later question is asked', async () => {
    const all = scripted();
    all.latest.ask(1);
    all.latest.ask(2);
    all.latest.cancel();
    await vi.advanceTimersByTimeAsync(0);
    expect(all.failures[0]).toBeInstanceOf(EngineCancelled);
    expect(asked(all)).toEqual(['quick 1']);
    expect(all.busy).toEqual([true, false]);
    all.latest.ask(3);
    expect(asked(all)).toEqual(['quick 1', 'quick 3']);
  });

  it('stop is silent, also for an answer on its way', async () => {
    const all = scripted();
    all.latest.ask(1);
    all.latest.stop();
    await all.calls[0]?.answer('late');
    expect([all.answers, all.failures]).toEqual([[], []]);
    expect(all.calls[0]?.signal.aborted).toBe(true);
    expect(all.busy).toEqual([true, false]);
  });
});
