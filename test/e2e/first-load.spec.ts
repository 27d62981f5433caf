// What one load really asks for, at a link that says everything wrongly: until the first map stands, against the budget of
// design.md §8 (the village table and the other panels come right after it and are not counted), and then nothing more:
// the network is unplugged. (The built app's own server is this machine, so exports, whose code is loaded when first used,
// are tried with it back: the fixture shows that nothing else is ever asked for.)
import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { engineAnswer } from './engine-answer';
import { boot, expect, test } from './fixtures';
import { chooseFromList, expectCounts, openTab, screenOf, typeDistance } from './screen';

const FIRST_MAP_BYTES = 900_000;
const BAD_LINK =
  '#c=999,1,1&p=no-such-project&d=-5&s=village:0&y=1066&t=wealth,galaxy&l=nothing~9&theme=neon&tab=a,b';

interface Script {
  readonly path: string;
  readonly startedAt: number;
  /** Gzipped. */
  readonly bytes: number;
}

declare global {
  interface Window {
    askedFrames: number;
  }
}

/** Nothing asks for a frame any more: no loop runs that only looks whether something has changed. */
async function expectAtRest(page: Page): Promise<void> {
  let before = -1;
  await expect
    .poll(
      async () => {
        const asked = await page.evaluate(() => window.askedFrames);
        const more = asked - before;
        before = asked;
        return more;
      },
      { intervals: [1000] },
    )
    .toBe(0);
}

/** Boots and gives the scripts asked for until the first map stood, workers apart. */
async function firstMapScripts(page: Page, link: string): Promise<readonly Script[]> {
  const pending: Promise<Script>[] = [];
  const onResponse = (response: Response): void => {
    const path = new URL(response.url()).pathname;
    if (!/\.m?js$/.test(path) || /worker/.test(path)) return;
    const startedAt = response.request().timing().startTime;
    pending.push(
      response.body().then((body) => {
        return { path, startedAt, bytes: gzipSync(body, { level: 9 }).length };
      }),
    );
  };
  page.on('response', onResponse);
  await page.addInitScript(() => {
    window.askedFrames = 0;
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      window.askedFrames++;
      return ask(callback);
    };
    new MutationObserver((_, observer) => {
      const { dataset } = document.documentElement;
      if (dataset.ready !== 'true') return;
      observer.disconnect();
      dataset.readyAt = String(performance.timeOrigin + performance.now());
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
  });
  await boot(page, link);
  // What comes later is not counted, and its body would be asked of a page that is closing.
  page.off('response', onResponse);
  const scripts = await Promise.all(pending);
  const readyAt = Number(await page.evaluate(() => document.documentElement.dataset.readyAt));
  expect(readyAt).toBeGreaterThan(0);
  return scripts.filter(({ startedAt }) => startedAt <= readyAt);
}

test('the first map needs at most 900 kB of script, a bad link is ignored, the page rests, and without network all goes on', async ({
  page,
  context,
}) => {
  const hosts = new Set<string>();
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http')) hosts.add(hostname);
  });
  const failed = new Set<string>();
  page.on('requestfailed', (request) => failed.add(new URL(request.url()).pathname));
  // Chromium asks for the tab's icon again whenever the address changes.
  await page.route('**/icons/*.svg', (route) => route.fulfill({ path: 'public/icons/cuntu.svg' }));

  const scripts = await firstMapScripts(page, BAD_LINK);
  const bytes = scripts.reduce((sum, each) => sum + each.bytes, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes, JSON.stringify(scripts)).toBeLessThanOrEqual(FIRST_MAP_BYTES);

  const { grid, inspector, left, right, coverage, distance } = screenOf(page);
  await test.step('what the link says wrongly is ignored', async () => {
    await expect(coverage).toContainText('先选一个项目');
    await expect(distance).toHaveValue(/^2\s公里$/);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'standard');
    await expect(left.getByRole('checkbox', { name: /^专题/ })).toBeChecked();
  });

  await test.step('a page that nobody touches is at rest', async () => {
    await page.locator('html[data-panels="true"]').waitFor({ state: 'attached' });
    await expectAtRest(page);
  });

  await test.step('without any network the answer, the table, the inspector and the layers work', async () => {
    const answer = await engineAnswer();
    // The audit has an engine of its own, which comes after the map.
    await expect(page.getByRole('button', { name: /^数据体检/ })).toContainText(/\d/);
    await context.setOffline(true);
    await chooseFromList(page, '大禹渡灌区扩建工程');
    await typeDistance(page, '1200 米');
    const result = await answer.coverage(['dayudu'], 1200);
    await expectCounts(page, result.counts);
    await grid.getByRole('row').nth(1).click();
    const [village] = answer.index.pack.villages;
    await expect(inspector.getByRole('heading', { name: village!.name })).toBeVisible();
    await left.getByRole('checkbox', { name: '一区五带' }).check();
    await openTab(left, '对象');
    await expect(left.getByRole('checkbox', { name: '在图上显示黄河经济带' })).toBeChecked();
    expect([...failed]).toEqual([]);
    await context.setOffline(false);
    await expectAtRest(page);
  });

  await test.step('a file is made here, and no other machine was ever asked', async () => {
    await openTab(right, '覆盖分析');
    await coverage.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /^Excel/ }).click(),
    ]);
    expect(download.url()).toMatch(/^blob:http:\/\/127\.0\.0\.1/);
    expect([...hosts]).toEqual(['127.0.0.1']);
  });
});
