// A link opens the same view elsewhere (what a link says wrongly: first-load.spec.ts).
import { engineAnswer } from './engine-answer';
import { boot, expect, followLink, startOver, test } from './fixtures';
import { chooseFromList, expectCounts, openTab, screenOf, select } from './screen';

test('a link restores view, choice, distance, map and panels', async ({
  page: other,
  elsewhere: page,
}) => {
  const answer = await engineAnswer();
  await startOver(page);
  const first = screenOf(page);
  await chooseFromList(page, '尊村引黄工程');
  await chooseFromList(page, '大禹渡灌区扩建工程');
  await first.coverage.getByRole('group', { name: '常用距离' }).getByText('5 公里').click();
  const { counts } = await answer.coverage(['zuncun', 'dayudu'], 5000);
  await expectCounts(page, counts);
  await first.left.getByRole('checkbox', { name: '脱贫时序' }).check();
  await page.getByRole('slider', { name: '年份' }).press('End');
  await openTab(first.left, '专题');
  await select(first.left, '专题指标', '贫困户');
  await first.search.fill('芮城县');
  await page.getByRole('option').filter({ hasText: '芮城县' }).first().click();
  await expect(first.inspector.getByRole('heading', { name: '芮城县' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '投影显示（高对比、大字）' }).click();

  const hash = (): string => new URL(page.url()).hash;
  await expect.poll(hash).toContain('s=county:140830');
  await expect.poll(hash).toContain('theme=projector');
  const link = hash();

  await boot(other, link);
  const second = screenOf(other);
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'projector');
  await expect(second.inspector.getByRole('heading', { name: '芮城县' })).toBeVisible();
  await expect(second.left.getByRole('combobox', { name: '专题指标' }).locator('..')).toContainText(
    '贫困户',
  );
  await expect(other.getByRole('slider', { name: '年份' })).toHaveAttribute(
    'aria-valuenow',
    '2020',
  );
  await openTab(second.left, '图层');
  await expect(second.left.getByRole('checkbox', { name: '脱贫时序' })).toBeChecked();
  await openTab(second.right, '覆盖分析');
  await expect(second.distance).toHaveValue(/^5\s公里$/);
  await expectCounts(other, counts);
  const camera = /c=[^&]*/.exec(link)?.[0] ?? 'no camera';
  await expect.poll(() => new URL(other.url()).hash).toContain(camera);

  // A link pasted into an open window, once the address says what is on screen.
  await expect.poll(() => new URL(other.url()).hash).not.toContain('tab=');
  await followLink(other, '#p=dayudu&d=1000');
  await expectCounts(other, (await answer.coverage(['dayudu'], 1000)).counts);
});
