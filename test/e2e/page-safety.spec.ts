// What a file says is text, wherever it is shown; and should some markup ever slip through, the page's policy runs none of it.
// Every other e2e test fails on a violation of the policy, since the browser reports it as a console error (fixtures.ts).
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { csvRows, textOf, xlsxRows } from '../io/reread';
import { PACK_FOLDER } from './engine-answer';
import { boot, expect, sharedTest, startOver, test } from './fixtures';
import { openTab, screenOf } from './screen';

declare global {
  interface Window {
    hacked?: boolean;
    violated?: string[];
    tried?: HTMLElement[];
  }
}

const MARKUP = '<img src=x onerror=hacked=true>';

interface Manifest {
  files: { path: string; bytes: number; sha256: string }[];
}

/** Serves these files in place of the pack's, with size and checksum to match. */
async function servePack(page: Page, bodies: Readonly<Record<string, string>>): Promise<void> {
  const manifest = JSON.parse(await readFile(join(PACK_FOLDER, 'pack.json'), 'utf8')) as Manifest;
  for (const entry of manifest.files) {
    const body = bodies[entry.path];
    if (body === undefined) continue;
    entry.bytes = Buffer.byteLength(body);
    entry.sha256 = createHash('sha256').update(body).digest('hex');
    await page.route(new RegExp(`/geodata/yuncheng/${entry.path}$`), (route) =>
      route.fulfill({ body }),
    );
  }
  await page.route(/\/geodata\/yuncheng\/pack\.json$/, (route) =>
    route.fulfill({ json: manifest }),
  );
}

const shipped = (file: string): Promise<string> => readFile(join(PACK_FOLDER, file), 'utf8');

async function expectHarmless(page: Page, where: string): Promise<void> {
  expect(await page.locator('img[src="x"]').count(), where).toBe(0);
  expect(await page.evaluate(() => window.hacked), where).toBeUndefined();
}

sharedTest(
  'an inline script, a handler in markup, eval and a foreign script do not run',
  async ({ page, faults }) => {
    await startOver(page);
    const headers = (await page.request.get('./')).headers();
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    await page.evaluate((markup) => {
      const found: string[] = [];
      window.violated = found;
      document.addEventListener('securitypolicyviolation', (event) =>
        found.push(event.effectiveDirective),
      );
      const script = document.createElement('script');
      script.textContent = 'window.hacked = true';
      document.body.append(script);
      const box = document.createElement('div');
      box.innerHTML = markup;
      document.body.append(box);
      const foreign = document.createElement('script');
      foreign.src = 'data:text/javascript,window.hacked=true';
      document.body.append(foreign);
      const frame = document.createElement('iframe');
      frame.srcdoc = '<script>parent.hacked = true</script>';
      document.body.append(frame);
      // Taken away at the end: the tests after this one have the same page.
      window.tried = [script, box, foreign, frame];
      // In a task of its own: what the test's tool evaluates itself is exempt from the policy.
      setTimeout(() => {
        try {
          new Function('window.hacked = true')();
        } catch (error) {
          found.push(error instanceof EvalError ? 'eval refused' : 'eval failed');
        }
      });
    }, '<img src="data:," onerror="window.hacked = true">');
    await expect
      .poll(() => page.evaluate(() => window.violated))
      .toEqual(
        expect.arrayContaining([
          'script-src-elem',
          'script-src-attr',
          'script-src',
          'eval refused',
        ]),
      );
    expect(await page.evaluate(() => window.hacked)).toBeUndefined();
    await page.evaluate(() => window.tried?.forEach((element) => element.remove()));
    const reports = faults.errors.splice(0);
    expect(reports.length).toBeGreaterThanOrEqual(4);
    expect(reports.filter((text) => !/Content Security Policy/.test(text))).toEqual([]);
  },
);

test('HTML in names shows as text: table, search, inspector, map, lists, dialogs and files', async ({
  page,
}) => {
  const village = `${MARKUP}村`;
  const csv = (await shipped('villages.csv')).replace('西花园社区居委会', village);
  const counties = (await shipped('counties.geojson')).replace('"盐湖区"', `"${MARKUP}区"`);
  const projects = (await shipped('projects.geojson')).replaceAll(
    '"大禹渡灌区扩建工程"',
    `"${MARKUP}工程"`,
  );
  await servePack(page, {
    'villages.csv': csv,
    'counties.geojson': counties,
    'projects.geojson': projects,
  });
  await boot(page);
  const { left, grid, search, inspector, coverage } = screenOf(page);
  const row = grid.getByRole('row').nth(1);
  await expect(row.getByRole('gridcell').nth(0)).toHaveText(village);
  await expectHarmless(page, 'table and labels of the map');

  await search.fill('140802001001');
  await expect(page.getByRole('option').first()).toContainText(village);
  await expectHarmless(page, 'search');
  await page.getByRole('option').first().click();
  await expect(inspector.getByRole('heading').first()).toContainText(village);
  await expect(inspector).toContainText(`${MARKUP}区`);
  await expectHarmless(page, 'inspector');
  await openTab(left, '对象');
  await expect(left).toContainText(`${MARKUP}工程`);
  await openTab(screenOf(page).right, '覆盖分析');
  await coverage.getByRole('button', { name: '从列表选项目' }).click();
  await coverage.getByRole('checkbox', { name: `${MARKUP}工程` }).check();
  await expect(coverage.getByText(/= 全部/)).toBeVisible();
  await expectHarmless(page, 'coverage');

  await page.keyboard.press('Escape');
  await page.getByRole('toolbar', { name: '工具' }).getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog', { name: '导出', exact: true });
  await expect(dialog.getByRole('region', { name: '预览' })).toContainText(village);
  await expectHarmless(page, 'export dialog');
  for (const [format, read] of [
    ['XLSX', xlsxRows],
    ['CSV', csvRows],
  ] as const) {
    await dialog.getByRole('radio', { name: format, exact: true }).check();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: new RegExp(`导出 ${format}`) }).click();
    const bytes = new Uint8Array(await readFile(await (await download).path()));
    expect((await read(bytes))[1]?.[0], format).toBe(village);
  }
  await dialog.getByRole('radio', { name: 'KML' }).check();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /导出 KML/ }).click();
  const kml = textOf(new Uint8Array(await readFile(await (await download).path())));
  expect(kml).toContain('<name>&lt;img src=x onerror=hacked=true&gt;村</name>');
  expect(kml).not.toContain('<img');
  await expectHarmless(page, 'after the exports');
});

sharedTest('HTML that the user types stays text', async ({ page }) => {
  await startOver(page);
  const { left } = screenOf(page);
  await openTab(left, '对象');
  await left.getByRole('button', { name: '标绘农村配电网改造的线位' }).click();
  const panel = page.getByRole('region', { name: '农村配电网改造的位置' });
  await panel.getByRole('radiogroup', { name: '方式' }).getByText('按坐标录入').click();
  await panel.getByRole('textbox', { name: '坐标，每行一个点' }).fill('110.9，35.0\n111.1，35.1');
  await panel.getByRole('button', { name: '检查并预览' }).click();
  await panel.getByRole('textbox', { name: '位置精度（必填）' }).fill('50');
  await panel.getByRole('textbox', { name: /说明|备注|来源/ }).fill(MARKUP);
  await panel.getByRole('button', { name: '采用此位置' }).click();
  await expect(panel).toBeHidden();
  await left.getByText('农村配电网改造', { exact: true }).first().click();
  await expect(screenOf(page).inspector).toContainText(MARKUP);
  await expectHarmless(page, 'inspector');
});
