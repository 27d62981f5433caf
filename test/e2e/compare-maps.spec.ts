// Two scenarios on linked maps: a site moved in a branch, compared by swipe with the keyboard; what the maps mark is what the
// list counts; closed, the one map stands where it stood. Then a file of two scenarios of which one is opened as a branch here
// and one object is taken from it.
import type { Locator, Page } from '@playwright/test';
import { expect, sharedTest as test, startOver } from './fixtures';
import { openTab, screenOf } from './screen';

const PLACE = '111.2, 34.85';
const EAST = '111.235, 34.85';

async function typePlace(page: Page, place: string): Promise<void> {
  const section = screenOf(page).right.getByRole('region', { name: '位置' });
  await section.getByRole('button', { name: '录入坐标' }).click();
  const field = section.getByRole('textbox', { name: '坐标，每行一个点' });
  await field.fill(place);
  await field.press('Control+Enter');
  await expect(section.getByRole('button', { name: '录入坐标' })).toBeVisible();
}

async function addSite(page: Page, place: string): Promise<void> {
  await screenOf(page).left.getByRole('button', { name: '安置点', exact: true }).click();
  await typePlace(page, place);
}

async function branch(page: Page, title: string): Promise<void> {
  const { left } = screenOf(page);
  await left.getByRole('button', { name: '以当前情景为起点新建情景' }).click();
  await left.getByRole('textbox', { name: '新情景的名称' }).fill(title);
  await left.getByRole('textbox', { name: '新情景的名称' }).press('Enter');
}

const maps = (page: Page): Locator => page.locator('canvas.maplibregl-canvas');
/** What the scale bars say: as much as the maps tell of their zoom. */
const scales = (page: Page): Promise<string[]> =>
  page.locator('.maplibregl-ctrl-scale').allTextContents();

async function look(page: Page, way: '列表' | '并排' | '卷帘'): Promise<void> {
  await page.getByRole('radiogroup', { name: '怎样看' }).getByText(way, { exact: true }).click();
}

async function listedBySide(comparison: Locator): Promise<readonly string[]> {
  const rows = comparison.getByRole('region', { name: '有变化的村' }).locator('tbody tr');
  const sides = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-side')));
  const count = (side: string): string => `${sides.filter((each) => each === side).length} 村`;
  return ['gained', 'lost', 'otherwise'].map(count);
}

test('a moved site on two linked maps, by swipe with the keyboard, and back to the one map', async ({
  page,
}) => {
  await startOver(page);
  await openTab(screenOf(page).left, '规划');
  await addSite(page, PLACE);
  await branch(page, '东移方案');
  await typePlace(page, EAST);
  await screenOf(page).left.getByRole('button', { name: '比较两个情景' }).click();
  const comparison = page.getByRole('region', { name: '情景比较：基本方案 → 东移方案' });
  await expect(comparison.getByText(/^有变化的村 \d+ 个$/)).toBeVisible();
  const listed = await listedBySide(comparison);
  expect(listed[0]).not.toBe('0 村');
  // From the whole region: the place just typed may be as near as the list's villages are shown.
  await page.keyboard.press('f');
  await expect.poll(async () => (await scales(page))[0]).toMatch(/^\d0\s公里$/);
  // The address follows the flight a moment later.
  const rests = async (): Promise<boolean> => {
    const before = page.url();
    await page.waitForTimeout(1000);
    return page.url() === before;
  };
  await expect.poll(rests).toBe(true);
  const [scale] = await scales(page);
  const url = page.url();

  await test.step('side by side: both titles, marks counted as the list counts them', async () => {
    await look(page, '并排');
    await expect(maps(page)).toHaveCount(2);
    await expect(page.getByText('甲基本方案')).toBeVisible();
    await expect(page.getByText('乙东移方案')).toBeVisible();
    const legend = page.getByRole('region', { name: '变化图例' });
    const counts = legend.getByRole('listitem').filter({ hasText: '村' });
    await expect(counts).toHaveText([
      `新覆盖${listed[0]}`,
      `不再覆盖${listed[1]}`,
      `状态改变${listed[2]}`,
    ]);
    const [left, right] = [
      await maps(page).first().boundingBox(),
      await maps(page).last().boundingBox(),
    ];
    expect(left?.width).toBeGreaterThan(300);
    expect(Math.abs((left?.width ?? 0) - (right?.width ?? 0))).toBeLessThan(4);
  });

  await test.step('swipe: the divider is a slider', async () => {
    await look(page, '卷帘');
    const divider = page.getByRole('slider', { name: '卷帘位置' });
    await divider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(divider).toHaveAttribute('aria-valuenow', '48');
    await expect(divider).toHaveAttribute(
      'aria-valuetext',
      '左侧 48% 显示甲「基本方案」，右侧 52% 显示乙「东移方案」',
    );
    await page.keyboard.press('Home');
    await expect(divider).toHaveAttribute('aria-valuetext', '全幅显示乙「东移方案」');
    await page.keyboard.press('End');
    await expect(divider).toHaveAttribute('aria-valuenow', '100');
    // One over the other, each as wide as the stage.
    const stage = await screenOf(page).map.boundingBox();
    const widths = (): Promise<number[]> =>
      maps(page).evaluateAll((all) => all.map((each) => each.clientWidth));
    await expect.poll(widths).toEqual([stage?.width, stage?.width]);
  });

  await test.step('cameras follow each other, from the list and from the second map', async () => {
    const rows = comparison.getByRole('region', { name: '有变化的村' }).locator('tbody tr');
    await rows.first().getByRole('button').click();
    await expect.poll(async () => (await scales(page))[0]).not.toBe(scale);
    await expect.poll(async () => new Set(await scales(page)).size).toBe(1);
    const before = await scales(page);
    await page.getByRole('slider', { name: '卷帘位置' }).press('Home');
    await page.getByRole('button', { name: /^缩小/ }).last().click();
    await page.getByRole('button', { name: /^缩小/ }).last().click();
    await expect.poll(() => scales(page)).not.toEqual(before);
    await expect.poll(async () => new Set(await scales(page)).size).toBe(1);
  });

  await test.step('Esc: the one map as it was, the second one gone', async () => {
    await page.keyboard.press('Escape');
    await expect(maps(page)).toHaveCount(1);
    await expect.poll(() => scales(page)).toEqual([scale]);
    await expect(comparison.getByRole('radio', { name: '列表' })).toBeFocused();
    await expect(screenOf(page).right).toBeVisible();
    expect(page.url()).toBe(url);
  });

  await test.step('printing the map, and printing the comparison, leave the one map', async () => {
    await look(page, '并排');
    await expect(maps(page)).toHaveCount(2);
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(sheets.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await expect(maps(page)).toHaveCount(2);
    await page.keyboard.press('Control+p');
    const dialog = page.getByRole('dialog', { name: '打印制图' });
    await expect(dialog).toBeVisible();
    await expect(page.locator('.linked-maps')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(comparison.getByRole('radio', { name: '列表' })).toBeChecked();
    await expect(maps(page)).toHaveCount(1);
    await expect.poll(() => scales(page)).toEqual([scale]);
    await comparison.getByRole('button', { name: '关闭比较' }).click();
    await expect(comparison).toHaveCount(0);
  });
});

test('of a file with two scenarios one is opened as a branch, and one object is taken in one step', async ({
  page,
}) => {
  const { left } = screenOf(page);
  await startOver(page);
  await openTab(left, '规划');
  await addSite(page, PLACE);
  await branch(page, '乙方案');
  await addSite(page, EAST);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const path = test.info().outputPath('two-scenarios.cuntu');
  await (await download).saveAs(path);

  await startOver(page);
  await openTab(left, '规划');
  const chooser = page.waitForEvent('filechooser');
  await page.evaluate(() => null);
  await left.getByRole('button', { name: '以情景打开另一方案（.cuntu）' }).click();
  await (await chooser).setFiles(path);
  const dialog = page.getByRole('dialog', { name: /有 2 个情景/ });
  await expect(
    dialog.getByRole('radio', { name: /^乙方案（2 个规划对象，保存时打开）/ }),
  ).toBeChecked();
  // What would come is named before anything is taken.
  const differences = dialog.getByRole('list', { name: '与当前情景的差别' });
  const rows = differences.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  for (const number of [1, 2])
    await expect(rows.filter({ hasText: `增加 安置点 ${number}（安置点）` })).toHaveCount(1);
  await dialog.getByRole('radio', { name: /^基本方案（1 个规划对象）/ }).check();
  await expect(rows).toHaveText([/^增加 安置点 1（安置点）/]);
  await expect(left.getByText('还没有规划对象')).toBeVisible();
  await dialog.getByRole('button', { name: '以情景打开' }).click();

  const comparison = page.getByRole('region', { name: /^情景比较：基本方案 → .*·基本方案$/ });
  await expect(comparison.getByText('有差别的规划内容 1 项')).toBeVisible();
  await expect(left.getByText('还没有规划对象')).toBeVisible();
  await comparison.getByRole('checkbox', { name: '合并安置点安置点 1' }).check();
  // What it would do is seen before it is done; taken back, nothing was changed.
  const preview = comparison.getByRole('region', { name: '合并预览' });
  const gained = await preview.getByRole('row', { name: /^覆盖的村/ }).innerText();
  expect(gained).toMatch(/\+[1-9]/);
  await expect(preview.getByRole('row', { name: /^规划对象/ })).toContainText('+1');
  await expect(preview.getByRole('listitem').filter({ hasText: '新覆盖' })).toContainText('村');
  await expect(left.getByText('还没有规划对象')).toBeVisible();
  await comparison.getByRole('button', { name: '取消预览' }).click();
  await expect(preview).toHaveCount(0);
  await comparison.getByRole('checkbox', { name: '合并安置点安置点 1' }).check();
  await comparison.getByRole('button', { name: '合并所选 1 项' }).click();
  await expect(comparison).toContainText('没有差别');
  await expect(left.getByRole('list', { name: '规划对象' })).toContainText('安置点 1');
  await page
    .getByRole('toolbar', { name: '工具' })
    .getByRole('button', { name: /^撤销：采用情景/ })
    .click();
  await expect(left.getByText('还没有规划对象')).toBeVisible();
});
