// A project whose line nobody published gets one from the user: decided like any other, undoable, kept in the browser.
import type { LineString } from 'geojson';
import { engineAnswer } from './engine-answer';
import { expect, expectKept, sharedTest as test, startOver } from './fixtures';
import { expectCounts, openTab, screenOf } from './screen';

const PROJECT = '农村配电网改造';
/** Plain numbers inside the region; no real line. */
const LINE: LineString = {
  type: 'LineString',
  coordinates: [
    [110.9, 35.0],
    [111.1, 35.1],
    [111.2, 35.3],
  ],
};
const ACCURACY_METRES = 50;

test('typed coordinates become a line: previewed, used, undone, done again, there after reload', async ({
  page,
}) => {
  const answer = await engineAnswer();
  const { counts } = await answer.coverageOf(
    [{ id: 'typed', geometry: LINE, accuracyMetres: ACCURACY_METRES }],
    2000,
  );
  await startOver(page);
  const { left, coverage } = screenOf(page);
  await openTab(left, '对象');
  await expect(left.getByRole('checkbox', { name: `把${PROJECT}纳入覆盖分析` })).toBeDisabled();
  await left.getByRole('button', { name: `标绘${PROJECT}的线位` }).click();
  const panel = page.getByRole('region', { name: `${PROJECT}的位置` });
  await panel.getByRole('radiogroup', { name: '方式' }).getByText('按坐标录入').click();
  const text = panel.getByRole('textbox', { name: '坐标，每行一个点' });
  const use = panel.getByRole('button', { name: '采用此位置' });

  await text.fill('35.0, 110.9\n35.1, 111.1');
  await panel.getByRole('button', { name: '检查并预览' }).click();
  await expect(panel.getByRole('alert')).toContainText('错误');
  await expect(panel.getByRole('button', { name: '交换经纬度' })).toBeVisible();
  await text.fill(LINE.coordinates.map((position) => position.join('，')).join('\n'));
  await panel.getByRole('button', { name: '检查并预览' }).click();
  await expect(panel).toContainText('预览（尚未保存）');
  await expect(use).toBeDisabled();
  await panel.getByRole('textbox', { name: '位置精度（必填）' }).fill(String(ACCURACY_METRES));
  await use.click();
  await expect(panel).toBeHidden();
  await expectCounts(page, counts);

  const label = `录入「${PROJECT}」的位置`;
  await page.getByRole('button', { name: `撤销：${label}` }).click();
  await expect(coverage.getByRole('note')).toContainText(PROJECT);
  await expect(coverage.getByText(/= 全部/)).toBeHidden();
  await page.getByRole('button', { name: `重做：${label}` }).click();
  await expectCounts(page, counts);

  await expectKept(page);
  await expect.poll(() => new URL(page.url()).hash).toContain('p=');
  await page.reload();
  await expectCounts(page, counts);
  await expect(
    screenOf(page).left.getByRole('checkbox', { name: `把${PROJECT}纳入覆盖分析` }),
  ).toBeEnabled();
});
