// The network may be unplugged after the page is open. (The built app's own server is this machine, so exports, whose
// code is loaded when first used, are tried with it back: the fixture shows that nothing else is ever asked for.)
import { engineAnswer } from './engine-answer';
import { boot, expect, test } from './fixtures';
import { chooseFromList, expectCounts, openTab, screenOf, typeDistance } from './screen';

test('without any network the answer, the table, the inspector and the layers still work', async ({
  page,
  context,
}) => {
  const answer = await engineAnswer();
  const hosts = new Set<string>();
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http')) hosts.add(hostname);
  });
  const failed = new Set<string>();
  page.on('requestfailed', (request) => failed.add(new URL(request.url()).pathname));
  // Chromium asks for the tab's icon again whenever the address changes.
  await page.route('**/icons/*.svg', (route) => route.fulfill({ path: 'public/icons/cuntu.svg' }));
  await boot(page);
  await page.locator('html[data-panels="true"]').waitFor({ state: 'attached' });
  // The audit has an engine of its own, which comes after the map.
  await expect(page.getByRole('button', { name: /^数据体检/ })).toContainText(/\d/);
  await context.setOffline(true);
  await chooseFromList(page, '大禹渡灌区扩建工程');
  await typeDistance(page, '1200 米');
  const result = await answer.coverage(['dayudu'], 1200);
  await expectCounts(page, result.counts);
  const { grid, inspector, left } = screenOf(page);
  await grid.getByRole('row').nth(1).click();
  const [village] = answer.index.pack.villages;
  await expect(inspector.getByRole('heading', { name: village!.name })).toBeVisible();
  await left.getByRole('checkbox', { name: '一区五带' }).check();
  await openTab(left, '对象');
  await expect(left.getByRole('checkbox', { name: '在图上显示黄河经济带' })).toBeChecked();
  expect([...failed]).toEqual([]);
  await context.setOffline(false);

  await openTab(screenOf(page).right, '覆盖分析');
  await screenOf(page).coverage.getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^Excel/ }).click(),
  ]);
  expect(download.url()).toMatch(/^blob:http:\/\/127\.0\.0\.1/);
  expect([...hosts]).toEqual(['127.0.0.1']);
});
