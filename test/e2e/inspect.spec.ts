// Reading the map: same-named villages told apart, accuracy and resolution of what is shown, and every figure opened to
// the printed cell that it came from.
import { formatDistance, formatInteger, formatShare } from '../../src/ui/format';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { screenOf } from './screen';

/** Several villages of the pack have this name. */
const SHARED_NAME = '上庄村委会';

test('same-named villages are told apart; a figure opens to its printed cell and the ‰ evidence', async ({
  page,
}) => {
  const { index } = await engineAnswer();
  const { pack } = index;
  const townshipName = (code: string): string => index.townshipByCode.get(code)?.name ?? '';
  const namesakes = pack.villages.filter(({ name }) => name === SHARED_NAME);
  expect(namesakes.length).toBeGreaterThan(1);
  // One in 闻喜, whose table prints ‰ under a heading that says %.
  const village = pack.villages.find(
    ({ name, countyCode, positionMethod }) =>
      countyCode === '140823' &&
      positionMethod === 'within-township' &&
      pack.villages.filter((other) => other.name === name).length > 1,
  )!;
  await startOver(page);
  const { search, inspector } = screenOf(page);
  const options = page.getByRole('listbox', { name: '检索结果' }).getByRole('option');

  await search.fill('上庄村委会');
  const found = options.filter({ hasText: SHARED_NAME });
  await expect(found).toHaveCount(namesakes.length);
  const subtitles = await found.allTextContents();
  expect(new Set(subtitles).size).toBe(namesakes.length);
  for (const { townshipCode } of namesakes)
    expect(subtitles.some((text) => text.includes(townshipName(townshipCode)))).toBe(true);

  await search.fill(`${townshipName(village.townshipCode)} ${village.name}`);
  await options
    .filter({ hasText: village.name })
    .filter({ hasText: townshipName(village.townshipCode) })
    .first()
    .click();
  await expect(inspector).toContainText(village.code);
  await expect(inspector).toContainText(
    `位置：乡镇范围内均布，精度 ±${formatDistance(village.positionAccuracyMetres)}`,
  );
  await expect(inspector).toContainText('位置不确定');
  await expect(inspector.getByText('估算·乡镇均摊').first()).toBeVisible();

  await inspector.getByRole('button', { name: '查看乡镇' }).click();
  const township = townshipName(village.townshipCode);
  await expect(inspector.getByRole('heading', { name: township })).toBeVisible();
  const figure = pack.figures.find(
    ({ areaCode, measure }) => areaCode === village.townshipCode && measure === 'povertyIncidence',
  )!;
  await expect(inspector).toContainText(formatShare(figure.value, 2));
  await expect(inspector).toContainText('乡镇级数据');
  await expect(inspector).toContainText('‰');
  await inspector.getByRole('button', { name: /打开原表：表4.*贫困发生率/ }).click();

  const drawer = page.getByRole('dialog', { name: '数据来源与精度' });
  const marked = drawer.locator('[aria-current="location"]');
  await expect(marked).toHaveText(figure.printed);
  const table = pack.tables.find(({ id }) => id === figure.cell.tableId)!;
  expect(table.rows[figure.cell.row - 1]?.cells).toContain(figure.printed);
  const notes = drawer.getByRole('list', { name: '本表说明' });
  await expect(notes).toContainText('表头印作 %，本表数字实为 ‰，按 ‰ 读数');
  await expect(drawer).toContainText('按原文照录，未作更正');

  await drawer.getByRole('button', { name: '← 全部来源' }).click();
  const third = drawer.getByRole('listitem').filter({ hasText: '表3' });
  await expect(third).toContainText('1 行未对应');
  await third.getByRole('button').click();
  await expect(notes).toContainText('1 行对不上任何乡镇或县（「开发区」）');
  await expect(drawer.getByRole('cell', { name: /^开发区/ })).toContainText('未对应');
  const gazetteer = pack.villages.filter(({ positionMethod }) => positionMethod === 'gazetteer');
  await drawer.getByRole('button', { name: '← 全部来源' }).click();
  await expect(drawer).toContainText(`地名点：${formatInteger(gazetteer.length)} 村`);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});
