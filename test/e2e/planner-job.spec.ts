// The planner's job: a relocation site in 平陆 by typed CGCS2000 coordinates, eight villages assigned, the subsidy rule broken
// and mended, a scenario branched, the site moved 3 km, both compared; what the comparison names is what the engine says when
// asked from scratch. Then everything undone and done again. Numbers of people are the test's own.
import type { Geometry } from 'geojson';
import type { Page } from '@playwright/test';
import { villageChanges } from '../../src/analysis/village-changes';
import { DRAWN_ACCURACY_METRES } from '../../src/document/adjusted-alignment';
import type { Village } from '../../src/domain/village';
import { converterFrom, converterTo } from '../../src/io/crs-convert';
import { zoneCrs } from '../../src/io/crs';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { openTab, screenOf, select } from './screen';

const PINGLU = '140829';
const ZONE = 37;
const ZONE_LABEL = 'CGCS2000 3 度带 37 带（中央经线 111°）';
const MOVE_METRES = 3000;
const DISTANCE_METRES = 2000;
const PERSONS_EACH = 30;
const VILLAGES = 8;

type Grid = readonly [east: number, north: number];

/** Villages of the county nearest to the first of its township seats, and that seat in the zone's metres. */
async function placeOfWork(): Promise<{
  readonly villages: readonly Village[];
  readonly seat: Grid;
}> {
  const { pack } = await engineAnswer();
  const seat = pack.townships.find(
    (each) => each.countyCode === PINGLU && each.seat !== null,
  )?.seat;
  if (!seat) throw new Error('平陆 has township seats');
  const away = ({ position: [lng, lat] }: Village): number =>
    Math.hypot((lng - seat[0]) * Math.cos((lat * Math.PI) / 180), lat - seat[1]);
  const villages = pack.villages
    .filter(({ countyCode }) => countyCode === PINGLU)
    .toSorted((a, b) => away(a) - away(b))
    .slice(0, VILLAGES);
  const grid = converterTo(zoneCrs(ZONE, 'without'))(...seat);
  if (!grid.ok) throw new Error(grid.what);
  return { villages, seat: [Math.round(grid.position[0]), Math.round(grid.position[1])] };
}

function geometryAt([east, north]: Grid): Geometry {
  const place = converterFrom(zoneCrs(ZONE, 'without'))(east, north);
  if (!place.ok) throw new Error(place.what);
  return { type: 'Point', coordinates: [...place.position] };
}

async function typePlace(page: Page, [east, north]: Grid): Promise<void> {
  const { right } = screenOf(page);
  const place = right.getByRole('region', { name: '位置' });
  await place.getByRole('button', { name: '录入坐标' }).click();
  await select(place, '坐标系', ZONE_LABEL);
  await place.getByRole('textbox', { name: '坐标，每行一个点' }).fill(`${east}, ${north}`);
  await place.getByRole('textbox', { name: '坐标，每行一个点' }).press('Control+Enter');
  await expect(place.getByRole('button', { name: '录入坐标' })).toBeVisible();
}

async function fillField(page: Page, name: string, text: string): Promise<void> {
  const field = screenOf(page).right.getByRole('textbox', { name });
  await field.fill(text);
  await field.press('Enter');
}

/** "新覆盖 甲村", one a row, as the comparison lists them. */
async function listedChanges(page: Page): Promise<readonly string[]> {
  const rows = page.getByRole('region', { name: '有变化的村' }).locator('tbody tr');
  return rows.evaluateAll((all) =>
    all.map((row) => `${row.getAttribute('data-side')} ${row.querySelector('th')?.textContent}`),
  );
}

/**
 * Presses until the button has no more to do; how often. Two steps may have one label: both buttons tell them apart. Within
 * the page, where a press does not wait for two frames of the map.
 */
function pressAll(page: Page, verb: '撤销' | '重做'): Promise<number> {
  return page.getByRole('toolbar', { name: '工具' }).evaluate(async (tools, word) => {
    const buttons = (): readonly HTMLElement[] =>
      [...tools.querySelectorAll<HTMLElement>('button')].filter(({ ariaLabel }) =>
        /撤销|重做/.test(ariaLabel ?? ''),
      );
    const labels = (): string =>
      buttons()
        .map(({ ariaLabel }) => ariaLabel)
        .join(' | ');
    const isOtherThan = (before: string): Promise<void> =>
      new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (labels() === before) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(tools, { subtree: true, childList: true, attributes: true });
      });
    for (let steps = 0; ; steps++) {
      const button = buttons().find(({ ariaLabel }) => ariaLabel?.startsWith(`${word}：`));
      if (!button) return steps;
      const changed = isOtherThan(labels());
      button.click();
      await changed;
    }
  }, verb);
}

test('a site is planned, checked, moved in a scenario and compared, and all of it is undone and done again', async ({
  page,
}) => {
  const { pack, coverageOf } = await engineAnswer();
  const { villages, seat } = await placeOfWork();
  const moved: Grid = [seat[0] + MOVE_METRES, seat[1]];
  const { left, right } = screenOf(page);
  const checks = right.getByRole('region', { name: '核对' });
  const subsidy = checks.locator('[data-rule="relocation-site-subsidy"]');

  await test.step('a site by typed coordinates', async () => {
    await startOver(page);
    await openTab(left, '规划');
    await left.getByRole('button', { name: '安置点', exact: true }).click();
    await expect(right.getByRole('article', { name: '安置点 安置点 1' })).toBeVisible();
    await typePlace(page, seat);
    await expect(right.getByRole('region', { name: '现况' })).toContainText('平陆县');
  });

  await test.step('eight villages with people', async () => {
    const finder = right.getByRole('textbox', { name: '按村名或代码添加迁出村' });
    for (const { code } of villages) {
      await finder.fill(code);
      await finder.press('Enter');
      await expect(finder).toHaveValue('');
    }
    const list = right.getByRole('region', { name: '迁入村名单' });
    await expect(list.locator('tbody tr')).toHaveCount(VILLAGES);
    for (const { name } of villages) {
      const persons = list.getByRole('textbox', { name: `${name}迁出人数`, exact: true });
      await persons.fill(String(PERSONS_EACH));
      await persons.press('Enter');
    }
    await expect(right.getByRole('region', { name: '迁入村', exact: true })).toContainText(
      `${VILLAGES} 村，${VILLAGES * PERSONS_EACH} 人，户数未填`,
    );
  });

  await test.step('the subsidy rule broken and mended', async () => {
    const persons = VILLAGES * PERSONS_EACH;
    await fillField(page, '安置人数', String(persons));
    await fillField(page, '国家补助资金', `${(persons * 25_000) / 1e4 + 1}万元`);
    await expect(subsidy).toHaveAttribute('data-result', 'broken');
    await expect(subsidy).toContainText('如何改');
    await expect(left.getByRole('list', { name: '规划对象' })).toContainText('不符合 1 项');
    await fillField(page, '国家补助资金', String((persons * 25_000) / 1e4));
    await expect(subsidy).toHaveAttribute('data-result', 'met');
  });

  await test.step('branched, and moved 3 km there', async () => {
    await left.getByRole('button', { name: '以当前情景为起点新建情景' }).click();
    await left.getByRole('textbox', { name: '新情景的名称' }).fill('东移方案');
    await left.getByRole('textbox', { name: '新情景的名称' }).press('Enter');
    await typePlace(page, moved);
  });

  const targets = (grid: Grid) => [
    { id: 'site', geometry: geometryAt(grid), accuracyMetres: DRAWN_ACCURACY_METRES },
  ];
  const changes = villageChanges(
    pack.villages,
    await coverageOf(targets(seat), DISTANCE_METRES),
    await coverageOf(targets(moved), DISTANCE_METRES),
  );
  const expected = (['gained', 'lost', 'otherwise'] as const).flatMap((side) =>
    changes[side].map(({ name }) => `${side} ${name}`),
  );
  expect(changes.gained.length + changes.lost.length).toBeGreaterThan(0);

  await test.step('compared: the villages that the engine names', async () => {
    await left.getByRole('button', { name: '比较两个情景' }).click();
    const comparison = page.getByRole('region', { name: '情景比较：基本方案 → 东移方案' });
    await expect(comparison).toContainText('参加计算的安置点 1 个 → 1 个');
    await expect(comparison).toContainText('位置移动 3 公里');
    await expect.poll(() => listedChanges(page)).toEqual(expected);
  });

  await test.step('all undone, all done again', async () => {
    const steps = await pressAll(page, '撤销');
    await expect(left.getByText('还没有规划对象')).toBeVisible();
    await expect(left.getByRole('combobox', { name: '当前情景' }).locator('..')).not.toContainText(
      '东移方案',
    );
    expect(await pressAll(page, '重做')).toBe(steps);
    await expect.poll(() => listedChanges(page)).toEqual(expected);
    await expect(subsidy).toHaveAttribute('data-result', 'met');
  });
});
