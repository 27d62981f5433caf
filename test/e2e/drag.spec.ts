// A project's place is moved on the map: numbers follow while the pointer is down and are the engine's for the geometry in
// the document; one drag is one step of undo; the same by keyboard and by typed coordinates.
import type { Geometry, Position } from 'geojson';
import type { Locator, Page } from '@playwright/test';
import { DRAWN_ACCURACY_METRES } from '../../src/document/adjusted-alignment';
import { moveVertex } from '../../src/geo/edit-vertices';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { chooseFromList, expectCounts, openTab, screenOf } from './screen';

const PROJECT = '大禹渡灌区扩建工程';
const ID = 'dayudu';
const DISTANCE_METRES = 2000;
const NOTHING_TO_UNDO = '没有可撤销的操作';

interface Adjusting {
  readonly panel: Locator;
  readonly notice: Locator;
  readonly handles: Locator;
  /** The field of a vertex in the panel's list. */
  readonly field: (name: string) => Locator;
  readonly handleAt: (place: Position) => Locator;
}

function adjusting(page: Page, name = PROJECT): Adjusting {
  const panel = page.getByRole('region', { name: `调整${name}的位置` });
  const handles = page.getByRole('application', { name: `「${name}」的节点` });
  return {
    panel,
    notice: page.getByRole('status').filter({ hasText: `正在调整「${name}」` }),
    handles,
    field: (vertex) => panel.getByRole('textbox', { name: `${vertex}：经度, 纬度` }),
    handleAt: (place) => handles.locator(`.handles [data-place="${place.join(',')}"]`),
  };
}

const undo = (page: Page): Locator => page.getByRole('button', { name: /^撤销：/ });

/** One step was all: there is nothing more to take back. */
async function expectNothingToUndo(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: NOTHING_TO_UNDO })).toBeVisible();
}

interface Pixel {
  readonly x: number;
  readonly y: number;
}

async function centreOf(locator: Locator): Promise<Pixel> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`not on the screen: ${String(locator)}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses on a handle and moves by pixels; the button stays down. Gives where the pointer is. */
async function dragBy(page: Page, handle: Locator, dx: number, dy: number): Promise<Pixel> {
  await handle.hover();
  const { x, y } = await centreOf(handle);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2);
  await page.mouse.move(x + dx, y + dy);
  return { x: x + dx, y: y + dy };
}

async function positionIn(field: Locator): Promise<Position> {
  return (await field.inputValue()).split(', ').map(Number);
}

async function geometryOf(id: string): Promise<Geometry> {
  const geometry = (await engineAnswer()).index.projectById.get(id)?.geometry;
  if (!geometry) throw new Error(`${id} has no place`);
  return geometry;
}

/** Screen and engine agree on the project with one vertex moved to where the panel says it is. */
async function expectMoved(page: Page, from: Position, field: Locator): Promise<void> {
  const answer = await engineAnswer();
  const before = await geometryOf(ID);
  await expect(async () => {
    const geometry = moveVertex(before, from, await positionIn(field));
    const target = { id: ID, geometry, accuracyMetres: DRAWN_ACCURACY_METRES };
    const { counts } = await answer.coverageOf([target], DISTANCE_METRES);
    await expectCounts(page, counts);
  }).toPass();
}

test('dragging a vertex: numbers follow the hand, one drag is one step of undo', async ({
  page,
}) => {
  const answer = await engineAnswer();
  const { counts } = await answer.coverage([ID], DISTANCE_METRES);
  await startOver(page);
  await chooseFromList(page, PROJECT);
  await expectCounts(page, counts);
  await page.getByRole('button', { name: `调整${PROJECT}的位置` }).click();
  const { panel, field, handleAt, handles } = adjusting(page);
  await expect(panel).toContainText('规划原数据不变');
  const moved = field('线 3 节点 3');
  const from: Position = [110.66157, 34.72632];
  await expect(moved).toHaveValue(from.join(', '));

  const { x, y } = await dragBy(page, handleAt(from), 30, 40);
  await expect(moved).not.toHaveValue(from.join(', '));
  await expectMoved(page, from, moved);
  const half = await moved.inputValue();
  await page.mouse.move(x + 60, y + 20);
  await expect(moved).not.toHaveValue(half);
  await expectMoved(page, from, moved);
  const headline = screenOf(page).coverage.getByRole('status').filter({ hasText: '确定' });
  const during = await headline.textContent();
  await page.mouse.up();

  const label = `撤销：调整「${PROJECT}」的节点`;
  await expect(page.getByRole('button', { name: label })).toBeEnabled();
  await expectMoved(page, from, moved);
  await expect(headline).toHaveText(during ?? '');
  await expect(panel).toContainText('现为您的方案，规划原数据不变。');

  await page.getByRole('button', { name: label }).click();
  await expectCounts(page, counts);
  await expect(moved).toHaveValue(from.join(', '));
  await expect(handleAt(from)).toBeVisible();
  await expectNothingToUndo(page);

  // Esc while the button is down gives the drag up; a second Esc ends.
  await dragBy(page, handleAt(from), 40, 40);
  await expect(moved).not.toHaveValue(from.join(', '));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(moved).toHaveValue(from.join(', '));
  await expectCounts(page, counts);
  await expectNothingToUndo(page);
  await page.keyboard.press('Escape');
  await expect(handles).toBeHidden();
  await expect(panel).toBeHidden();
});

test('the same by keyboard: vertex to vertex, moved, removed, typed, back to the plan', async ({
  page,
}) => {
  const answer = await engineAnswer();
  const { counts } = await answer.coverage([ID], DISTANCE_METRES);
  await startOver(page);
  const { search, inspector } = screenOf(page);
  await page.keyboard.press('/');
  await page.keyboard.type('dyd');
  await page.getByRole('option').filter({ hasText: PROJECT }).click();
  await expect(inspector.getByRole('heading', { name: PROJECT })).toBeVisible();
  await search.blur();
  await page.keyboard.press('m');
  const { panel, field, handles } = adjusting(page);
  await expect(handles).toBeFocused();
  await expectCounts(page, counts);

  const [first, second] = [field('线 1 节点 1'), field('线 1 节点 2')];
  const from = await positionIn(second);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(panel).toContainText('已选第 2 个节点');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(second).not.toHaveValue(from.join(', '));
  const [lng = 0, lat = 0] = await positionIn(second);
  expect(lng).toBeCloseTo(from[0] ?? 0, 5);
  expect(lat).toBeLessThan((from[1] ?? 0) - 1e-4);
  await expectMoved(page, from, second);
  await undo(page).click();
  await expect(second).toHaveValue(from.join(', '));
  await expectCounts(page, counts);
  await expectNothingToUndo(page);

  // A line of two vertices keeps both.
  await handles.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Delete');
  await expect(adjusting(page).notice).toContainText('线至少要有两个节点');
  await expectNothingToUndo(page);

  await first.fill('34.68, 110.59');
  await first.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('经度和纬度像是写反了');
  await first.fill('110.6, 百');
  await first.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('不是“经度, 纬度”两个数');
  await expect(first).toHaveValue('110.59577, 34.68616');
  await first.fill('110.62，34.66');
  await first.press('Enter');
  await expect(first).toHaveValue('110.62, 34.66');
  await expect(panel.getByRole('alert')).toBeHidden();
  await expectMoved(page, [110.59577, 34.68616], first);

  await panel.getByRole('button', { name: '恢复原位' }).click();
  await expectCounts(page, counts);
  await expect(first).toHaveValue('110.59577, 34.68616');
  await panel.getByRole('button', { name: '完成' }).click();
  await expect(panel).toBeHidden();
});

test('a polygon that would cross itself is shown but not used', async ({ page }) => {
  const name = '农村配电网改造';
  const answer = await engineAnswer();
  /** Plain numbers inside the region; no real area. */
  const ring: Position[] = [
    [110.7, 34.9],
    [111.1, 34.9],
    [111.1, 35.2],
    [110.7, 35.2],
  ];
  await startOver(page);
  const { left, coverage } = screenOf(page);
  await openTab(left, '对象');
  await left.getByRole('button', { name: `标绘${name}的线位` }).click();
  const form = page.getByRole('region', { name: `${name}的位置`, exact: true });
  await form.getByRole('radiogroup', { name: '方式' }).getByText('按坐标录入').click();
  await form.getByRole('radio', { name: '面' }).check();
  await form
    .getByRole('textbox', { name: '坐标，每行一个点' })
    .fill(ring.map((position) => position.join(', ')).join('\n'));
  await form.getByRole('button', { name: '检查并预览' }).click();
  await form.getByRole('textbox', { name: '位置精度（必填）' }).fill('50');
  await form.getByRole('button', { name: '采用此位置' }).click();
  const counts = async (third: Position) => {
    const [a, b, , d] = ring as [Position, Position, Position, Position];
    const geometry: Geometry = { type: 'Polygon', coordinates: [[a, b, third, d, a]] };
    const target = { id: 'p', geometry, accuracyMetres: 50 };
    return (await answer.coverageOf([target], DISTANCE_METRES)).counts;
  };
  await expectCounts(page, await counts([111.1, 35.2]));
  await coverage.getByRole('button', { name: `调整${name}的位置` }).click();

  const { panel, notice, field, handleAt } = adjusting(page, name);
  const third = field('边界 1 节点 3');
  const corner = handleAt([111.1, 35.2]);
  await corner.hover();
  const start = await centreOf(corner);
  const opposite = await centreOf(handleAt([110.7, 34.9]));
  await page.mouse.down();
  await page.mouse.move(start.x - 20, start.y + 10);
  await expect(third).not.toHaveValue('111.1, 35.2');
  const sound = await positionIn(third);
  await page.mouse.move(opposite.x - 30, opposite.y - 10);
  await expect(notice).toContainText('自相交');
  await expectCounts(page, await counts(sound));
  await page.mouse.up();
  await expect(notice).toContainText('仍是上一个有效位置');
  await expect(third).toHaveValue(sound.join(', '));
  await expectCounts(page, await counts(sound));
  await expect(panel).toContainText('平方公里');
});
