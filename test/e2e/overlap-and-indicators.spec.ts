// How many projects reach a village, what is near it, and the indicators from a road that the user typed: the screen
// against the same functions run in Node.
import { readFile } from 'node:fs/promises';
import type { LineString } from 'geojson';
import { accessIndicator, unitWeights } from '../../src/analysis/indicators';
import { OVERLAP_WORDS, overlapRows } from '../../src/analysis/overlap-summary';
import { indicatorView } from '../../src/features/claims/indicators-view';
import { formatEstimate, formatInteger } from '../../src/ui/format';
import { axeFindings } from './axe-findings';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { openTab, screenOf } from './screen';

const PROJECTS = ['beizhao-dongkuo', 'beizhao-lianjie', 'jiamakou-dongkuo'];
const DISTANCE_METRES = 8000;

test('double coverage: the table adds up, leads to the villages, names their projects and is in the file', async ({
  page,
}) => {
  const { coverage, estimate, index } = await engineAnswer();
  const each = await Promise.all(PROJECTS.map((id) => coverage([id], DISTANCE_METRES)));
  const counts = Uint16Array.from(
    index.pack.villages,
    (_, at) => each.filter(({ states }) => (states[at] ?? 0) >= 2).length,
  );
  const rows = overlapRows(counts, estimate, PROJECTS.length);
  const twice = rows[2]?.villages ?? 0;
  expect(twice).toBeGreaterThan(0);

  await startOver(page, `#p=${PROJECTS.join(',')}&d=${DISTANCE_METRES}`);
  const { right, dock, grid, inspector } = screenOf(page);
  const table = right.getByRole('table', { name: '重复覆盖' });
  await expect(table.locator('tbody tr')).toHaveCount(rows.length);
  const cells = await table.locator('tbody td').allTextContents();
  expect(cells).toEqual(
    rows.flatMap(({ villages, households }) => [
      formatInteger(villages),
      households === null ? '无数据' : formatEstimate(households),
    ]),
  );
  await expect(table.locator('tfoot td').first()).toHaveText(formatInteger(counts.length));

  // The map's key counts the same, and the states come back.
  const key = page.getByRole('list', { name: '覆盖状态' });
  const states = await key.allTextContents();
  const inMode = right.getByRole('group', { name: '合并、逐项或重复' });
  await inMode.getByRole('button', { name: '重复' }).click();
  await expect(key.first().locator('li')).toHaveText(
    rows.map(({ class: each, villages }) => `${OVERLAP_WORDS[each]}${formatInteger(villages)}`),
  );
  await expect(page).toHaveURL(/overlap=1/);
  await inMode.getByRole('button', { name: '合并' }).click();
  await expect(key).toHaveText(states);

  await table.getByRole('button', { name: '2 个项目' }).click();
  await expect(dock).toContainText(
    `显示 ${formatInteger(twice)} / ${formatInteger(counts.length)} 村`,
  );
  await expect(grid.getByRole('columnheader', { name: '覆盖项目数' })).toBeVisible();
  await grid.getByRole('row').nth(1).click();
  await expect(inspector).toContainText(/覆盖项目数\s*2 个/);
  await expect(inspector).toContainText('最近项目（全部有位置的 10 项，不限所选）');

  await openTab(right, '覆盖分析');
  const download = page.waitForEvent('download');
  await right.getByRole('button', { name: /导出/ }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).split(/\r?\n/);
  const column = (lines[0] ?? '').split(',').indexOf('覆盖项目数');
  const written = lines.slice(1, counts.length + 1).map((line) => Number(line.split(',')[column]));
  expect(written).toEqual([...counts]);

  await dock.getByRole('button', { name: '取消只看被 2 个项目覆盖的村' }).click();
  await expect(dock).toContainText(`显示 ${formatInteger(counts.length)} /`);
});

const ROAD = { id: 'xianxiang-gonglu', name: '县乡公路改造' };
/** Plain numbers inside the region; no real road. */
const LINE: LineString = {
  type: 'LineString',
  coordinates: [
    [110.9, 35.0],
    [111.1, 35.1],
    [111.2, 35.3],
  ],
};
const ACCURACY_METRES = 50;

test('a typed road answers the rural access index, in three states, and every claim leads to the map', async ({
  page,
}) => {
  const { coverageOf, index } = await engineAnswer();
  const target = { id: ROAD.id, geometry: LINE, accuracyMetres: ACCURACY_METRES };
  const weights = unitWeights(index);
  const viewAt = async (metres: number) => {
    const result = await coverageOf([target], metres);
    const known = accessIndicator('rural-access-index', index, { result, weights }, metres);
    const view = indicatorView(known, index.pack.projects);
    if (view.status !== 'known') throw new Error('expected a value');
    return view;
  };

  await startOver(page);
  const { left } = screenOf(page);
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('tab', { name: '指标' }).click();
  const road = dialog.getByRole('listitem').filter({ hasText: 'SDG 9.1.1）' });
  await expect(road).toContainText('缺数据：需要全天候通行道路');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await openTab(left, '对象');
  await left.getByRole('button', { name: `标绘${ROAD.name}的线位` }).click();
  const panel = page.getByRole('region', { name: `${ROAD.name}的位置` });
  await panel.getByRole('radiogroup', { name: '方式' }).getByText('按坐标录入').click();
  const text = LINE.coordinates.map((position) => position.join('，')).join('\n');
  await panel.getByRole('textbox', { name: '坐标，每行一个点' }).fill(text);
  await panel.getByRole('button', { name: '检查并预览' }).click();
  await panel.getByRole('textbox', { name: '位置精度（必填）' }).fill(String(ACCURACY_METRES));
  await panel.getByRole('button', { name: '采用此位置' }).click();
  await expect(panel).toBeHidden();

  await page.keyboard.press('c');
  await dialog.getByRole('tab', { name: '指标' }).click();
  const byBook = await viewAt(2000);
  await expect(road).toContainText(byBook.share);
  await expect(road).toContainText(byBook.range);
  await expect(road).toContainText(byBook.identity);
  await expect(road).toContainText('不能当作规范口径的指标值');

  const far = await viewAt(5000);
  await road.getByRole('spinbutton', { name: '距离（公里）' }).fill('5');
  await road.getByRole('spinbutton', { name: '距离（公里）' }).press('Enter');
  await expect(road).toContainText(far.share);
  await expect(road).toContainText('SDG 9.1.1 的定义是 2 公里');
  await dialog.getByRole('button', { name: /贫困人口 ÷ 贫困发生率/ }).click();
  await expect(road).toContainText('规划没有写发生率的分母');
  expect(await axeFindings(page, ['[role=dialog]'])).toEqual([]);
  await road.getByRole('checkbox', { name: new RegExp(ROAD.name) }).uncheck();
  await expect(road).toContainText('缺数据');

  await dialog.getByRole('tab', { name: '规划口径' }).click();
  await dialog.getByRole('button', { name: '优质水果产业扶贫' }).click();
  await expect(dialog).toBeHidden();
});
