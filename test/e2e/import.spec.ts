// An office drops its own village table: the answer narrows, nothing of it is lost to a killed tab, and a file of it says
// the same elsewhere. Files that are none show why, and the dialog lives on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { StateCounts } from '../../src/analysis/coverage-result';
import { effectiveRegion } from '../../src/document/effective-region';
import { engineAnswer, engineAnswerOver } from './engine-answer';
import { boot, expect, expectKept, sharedTest, startOver, test, withoutPickers } from './fixtures';
import { type TestFile, importOf, pingluTable } from './import-files';
import { chooseFiles, dropFiles, goNext, importScreen } from './import-screen';
import { chooseFromList, expectCounts, openFile } from './screen';

const PROJECT = '三门峡水库（部官）引水工程';
const PROJECT_ID = 'sanmenxia-buguan';
const DISTANCE_METRES = 2000;
const UNDO = '撤销：导入「平陆县各村.csv」';
const REDO = '重做：导入「平陆县各村.csv」';
const FIXTURES = join(import.meta.dirname, '../fixtures/import');

function fixture(name: string): TestFile {
  return { name, bytes: readFileSync(join(FIXTURES, name)) };
}

interface Expected {
  readonly before: StateCounts;
  readonly after: StateCounts;
}

async function expectedCounts(file: TestFile): Promise<Expected> {
  const shipped = await engineAnswer();
  const record = await importOf(file, 'gcj02');
  const { pack } = effectiveRegion(shipped.pack, new Map([[record.id, record]]));
  const effective = await engineAnswerOver(pack);
  const { counts: before } = await shipped.coverage([PROJECT_ID], DISTANCE_METRES);
  const { counts: after } = await effective.coverage([PROJECT_ID], DISTANCE_METRES);
  return { before, after };
}

const most = ({ certain, asDrawn, possible }: StateCounts): number => certain + asDrawn + possible;

async function importPinglu(page: Page, file: TestFile): Promise<void> {
  const { dialog, count, apply } = importScreen(page);
  await dropFiles(page, [file]);
  await expect(dialog.getByText('文本表格 · GBK（GB18030） · 233 行')).toBeVisible();
  await goNext(page);
  await expect(
    dialog.getByText(/^作为GCJ-02（高德、腾讯地图）：232 点全部落在本区域内/),
  ).toBeVisible();
  await goNext(page);
  await expect(count('读到')).toHaveText('232 行');
  await expect(count('未采用')).toHaveText('0 行');
  await expect(dialog.getByText('232 个村换用导入的位置。')).toBeVisible();
  await apply.click();
  await expect(dialog).toBeHidden();
}

test('平陆 villages dropped as GBK in GCJ-02 narrow the answer, and survive undo, a killed tab and a file', async ({
  page,
  context,
  elsewhere,
}) => {
  const file = pingluTable();
  const { before, after } = await expectedCounts(file);
  expect(most(after)).toBeLessThan(most(before));
  await boot(page);
  await chooseFromList(page, PROJECT);
  await expectCounts(page, before);
  await importPinglu(page, file);
  await expectCounts(page, after);
  await page.getByRole('button', { name: UNDO }).click();
  await expectCounts(page, before);
  await page.getByRole('button', { name: REDO }).click();
  await expectCounts(page, after);
  await expectKept(page);
  const killer = await context.newCDPSession(page);
  const crash = page.waitForEvent('crash');
  killer.send('Page.crash').catch(() => undefined);
  await crash;

  const again = await context.newPage();
  await boot(again);
  await withoutPickers(again);
  await chooseFromList(again, PROJECT);
  await expectCounts(again, after);
  await again.getByRole('button', { name: UNDO }).click();
  await expectCounts(again, before);
  await again.getByRole('button', { name: REDO }).click();
  await expectCounts(again, after);
  const download = again.waitForEvent('download');
  await again.keyboard.press('Control+s');
  const path = await (await download).path();

  await startOver(elsewhere);
  await openFile(elsewhere, path);
  await chooseFromList(elsewhere, PROJECT);
  await expectCounts(elsewhere, after);
});

sharedTest('a file that is none says why, and the dialog lives on', async ({ page }) => {
  await startOver(page);
  const button = page.getByRole('button', { name: '导入数据' });
  await button.click();
  const { dialog, next } = importScreen(page);
  await chooseFiles(page, [fixture('truncated.zip')]);
  await expect(dialog.getByRole('alert')).toContainText('truncated.zip');
  await expect(next).toBeDisabled();
  await chooseFiles(page, [fixture('archive.rar')]);
  await expect(dialog.getByRole('alert')).toContainText('archive.rar');
  await expect(dialog.getByRole('alert')).not.toContainText('truncated.zip');
  await chooseFiles(page, [fixture('several-sheets-synthetic.xlsx')]);
  await expect(dialog.getByRole('radio', { checked: true })).toBeVisible();
  await expect(next).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

sharedTest('reading is cancelled, and begins anew', async ({ page }) => {
  await startOver(page);
  await page.getByRole('button', { name: '导入数据' }).click();
  const { dialog, next } = importScreen(page);
  // A worker that does not come is as slow as a file can be.
  const worker = /import-worker/;
  await page.route(worker, () => undefined);
  await chooseFiles(page, [fixture('gbk.csv')]);
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog.getByRole('status')).toHaveText('已取消，没有导入任何内容。');
  await expect(next).toBeDisabled();
  await page.unroute(worker);
  await chooseFiles(page, [fixture('gbk.csv')]);
  await expect(next).toBeEnabled();
});
