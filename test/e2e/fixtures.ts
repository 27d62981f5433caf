// Every e2e and render test uses this `test`: it fails on any request that leaves this machine, on any
// console error and on any uncaught page error, whatever the test itself looks at.
import { expect, test as base, type Page } from '@playwright/test';

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

export const test = base.extend<{ faults: PageFaults }>({
  faults: [
    async ({ context }, use) => {
      const faults: PageFaults = { outside: [], errors: [] };
      await context.route(leavesThisMachine, async (route) => {
        faults.outside.push(route.request().url());
        await route.abort('internetdisconnected');
      });
      await context.routeWebSocket(leavesThisMachine, (socket) => {
        faults.outside.push(socket.url());
        void socket.close();
      });
      context.on('console', (message) => {
        if (message.type() === 'error') faults.errors.push(message.text());
      });
      context.on('weberror', (error) => {
        faults.errors.push(error.error().stack ?? error.error().message);
      });
      await use(faults);
      expect(faults.outside, 'requests that left this machine').toEqual([]);
      expect(faults.errors, 'console and page errors').toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens the app (at a permalink `#…`, if given) and waits until data are loaded and the map is idle. */
export async function boot(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await page.waitForFunction(
    () => document.documentElement.dataset['ready'] === 'true',
    undefined,
    {
      timeout: 60_000,
    },
  );
}

export { expect };
