// The export dialog in the browser: every format is written by the worker, read again here, and says what the engine says.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { COVERAGE_STATE_WORDS } from '../../src/analysis/coverage-words';
import { csvRows, dxf, geojson, kmlFeatures, shapeLayers, xlsxRows } from '../io/reread';
import { axeFindings } from './axe-findings';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { chooseFromList, screenOf, select } from './screen';

function dialogOf(page: Page): Locator {
  return page.getByRole('dialog', { name: '导出', exact: true });
}

/** Presses the button, and gives the file's name and bytes. */
async function exported(page: Page): Promise<{ name: string; bytes: Uint8Array }> {
  const download = page.waitForEvent('download');
  await dialogOf(page)
    .getByRole('button', { name: /^download 导出|^导出 / })
    .click();
  const file = await download;
  await expect(dialogOf(page).getByRole('status').filter({ hasText: '已导出' })).toContainText(
    file.suggestedFilename(),
  );
  return {
    name: file.suggestedFilename(),
    bytes: new Uint8Array(await readFile(await file.path())),
  };
}

/** Types the title: the list draws only the options in view. */
async function chooseSubject(page: Page, title: string): Promise<void> {
  await dialogOf(page).getByRole('combobox', { name: '导出的内容' }).fill(title);
  const list = page.locator('.ant-select-dropdown:visible');
  await list.getByTitle(title, { exact: true }).click();
}

async function inFormat(page: Page, format: string): Promise<{ name: string; bytes: Uint8Array }> {
  await dialogOf(page).getByRole('radio', { name: format, exact: true }).check();
  return exported(page);
}

test('the villages in six formats: opened by key, each file holds every village', async ({
  page,
}) => {
  const { pack } = (await engineAnswer()).index;
  const names = pack.villages.map(({ name }) => name);
  await startOver(page);
  await page.keyboard.press('e');
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('region', { name: '预览' })).toContainText('3,349 行：点 3,349');
  await expect(dialog.getByRole('region', { name: '前几行' }).getByRole('row')).toHaveCount(9);
  expect(
    await axeFindings(page, ['[role=dialog]'], ['minor', 'moderate', 'serious', 'critical']),
  ).toEqual([]);

  const xlsx = await inFormat(page, 'XLSX');
  expect(xlsx.name).toBe('运城市行政村.xlsx');
  const [heading = [], ...rows] = await xlsxRows(xlsx.bytes);
  expect(rows.map((row) => row[heading.indexOf('村名')])).toEqual(names);
  const codes = pack.villages.map(({ code }) => code);
  expect(rows.map((row) => row[heading.indexOf('行政区划代码')])).toEqual(codes);

  const [, ...lines] = csvRows((await inFormat(page, 'CSV')).bytes);
  expect(lines.map(([name]) => name)).toEqual(names);

  const { features } = geojson((await inFormat(page, 'GeoJSON')).bytes);
  expect(features.map(({ geometry }) => geometry)).toEqual(
    pack.villages.map(({ position }) => ({ type: 'Point', coordinates: [...position] })),
  );

  const zip = await inFormat(page, 'Shapefile');
  expect(zip.name).toBe('运城市行政村.zip');
  const [shapes = []] = (await shapeLayers(zip.bytes)).values();
  expect(shapes.map(({ properties }) => properties?.['村名'])).toEqual(names);
  await expect(dialog.getByRole('list', { name: '写入时的改动' })).toContainText('字段对照.txt');

  const placemarks = kmlFeatures((await inFormat(page, 'KML')).bytes);
  expect(placemarks.map(({ properties }) => properties?.['name'])).toEqual(names);

  await dialog.getByRole('radio', { name: 'DXF' }).check();
  await expect(dialog).toContainText('中央经线 111°');
  const drawing = await exported(page);
  expect(drawing.name).toBe('运城市行政村_EPSG4546.dxf');
  expect(dxf(drawing.bytes).entities.filter(({ type }) => type === 'POINT')).toHaveLength(3349);
});

test('a coverage answer in another system and with fewer fields; a layer from its row; a table without places', async ({
  page,
}) => {
  const answer = await engineAnswer();
  const result = await answer.coverage(['dayudu'], 2000);
  await startOver(page);
  const { coverage, left } = screenOf(page);
  await chooseFromList(page, '大禹渡灌区扩建工程');
  await coverage.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '更多格式、字段与坐标系…' }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('region', { name: '预览' })).toContainText('3,349 行');
  await dialog.getByRole('checkbox', { name: '单位类型' }).uncheck();
  await dialog.getByRole('radio', { name: 'GeoJSON' }).check();
  await select(dialog, '坐标系', 'GCJ-02 经纬度（高德、腾讯，有偏移）');
  await expect(dialog).toContainText('不作测量依据');
  const file = await exported(page);
  expect(file.name).toMatch(/_GCJ02偏移坐标_非WGS84\.geojson$/);
  const { features } = geojson(file.bytes);
  expect(features.map(({ properties }) => properties?.['状态'])).toEqual(
    [...result.states].map((state) => COVERAGE_STATE_WORDS[state as 0 | 1 | 2 | 3]),
  );
  expect(features[0]?.properties).not.toHaveProperty('单位类型');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await left.getByRole('button', { name: '导出：县界' }).click();
  await expect(dialog.getByRole('region', { name: '预览' })).toContainText('13 行：面 13');
  await dialog.getByRole('radio', { name: 'KML' }).check();
  await expect(dialog).toContainText('KML 规定用 WGS84 经纬度');
  await chooseSubject(page, answer.index.pack.tables[0]!.title);
  await expect(dialog.getByRole('radio', { name: 'KML' })).toBeDisabled();
  await expect(dialog).toContainText('没有图形');
  await expect(dialog.getByRole('radio', { name: 'XLSX' })).toBeChecked();
  const table = await exported(page);
  const [, ...rows] = await xlsxRows(table.bytes);
  expect(rows).toHaveLength(answer.index.pack.tables[0]!.rows.length);
});

test('belts, projects and claims are made on the spot; an export that hangs can be cancelled', async ({
  page,
}) => {
  const { pack } = (await engineAnswer()).index;
  await startOver(page);
  await page.getByRole('toolbar', { name: '工具' }).getByRole('button', { name: '导出' }).click();
  const dialog = dialogOf(page);
  const preview = dialog.getByRole('region', { name: '预览' });
  await chooseSubject(page, '一区五带');
  await expect(preview).toContainText(`${pack.belts.length} 行：面 ${pack.belts.length}`, {
    timeout: 120_000,
  });
  await chooseSubject(page, '项目（含用户线位）');
  await expect(preview).toContainText(`${pack.projects.length} 行`);
  await chooseSubject(page, '规划口径核验');
  await expect(preview).toContainText(`${pack.claims.length} 行`, { timeout: 120_000 });

  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route(/export-worker/, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await dialog.getByRole('button', { name: /导出 XLSX/ }).click();
  await dialog.getByRole('button', { name: '取消导出' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: '已取消' })).toBeVisible();
  release();
  await page.unroute(/export-worker/);
  expect((await exported(page)).name).toBe('运城市规划口径核验表.xlsx');
});
