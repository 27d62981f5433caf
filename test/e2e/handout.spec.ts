// 单文件成果 and 图表 in the built app. The file is opened as it would be by a double-click: file://, no network, and it must say
// what the engine says.
import { copyFile, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import type { HandoutModel } from '../../src/report/handout-model';
import { formatEstimate, formatInteger } from '../../src/ui/format';
import { axeFindings } from './axe-findings';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';

const PROJECTS = ['xiaolangdi', 'xifan-dongkuo'];
const MOST_BYTES = 10_000_000;

/** Makes the file by the dialog that is open; its path under the name that it was given. */
async function made(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download', { timeout: 200_000 });
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  const folder = await mkdtemp(join(tmpdir(), 'cuntu-handout-'));
  const path = join(folder, file.suggestedFilename());
  await copyFile(await file.path(), path);
  return path;
}

function modelIn(html: string): HandoutModel {
  const [, text = ''] =
    /<script type="application\/json" id="model">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(text) as HandoutModel;
}

/** A window without network; every request but of the file itself is noted. */
async function openOffline(browser: Browser, path: string) {
  const context = await browser.newContext({
    offline: true,
    viewport: { width: 1280, height: 720 },
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(path).href) faults.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(pathToFileURL(path).href);
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  return { page, faults, close: () => context.close() };
}

const transformOf = (page: Page) => page.locator('svg.map > g').first().getAttribute('transform');

test('the storyline as one file: opened without network it pans, changes scene, finds a village and says the engine’s numbers', async ({
  page,
  browser,
}) => {
  const { index, coverage, summary, estimate } = await engineAnswer();
  await startOver(page, `#p=${PROJECTS.join(',')}&d=5000`);
  await page.keyboard.press('h');
  const dialog = page.getByRole('dialog', { name: '单文件成果（HTML）' });
  await expect(dialog.getByRole('region', { name: '发布前检查' })).toContainText('不构成法律意见');
  expect(await axeFindings(page, ['[role=dialog]'])).toEqual([]);
  const path = await made(page, '生成内部版');
  await expect(dialog.getByRole('status')).toContainText('已写出');
  const html = await readFile(path, 'utf8');
  expect(html.length).toBeLessThan(MOST_BYTES);
  const model = modelIn(html);

  const result = await coverage(PROJECTS, 5000);
  const { total } = summary(result);
  const { certain, asDrawn, possible } = result.counts;
  const file = await openOffline(browser, path);
  const panel = file.page.getByRole('complementary', { name: '数字与图例' });
  await expect(panel).toContainText(`${formatInteger(certain + asDrawn)} 村`);
  await expect(panel).toContainText(
    `确定 ${formatInteger(certain)}，最多 ${formatInteger(certain + asDrawn + possible)}`,
  );
  await expect(panel).toContainText(
    `≈${formatEstimate(total.households.certain + total.households.asDrawn)} 户`,
  );
  expect(model.scenes[0]?.answer?.states).toBe([...result.states].join(''));

  // By keys, by wheel and by drag.
  const map = file.page.locator('svg.map');
  const start = await transformOf(file.page);
  await map.focus();
  await file.page.keyboard.press('ArrowRight');
  const panned = await transformOf(file.page);
  expect(panned).not.toBe(start);
  await file.page.keyboard.press('+');
  expect(await transformOf(file.page)).not.toBe(panned);
  await map.hover();
  await file.page.mouse.wheel(0, -400);
  const zoomed = await transformOf(file.page);
  await file.page.mouse.down();
  await file.page.mouse.move(300, 400, { steps: 3 });
  await file.page.mouse.up();
  expect(await transformOf(file.page)).not.toBe(zoomed);
  await file.page.keyboard.press('0');
  await expect.poll(() => transformOf(file.page)).not.toBe(zoomed);

  // A village by name, with the engine's own distance.
  const at = index.pack.villages.findIndex(({ name }) => name === model.villages.names[700]);
  const village = index.pack.villages[at]!;
  const township = index.townshipByCode.get(village.townshipCode)?.name ?? '';
  await file.page.getByLabel('查找').fill(`${village.name} ${township}`);
  const row = file.page.locator('.villages tbody tr').first();
  await expect(row).toContainText(village.code);
  await expect(row).toContainText(
    new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
      result.nearestDistanceMetres[at]!,
    ),
  );
  await row.getByRole('button').click();
  await expect(file.page.locator('.found')).toContainText(village.name);
  await expect(file.page.locator('path.mark')).toHaveAttribute('d', /^M/);
  await file.page.getByLabel('查找').fill('');
  await file.page.getByRole('button', { name: '贫困户(估算)' }).click();
  await file.page.getByRole('button', { name: /^贫困户\(估算\)/ }).click();
  const most = Math.max(...estimate.households.filter((each) => !Number.isNaN(each)));
  await expect(file.page.locator('.villages tbody tr').first()).toContainText(most.toFixed(1));
  expect(await axeFindings(file.page)).toEqual([]);
  expect(file.faults).toEqual([]);
  await file.close();
});

test('scenes become buttons, and the public version tells less', async ({ page, browser }) => {
  await startOver(page, `#p=${PROJECTS.join(',')}&d=5000`);
  await page.getByRole('radiogroup', { name: '工作方式' }).getByText('汇报').click();
  await page
    .getByRole('button', { name: /故事线/ })
    .first()
    .click();
  await page.keyboard.press('h');
  await page
    .getByRole('dialog', { name: '单文件成果（HTML）' })
    .getByText('公开', { exact: true })
    .click();
  const path = await made(page, '生成公开版');
  const html = await readFile(path, 'utf8');
  expect(html.length).toBeLessThan(MOST_BYTES);
  const model = modelIn(html);
  expect(model.scenes.length).toBeGreaterThan(3);
  for (const each of [...model.villages.households, ...model.villages.persons]) {
    if (typeof each === 'number') expect(each === 0 || each >= 5).toBe(true);
  }
  for (const value of model.villages.positions) expect(String(value)).toMatch(/^\d+(\.\d{1,2})?$/);

  const file = await openOffline(browser, path);
  await expect(file.page.getByText('公开版', { exact: true })).toBeVisible();
  await expect(file.page.locator('footer')).toContainText('坐标取整到 0.01°');
  for (const [at, { title }] of model.scenes.entries()) {
    const button = file.page.getByRole('button', { name: `${at + 1} ${title}` });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(
      file.page.getByRole('complementary').getByRole('heading', { level: 2 }),
    ).toHaveText(title);
  }
  expect(file.faults).toEqual([]);
  await file.close();
});

test('charts: every one with its table, no serious finding', async ({ page }) => {
  await startOver(page, `#p=${PROJECTS.join(',')}&d=5000`);
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog', { name: /^图表/ });
  for (const name of ['指标分布', '洛伦兹曲线', '县排名', '覆盖曲线', '口径对比', '分年投资']) {
    await dialog.getByRole('tab', { name }).click();
    const choice = dialog.getByRole('group', { name: '看图或看表' });
    await expect(choice).toBeVisible({ timeout: 120_000 });
    await choice.getByRole('button', { name: '表', exact: true }).click();
    await expect(dialog.getByRole('table')).toBeVisible();
    await choice.getByRole('button', { name: '图', exact: true }).click();
    expect.soft(await axeFindings(page, ['[role=dialog]']), name).toEqual([]);
  }
});
