// What planning takes from files: a terrain, by which an apple zone is judged, and a list of villages to be moved, of which
// those without a site are listed. Heights and numbers of people are the test's own.
import { writeArrayBuffer } from 'geotiff';
import { engineAnswer } from './engine-answer';
import { expect, expectKept, sharedTest as test, startOver } from './fixtures';
import { dropFiles, goNext, importScreen } from './import-screen';
import { openTab, screenOf, select } from './screen';

const PINGLU = '140829';
/** The file has cells of eight bits. */
const HEIGHT_METRES = 200;

/** Cells of 0.01° over 运城, all of one height. */
function flatTerrain(): Uint8Array {
  const [width, height] = [240, 180];
  const tiff = writeArrayBuffer(
    Array.from({ length: width * height }, () => HEIGHT_METRES),
    {
      width,
      height,
      ModelPixelScale: [0.01, 0.01, 0],
      ModelTiepoint: [0, 0, 0, 110, 36, 0],
      GeographicTypeGeoKey: 4326,
    },
  );
  return new Uint8Array(tiff as ArrayBuffer);
}

test('an apple zone is judged by imported heights, and listed villages without a site are told', async ({
  page,
}) => {
  const { pack } = await engineAnswer();
  const seat = pack.townships.find((each) => each.countyCode === PINGLU && each.seat)?.seat;
  if (!seat) throw new Error('平陆 has township seats');
  const moving = pack.villages.filter(({ countyCode }) => countyCode === PINGLU).slice(0, 3);
  const { left, right } = screenOf(page);
  const { dialog, apply } = importScreen(page);
  const rule = right.locator('[data-rule="zone-apple-least-elevation"]');

  await test.step('a zone without terrain is not judged', async () => {
    await startOver(page);
    await openTab(left, '规划');
    await left.getByRole('button', { name: '产业区', exact: true }).click();
    const place = right.getByRole('region', { name: '位置' });
    await place.getByRole('button', { name: '录入坐标' }).click();
    const [lng, lat] = seat;
    const corners = [
      [lng, lat],
      [lng + 0.02, lat],
      [lng + 0.02, lat + 0.02],
      [lng, lat + 0.02],
    ];
    const typed = place.getByRole('textbox', { name: '坐标，每行一个点' });
    await typed.fill(corners.map(([x = 0, y = 0]) => `${x}, ${y}`).join('\n'));
    await typed.press('Control+Enter');
    await select(right, '作物或畜种', '苹果');
    await expect(rule).toHaveAttribute('data-result', 'missing-data');
    await expect(rule).toContainText('导入高程数据');
  });

  await test.step('the grid is kept, and the rule answers', async () => {
    await dropFiles(page, [{ name: '高程.tif', bytes: flatTerrain() }]);
    await goNext(page);
    await goNext(page);
    await expect(dialog.getByText(/^留下地形 \d+×\d+ 格，每格约 1113 米/)).toBeVisible();
    await apply.click();
    await expect(dialog).toBeHidden();
    await expect(rule).toHaveAttribute('data-result', 'broken');
    await expect(right.getByRole('region', { name: '现况' })).toContainText('高程200 米');
    await expect(left.getByRole('list', { name: '规划对象' })).toContainText('不符合 1 项');
  });

  await test.step('what is not on a site of the list', async () => {
    const townshipOf = (code: string): string =>
      pack.townships.find((each) => each.code === code)?.name ?? '';
    const rows = moving.map(({ name, townshipCode }, at) => {
      const persons = at === 0 ? '' : 20 + at;
      return `平陆县,${townshipOf(townshipCode)},${name},9,${persons},${at === 0 ? '甲安置点' : ''}`;
    });
    const list = ['县,乡镇,村名,户数,人口,安置点', ...rows, '合计,,,28,43,'].join('\n');
    await dropFiles(page, [{ name: '搬迁名单.csv', bytes: new TextEncoder().encode(list) }]);
    await goNext(page);
    await goNext(page);
    const audited = dialog.getByRole('region', { name: '本表体检的表' });
    await expect(audited.getByRole('row').filter({ hasText: '合计不符' })).toContainText(
      '9＋9＋9＝27；合计印28，多1',
    );
    await expect(
      dialog.getByText('列入搬迁名单 3 条，其中 1 条写明安置点；村的位置和数字不变。'),
    ).toBeVisible();
    await apply.click();
    await expect(dialog).toBeHidden();
    await left.getByRole('button', { name: /^未安置的村/ }).click();
    await expect(
      left.getByText('名单 3 村，未安置 3 村、43 人（1 村没有人数，未计入）'),
    ).toBeVisible();
    const villages = left.getByRole('list', { name: '未安置的村' }).getByRole('listitem');
    await expect(villages).toHaveCount(3);
    await expect(villages.first()).toContainText('名单：甲安置点');
  });

  await test.step('both outlive a reload', async () => {
    await expectKept(page);
    await page.reload();
    await openTab(left, '对象');
    await expect(left.getByText(/^地形 \d+×\d+ 格/)).toBeVisible();
    await expect(left.getByText('搬迁名单.csv').first()).toBeVisible();
  });
});
