// The app's parts by role and accessible name, so that tests survive a change of layout.
import { type Locator, type Page, expect } from '@playwright/test';
import type { StateCounts } from '../../src/analysis/coverage-result';
import { headlineText, identityText, tabTexts } from './engine-answer';

export interface Screen {
  readonly left: Locator;
  readonly right: Locator;
  readonly dock: Locator;
  readonly map: Locator;
  readonly coverage: Locator;
  readonly inspector: Locator;
  readonly grid: Locator;
  readonly slider: Locator;
  readonly distance: Locator;
  readonly search: Locator;
}

export function screenOf(page: Page): Screen {
  const right = page.getByRole('complementary', { name: '覆盖分析与详情' });
  return {
    left: page.getByRole('navigation', { name: '图层、专题、对象、规划与场景' }),
    right,
    dock: page.getByRole('region', { name: '村表' }).first(),
    map: page.getByRole('main'),
    coverage: right.getByRole('region', { name: '覆盖范围' }),
    inspector: right.getByRole('article'),
    grid: page.getByRole('grid', { name: '村表' }),
    slider: right.getByRole('slider', { name: '服务距离' }),
    distance: right.getByRole('textbox', { name: '输入服务距离' }),
    search: page.getByRole('combobox', { name: '检索县、乡镇、村、项目' }),
  };
}

/** A segment of a rail: 图层, 专题, 对象, 覆盖分析, 详情. */
export async function openTab(rail: Locator, word: string): Promise<void> {
  await rail.getByRole('radiogroup').first().getByText(word, { exact: true }).click();
}

/** Opens the list of projects and ticks one. */
export async function chooseFromList(page: Page, name: string): Promise<void> {
  const { coverage } = screenOf(page);
  const list = coverage.getByRole('button', { name: '从列表选项目' });
  if ((await list.getAttribute('aria-expanded')) === 'false') await list.click();
  await coverage.getByRole('checkbox', { name }).check();
  await list.click();
}

/** Types a distance and confirms it. */
export async function typeDistance(page: Page, text: string): Promise<void> {
  const { distance } = screenOf(page);
  await distance.fill(text);
  await distance.press('Enter');
}

/** Headline, identity line and table tabs all tell these counts. */
export async function expectCounts(page: Page, counts: StateCounts): Promise<void> {
  const { coverage, dock } = screenOf(page);
  await expect(coverage.getByRole('status').filter({ hasText: '确定' })).toHaveText(
    headlineText(counts),
  );
  await expect(coverage.getByText(/= 全部/).locator('..')).toHaveText(identityText(counts));
  const tabs = dock.getByRole('group', { name: '按覆盖结果查看' }).getByRole('button');
  await expect(tabs).toHaveText(tabTexts(counts));
}

/** Picks an entry of an antd select by its accessible name. */
export async function select(scope: Locator, name: string, option: string): Promise<void> {
  await scope.getByRole('combobox', { name }).click();
  await scope
    .page()
    .locator('.ant-select-dropdown:visible')
    .getByTitle(option, { exact: true })
    .click();
}

/** Opens a .cuntu file by the browser's file chooser. */
export async function openFile(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  // A busy page takes the key press first and Playwright's wish to see the chooser later: half of them were missed.
  // Whatever has answered since comes after the wish.
  await page.evaluate(() => null);
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles(path);
}
