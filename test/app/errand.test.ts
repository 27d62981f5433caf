import { expect, it } from 'vitest';
import { errand, useErrands } from '../../src/app/errand';

it('work that failed is told with its reason, work that was done is not', async () => {
  const told: (string | undefined)[] = [];
  const stop = useErrands.subscribe(({ failed }) => told.push(failed?.text));
  errand(Promise.resolve(), '移除');
  errand(Promise.reject(new Error('chunk')), '打开');
  await Promise.resolve();
  await Promise.resolve();
  stop();
  expect(told).toEqual(['打开没有做完：chunk。']);
});
