// Villages go to a relocation site by a click and by a loop on the map, then by 就近分配 with too little room; the site is
// moved by keyboard. Numbers of people are the test's own.
import type { Village } from '../../src/domain/village';
import { axeFindings } from './axe-findings';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { type LinkCamera, linkOf, pixelOf } from './map-pixels';
import { openTab, screenOf, select } from './screen';

const PINGLU = '140829';
const ZOOM = 12;
/** Half the loop's sides; the place of the site is in its middle. */
const HALF_DEGREES = 0.022;
const PERSONS_EACH = 30;
const ROOM_FOR = 2;

async function placeOfWork() {
  const { pack } = await engineAnswer();
  const seat = pack.townships.find((each) => each.countyCode === PINGLU && each.seat)?.seat;
  if (!seat) throw new Error('平陆 has township seats');
  const isLooped = ({ position: [lng, lat] }: Village): boolean =>
    Math.abs(lng - seat[0]) < HALF_DEGREES && Math.abs(lat - seat[1]) < HALF_DEGREES;
  const looped = pack.villages.filter(isLooped);
  if (looped.length <= ROOM_FOR) throw new Error('too few villages round the seat');
  return { seat, looped };
}

test('villages are picked on the map and assigned to where there is room', async ({ page }) => {
  const { seat, looped } = await placeOfWork();
  const camera: LinkCamera = { centre: seat, zoom: ZOOM };
  const { left, right } = screenOf(page);
  const list = right.getByRole('region', { name: '迁入村名单' });
  const rows = list.locator('tbody tr');

  await test.step('a site at the seat', async () => {
    await startOver(page, linkOf(camera));
    await openTab(left, '规划');
    await left.getByRole('button', { name: '安置点', exact: true }).click();
    const place = right.getByRole('region', { name: '位置' });
    await place.getByRole('button', { name: '录入坐标' }).click();
    await select(place, '坐标系', 'WGS84 经纬度');
    const field = place.getByRole('textbox', { name: '坐标，每行一个点' });
    await field.fill(seat.join(', '));
    await field.press('Control+Enter');
    await expect(right.getByRole('region', { name: '现况' })).toContainText('平陆县');
  });

  await test.step('the bar of tools and the form have no serious accessibility finding', async () => {
    expect(await axeFindings(page, ['[aria-label="标绘"]', 'aside'])).toEqual([]);
  });

  await test.step('by a click, and back by another', async () => {
    await right.getByRole('button', { name: '在图上点选迁出村' }).click();
    const [village] = looped;
    if (!village) return;
    const [x, y] = await pixelOf(page, camera, village.position);
    await page.mouse.click(x, y);
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(village.name);
    await page.mouse.click(x, y);
    await expect(rows).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('by a loop: those inside and no others', async () => {
    await right.getByRole('button', { name: '在图上圈选迁出村' }).click();
    await expect(page.getByText('按住左键画一圈')).toBeVisible();
    const [lng, lat] = seat;
    const corners = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -1],
    ].map(([east = 0, north = 0]) => [lng + east * HALF_DEGREES, lat + north * HALF_DEGREES]);
    for (const [at, corner] of corners.entries()) {
      const [x, y] = await pixelOf(page, camera, corner);
      await page.mouse.move(x, y, { steps: 4 });
      if (at === 0) await page.mouse.down();
    }
    await page.mouse.up();
    await expect(rows).toHaveCount(looped.length);
    const names = await rows.evaluateAll((all) =>
      all.map((row) => row.querySelector('th button')?.textContent ?? ''),
    );
    expect(names.toSorted()).toEqual(looped.map(({ name }) => name).toSorted());
  });

  await test.step('就近分配: the room is filled, the rest is told', async () => {
    for (const field of await list.getByRole('textbox', { name: /迁出人数$/ }).all()) {
      await field.fill(String(PERSONS_EACH));
      await field.press('Enter');
    }
    const room = right.getByRole('textbox', { name: '安置人数' });
    await room.fill(String(ROOM_FOR * PERSONS_EACH));
    await room.press('Enter');
    await right.getByRole('button', { name: '就近分配…' }).click();
    const dialog = page.getByRole('dialog', { name: '就近分配迁出村' });
    await expect(dialog).toContainText(`${looped.length} 个村参加分配`);
    await dialog.getByRole('button', { name: /预\s?览/ }).click();
    const preview = dialog.getByRole('region', { name: '分配预览' });
    const people = String(ROOM_FOR * PERSONS_EACH);
    const cells = preview.locator('tbody tr').getByRole('cell');
    await expect(cells).toHaveText([String(ROOM_FOR), people, people]);
    await expect(preview.getByRole('listitem')).toHaveCount(looped.length - ROOM_FOR);
    await expect(preview).toContainText(`${looped.length - ROOM_FOR} 村原来已列在安置点`);
    await expect(preview.getByRole('listitem').first()).toContainText('仍留在安置点 1');
    await dialog.getByRole('button', { name: '采用（可撤销）' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: /^撤销：就近分配/ })).toBeVisible();
  });

  await test.step('moved by keyboard: M, arrows, Esc', async () => {
    await left.getByRole('list', { name: '规划对象' }).getByText('安置点 1').click();
    await page.keyboard.press('m');
    const handles = page.getByRole('application', { name: '「安置点 1」的节点' });
    await handles.press('Shift+ArrowRight');
    await expect(page.getByRole('button', { name: '撤销：移动「安置点 1」' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(handles).toHaveCount(0);
  });
});
