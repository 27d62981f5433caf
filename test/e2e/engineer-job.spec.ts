// Issue 2's job from start to end: project, distance, answer, table, files. Every number is compared with the engine's
// own answer, computed here in Node over the same pack.
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import type { FeatureCollection, Point } from 'geojson';
import readExcelFile from 'read-excel-file/node';
import type { CoverageResult, CoverageStateCode } from '../../src/analysis/coverage-result';
import { COVERAGE_STATE_SHORT, COVERAGE_STATE_WORDS } from '../../src/analysis/coverage-words';
import { formatEstimate, formatInteger } from '../../src/ui/format';
import { type EngineAnswer, engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { chooseFromList, expectCounts, screenOf, typeDistance } from './screen';

const PROJECT = '大禹渡灌区扩建工程';
const ID = 'dayudu';
const DISTANCE_METRES = 2000;
const STATES: readonly CoverageStateCode[] = [3, 2, 1, 0];

type Cells = readonly unknown[];

async function exportAs(page: Page, item: RegExp): Promise<{ bytes: Buffer; download: Download }> {
  await screenOf(page).coverage.getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ]);
  return { bytes: await readFile(await download.path()), download };
}

interface Sheet {
  readonly heading: Cells;
  readonly body: readonly Cells[];
  readonly all: readonly Cells[];
  readonly sums: readonly Cells[];
}

async function readList(bytes: Buffer): Promise<Sheet> {
  const sheets = await readExcelFile(bytes);
  const all: readonly Cells[] = sheets.find(({ sheet }) => sheet === '清单')?.data ?? [];
  const sums: readonly Cells[] = sheets.find(({ sheet }) => sheet === '汇总')?.data ?? [];
  const at = all.findIndex((row) => row[0] === '村名');
  const end = all.findIndex((row, index) => index > at && row.every((cell) => cell === null));
  return { heading: all[at] ?? [], body: all.slice(at + 1, end), all, sums };
}

/** Compares every row with the engine's arrays by code; returns how many rows there were. */
function expectRows(
  rows: readonly (readonly [code: unknown, state: unknown, distance: unknown])[],
  { index }: EngineAnswer,
  result: CoverageResult,
): void {
  const differences = rows.flatMap(([code, state, distance]) => {
    const at = index.villageIndexByCode.get(String(code)) ?? -1;
    const wanted = COVERAGE_STATE_WORDS[result.states[at] as CoverageStateCode];
    const metres = result.nearestDistanceMetres[at] ?? Number.NaN;
    const isRight = state === wanted && Math.abs(Number(distance) - metres) < 0.001;
    return isRight ? [] : [`${String(code)}: ${String(state)} ${String(distance)}`];
  });
  expect(differences).toEqual([]);
  expect(new Set(rows.map(([code]) => code)).size).toBe(rows.length);
}

function column(sheet: { readonly heading: Cells }, name: string): number {
  const at = sheet.heading.indexOf(name);
  expect(at, name).toBeGreaterThanOrEqual(0);
  return at;
}

function expectSums(sheet: Sheet, result: CoverageResult): void {
  const total = sheet.sums.find((row) => row[0] === '合计') ?? [];
  const state = column(sheet, '状态');
  const households = column(sheet, '贫困户(估算)');
  const persons = column(sheet, '贫困人口(估算)');
  STATES.forEach((code, at) => {
    const rows = sheet.body.filter((row) => row[state] === COVERAGE_STATE_WORDS[code]);
    const sum = (of: number): number => rows.reduce((all, row) => all + Number(row[of] ?? 0), 0);
    expect(total[2 + at]).toBe(rows.length);
    expect(total[7 + at]).toBeCloseTo(sum(households), 6);
    expect(total[12 + at]).toBeCloseTo(sum(persons), 6);
  });
  expect(total[6]).toBe(result.counts.total);
}

async function expectXlsx(page: Page, answer: EngineAnswer, result: CoverageResult): Promise<void> {
  const { bytes, download } = await exportAs(page, /^Excel/);
  expect(download.suggestedFilename()).toBe(`运城市_${PROJECT}_2000米_覆盖清单_内部版.xlsx`);
  const sheet = await readList(bytes);
  const [code, state, metres] = ['行政区划代码', '状态', '距离(米)'].map((n) => column(sheet, n));
  const rows = sheet.body.map((r) => [r[code!], r[state!], r[metres!]] as const);
  expect(rows).toHaveLength(result.counts.total);
  expect(rows.every(([each]) => typeof each === 'string')).toBe(true);
  expectRows(rows, answer, result);
  expectSums(sheet, result);
  const header = sheet.all.slice(0, 8).map((row) => row.join(' '));
  expect(header.join('\n')).toMatch(/服务距离.*2,000 米[\s\S]*数据包[\s\S]*计算引擎 \d/);
}

async function expectCsv(page: Page, answer: EngineAnswer, result: CoverageResult): Promise<void> {
  const { bytes } = await exportAs(page, /^CSV/);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const sheet = { heading: (lines[0] ?? '').split(',') };
  const [code, state, metres] = ['行政区划代码', '状态', '距离(米)'].map((n) => column(sheet, n));
  const rows = lines
    .slice(1, 1 + result.counts.total)
    .map((line) => line.split(','))
    .map((cells) => [cells[code!], cells[state!], cells[metres!]] as const);
  expectRows(rows, answer, result);
  expect(lines[1 + result.counts.total]).toBe('');
}

async function expectGeoJson(page: Page, answer: EngineAnswer, result: CoverageResult) {
  const { bytes } = await exportAs(page, /^GeoJSON/);
  const { features } = JSON.parse(bytes.toString('utf8')) as FeatureCollection<Point>;
  expect(features).toHaveLength(result.counts.total);
  const rows = features.map(({ id, properties }) => {
    return [id, properties?.['状态'], properties?.['距离(米)']] as const;
  });
  expectRows(rows, answer, result);
}

async function expectUncovered(page: Page, answer: EngineAnswer, result: CoverageResult) {
  const { bytes, download } = await exportAs(page, /仅未覆盖/);
  expect(download.suggestedFilename()).toContain('未覆盖清单');
  const sheet = await readList(bytes);
  const [code, state, metres] = ['行政区划代码', '状态', '距离(米)'].map((n) => column(sheet, n));
  expect(sheet.body).toHaveLength(result.counts.notCovered);
  expectRows(
    sheet.body.map((row) => [row[code!], row[state!], row[metres!]] as const),
    answer,
    result,
  );
}

/** Estimates, breakdown by county, and the table's first rows in order of distance. */
async function expectDetails(page: Page, answer: EngineAnswer, result: CoverageResult) {
  const { coverage, dock, grid } = screenOf(page);
  const summary = answer.summary(result);
  const { households, persons } = summary.total;
  await expect(coverage.getByText(/^≈/)).toHaveText([
    `≈${formatEstimate(households.certain + households.asDrawn)}`,
    `≈${formatEstimate(persons.certain + persons.asDrawn)}`,
  ]);
  await expect(coverage.getByRole('button', { name: /^估算·/ })).toBeVisible();
  const ruicheng = summary.byCounty.find(({ name }) => name === '芮城县');
  const { certain, asDrawn, notCovered } = ruicheng!.villages;
  const row = coverage.getByRole('row', { name: /^芮城县/ });
  await expect(row.getByRole('cell').nth(0)).toHaveText(formatInteger(certain + asDrawn));
  await expect(row.getByRole('cell').nth(2)).toHaveText(formatInteger(notCovered));

  await grid.getByRole('button', { name: '距离' }).click();
  const nearest = [...result.nearestDistanceMetres.keys()].toSorted(
    (a, b) => result.nearestDistanceMetres[a]! - result.nearestDistanceMetres[b]! || a - b,
  );
  const village = answer.index.pack.villages[nearest[0]!]!;
  const cells = grid.getByRole('row').nth(1).getByRole('gridcell');
  await expect(cells.nth(3)).toHaveText(village.code);
  await expect(cells.nth(4)).toHaveText(
    COVERAGE_STATE_SHORT[result.states[nearest[0]!] as CoverageStateCode],
  );
  const tabs = dock.getByRole('group', { name: '按覆盖结果查看' });
  await tabs.getByRole('button', { name: '未覆盖' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', String(result.counts.notCovered + 1));
  await tabs.getByRole('button', { name: '全部' }).click();
}

test('an engineer finds the villages that 大禹渡 covers at 2 km and hands in the list', async ({
  page,
}) => {
  const answer = await engineAnswer();
  await startOver(page);
  const { map, slider } = screenOf(page);
  await expect(page.getByRole('contentinfo')).toContainText('13 县');
  await expect(page.getByRole('contentinfo')).toContainText('157 乡镇');
  await expect(page.getByRole('contentinfo')).toContainText('3,349 村级单位');
  await expect(page.getByRole('contentinfo')).toContainText('示意，不作划界依据');

  await chooseFromList(page, PROJECT);
  await typeDistance(page, '2公里');
  const result = await answer.coverage([ID], DISTANCE_METRES);
  await expectCounts(page, result.counts);
  await expectDetails(page, answer, result);
  await expectXlsx(page, answer, result);
  await expectCsv(page, answer, result);
  await expectGeoJson(page, answer, result);
  await expectUncovered(page, answer, result);

  // The slider: numbers, table and map change together.
  await map.hover({ position: { x: 5, y: 5 } });
  const before = await map.screenshot();
  const box = (await slider.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.35, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  const metres = Number(await slider.inputValue());
  expect(metres).toBeGreaterThan(4000);
  const farther = await answer.coverage([ID], metres);
  expect(farther.counts).not.toEqual(result.counts);
  await expectCounts(page, farther.counts);
  await expect.poll(async () => (await map.screenshot()).equals(before)).toBe(false);

  await slider.press('ArrowLeft');
  await expectCounts(page, (await answer.coverage([ID], metres - 10)).counts);
});

test('projects are chosen by kind and each seen on its own; a scope-only project is counted apart', async ({
  page,
}) => {
  const answer = await engineAnswer();
  const { pack } = answer.index;
  const ids = pack.projects
    .filter(({ kind, geometry }) => kind === 'water' && geometry !== null)
    .map(({ id }) => id);
  await startOver(page);
  const { coverage } = screenOf(page);
  await coverage.getByRole('button', { name: '按类型一次加入' }).click();
  await coverage.getByRole('button', { name: /^水利 / }).click();
  await expect(coverage.getByRole('list', { name: '已选项目' }).getByRole('listitem')).toHaveCount(
    ids.length,
  );
  await coverage.getByRole('group', { name: '常用距离' }).getByText('3 公里').click();
  const union = await answer.coverage(ids, 3000);
  await expectCounts(page, union.counts);

  await coverage.getByRole('button', { name: '逐项' }).click();
  const table = coverage.getByRole('region', { name: '项目', exact: true });
  for (const id of ['dayudu', 'zuncun']) {
    const own = await answer.coverage([id], 3000);
    const row = table.getByRole('row', { name: answer.index.projectById.get(id)!.name });
    const drawn = formatInteger(own.counts.certain + own.counts.asDrawn);
    await expect(row.getByRole('cell').first()).toHaveText(drawn);
  }
  await table.getByRole('button', { name: PROJECT }).click();
  await expectCounts(page, (await answer.coverage(['dayudu'], 3000)).counts);

  await coverage.getByRole('button', { name: '合并' }).click();
  await chooseFromList(page, '农村配电网改造');
  await expect(coverage.getByRole('note')).toContainText('农村配电网改造');
  await expect(coverage.getByRole('note')).toContainText('未计入结果');
  await expectCounts(page, union.counts);

  // A distance that is none is refused and changes nothing.
  await typeDistance(page, '远一点');
  await expect(coverage.getByRole('alert')).toBeVisible();
  await expectCounts(page, union.counts);
});
