// Damaged pack files, one kind a step. A file that the map cannot do without stops with a message that names it, and
// opens again once it is mended; any other file is left out with a note, and the rest works.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PACK_FOLDER, engineAnswer } from './engine-answer';
import { boot, expect, test } from './fixtures';
import { chooseFromList, expectCounts, openTab, screenOf } from './screen';

interface Manifest {
  files: { path: string; bytes: number; sha256: string; records: number }[];
}

const pathOf = (file: string): RegExp => new RegExp(`/geodata/yuncheng/${file}$`);
const shipped = (file: string): Promise<string> => readFile(join(PACK_FOLDER, file), 'utf8');

function replaced(text: string, from: string | RegExp, to: string): string {
  const after = text.replace(from, to);
  if (after === text) throw new Error(`nothing to break: no ${String(from)}`);
  return after;
}

/** Serves `body` in place of a pack file; pack.json's size and checksum follow, so that only the content is wrong. */
async function serveSealed(page: Page, file: string, body: string): Promise<void> {
  const manifest = JSON.parse(await shipped('pack.json')) as Manifest;
  for (const entry of manifest.files) {
    if (entry.path !== file) continue;
    entry.bytes = Buffer.byteLength(body);
    entry.sha256 = createHash('sha256').update(body).digest('hex');
  }
  await page.route(pathOf('pack.json'), (route) => route.fulfill({ json: manifest }));
  await page.route(pathOf(file), (route) => route.fulfill({ body }));
}

/** The screen that stands in for an app that cannot open. */
async function expectRefused(page: Page, message: RegExp): Promise<void> {
  const failure = page.getByRole('alert');
  await expect(failure.getByRole('heading', { name: '区域数据打不开' })).toBeVisible();
  await expect(failure.getByRole('listitem').first()).toContainText(message);
  await expect(failure.getByRole('listitem').first()).toContainText('办法：');
}

async function expectNote(page: Page, message: RegExp): Promise<void> {
  const note = page.getByRole('alert').filter({ hasText: '其余可用' });
  await note.getByRole('button', { name: '查看' }).click();
  await expect(note.getByRole('listitem').filter({ hasText: message }).first()).toContainText(
    '办法：',
  );
  await note.getByRole('button', { name: '知道了' }).click();
  await expect(note).toBeHidden();
}

/** Choosing a project still answers as the engine does. */
async function expectAnswers(page: Page): Promise<void> {
  await chooseFromList(page, '大禹渡灌区扩建工程');
  await expectCounts(page, (await (await engineAnswer()).coverage(['dayudu'], 2000)).counts);
}

test('a file that the map needs is named with what is wrong, and read again once it is mended', async ({
  page,
  faults,
}) => {
  const again = page.getByRole('button', { name: '重新读取' });
  const mend = (...files: string[]) =>
    Promise.all([...files, 'pack.json'].map((file) => page.unroute(pathOf(file))));

  await test.step('missing villages.csv', async () => {
    await page.route(pathOf('villages.csv'), (route) => route.fulfill({ status: 404 }));
    await page.goto('./');
    await expectRefused(page, /^(?:错误|提示)：villages\.csv：找不到这个文件。/);
    expect(faults.errors.splice(0).join()).toMatch(/404/);
    await mend('villages.csv');
  });

  await test.step('wrong count in villages.csv: both numbers', async () => {
    const text = replaced(await shipped('villages.csv'), /\n[^\n]+\n$/, '\n');
    await serveSealed(page, 'villages.csv', text);
    await again.click();
    await expectRefused(page, /^(?:错误|提示)：villages\.csv：应有 3,349 条记录，实有 3,348 条。/);
    await mend('villages.csv');
  });

  await test.step('bad JSON in counties.geojson: line and column', async () => {
    const text = replaced(await shipped('counties.geojson'), '"features":', '"features"');
    await serveSealed(page, 'counties.geojson', text);
    await again.click();
    await expectRefused(
      page,
      /^(?:错误|提示)：counties\.geojson：JSON 语法错误，在第 \d+ 行第 \d+ 个字符处/,
    );
    await mend('counties.geojson');
  });

  await test.step('a crossing polygon in base.geojson: the feature is named, the rest alive', async () => {
    interface Feature {
      properties: { name: string };
      geometry: { type: string; coordinates: number[][][] };
    }
    const base = JSON.parse(await shipped('base.geojson')) as { features: Feature[] };
    const at = base.features.findIndex(({ geometry }) => geometry.type === 'Polygon');
    const ring = base.features[at]!.geometry.coordinates[0]!;
    // A bow tie: the second corner and one half-way round change places.
    const half = Math.floor(ring.length / 2);
    [ring[1], ring[half]] = [ring[half]!, ring[1]!];
    await serveSealed(page, 'base.geojson', JSON.stringify(base));
    await again.click();
    await expect(page.getByRole('contentinfo')).toContainText('3,349 村级单位');
    await expectNote(
      page,
      new RegExp(`^(?:错误|提示)：base\\.geojson 第 ${at + 1} 个要素.*自相交`),
    );
    await expectAnswers(page);
  });
});

test('wrong checksum of projects.geojson: noted, the projects left out, the rest alive', async ({
  page,
}) => {
  const text = replaced(await shipped('projects.geojson'), '大禹渡', '小禹渡');
  await page.route(pathOf('projects.geojson'), (route) => route.fulfill({ body: text }));
  await boot(page);
  await expectNote(page, /^(?:错误|提示)：projects\.geojson：校验和不符/);
  const { left, search, inspector } = screenOf(page);
  await openTab(left, '对象');
  await expect(left.getByRole('status')).toContainText('项目 0 项');
  await expect(left.getByRole('checkbox', { name: '在图上显示黄河经济带' })).toBeVisible();
  await search.fill('芮城县');
  await page.getByRole('option').filter({ hasText: '芮城县' }).first().click();
  await expect(inspector.getByRole('heading', { name: '芮城县' })).toBeVisible();
});
