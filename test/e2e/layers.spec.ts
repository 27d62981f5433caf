// The map's layers, classes, belts and years, from the panels: what is switched is drawn, and the legends say the same
// as the functions that make them, run here.
import type { Page } from '@playwright/test';
import {
  type ThematicSettings,
  DEFAULT_THEMATIC_SETTINGS,
} from '../../src/features/thematic/thematic-settings';
import { thematicMap } from '../../src/features/thematic/thematic-map';
import { yearSentence } from '../../src/features/timeline/timeline-view';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { openTab, screenOf, select } from './screen';

/** Runs an action and waits until the map looks different. */
async function expectRedrawn(page: Page, action: () => Promise<void>): Promise<void> {
  const { map } = screenOf(page);
  const before = await map.screenshot();
  await action();
  await expect.poll(async () => (await map.screenshot()).equals(before)).toBe(false);
}

test('layers, three-dimensional columns and the years are switched and drawn', async ({ page }) => {
  const { index } = await engineAnswer();
  const { timeline, counties } = index.pack;
  const names = new Map(counties.map(({ code, name }) => [code, name]));
  await startOver(page);
  const { left } = screenOf(page);
  const layer = (name: RegExp | string) => left.getByRole('checkbox', { name });

  await expectRedrawn(page, () => layer(/^项目 ?\d/).uncheck());
  await expectRedrawn(page, () => layer('贫困户柱状图').check());
  await left.getByRole('button', { name: /^贫困户柱状图.*不透明度 100%/ }).click();
  const opacity = left.getByRole('slider', { name: /^贫困户柱状图.*不透明度/ });
  await opacity.press('Home');
  await expect(opacity).toHaveAttribute('aria-valuetext', '0%');
  await layer('贫困户柱状图').uncheck();

  await expect(layer('专题：分级设色')).toBeChecked();
  await expectRedrawn(page, () => layer('脱贫时序').check());
  await expect(layer('专题：分级设色')).not.toBeChecked();
  const panel = page.getByRole('region', { name: '脱贫时序' });
  const year = panel.getByRole('slider', { name: '年份' });
  for (const each of timeline.slice(1, 3)) {
    await year.press('ArrowRight');
    await expect(year).toHaveAttribute('aria-valuenow', String(each.year));
    await expect(panel.getByRole('status')).toHaveText(yearSentence(each, names));
  }
  await panel.getByRole('button', { name: /^目标 \d+ 条/ }).click();
  await expect(panel).toContainText(timeline[2]!.targets[0]!.chapter);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await panel.getByRole('button', { name: '按年播放' }).click();
  await expect(panel.getByRole('button', { name: '暂停' })).toBeVisible();
  await expect(year).toHaveAttribute('aria-valuenow', String(timeline.at(-1)!.year));
  await expect(panel.getByRole('button', { name: '按年播放' })).toBeVisible();
  await page.emulateMedia({ reducedMotion: 'reduce' });

  await left.getByRole('button', { name: '恢复默认图层' }).click();
  await expect(layer('专题：分级设色')).toBeChecked();
  await expect(panel).toBeHidden();
});

test('the thematic map follows measure, level, method, classes and own breaks', async ({
  page,
}) => {
  const { index } = await engineAnswer();
  await startOver(page);
  const { left } = screenOf(page);
  await openTab(left, '专题');
  const legend = left.getByRole('list', { name: '专题图例' });
  let settings: ThematicSettings = DEFAULT_THEMATIC_SETTINGS;
  const expectLegend = async (change: Partial<ThematicSettings>): Promise<void> => {
    settings = { ...settings, ...change };
    const { rows, title } = thematicMap(index, settings).legend;
    await expect(legend.getByRole('listitem')).toHaveText(rows.map((r) => `${r.label}${r.count}`));
    await expect(left.getByText(title, { exact: true })).toBeVisible();
  };
  await expectLegend({});
  await expectRedrawn(page, () => select(left, '专题指标', '贫困户'));
  await expectLegend({ measure: 'poorHouseholds' });
  await left.getByRole('radiogroup', { name: '专题单元' }).getByText('县', { exact: true }).click();
  await expectLegend({ level: 'county' });
  await select(left, '分级方法', '等距');
  await expectLegend({ method: 'equal' });
  await left.getByRole('radiogroup', { name: '级数' }).getByText('3', { exact: true }).click();
  await expectLegend({ classCount: 3 });
  await select(left, '分级方法', '自定义');
  const breaks = left.getByRole('textbox', { name: '断点' });
  await breaks.fill('1000，5000');
  await expectLegend({ method: 'custom', customBreaks: [1000, 5000] });
  await breaks.fill('5000，1000，x');
  await expect(left.getByRole('status')).toContainText('未采用');
  await expectLegend({});
});

test('a belt is shown, made wider, and the width undone and done again', async ({ page }) => {
  await startOver(page);
  const { left, inspector } = screenOf(page);
  await openTab(left, '对象');
  await expectRedrawn(page, () => left.getByRole('button', { name: '一区五带全部显示' }).click());
  const width = left.getByRole('spinbutton', { name: '黄河经济带半宽（公里）' });
  await expect(width).toHaveAttribute('aria-valuenow', '5');
  await expectRedrawn(page, async () => {
    await width.fill('12');
    await width.press('Enter');
  });
  await page.getByRole('button', { name: '撤销：「黄河经济带」宽度改为 12 公里' }).click();
  await expect(width).toHaveAttribute('aria-valuenow', '5');
  await page.getByRole('button', { name: '重做：「黄河经济带」宽度改为 12 公里' }).click();
  await expect(width).toHaveAttribute('aria-valuenow', '12');
  await left.getByRole('button', { name: /^恢复黄河经济带的缺省半宽/ }).click();
  await expect(width).toHaveAttribute('aria-valuenow', '5');
  await left.getByRole('button', { name: '黄河经济带', exact: true }).click();
  await expect(inspector.getByRole('heading', { name: '黄河经济带' })).toBeVisible();
  await expect(inspector).toContainText('规划原文');
});
