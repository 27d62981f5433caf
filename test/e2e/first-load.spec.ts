// What the page really asks for until the first map stands, against the budget of design.md §8.
import { gzipSync } from 'node:zlib';
import { boot, expect, test } from './fixtures';

const FIRST_MAP_BYTES = 900_000;

test('the first map needs at most 900 kB of gzipped JavaScript, workers apart', async ({
  page,
}) => {
  const scripts = new Map<string, number>();
  const pending: Promise<void>[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (!/\.m?js$/.test(path) || /worker/.test(path)) return;
    pending.push(
      response.body().then((body) => {
        scripts.set(path, gzipSync(body, { level: 9 }).length);
      }),
    );
  });
  await boot(page);
  await Promise.all(pending);
  const bytes = [...scripts.values()].reduce((sum, each) => sum + each, 0);
  expect(scripts.size).toBeGreaterThan(0);
  expect(bytes, JSON.stringify([...scripts])).toBeLessThanOrEqual(FIRST_MAP_BYTES);
});
