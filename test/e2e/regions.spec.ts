// Several regions: work in one, switch, work, come back, and nothing is lost; a pack of the user's own; a newer version of
// a shipped pack, taken and taken back.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { PACK_FOLDER } from './engine-answer';
import { boot, expect, expectKept, test } from './fixtures';

interface Manifest {
  id: string;
  version: string;
  files: { path: string; bytes: number; sha256: string }[];
}

const BOOT = { timeout: 120_000 };
const manifest = (): Manifest =>
  JSON.parse(readFileSync(join(PACK_FOLDER, 'pack.json'), 'utf8')) as Manifest;
const regionButton = (page: Page): Locator => page.getByRole('button', { name: /^区域：/ });
const documentButton = (page: Page): Locator => page.getByRole('button', { name: /^方案：/ });

async function expectRegion(page: Page, plan: string): Promise<void> {
  await expect(regionButton(page)).toHaveAccessibleName(`区域：${plan}`, BOOT);
  await expect(page.locator('html[data-ready="true"]')).toBeAttached(BOOT);
}

async function choose(button: Locator, item: string | RegExp): Promise<void> {
  await button.click();
  await button.page().getByRole('menuitem', { name: item }).click();
}

async function rename(page: Page, title: string): Promise<void> {
  await choose(documentButton(page), '重命名…');
  await page.getByRole('textbox', { name: '方案名称' }).fill(title);
  await page.keyboard.press('Enter');
  await expect(documentButton(page)).toHaveAccessibleName(`方案：${title}`);
}

const YUNCHENG = '运城市“十三五”脱贫攻坚规划';
const YIYUAN = '沂源县“十三五”脱贫攻坚规划';

test('another region and back: documents, undo and the view of each are kept', async ({ page }) => {
  await boot(page, '#d=3000');
  await rename(page, '甲方案');
  // At once: the change is written before the page goes.
  await choose(regionButton(page), /^沂源县/);
  await expectRegion(page, YIYUAN);
  await expect(page).toHaveURL(/#r=yiyuan/);
  await rename(page, '乙方案');
  await expectKept(page);
  await page.reload();
  await expectRegion(page, YIYUAN);
  await expect(documentButton(page)).toHaveAccessibleName('方案：乙方案');

  await choose(documentButton(page), '全部方案…');
  const list = page.getByRole('dialog', { name: '全部方案' });
  await expect(list.getByRole('row', { name: /乙方案.*沂源县/ })).toBeVisible();
  await expect(list.getByRole('row', { name: /甲方案.*运城市/ })).toBeVisible();
  await list.getByRole('button', { name: '打开「甲方案」' }).click();
  await expectRegion(page, YUNCHENG);
  await expect(page).toHaveURL(/d=3000/);
  await expect(documentButton(page)).toHaveAccessibleName('方案：甲方案');
  await page.getByRole('button', { name: '撤销：方案改名为「甲方案」' }).click();
  await expect(documentButton(page)).toHaveAccessibleName('方案：我的方案');

  // The way back of the browser is one too.
  await page.goBack();
  await expectRegion(page, YIYUAN);
  await expect(documentButton(page)).toHaveAccessibleName('方案：乙方案');
});

/** The shipped pack as an office's own. */
function ownPack(broken: boolean): Buffer {
  const head = { ...manifest(), id: 'jiashi', name: '甲市', planTitle: '甲市规划' };
  const paths = readdirSync(PACK_FOLDER, { recursive: true, encoding: 'utf8' });
  const files = paths.flatMap((path): [string, Uint8Array][] =>
    !/\.(json|geojson|csv)$/.test(path) || (broken && path === 'villages.csv')
      ? []
      : [[`甲市/${path}`, readFileSync(join(PACK_FOLDER, path))]],
  );
  const zipped = Object.fromEntries(files);
  zipped['甲市/pack.json'] = Buffer.from(JSON.stringify(head));
  return Buffer.from(zipSync(zipped, { level: 1 }));
}

async function openPack(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await choose(regionButton(page), '打开数据包（zip）…');
  await (await chooser).setFiles({ name, mimeType: 'application/zip', buffer });
}

test('a pack of the user’s own is kept, and a document outlives it', async ({ page }) => {
  await boot(page);
  await openPack(page, '坏.zip', ownPack(true));
  const refused = page.getByRole('dialog', { name: '打不开 坏.zip' });
  await expect(refused).toContainText('villages.csv：找不到这个文件。');
  await refused.getByRole('button', { name: '知道了' }).click();
  await openPack(page, '甲市.zip', ownPack(false));
  await expectRegion(page, '甲市规划');
  await rename(page, '甲市方案');
  await expectKept(page);
  await page.reload();
  await expectRegion(page, '甲市规划');
  await choose(regionButton(page), /^运城市/);
  await expectRegion(page, YUNCHENG);
  await choose(regionButton(page), '全部区域…');
  const regions = page.getByRole('dialog', { name: '全部区域' });
  await regions.getByRole('button', { name: '移除区域「甲市」' }).click();
  await page.getByRole('button', { name: '移除', exact: true }).click();
  await expect(regions.getByRole('row', { name: /甲市/ })).toHaveCount(0);
  await page.getByRole('button', { name: '关闭区域列表' }).click();

  await page.reload();
  await expectRegion(page, YUNCHENG);
  await choose(documentButton(page), '全部方案…');
  const list = page.getByRole('dialog', { name: '全部方案' });
  await expect(list.getByRole('row', { name: /甲市方案/ })).toContainText('缺数据包');
  await list.getByRole('button', { name: '打开「甲市方案」' }).click();
  const words = page.getByRole('dialog', { name: '「甲市方案」的区域不在本机' });
  await expect(words).toContainText('jiashi');
  await expect(words).toContainText('基本方案（当前）：没有内容');
});

/** The packs that the page has kept, by id and version. */
function keptPacks(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('cuntu-packs')) return '';
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('cuntu-packs');
      opening.onsuccess = () => resolve(opening.result);
    });
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const asked = database.transaction('heads').objectStore('heads').getAllKeys();
      asked.onsuccess = () => resolve(asked.result);
    });
    database.close();
    return JSON.stringify(keys);
  });
}

test('a newer pack is offered with its changes, taken, and taken back by undo', async ({
  page,
}) => {
  const { version } = manifest();
  await boot(page);
  await rename(page, '甲方案');
  await expect.poll(() => keptPacks(page), BOOT).toBe(JSON.stringify([['yuncheng', version]]));

  const villages = readFileSync(join(PACK_FOLDER, 'villages.csv'), 'utf8');
  const renamed = villages.replace(/,太方村委会,/, ',太方新村委会,');
  expect(renamed).not.toBe(villages);
  const newer = { ...manifest(), version: '99.0.0' };
  for (const entry of newer.files) {
    if (entry.path !== 'villages.csv') continue;
    entry.bytes = Buffer.byteLength(renamed);
    entry.sha256 = createHash('sha256').update(renamed).digest('hex');
  }
  const { files: _, ...head } = newer;
  await page.route(/\/geodata\/regions\.json$/, (route) => route.fulfill({ json: [head] }));
  await page.route(/\/geodata\/yuncheng\/pack\.json$/, (route) => route.fulfill({ json: newer }));
  await page.route(/\/geodata\/yuncheng\/villages\.csv$/, (route) =>
    route.fulfill({ body: renamed }),
  );
  await page.reload();
  await expectRegion(page, YUNCHENG);
  const footer = page.getByRole('contentinfo');
  await expect(footer).toContainText(`数据包 ${version}`);
  await page.getByRole('button', { name: '查看变化' }).click();
  const dialog = page.getByRole('dialog', { name: /的变化$/ });
  await expect(dialog.getByRole('list', { name: '变化数量' })).toContainText('村级单位：改名 1');
  await expect(dialog.getByRole('row', { name: /太方新村委会/ })).toBeVisible();
  await dialog.getByRole('button', { name: '采用 99.0.0' }).click();
  await expect(footer).toContainText('数据包 99.0.0', BOOT);
  await expect(page.getByRole('button', { name: '查看变化' })).toBeHidden();
  await page.getByRole('button', { name: '撤销：采用数据包 99.0.0' }).click();
  await expect(footer).toContainText(`数据包 ${version}`, BOOT);
  await expect(page.getByRole('button', { name: '撤销：方案改名为「甲方案」' })).toBeEnabled();
  await expect(page.getByRole('button', { name: '查看变化' })).toBeVisible();
});
