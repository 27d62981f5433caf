// The same job without a mouse: search, choose, set the distance, read, export; then every single-key command.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { expectCounts, screenOf } from './screen';

const PROJECT = '大禹渡灌区扩建工程';
/** No part of the job is farther from the last one than this. */
const FAR_ENOUGH = 60;

/** Presses Tab until the element has the focus, as a keyboard user would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < FAR_ENOUGH; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`not reached by ${FAR_ENOUGH} presses of Tab: ${String(target)}`);
}

test('the job is done by keyboard alone', async ({ page }) => {
  const answer = await engineAnswer();
  await startOver(page);
  const { search, coverage, inspector, slider, distance, grid } = screenOf(page);

  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('dyd');
  const options = page.getByRole('listbox', { name: '检索结果' }).getByRole('option');
  await expect(options.filter({ hasText: PROJECT })).toBeVisible();
  const at = (await options.allTextContents()).findIndex((text) => text.includes(PROJECT));
  for (let down = 0; down <= at; down++) await page.keyboard.press('ArrowDown');
  await expect(options.nth(at)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(inspector.getByRole('heading', { name: PROJECT })).toBeVisible();

  await tabTo(page, inspector.getByRole('button', { name: '加入覆盖分析' }));
  await page.keyboard.press('Enter');
  await expectCounts(page, (await answer.coverage(['dayudu'], 2000)).counts);

  await tabTo(page, slider);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expectCounts(page, (await answer.coverage(['dayudu'], 2020)).counts);
  await tabTo(page, distance);
  await page.keyboard.type('3500m');
  await page.keyboard.press('Enter');
  const result = await answer.coverage(['dayudu'], 3500);
  await expectCounts(page, result.counts);

  await tabTo(page, coverage.getByRole('button', { name: '导出' }));
  await page.keyboard.press('Enter');
  const csv = page.getByRole('menuitem', { name: /^CSV/ });
  await expect(csv).toBeVisible();
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(csv).toBeFocused();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('按标绘覆盖');

  await tabTo(page, grid);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = answer.index.pack.villages[1]!;
  await expect(grid.getByRole('row', { selected: true })).toContainText(second.code);
  await expect(inspector.getByRole('heading', { name: second.name })).toBeVisible();
});

test('every single-key command works and none while typing', async ({ page }) => {
  await startOver(page);
  const { left, right, grid, search, distance } = screenOf(page);
  await page.keyboard.press('t');
  await expect(grid).toBeHidden();
  await page.keyboard.press('t');
  await expect(grid).toBeVisible();
  await page.keyboard.press('[');
  await expect(left).toBeHidden();
  await page.keyboard.press('[');
  await expect(left).toBeVisible();
  await page.keyboard.press(']');
  await expect(right).toBeHidden();
  await page.keyboard.press(']');
  await expect(right).toBeVisible();

  const html = page.locator('html');
  await page.keyboard.press('p');
  await expect(html).toHaveAttribute('data-theme', 'projector');
  await page.keyboard.press('p');
  await expect(html).toHaveAttribute('data-theme', 'standard');

  await page.keyboard.press('.');
  await expect(distance).toHaveValue(/^2\.1\s公里$/);
  await page.keyboard.press(',');
  await expect(distance).toHaveValue(/^2\s公里$/);

  // F brings the whole region back after a jump.
  const cameraOf = (): string => new URL(page.url()).hash;
  await expect.poll(cameraOf).toContain('c=');
  const wholeRegion = /c=([^&]*)/.exec(cameraOf())?.[1] ?? '';
  await page.keyboard.press('/');
  await page.keyboard.type('永济市');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(cameraOf).not.toContain(wholeRegion);
  await page.keyboard.press('t');
  await expect(search).toHaveValue('永济市t');
  await expect(grid).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await expect.poll(cameraOf).toContain(wholeRegion);

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: '帮助' });
  await expect(help.getByRole('heading', { name: '键盘快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});
