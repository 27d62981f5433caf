// 打印制图 in the browser: one A4 sheet as PDF, read back: its size, its words, its font and its map.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { pdfJpegs, readPdf } from '../report/pdf-text';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { chooseFromList, select } from './screen';

/** Colours on a coarse grid of the picture: how many, and the share of the commonest. */
async function pixelStatistics(page: Page, jpeg: Uint8Array) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const canvas = new OffscreenCanvas(200, 150);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0, 200, 150);
    const { data } = context.getImageData(0, 0, 200, 150);
    const counts = new Map<number, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = ((data[at]! >> 4) << 8) | ((data[at + 1]! >> 4) << 4) | (data[at + 2]! >> 4);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const commonest = Math.max(...counts.values()) / (200 * 150);
    return { width: bitmap.width, height: bitmap.height, colours: counts.size, commonest };
  }, Buffer.from(jpeg).toString('base64'));
}

test('an A4 sheet by key: preview, then a PDF with its Chinese, font and map at 300 dpi', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const { pack } = (await engineAnswer()).index;
  const [project] = pack.projects.filter(({ geometry }) => geometry !== null);
  await startOver(page);
  await chooseFromList(page, project!.name);
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name: '打印制图' });
  await dialog.getByRole('textbox', { name: '制图单位' }).fill('甲单位');
  await select(dialog, '比例尺', '1:250 000');
  await expect(dialog.getByText('图幅放不下所选范围')).toBeVisible();
  await select(dialog, '比例尺', '适合图幅');
  await expect(dialog.getByRole('img', { name: '版面预览' }).locator('image')).toBeAttached({
    timeout: 120_000,
  });
  const shown = await dialog
    .getByRole('img', { name: '版面预览' })
    .locator('text')
    .allTextContents();
  const download = page.waitForEvent('download', { timeout: 200_000 });
  await dialog.getByRole('button', { name: '生成 PDF' }).click();
  const bytes = new Uint8Array(await readFile(await (await download).path()));
  await expect(dialog.getByRole('status').filter({ hasText: '已写出' })).toContainText('300 dpi');
  const seen = readPdf(bytes);
  expect(seen.pages).toBe(1);
  expect(seen.sizes[0]?.map(Math.round)).toEqual([297, 210]);
  expect(seen.fontFiles).toBe(1);
  // The preview is the page: the same words in the same order.
  expect(seen.texts).toEqual(shown);
  expect(seen.texts).toContain('图例');
  expect(seen.texts.join('')).toContain('制图单位：甲单位');
  const [jpeg] = pdfJpegs(bytes);
  const { width, height, colours, commonest } = await pixelStatistics(page, jpeg!);
  expect([[width, height]]).toEqual(seen.pictures);
  expect(width).toBeGreaterThan(2300);
  expect(colours).toBeGreaterThan(20);
  expect(commonest).toBeLessThan(0.7);
  // Given up, no file is written and the dialog is ready for the next; the same for an atlas in the middle.
  let written = 0;
  page.on('download', () => (written += 1));
  const cancelled = dialog.getByRole('status').filter({ hasText: '已取消，没有写出文件' });
  await dialog.getByRole('button', { name: '生成 PDF' }).click();
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(cancelled).toBeVisible();
  await dialog.getByText('图册', { exact: true }).click();
  await dialog.getByRole('button', { name: '生成图册 PDF' }).click();
  await expect(dialog.getByText(/正在画 .*（1 \/ 13）/)).toBeVisible();
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(cancelled).toBeVisible();
  await expect(dialog.getByRole('button', { name: '生成图册 PDF' })).toBeEnabled();
  await dialog.getByText('单幅地图', { exact: true }).click();
  expect(written).toBe(0);
  // What was chosen is kept, the focus goes back.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
