import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Answered, coverageAsking } from '../../src/app/coverage-asking';
import { createEngineClient } from '../../src/engine/client';
import { inProcessTransport } from '../../src/engine/in-process-transport';
import type { CoverageTarget, EngineTransport } from '../../src/engine/protocol';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

const target = (id: string, lng: number): CoverageTarget => ({
  id,
  name: id,
  geometry: { type: 'Point', coordinates: [lng, 35] },
  accuracyMetres: 0,
});

/** Villages on a line of 35° N, a tenth of a degree apart, and the kinds of what the engine was asked. */
async function asking() {
  const asked: string[] = [];
  const transport = inProcessTransport();
  const heard: EngineTransport = {
    ...transport,
    post: (message) => {
      if (message.type === 'run') asked.push(message.kind);
      transport.post(message);
    },
  };
  const engine = createEngineClient(heard);
  const lng = Float64Array.from({ length: 30 }, (_, k) => 110 + k / 10);
  const lat = new Float64Array(30).fill(35);
  await engine.run('load-villages', { lng, lat, accuracyMetres: new Float64Array(30) });
  asked.length = 0;
  const answers: Answered[] = [];
  const latest = coverageAsking(engine, {
    onAnswer: (answer) => answers.push(answer),
    onProblem: ({ text }) => {
      throw new Error(text);
    },
    onRun: () => undefined,
  });
  return { asked, answers, latest };
}

it('asks at rest for the far distances alone, and keeps all else of the answer', async () => {
  const { asked, answers, latest } = await asking();
  const targets = [target('甲', 110), target('乙', 111)];
  latest.ask({ targets, shown: targets, distanceMetres: 2000 });
  await vi.waitFor(() => expect(answers.length).toBe(1));
  expect(asked).toEqual(['coverage-now', 'overlap']);
  await vi.advanceTimersByTimeAsync(1000);
  await vi.waitFor(() => expect(answers.length).toBe(2));
  expect(asked.slice(2)).toEqual(['coverage']);
  const [quick, whole] = answers;
  expect(quick?.result?.distancesPending).toBe(true);
  expect(whole?.result).not.toHaveProperty('distancesPending');
  expect(whole?.result?.nearestDistanceMetres.some(Number.isNaN)).toBe(false);
  expect(whole?.result?.states).toBe(quick?.result?.states);
  expect(whole?.overlap).toBe(quick?.overlap);
  expect(whole?.result?.counts).toMatchObject({ certain: 2, notCovered: 28 });
});
