// A planner's tablet: a zone drawn, a vertex dragged and the map zoomed with fingers alone, then the same with a pen, which
// hovers and trembles; all that is touched is at least 44 pixels wide.
import type { CDPSession, Locator, Page } from '@playwright/test';
import { boot, expect, test } from './fixtures';
import { openTab, screenOf } from './screen';

const LARGE = 44;

test.use({ hasTouch: true });

type Pixel = readonly [x: number, y: number];

async function touches(
  cdp: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  ...points: Pixel[]
): Promise<void> {
  const touchPoints = points.map(([x, y], id) => ({ x, y, id }));
  await cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
}

/** A pen comes near, goes down, along the others and up at the last. */
async function pen(cdp: CDPSession, down: Pixel, ...along: readonly Pixel[]): Promise<void> {
  const send = (type: string, [x, y]: Pixel, buttons: 0 | 1): Promise<unknown> =>
    cdp.send('Input.dispatchMouseEvent', {
      type: type as 'mouseMoved',
      x,
      y,
      button: type === 'mouseMoved' && buttons === 0 ? 'none' : 'left',
      buttons,
      clickCount: type === 'mouseMoved' ? 0 : 1,
      force: buttons === 1 ? 0.5 : 0,
      pointerType: 'pen',
    });
  await send('mouseMoved', down, 0);
  await send('mousePressed', down, 1);
  for (const pixel of along) await send('mouseMoved', pixel, 1);
  await send('mouseReleased', along.at(-1) ?? down, 0);
}

async function centreOf(locator: Locator): Promise<Pixel> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`not on the screen: ${String(locator)}`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function zoomOf(page: Page): Promise<number> {
  return Number(/c=[^,]*,[^,]*,([\d.]+)/.exec(decodeURIComponent(page.url()))?.[1]);
}

async function expectLarge(buttons: Locator): Promise<void> {
  await expect(buttons.first()).toBeVisible();
  for (const button of await buttons.all()) {
    const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
    expect(Math.min(width, height), await button.innerText()).toBeGreaterThanOrEqual(LARGE);
  }
}

test('a zone is drawn, zoomed and changed with fingers', async ({ page }) => {
  await boot(page, '#c=111.26,35.03,11&closed=table');
  const cdp = await page.context().newCDPSession(page);
  const { left, right } = screenOf(page);
  await openTab(left, '规划');
  await left.getByRole('button', { name: '产业区', exact: true }).tap();
  const tools = page.getByRole('group', { name: '标绘' });
  await expectLarge(tools.getByRole('button'));
  await tools.getByRole('button', { name: '面', exact: true }).tap();
  const panel = page.getByRole('region', { name: '标绘「产业区 1」的位置' });
  // The map takes points from here on: the code for drawing comes with the first drawing.
  await expect(panel).toBeVisible();
  const [x, y] = await centreOf(page.locator('.cuntu-map'));
  // Beside the panel, which lies over the map.
  const corners: Pixel[] = [
    [x + 30, y - 40],
    [x + 150, y - 40],
    [x + 150, y + 120],
  ];
  for (const [at, [cx, cy]] of corners.entries()) {
    await page.touchscreen.tap(cx, cy);
    await expect(panel).toContainText(`已标${at + 1} 个点`);
  }
  await expectLarge(panel.getByRole('button'));

  // Two fingers zoom the map and set nothing.
  const before = await zoomOf(page);
  await touches(cdp, 'touchStart', [x + 60, y], [x + 100, y]);
  for (const apart of [30, 45, 60]) {
    await touches(cdp, 'touchMove', [x + 80 - apart, y], [x + 80 + apart, y]);
  }
  await touches(cdp, 'touchEnd');
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(before);
  await expect(panel).toContainText('已标3 个点');

  await panel.getByRole('button', { name: '完成' }).tap();
  const area = right.getByText(/平方公里）/).first();
  await expect(area).toBeVisible();
  const drawn = await area.innerText();

  await right.getByRole('button', { name: '调整位置' }).tap();
  const handle = page.locator('.cuntu-adjust .handles circle').last();
  await expect(handle).toBeVisible();
  const [hx, hy] = await centreOf(handle);
  await touches(cdp, 'touchStart', [hx, hy]);
  for (const step of [10, 20, 30]) await touches(cdp, 'touchMove', [hx - step, hy - step]);
  await touches(cdp, 'touchEnd');
  await expect(area).not.toHaveText(drawn);
  await expect(page.getByRole('button', { name: /^撤销：.*产业区 1/ })).toBeVisible();

  await test.step('the same with a pen: taps that tremble, a vertex dragged, a zone by one stroke', async () => {
    await page.keyboard.press('Escape');
    await expect(handle).toHaveCount(0);
    await left.getByRole('button', { name: '产业区', exact: true }).click();
    await tools.getByRole('button', { name: '面', exact: true }).click();
    const second = page.getByRole('region', { name: '标绘「产业区 2」的位置' });
    await expect(second).toBeVisible();
    for (const [at, [cx, cy]] of corners.entries()) {
      await pen(cdp, [cx, cy], [cx + 3, cy + 2], [cx + 4, cy + 4]);
      await expect(second).toContainText(`已标${at + 1} 个点`);
    }
    await second.getByRole('button', { name: '完成' }).click();
    const drawnByPen = await area.innerText();
    await right.getByRole('button', { name: '调整位置' }).click();
    await expect(handle).toBeVisible();
    const [px, py] = await centreOf(handle);
    await pen(cdp, [px, py], [px - 10, py - 10], [px - 20, py - 20]);
    await expect(area).not.toHaveText(drawnByPen);
    await page.keyboard.press('Escape');
    await left.getByRole('button', { name: '产业区', exact: true }).click();
    await tools.getByRole('button', { name: /^手绘面/ }).click();
    await expect(page.getByRole('region', { name: '标绘「产业区 3」的位置' })).toBeVisible();
    await pen(cdp, [x + 30, y - 40], ...corners, [x + 30, y + 120]);
    await expect(page.getByRole('button', { name: /^撤销：.*产业区 3/ })).toBeVisible();
    await expect(area).toBeVisible();
  });
});
