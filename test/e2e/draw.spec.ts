// A zone is drawn along a county's border, split, joined again and undone: every area on the screen is the one that the same
// functions give in Node, and the border is followed vertex by vertex.
import type { LineString, Polygon, Position } from 'geojson';
import type { Locator, Page } from '@playwright/test';
import { areaText } from '../../src/features/draw/draw-words';
import { polygonAreaSquareMetres } from '../../src/geo/area';
import { unitedAreas } from '../../src/geo/area-boolean';
import { splitArea } from '../../src/geo/split-area';
import { tracedPath } from '../../src/geo/trace-path';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { type LinkCamera, linkOf, pixelOf } from './map-pixels';
import { openTab, screenOf, select } from './screen';

const CAMERA: LinkCamera = { centre: [111.26, 35.03], zoom: 11 };
const INNER: readonly Position[] = [
  [111.3, 34.96],
  [111.17, 34.96],
];
const CUT: LineString = {
  type: 'LineString',
  coordinates: [
    [111.235, 35.06],
    [111.235, 34.94],
  ],
};

async function clickAt(page: Page, place: Position): Promise<void> {
  const [x, y] = await pixelOf(page, CAMERA, place);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

async function typePlaces(panel: Locator, places: readonly Position[]): Promise<void> {
  const field = panel.getByRole('textbox', { name: '下一点坐标' });
  if (!(await field.isVisible())) await panel.getByText('录入下一点').click();
  await select(panel, '坐标系', 'WGS84 经纬度');
  for (const place of places) {
    await field.fill(place.join(', '));
    await field.press('Enter');
    await expect(field).toHaveValue('');
  }
}

test('a zone follows the border of 平陆, is split, joined and undone', async ({ page }) => {
  const { index } = await engineAnswer();
  const county = index.countyByCode.get('140829')?.geometry;
  const ring = (county?.type === 'Polygon' && county.coordinates[0]) || [];
  const [from, to] = [ring[564], ring[504]];
  const border = county && from && to && tracedPath(county, from, to);
  if (!border || !from || !to) throw new Error('平陆 has another border');
  const zone: Polygon = { type: 'Polygon', coordinates: [[...border, ...INNER, from]] };
  const split = splitArea(zone, CUT);
  if (!split.ok) throw new Error('the cut goes through');
  const parts = split.value.map(polygonAreaSquareMetres).toSorted((a, b) => b - a);
  const united = unitedAreas([...split.value]);
  if (!united.ok) throw new Error('the parts meet');
  const whole = polygonAreaSquareMetres(zone);
  expect(parts).toHaveLength(2);
  expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBeCloseTo(whole, -1);
  expect(polygonAreaSquareMetres(united.value)).toBeCloseTo(whole, -1);

  await startOver(page, linkOf(CAMERA));
  const { left, right } = screenOf(page);
  await openTab(left, '规划');
  await left.getByRole('button', { name: '产业区', exact: true }).click();
  const tools = page.getByRole('group', { name: '标绘' });
  await tools.getByRole('button', { name: '面', exact: true }).click();
  const panel = page.getByRole('region', { name: '标绘「产业区 1」的位置' });
  // The map takes points from here on.
  await expect(panel).toBeVisible();
  await clickAt(page, from);
  await expect(panel).toContainText('已标1 个点');
  // The border is its neighbour's, too.
  await expect(panel).toContainText('界 · 顶点');
  await page.keyboard.press('t');
  await clickAt(page, to);
  await expect(panel).toContainText(`已标${border.length} 个点`);
  // One step back takes the whole stretch, as it was set.
  await page.keyboard.press('Backspace');
  await expect(panel).toContainText('已标1 个点');
  await clickAt(page, to);
  await expect(panel).toContainText(`已标${border.length} 个点`);
  await typePlaces(panel, INNER);
  await panel.getByRole('button', { name: '完成' }).click();
  await expect(right.getByText(areaText(whole))).toBeVisible();

  await tools.getByRole('button', { name: '编辑图形' }).click();
  const edits = page.getByRole('group', { name: '编辑图形' });
  await edits.getByRole('button', { name: '切开' }).click();
  const cutting = page.getByRole('region', { name: '切开「产业区 1」' });
  await expect(cutting).toBeVisible();
  // A click of a second drawing selects nothing either.
  await clickAt(page, [111.2, 34.98]);
  await expect(cutting).toContainText('已标1 个点');
  await page.keyboard.press('Backspace');
  await expect(right.getByRole('article')).toHaveAccessibleName('产业区 产业区 1');
  await typePlaces(cutting, CUT.coordinates);
  await cutting.getByRole('button', { name: '完成' }).click();
  // Nothing is cut before it is confirmed.
  const change = page.getByRole('region', { name: '切开「产业区 1」' });
  await expect(change.getByRole('status')).toContainText(`现在：面积 ${areaText(whole)}`);
  for (const [at, part] of parts.entries()) {
    await expect(change).toContainText(`改后第 ${at + 1} 块：面积 ${areaText(part)}`);
  }
  const rows = left.getByRole('list', { name: '规划对象' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await change.getByRole('button', { name: '确定' }).click();
  await expect(rows).toHaveCount(2);
  await expect(right.getByText(areaText(parts[0] ?? 0))).toBeVisible();

  await edits.getByRole('button', { name: '合并' }).click();
  const merging = page.getByRole('region', { name: '合并 2 个对象为「产业区 1」' });
  await expect(merging).toContainText(
    `改后：面积 ${areaText(polygonAreaSquareMetres(united.value))}`,
  );
  await page.keyboard.press('Escape');
  await expect(merging).toHaveCount(0);
  await expect(rows).toHaveCount(2);
  await edits.getByRole('button', { name: '合并' }).click();
  await merging.getByRole('button', { name: '确定' }).click();
  await expect(rows).toHaveCount(1);
  await expect(right.getByText(areaText(polygonAreaSquareMetres(united.value)))).toBeVisible();

  const undo = page.getByRole('button', { name: /^撤销：/ });
  for (const label of ['合并', '切开', '位置', '新建']) {
    await expect(undo).toHaveAccessibleName(new RegExp(label));
    await undo.click();
  }
  await expect(page.getByRole('button', { name: '没有可撤销的操作' })).toBeVisible();
  await expect(left.getByText('还没有规划对象')).toBeVisible();
});
