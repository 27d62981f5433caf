// The leader's stage: the storyline is presented by keyboard alone, the distance changes in the middle, and the numbers
// on the wall are the engine's and the coverage panel's.
import type { Page } from '@playwright/test';
import { readPermalink } from '../../src/app/permalink';
import { liveFigures } from '../../src/app/scene-figures';
import { formatEstimate } from '../../src/ui/format';
import { axeFindings } from './axe-findings';
import { engineAnswer, headlineText } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { expectCounts, openTab, screenOf, typeDistance } from './screen';

/** The whole hash but the camera, which the map rounds and reports. */
const asked = (page: Page): string => new URL(page.url()).hash.replace(/c=[^&]*&?/, '');

test('the storyline is presented by keyboard alone, with another distance in the middle', async ({
  page,
}) => {
  const answer = await engineAnswer();
  const { storyline } = answer.pack;
  const story = storyline.find(({ id }) => id === 'sanyin-liukuo');
  const place = storyline.findIndex(({ id }) => id === 'sanyin-liukuo') + 1;
  const ids = readPermalink(story?.view ?? '').chosenProjectIds ?? [];
  const at2 = await answer.coverage(ids, 2000);
  const at3 = await answer.coverage(ids, 3000);

  await startOver(page, '#tab=scenes,coverage');
  const { left, coverage } = screenOf(page);
  const scenes = left.getByRole('region', { name: '场景' });
  await scenes.getByRole('button', { name: /^采用现成故事线/ }).focus();
  await page.keyboard.press('Enter');
  await expect(scenes.getByRole('listitem')).toHaveCount(storyline.length);
  expect.soft(await axeFindings(page, ['nav']), 'scenes panel').toEqual([]);
  const before = asked(page);

  await scenes.getByRole('button', { name: '放映', exact: true }).focus();
  await page.keyboard.press('Enter');
  const wall = page.getByRole('region', { name: '放映' });
  const title = wall.getByRole('heading', { level: 2 });
  await expect(title).toHaveText(storyline[0]?.title ?? '');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  await page.keyboard.press('PageDown');
  await expect(title).toHaveText(storyline[1]?.title ?? '');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageUp');
  await expect(title).toHaveText(storyline[1]?.title ?? '');

  await page.keyboard.press(String(place));
  await expect(title).toHaveText(story?.title ?? '');
  const numbers = wall.getByRole('status', { name: '实时数字' });
  await expect(numbers).toContainText(headlineText(at2.counts));
  expect.soft(await axeFindings(page, ['.present']), 'present mode').toEqual([]);
  for (let step = 0; step < 10; step += 1) await page.keyboard.press('=');
  const live = liveFigures(answer.index, at3, answer.summary(at3));
  const households = `≈${formatEstimate(live.households?.asDrawn ?? 0)}`;
  await expect(numbers).toContainText(headlineText(at3.counts));
  await expect(numbers).toContainText(households);

  await page.keyboard.press('b');
  await expect(page.getByText('黑屏，按 B 恢复')).toBeAttached();
  await page.keyboard.press('b');
  await expect(page.getByText('黑屏，按 B 恢复')).toHaveCount(0);
  await page.keyboard.press('o');
  const overview = page.getByRole('dialog', { name: '场景总览' });
  await page.keyboard.press('Escape');
  await expect(overview).toHaveCount(0);
  await expect(title).toHaveText(story?.title ?? '');
  await page.keyboard.press('o');
  await expect(overview.getByRole('button')).toHaveCount(storyline.length);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(overview).toHaveCount(0);
  await expect(title).toHaveText(storyline[place - 2]?.title ?? '');
  const year = wall.getByRole('group', { name: '年份' });
  await year.getByRole('button', { name: '2019年' }).focus();
  await page.keyboard.press('Enter');
  await expect(wall.getByText('2019年各县')).toBeVisible();

  const popup = page.waitForEvent('popup');
  await page.keyboard.press('n');
  const presenter = await popup;
  await expect(presenter.getByText(storyline[place - 2]?.notes ?? 'no notes')).toBeVisible();
  await expect(presenter.getByRole('heading', { level: 2 })).toContainText(story?.title ?? '');
  await expect(presenter.getByText(/^现在 \d\d:\d\d$/)).toBeVisible();
  await expect(presenter.getByText(/^已讲 \d+:\d\d$/)).toBeVisible();
  await presenter.keyboard.press('PageDown');
  await expect(title).toHaveText(story?.title ?? '');
  await presenter.close();
  await page.bringToFront();

  // By itself: on after the interval, and by hand again when it is set back.
  const autoplay = page.getByRole('combobox', { name: '自动放映' });
  await autoplay.selectOption('5 秒');
  await expect(title).toHaveText(storyline[place]?.title ?? '', { timeout: 60_000 });
  await autoplay.selectOption('手动');
  await page.keyboard.press('PageUp');
  await expect(autoplay).toHaveValue('0');
  await expect(title).toHaveText(story?.title ?? '');

  await page.keyboard.press('Escape');
  await expect(wall).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'standard');
  await expect(scenes).toBeVisible();
  expect(asked(page)).toBe(before);

  // The panel says the same of the same scene at the same distance.
  await scenes
    .getByRole('button', { name: story?.title ?? '' })
    .first()
    .click();
  await typeDistance(page, '3 公里');
  await expectCounts(page, at3.counts);
  await expect(coverage).toContainText(households);
});

test('scenes are captured, put in order, edited and deleted, each undone', async ({ page }) => {
  const answer = await engineAnswer();
  await startOver(page, '#tab=scenes,coverage&p=dayudu&d=3000');
  const { left, coverage } = screenOf(page);
  const { counts } = await answer.coverage(['dayudu'], 3000);
  await expect(coverage.getByText(/= 全部/)).toBeVisible();
  const scenes = left.getByRole('region', { name: '场景' });
  const rows = scenes.getByRole('listitem');
  const capture = scenes.getByRole('button', { name: '采集当前画面' });
  await capture.click();
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('大禹渡灌区扩建工程');
  await typeDistance(page, '1 公里');
  await capture.click();
  await expect(rows).toHaveCount(2);

  await rows.nth(1).getByRole('button').first().press('Alt+ArrowUp');
  await expect(rows.first()).toContainText(/1\s公里/);
  await rows
    .first()
    .getByRole('button', { name: /的操作$/ })
    .click();
  await page.getByRole('menuitem', { name: '编辑标题、说明和备注…' }).click();
  await page.getByRole('textbox', { name: '标题' }).fill('<b>一公里</b>');
  await page.getByRole('textbox', { name: /^说明文字/ }).fill('**先看**近处');
  await scenes.getByRole('button', { name: '保存' }).click();
  await expect(rows.first()).toContainText('<b>一公里</b>');
  await expect(rows.first()).toContainText('先看近处');

  // Typed words stay however the form is left.
  const caption = page.getByRole('textbox', { name: /^说明文字/ });
  const editFirst = async (): Promise<void> => {
    await rows
      .first()
      .getByRole('button', { name: /的操作$/ })
      .click();
    await page.getByRole('menuitem', { name: '编辑标题、说明和备注…' }).click();
  };
  await editFirst();
  await caption.fill('先看远处');
  await page.keyboard.press('Escape');
  await expect(rows.first()).toContainText('先看远处');
  await editFirst();
  await caption.fill('先看全市');
  await openTab(left, '图层');
  await openTab(left, '场景');
  await expect(rows.first()).toContainText('先看全市');
  await editFirst();
  await caption.fill('不要了');
  await scenes.getByRole('button', { name: '取消' }).click();
  await expect(rows.first()).toContainText('先看全市');

  await rows.nth(1).getByRole('button').first().click();
  await expectCounts(page, counts);
  await expect(scenes.getByText('数据已变')).toHaveCount(0);

  await rows
    .first()
    .getByRole('button', { name: /的操作$/ })
    .click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(2);
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(0);
  await expect(scenes.getByText('还没有场景')).toBeVisible();
});
