// The import dialog by keyboard alone, with a look at each step by axe; what a file says is text everywhere; formats whose
// readers bring their own code (SQLite, GeoTIFF) under the page's policy.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { writeArrayBuffer } from 'geotiff';
import { xlsxRows } from '../io/reread';
import { geopackage } from '../io/source-fixtures';
import { VILLAGES } from '../fixtures/import/villages';
import { axeFindings } from './axe-findings';
import { expect, sharedTest as test, startOver } from './fixtures';
import type { TestFile } from './import-files';
import { dropFiles, goNext, importScreen } from './import-screen';
import { openTab, screenOf } from './screen';

const FIXTURES = join(import.meta.dirname, '../fixtures/import');
/** Without a blank: names of new villages are kept without blanks. */
const MARKUP = '<svg/onload=hacked=true>';
/** From the dialog's first element no control is further than this by Tab. */
const FAR_ENOUGH = 40;

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < FAR_ENOUGH; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

async function press(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeEnabled();
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

function text(name: string, content: string): TestFile {
  return { name, bytes: new TextEncoder().encode(content) };
}

/** A small square in the hills of 垣曲, far from every village's dot. */
function square(name: string): string {
  const [x, y] = [111.93, 35.4];
  const ring = [
    [x, y],
    [x + 0.004, y],
    [x + 0.004, y + 0.004],
    [x, y + 0.004],
    [x, y],
  ];
  const geometry = { type: 'Polygon', coordinates: [ring] };
  const feature = { type: 'Feature', properties: { 名称: name }, geometry };
  return JSON.stringify({ type: 'FeatureCollection', features: [feature] });
}

test('the dialog is walked by keyboard alone, and axe finds nothing serious on its steps', async ({
  page,
}) => {
  await startOver(page);
  const { dialog, next, apply } = importScreen(page);
  await page.keyboard.press('i');
  await expect(dialog).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await press(page, dialog.getByRole('button', { name: '选择文件', exact: true }));
  await (await chooser).setFiles(join(FIXTURES, 'gbk.csv'));
  await expect(dialog.getByRole('radio', { checked: true })).toBeVisible();
  expect.soft(await axeFindings(page, ['[role=dialog]']), '文件').toEqual([]);

  await press(page, next);
  const headings = dialog.getByRole('combobox', { name: '表头所在的行' });
  await tabTo(page, headings);
  await headings.press('Home');
  await expect(dialog.getByRole('rowheader', { name: '第 1 列', exact: true })).toBeVisible();
  expect.soft(await axeFindings(page, ['[role=dialog]']), '坐标与列').toEqual([]);
  await tabTo(page, headings);
  await headings.press('ArrowDown');
  await expect(dialog.getByRole('rowheader', { name: '第 1 列', exact: true })).toBeHidden();

  await press(page, next);
  await expect(apply).toBeEnabled();
  expect.soft(await axeFindings(page, ['[role=dialog]']), '匹配与结果').toEqual([]);
  await press(page, apply);
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: '撤销：导入「gbk.csv」' })).toBeVisible();
});

test('imports change places by keyboard, and undo brings the order back', async ({ page }) => {
  await startOver(page);
  const { dialog, apply } = importScreen(page);
  for (const name of ['甲', '乙']) {
    await dropFiles(page, [text(`${name}.geojson`, square(`${name}片区`))]);
    await goNext(page);
    await goNext(page);
    await apply.click();
    await expect(dialog).toBeHidden();
  }
  const { left } = screenOf(page);
  await openTab(left, '对象');
  const titles = left.getByRole('list', { name: '导入的数据' }).locator('strong');
  await expect(titles).toHaveText(['甲.geojson', '乙.geojson']);
  const down = left.getByRole('button', { name: '下移甲.geojson' });
  await down.focus();
  await page.keyboard.press('Enter');
  await expect(titles).toHaveText(['乙.geojson', '甲.geojson']);
  await expect(left.getByRole('button', { name: /^下移甲.geojson/ })).toBeFocused();
  await page.getByRole('button', { name: '撤销：调整导入「甲.geojson」的先后' }).click();
  await expect(titles).toHaveText(['甲.geojson', '乙.geojson']);
});

test('HTML in an imported name is text in table, search, inspector, map card and workbook', async ({
  page,
}) => {
  await startOver(page);
  const harmless = async (where: string): Promise<void> => {
    expect(await page.locator('svg[onload]').count(), where).toBe(0);
    expect(await page.evaluate(() => 'hacked' in window), where).toBe(false);
  };
  const { dialog, apply } = importScreen(page);
  const { grid, search, inspector, left, map } = screenOf(page);
  const known = VILLAGES.find(({ code }) => code.startsWith('140829100'));
  if (!known) throw new Error('no village');
  const { lng, lat } = known;
  const rows = ['行政区划代码,村名,经度,纬度', `140829100998,${MARKUP},${lng},${lat}`].join('\n');
  await dropFiles(page, [text(`${MARKUP}.csv`, rows)]);
  await goNext(page);
  await goNext(page);
  await dialog.getByRole('button', { name: '1 行全部作为新增的村' }).click();
  await expect(dialog.getByText('新增 1 个村。')).toBeVisible();
  await harmless('dialog');
  await apply.click();
  await expect(dialog).toBeHidden();

  await page.getByRole('textbox', { name: /村名、乡镇/ }).fill('140829100998');
  const cell = grid.getByRole('row').nth(1).getByRole('gridcell').first();
  await expect(cell).toHaveText(MARKUP);
  await cell.click();
  await expect(inspector.getByRole('heading').first()).toContainText(MARKUP);
  await harmless('table and inspector');

  await dropFiles(page, [text('片区.geojson', square(MARKUP))]);
  await goNext(page);
  await goNext(page);
  await apply.click();
  await expect(dialog).toBeHidden();
  await search.fill('svg');
  const option = page.getByRole('option', { name: /片区\.geojson/ });
  await expect(option).toContainText(MARKUP);
  await option.click();
  await expect(inspector).toContainText(MARKUP);
  await harmless('search');

  await openTab(left, '对象');
  await left.getByRole('button', { name: '定位到片区.geojson' }).click();
  const box = await map.boundingBox();
  if (!box) throw new Error('no map');
  await expect(async () => {
    await page.mouse.move(box.x + box.width / 2 - 2, box.y + box.height / 2 - 2);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect(map.getByText(MARKUP)).toBeVisible({ timeout: 3000 });
  }).toPass();
  await harmless('map label and card');

  await left.getByRole('button', { name: '导出：片区.geojson' }).click();
  const exporting = page.getByRole('dialog', { name: '导出', exact: true });
  await exporting.getByRole('radio', { name: 'XLSX', exact: true }).check();
  const download = page.waitForEvent('download');
  await exporting.getByRole('button', { name: /导出 XLSX/ }).click();
  const cells = await xlsxRows(new Uint8Array(await readFile(await (await download).path())));
  expect(cells.flat()).toContain(MARKUP);
  await harmless('workbook');
});

test('GeoPackage and GeoTIFF open in the built app', async ({ page }) => {
  await startOver(page);
  const { dialog, apply, count } = importScreen(page);
  await dropFiles(page, [{ name: '点.gpkg', bytes: await geopackage(12) }]);
  await expect(dialog.getByText(/GeoPackage · 12 个要素/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const tiff = writeArrayBuffer(
    Array.from({ length: 24 * 16 }, (_, at) => 300 + at),
    {
      width: 24,
      height: 16,
      ModelPixelScale: [0.1, 0.1, 0],
      ModelTiepoint: [0, 0, 0, 110, 36, 0],
      GeographicTypeGeoKey: 4326,
    },
  );
  await dropFiles(page, [{ name: '高程.tif', bytes: new Uint8Array(tiff as ArrayBuffer) }]);
  await expect(dialog.getByText(/GeoTIFF 高程/)).toBeVisible();
  await goNext(page);
  await goNext(page);
  await expect(count('未采用')).toBeVisible();
  await expect(dialog.getByText(/个村有了高程/)).toBeVisible();
  await apply.click();
  await expect(dialog).toBeHidden();
});
