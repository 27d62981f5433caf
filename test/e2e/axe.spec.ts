// No serious or critical finding of axe (WCAG 2.2 A and AA) on the main screens, in both themes.
import { axeFindings } from './axe-findings';
import { expect, sharedTest as test, startOver } from './fixtures';
import { chooseFromList, openTab, screenOf } from './screen';

test('the main screens have no serious accessibility finding', async ({ page }) => {
  await startOver(page);
  const { left, right, grid, coverage, inspector } = screenOf(page);
  const clean = async (where: string, ...parts: string[]): Promise<void> => {
    expect.soft(await axeFindings(page, parts), where).toEqual([]);
  };
  await clean('start');

  await coverage.getByRole('button', { name: '按类型一次加入' }).click();
  await chooseFromList(page, '大禹渡灌区扩建工程');
  await expect(coverage.getByText(/= 全部/)).toBeVisible();
  await clean('coverage', 'aside', 'main', '[aria-label="村表"]');

  await grid.getByRole('row').nth(1).click();
  await expect(inspector).toBeVisible();
  await openTab(left, '专题');
  await clean('village inspected, thematic panel', 'aside', 'nav');

  await openTab(left, '对象');
  await left.getByRole('button', { name: '一区五带全部显示' }).click();
  await clean('objects', 'nav');

  await page.getByRole('button', { name: '数据来源与精度' }).first().click();
  const drawer = page.getByRole('dialog', { name: '数据来源与精度' });
  await drawer.getByRole('button', { name: /^表4/ }).click();
  await expect(drawer.getByRole('table')).toBeVisible();
  await clean('plan table', '[role=dialog]');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();

  await openTab(left, '图层');
  await left.getByRole('checkbox', { name: '脱贫时序' }).check();
  await openTab(right, '覆盖分析');
  await page.getByRole('button', { name: '投影显示（高对比、大字）' }).click();
  await clean('projector theme, timeline');

  await page.getByRole('button', { name: '帮助' }).click();
  await expect(page.getByRole('dialog', { name: '帮助' })).toBeVisible();
  await clean('help', '[role=dialog]');
});
