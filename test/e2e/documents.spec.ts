// Documents: nothing is lost when a tab dies in the middle of a drag; of two tabs one writes; a file saved here opens
// elsewhere, and what is left of a damaged one does too; several documents, deleted and brought back.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { axeFindings } from './axe-findings';
import { boot, expect, expectKept, sharedTest, startOver, test, withoutPickers } from './fixtures';
import { pingluTable } from './import-files';
import { dropFiles, goNext, importScreen } from './import-screen';
import { chooseFromList, openFile, openTab, screenOf } from './screen';

const PROJECT = '大禹渡灌区扩建工程';
const BELT = '黄河经济带';

const menuButton = (page: Page): Locator => page.getByRole('button', { name: /^方案：/ });
const banner = (page: Page): Locator => page.getByRole('region', { name: '只读' });

async function expectTitle(page: Page, title: string): Promise<void> {
  await expect(menuButton(page)).toHaveAccessibleName(`方案：${title}`);
}

async function choose(page: Page, item: string): Promise<void> {
  await menuButton(page).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function rename(page: Page, title: string): Promise<void> {
  await choose(page, '重命名…');
  await page.getByRole('textbox', { name: '方案名称' }).fill(title);
  await page.keyboard.press('Enter');
  await expectTitle(page, title);
}

/** The half-width of a belt: each arrow key in it is an edit. */
async function widthField(page: Page): Promise<Locator> {
  const { left } = screenOf(page);
  await openTab(left, '对象');
  return left.getByRole('spinbutton', { name: new RegExp(`^${BELT}`) });
}

test('a tab killed in the middle of a drag loses at most the last second', async ({
  page,
  context,
}) => {
  await boot(page);
  await chooseFromList(page, PROJECT);
  const adjust = page.getByRole('button', { name: `调整${PROJECT}的位置` });
  await adjust.click();
  const vertex = '线 3 节点 3：经度, 纬度';
  const field = page.getByRole('textbox', { name: vertex });
  const from = await field.inputValue();
  const handle = page.locator(`.handles [data-place="${from.replace(', ', ',')}"]`);
  await handle.hover();
  const box = await handle.boundingBox();
  if (!box) throw new Error('the handle is not on the screen');
  await page.mouse.down();
  await page.mouse.move(box.x + 30, box.y + 20);
  await expect(field).not.toHaveValue(from);
  const half = await field.inputValue();
  await page.mouse.move(box.x + 50, box.y + 40);
  await expect(field).not.toHaveValue(half);
  // Written down with the button still down, a second at most after the move (test/document).
  await expectKept(page);
  const kept = await field.inputValue();
  await page.mouse.move(box.x + 55, box.y + 45);
  const killer = await context.newCDPSession(page);
  killer.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');

  const again = await context.newPage();
  await boot(again);
  await expect(again.getByRole('button', { name: /^撤销：调整/ })).toBeEnabled();
  await chooseFromList(again, PROJECT);
  await again.getByRole('button', { name: `调整${PROJECT}的位置` }).click();
  const recovered = await again.getByRole('textbox', { name: vertex }).inputValue();
  expect(recovered).not.toBe(from);
  // The last move may or may not have been written.
  if (recovered !== kept) {
    const [lng, lat] = recovered.split(', ').map(Number);
    const [lngBefore, latBefore] = kept.split(', ').map(Number);
    expect(Number(lng)).toBeGreaterThan(Number(lngBefore));
    expect(Number(lat)).toBeLessThan(Number(latBefore));
  }
  await again.getByRole('button', { name: /^撤销：调整/ }).click();
  await expect(again.getByRole('textbox', { name: vertex })).toHaveValue(from);
});

sharedTest(
  'two tabs on one document: the second reads and imports nothing, takes over, and nothing is lost',
  async ({ page, context }) => {
    await startOver(page);
    await rename(page, '平陆方案');
    await expectKept(page);
    const second = await context.newPage();
    await boot(second);
    await expectTitle(second, '平陆方案');
    await expect(banner(second)).toContainText('此方案正在另一个标签页中编辑，本页只读。');
    expect(await axeFindings(second, ['.header', 'main'])).toEqual([]);

    const refused = await widthField(second);
    const width = await refused.inputValue();
    await refused.press('ArrowUp');
    await expect(second.getByText(/^未修改：/)).toBeVisible();
    await expect(refused).toHaveValue(width);

    await dropFiles(second, [pingluTable()]);
    const { dialog, apply, count } = importScreen(second);
    await goNext(second);
    await goNext(second);
    await expect(count('读到')).toHaveText('232 行');
    await expect(dialog.getByRole('status')).toContainText('此方案正在另一个标签页中编辑');
    await expect(apply).toBeDisabled();
    await second.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    const first = await widthField(page);
    await first.press('ArrowUp');
    await expect(first).not.toHaveValue(width);
    const wider = await first.inputValue();
    await banner(second).getByRole('button', { name: '接管' }).click();
    await expect(banner(second)).toBeHidden();
    await expect(banner(page)).toBeVisible();
    await expect(refused).toHaveValue(wider);

    await refused.press('ArrowUp');
    await expect(refused).not.toHaveValue(wider);
    const widest = await refused.inputValue();
    await expectKept(second);
    // The reader shows what the writer has saved, and is refused its own.
    await expect(first).toHaveValue(widest);
    await first.press('ArrowUp');
    await expect(page.getByText(/^未修改：/)).toBeVisible();
    await expect(first).toHaveValue(widest);
  },
);

async function saved(download: Download): Promise<string> {
  expect(download.suggestedFilename()).toBe('平陆方案.cuntu');
  return download.path();
}

test('a fresh browser keeps several documents, and opens a file saved elsewhere; of a damaged one what can be proven', async ({
  page: fresh,
  elsewhere: page,
}, testInfo) => {
  await startOver(page);
  await rename(page, '平陆方案');
  const field = await widthField(page);
  const width = await field.inputValue();
  await field.press('ArrowUp');
  await expect(field).not.toHaveValue(width);
  const wider = await field.inputValue();
  // In a text field too, and never the browser's own dialog.
  await screenOf(page).search.focus();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const path = await saved(await download);
  await menuButton(page).click();
  await expect(page.getByText('与文件 平陆方案.cuntu 一致')).toBeVisible();
  await page.keyboard.press('Escape');

  await boot(fresh);
  await test.step('several documents: copied, renamed, deleted and brought back, open again after a reload', async () => {
    await rename(fresh, '甲方案');
    await choose(fresh, '复制为新方案');
    await expectTitle(fresh, '甲方案 副本');
    await choose(fresh, '新建方案');
    await expectTitle(fresh, '新方案');
    await choose(fresh, '全部方案…');
    const list = fresh.getByRole('dialog', { name: '全部方案' });
    await expect(list.getByRole('row')).toHaveCount(4);
    expect(await axeFindings(fresh, ['[role=dialog]'])).toEqual([]);
    await list.getByRole('button', { name: '打开「甲方案」' }).click();
    await expectTitle(fresh, '甲方案');
    await list.getByRole('button', { name: '删除「新方案」' }).click();
    await expect(list.getByRole('button', { name: '恢复「新方案」' })).toBeVisible();
    await fresh.getByRole('button', { name: '关闭方案列表' }).click();
    await choose(fresh, '删除本方案');
    await expectTitle(fresh, '甲方案 副本');
    await fresh.getByText('已删除方案「甲方案」').getByRole('button', { name: '撤销' }).click();
    await expectTitle(fresh, '甲方案');
    await expectKept(fresh);
    await fresh.reload();
    await expectTitle(fresh, '甲方案');
    await expect(banner(fresh)).toBeHidden();
    await expect(fresh.getByRole('button', { name: '撤销：方案改名为「甲方案」' })).toBeEnabled();
  });

  await withoutPickers(fresh);
  await openFile(fresh, path);
  await expectTitle(fresh, '平陆方案');
  const there = await widthField(fresh);
  await expect(there).toHaveValue(wider);
  await expectKept(fresh);

  const whole = readFileSync(path);
  const cut = testInfo.outputPath('缺尾.cuntu');
  writeFileSync(cut, whole.subarray(0, whole.indexOf('PK\u0001\u0002') - 20));
  await openFile(fresh, cut);
  const dialog = fresh.getByRole('dialog', { name: '已恢复 缺尾.cuntu 的一部分' });
  await expect(dialog).toContainText('方案正文已损坏');
  expect(await axeFindings(fresh, ['[role=dialog]'])).toEqual([]);
  await dialog.getByRole('button', { name: '知道了' }).click();
  await expectTitle(fresh, '平陆方案（恢复）');
  const other = testInfo.outputPath('别的.cuntu');
  writeFileSync(other, 'PK');
  await openFile(fresh, other);
  await expect(fresh.getByRole('dialog', { name: '打不开 别的.cuntu' })).toContainText(
    '不是村图方案文件',
  );
});

/** In the page: a picker that always gives one file, and counts in the page how often it was asked, from `before` on. */
function usePicker(before: number): void {
  let asked = before;
  document.documentElement.dataset['asked'] = String(asked);
  const pick = async () => {
    document.documentElement.dataset['asked'] = String(++asked);
    const folder = await navigator.storage.getDirectory();
    return folder.getFileHandle('甲.cuntu', { create: true });
  };
  Object.assign(window, {
    showSaveFilePicker: pick,
    showOpenFilePicker: async () => [await pick()],
  });
}

sharedTest(
  'files by the File System Access API: the same file again, and whether it is current',
  async ({ page }) => {
    await startOver(page);
    await page.evaluate(usePicker, 0);
    const asked = page.locator('html');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('已保存到 甲.cuntu')).toBeVisible();
    await rename(page, '改名后');
    await menuButton(page).click();
    await expect(page.getByText('有改动未存入文件 甲.cuntu')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+s');
    await menuButton(page).click();
    await expect(page.getByText('与文件 甲.cuntu 一致')).toBeVisible();
    await page.keyboard.press('Escape');
    // A reload keeps the file, and asks for none.
    await page.reload();
    await expectTitle(page, '改名后');
    await menuButton(page).click();
    await expect(page.getByText('上次的文件是 甲.cuntu')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('已保存到 甲.cuntu')).toBeVisible();
    await page.evaluate(usePicker, 1);
    await expect(asked).toHaveAttribute('data-asked', '1');
    await page.keyboard.press('Control+Shift+S');
    await expect(asked).toHaveAttribute('data-asked', '2');
    await rename(page, '再改');
    await page.keyboard.press('Control+o');
    await expect(asked).toHaveAttribute('data-asked', '3');
    // Of the same id as the one open, so it comes in beside it, not over it.
    await expectTitle(page, '改名后');
    await choose(page, '全部方案…');
    const list = page.getByRole('dialog', { name: '全部方案' });
    await expect(list.getByRole('row', { name: '再改' })).toHaveCount(1);
    await expect(list.getByRole('row', { name: '改名后' })).toHaveCount(1);
  },
);
