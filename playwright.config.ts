import { createServer, type AddressInfo } from 'node:net';
import { defineConfig } from '@playwright/test';
import { findChrome } from './.ci/chrome.mjs';

/** A port of our own each run, so that two runs on one machine do not meet. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return String(port);
}

// Workers inherit the environment, so they meet the same server as the main process.
process.env['CUNTU_E2E_PORT'] ??= await freePort();
const url = `http://127.0.0.1:${process.env['CUNTU_E2E_PORT']}/`;
const executablePath = findChrome();

export default defineConfig({
  outputDir: 'test-results',
  fullyParallel: false,
  workers: Number(process.env['CUNTU_E2E_WORKERS'] ?? 2),
  forbidOnly: true,
  // A second try on a loaded machine; .ci/gates.mjs names the tests that needed it.
  retries: 1,
  timeout: 300_000,
  expect: { timeout: 40_000, toHaveScreenshot: { maxDiffPixelRatio: 0.01 } },
  snapshotPathTemplate: '{testDir}/golden/{testFileName}/{arg}{ext}',
  reporter: [['list']],
  use: {
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Small, and without flights of the camera: every frame of the map is drawn by the processor.
    viewport: { width: 1280, height: 720 },
    contextOptions: { reducedMotion: 'reduce' },
    deviceScaleFactor: 1,
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--ignore-gpu-blocklist',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
        // Each window would make two hidden pages for the address bar: a second of processor time. The last
        // --disable-features counts, so Playwright's own that matter here stand again.
        '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,AvoidUnnecessaryBeforeUnloadCheckSync,HttpsUpgrades,PaintHolding,OptimizationHints,PreconnectToSearch,NetworkTimeServiceQuerying,MediaRouter,DestroyProfileOnBrowserClose',
      ],
    },
  },
  projects: [
    { name: 'e2e', testDir: 'test/e2e' },
    // The lowest window in which the legend starts open.
    { name: 'render', testDir: 'test/render', use: { viewport: { width: 1280, height: 800 } } },
  ],
  webServer: {
    command: `node .ci/serve.mjs ${process.env['CUNTU_E2E_DIST'] ?? 'dist'} ${process.env['CUNTU_E2E_PORT']}`,
    url,
    reuseExistingServer: false,
    timeout: 20_000,
  },
});
