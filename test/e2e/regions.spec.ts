// Several regions: work in one, switch, work, come back, and nothing is lost; a pack of the user's own; a newer version of
// a shipped pack, taken and taken back. One page goes through all of it, mostly in small regions: each is a load anew.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { boot, expect, expectKept, test } from './fixtures';

interface Manifest {
  id: string;
  version: string;
  files: { path: string; bytes: number; sha256: string }[];
}

const BOOT = { timeout: 120_000 };
const GEODATA = join(import.meta.dirname, '../../geodata');
const read = (...path: string[]): string => readFileSync(join(GEODATA, ...path), 'utf8');
const manifest = (id: string): Manifest => JSON.parse(read(id, 'pack.json')) as Manifest;
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

async function expectTitle(page: Page, title: string): Promise<void> {
  await expect(documentButton(page)).toHaveAccessibleName(`方案：${title}`);
}

async function rename(page: Page, title: string): Promise<void> {
  await choose(documentButton(page), '重命名…');
  await page.getByRole('textbox', { name: '方案名称' }).fill(title);
  await page.keyboard.press('Enter');
  await expectTitle(page, title);
}

async function allDocuments(page: Page): Promise<Locator> {
  await choose(documentButton(page), '全部方案…');
  return page.getByRole('dialog', { name: '全部方案' });
}

const YUNCHENG = '运城市“十三五”脱贫攻坚规划';
const YIYUAN = '沂源县“十三五”脱贫攻坚规划';

/** A shipped pack as an office's own. */
function ownPack(broken: boolean): Buffer {
  const head = { ...manifest('mianchi'), id: 'jiashi', name: '甲市', planTitle: '甲市规划' };
  const folder = join(GEODATA, 'mianchi');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.flatMap((path): [string, Uint8Array][] =>
    !/\.(json|geojson|csv)$/.test(path) || (broken && path === 'villages.csv')
      ? []
      : [[`甲市/${path}`, readFileSync(join(folder, path))]],
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

/** From the next load on the shipped pack of 沂源 is 99.0.0, in which its first village has another name. */
async function shipNewer(page: Page): Promise<{ readonly name: string }> {
  const villages = read('yiyuan', 'villages.csv');
  const [, name = ''] = villages.split('\n')[1]?.split(',') ?? [];
  const renamed = villages.replace(`,${name},`, `,新${name},`);
  expect(renamed).not.toBe(villages);
  const newer = { ...manifest('yiyuan'), version: '99.0.0' };
  for (const entry of newer.files) {
    if (entry.path !== 'villages.csv') continue;
    entry.bytes = Buffer.byteLength(renamed);
    entry.sha256 = createHash('sha256').update(renamed).digest('hex');
  }
  const heads = JSON.parse(read('regions.json')) as Pick<Manifest, 'id' | 'version'>[];
  for (const head of heads) if (head.id === 'yiyuan') head.version = newer.version;
  await page.route(/\/geodata\/regions\.json$/, (route) => route.fulfill({ json: heads }));
  await page.route(/\/geodata\/yiyuan\/pack\.json$/, (route) => route.fulfill({ json: newer }));
  await page.route(/\/geodata\/yiyuan\/villages\.csv$/, (route) =>
    route.fulfill({ body: renamed }),
  );
  return { name: `新${name}` };
}

test('regions: documents, undo and views are kept, a pack of one’s own too, and a newer pack is taken and taken back', async ({
  page,
}) => {
  await test.step('another region and back', async () => {
    await boot(page, '#d=3000');
    await rename(page, '甲方案');
    // At once: the change is written before the page goes.
    await choose(regionButton(page), /^沂源县/);
    await expectRegion(page, YIYUAN);
    await expect(page).toHaveURL(/#r=yiyuan/);
    await rename(page, '乙方案');
    await expectKept(page);
    const list = await allDocuments(page);
    await expect(list.getByRole('row', { name: /乙方案.*沂源县/ })).toBeVisible();
    await expect(list.getByRole('row', { name: /甲方案.*运城市/ })).toBeVisible();
    await list.getByRole('button', { name: '打开「甲方案」' }).click();
    await expectRegion(page, YUNCHENG);
    await expect(page).toHaveURL(/d=3000/);
    await expectTitle(page, '甲方案');
    await page.getByRole('button', { name: '撤销：方案改名为「甲方案」' }).click();
    await expectTitle(page, '我的方案');

    // The way back of the browser is one too.
    await page.goBack();
    await expectRegion(page, YIYUAN);
    await expectTitle(page, '乙方案');
  });

  await test.step('a pack of the user’s own is kept until it is removed', async () => {
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
    await expectTitle(page, '甲市方案');
    await choose(regionButton(page), /^沂源县/);
    await expectRegion(page, YIYUAN);
    await choose(regionButton(page), '全部区域…');
    const regions = page.getByRole('dialog', { name: '全部区域' });
    await regions.getByRole('button', { name: '移除区域「甲市」' }).click();
    await page.getByRole('button', { name: '移除', exact: true }).click();
    await expect(regions.getByRole('row', { name: /甲市/ })).toHaveCount(0);
    await page.getByRole('button', { name: '关闭区域列表' }).click();
  });

  const { version } = manifest('yiyuan');
  await expect.poll(() => keptPacks(page), BOOT).toContain(JSON.stringify(['yiyuan', version]));
  const { name } = await shipNewer(page);
  await page.reload();
  await expectRegion(page, YIYUAN);

  await test.step('its document outlives it', async () => {
    const list = await allDocuments(page);
    await expect(list.getByRole('row', { name: /甲市方案/ })).toContainText('缺数据包');
    await list.getByRole('button', { name: '打开「甲市方案」' }).click();
    const words = page.getByRole('dialog', { name: '「甲市方案」的区域不在本机' });
    await expect(words).toContainText('jiashi');
    await expect(words).toContainText('基本方案（当前）：没有内容');
    await words.getByRole('button', { name: '知道了' }).click();
    await expect(words).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
  });

  await test.step('a newer pack is offered with its changes, taken, and taken back by undo', async () => {
    const footer = page.getByRole('contentinfo');
    await expect(footer).toContainText(`数据包 ${version}`);
    await page.getByRole('button', { name: '查看变化' }).click();
    const dialog = page.getByRole('dialog', { name: /的变化$/ });
    await expect(dialog.getByRole('list', { name: '变化数量' })).toContainText('村级单位：改名 1');
    await expect(dialog.getByRole('row', { name: new RegExp(name) })).toBeVisible();
    await dialog.getByRole('button', { name: '采用 99.0.0' }).click();
    await expect(footer).toContainText('数据包 99.0.0', BOOT);
    await expect(page.getByRole('button', { name: '查看变化' })).toBeHidden();
    await page.getByRole('button', { name: '撤销：采用数据包 99.0.0' }).click();
    await expect(footer).toContainText(`数据包 ${version}`, BOOT);
    await expect(page.getByRole('button', { name: '撤销：方案改名为「乙方案」' })).toBeEnabled();
    await expect(page.getByRole('button', { name: '查看变化' })).toBeVisible();
  });
});
