// Every e2e and render test uses this `test`: it fails on any request that leaves this machine, on any
// console error and on any uncaught page error, whatever the test itself looks at.
import {
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  type Page,
  type WebError,
  expect,
  test as base,
} from '@playwright/test';

const LOCAL_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

function leavesThisMachine(url: URL): boolean {
  const overNetwork = ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol);
  return overNetwork && !LOCAL_HOSTS.has(url.hostname);
}

export interface PageFaults {
  /** URLs asked for outside this machine; all were refused. */
  readonly outside: string[];
  /** Texts of console errors and uncaught errors. A test that provokes one empties this after checking it. */
  readonly errors: string[];
}

/** Watches a context while `give` runs. The routes stay, below those of the next test: a crashed page cannot lose them. */
async function watched(
  context: BrowserContext,
  give: (faults: PageFaults) => Promise<void>,
): Promise<void> {
  const faults: PageFaults = { outside: [], errors: [] };
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error') faults.errors.push(message.text());
  };
  const onError = (error: WebError): void => {
    faults.errors.push(error.error().stack ?? error.error().message);
  };
  await context.route(leavesThisMachine, async (route) => {
    faults.outside.push(route.request().url());
    await route.abort('internetdisconnected');
  });
  await context.routeWebSocket(leavesThisMachine, (socket) => {
    faults.outside.push(socket.url());
    void socket.close();
  });
  context.on('console', onConsole);
  context.on('weberror', onError);
  await give(faults);
  context.off('console', onConsole);
  context.off('weberror', onError);
  expect(faults.outside, 'requests that left this machine').toEqual([]);
  expect(faults.errors, 'console and page errors').toEqual([]);
}

export const test = base.extend<{ faults: PageFaults; elsewhere: Page }, { sharedPage: Page }>({
  faults: [({ context }, give) => watched(context, give), { auto: true }],
  sharedPage: [
    async ({ browser }, give, { project }) => {
      // What Playwright does itself for a page of a test's own.
      const { launchOptions: _, screenshot: __, contextOptions, ...options } = project.use;
      const context = await browser.newContext({
        ...contextOptions,
        ...(options as BrowserContextOptions),
      });
      await give(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  // The shared page beside one of the test's own: another browser, after `startOver`.
  elsewhere: ({ sharedPage }, give) => watched(sharedPage.context(), () => give(sharedPage)),
});

/**
 * For tests that need no page of their own: `page` is the worker's one, which `startOver` opens once and then brings
 * back to a new document and the default view. A failed test takes the worker, and so the page, with it.
 */
export const sharedTest = test.extend({
  context: ({ sharedPage }, give) => give(sharedPage.context()),
  page: async ({ sharedPage }, give) => {
    await give(sharedPage);
    const others = sharedPage.context().pages();
    for (const page of others) if (page !== sharedPage) await page.close();
  },
});

/** Opens the app (at a permalink `#…`, if given) and waits until data are loaded and the map is idle. */
export async function boot(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(page.locator('html[data-ready="true"]')).toBeAttached({ timeout: 120_000 });
}

/** Waits until the browser keeps every change: a page that goes before may lose the last one, and asks. */
export async function expectKept(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeVisible();
}

/** As in a browser without the File System Access API: downloads and file choosers are what a test can see. */
export async function withoutPickers(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { showSaveFilePicker: undefined, showOpenFilePicker: undefined });
  });
}

/** As if pasted into the address bar of the open window. */
export async function followLink(page: Page, hash: string): Promise<void> {
  await page.evaluate((link) => {
    location.hash = link;
  }, hash);
}

/**
 * Follows a link by way of one without panels: panels that were closed come back as new. In one turn of the page, so that
 * the map between them is not drawn at two other sizes.
 */
async function renewPanels(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (link) => {
    const isBare = (): boolean => document.querySelector('.rail, .dock-body') === null;
    const changed = new Promise((resolve) =>
      window.addEventListener('hashchange', resolve, { once: true }),
    );
    location.hash = '#closed=left,right,table';
    await changed;
    await new Promise<void>((resolve) => {
      if (isBare()) return resolve();
      const observer = new MutationObserver(() => {
        if (!isBare()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document, { subtree: true, childList: true });
    });
    location.hash = link;
  }, hash);
  await expect(page.getByRole('complementary').first()).toBeVisible();
}

/** Where the map stood after a shared page's boot: the whole region. */
const startCameras = new WeakMap<Page, string>();

/** The shared page with a new, empty document, nothing remembered, at a permalink's view (else the default one). */
export async function startOver(page: Page, hash = '#'): Promise<void> {
  const camera = startCameras.get(page);
  if (camera === undefined) {
    // The whole region first, whatever view is asked for: later tests on this page come back to it.
    await boot(page);
    await expect.poll(() => page.url()).toMatch(/c=/);
    startCameras.set(page, /c=[^&]*/.exec(page.url())?.[0] ?? '');
    if (hash !== '#') await followLink(page, hash);
  } else {
    await expect(async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 1000 });
    }).toPass();
    await page.evaluate(() => localStorage.clear());
    await page.getByRole('button', { name: /^方案：/ }).click();
    await page.getByRole('menuitem', { name: '新建方案' }).click();
    await expect(page.getByRole('button', { name: '没有可撤销的操作' })).toBeVisible();
    await renewPanels(page, `${hash}&${camera}`);
  }
  await withoutPickers(page);
}

export { expect };
