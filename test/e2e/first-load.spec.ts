// What the page really asks for until the first map stands, against the budget of design.md §8. The village table and
// the other panels come right after it and are not counted.
import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { boot, expect, test } from './fixtures';

const FIRST_MAP_BYTES = 900_000;

test('the first map needs at most 900 kB of gzipped JavaScript, workers apart', async ({
  page,
}) => {
  const scripts: { path: string; startedAt: number; bytes: number }[] = [];
  const pending: Promise<void>[] = [];
  const onResponse = (response: Response): void => {
    const path = new URL(response.url()).pathname;
    if (!/\.m?js$/.test(path) || /worker/.test(path)) return;
    const startedAt = response.request().timing().startTime;
    pending.push(
      response.body().then((body) => {
        scripts.push({ path, startedAt, bytes: gzipSync(body, { level: 9 }).length });
      }),
    );
  };
  page.on('response', onResponse);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const { dataset } = document.documentElement;
      if (dataset.ready !== 'true') return;
      observer.disconnect();
      dataset.readyAt = String(performance.timeOrigin + performance.now());
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
  });
  await boot(page);
  // What comes later is not counted, and its body would be asked of a page that is closing.
  page.off('response', onResponse);
  await Promise.all(pending);
  const readyAt = Number(await page.evaluate(() => document.documentElement.dataset.readyAt));
  const before = scripts.filter(({ startedAt }) => startedAt <= readyAt);
  const bytes = before.reduce((sum, each) => sum + each.bytes, 0);
  expect(readyAt).toBeGreaterThan(0);
  expect(before.length).toBeGreaterThan(0);
  expect(bytes, JSON.stringify(before)).toBeLessThanOrEqual(FIRST_MAP_BYTES);
});
