// A finding of the audit from the list to its printed cell, treated, and what of it reaches the figures; in Node the same
// functions say which finding and which numbers.
import { auditPack } from '../../src/analysis/audit';
import { targetProgress } from '../../src/analysis/target-progress';
import { isReadCell } from '../../src/document/treated-tables';
import type { PackIndex } from '../../src/domain/pack-index';
import { auditValueText } from '../../src/report/audit-words';
import { TARGET_STATE_WORDS, shareText } from '../../src/report/target-table';
import { axeFindings } from './axe-findings';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { screenOf } from './screen';

/** The first finding about a county's printed figure that has a computed value to put in its place. */
function countyFinding({ pack, countyByCode }: PackIndex) {
  for (const finding of auditPack(pack)) {
    const { table: tableId = '', row = 0, column = '' } = finding.where;
    const table = pack.tables.find(({ id }) => id === tableId);
    const county = countyByCode.get(table?.rows[row - 1]?.areaCode ?? '');
    const isRead = isReadCell(pack.tables, { tableId, row, column });
    if (table && county && isRead && finding.canUseComputed) return { finding, table, county };
  }
  throw new Error('no finding about a county');
}

test('a finding opens its printed cell; its computed value is used, seen, and taken back', async ({
  page,
}) => {
  const { index } = await engineAnswer();
  const { finding, table, county } = countyFinding(index);
  const { stated, computed, unit, where } = finding;
  await startOver(page);
  const { inspector, search } = screenOf(page);
  const open = page.getByRole('button', { name: /^数据体检：\d+ 项待处理$/ });
  await expect(open).toBeVisible();
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: /^数据体检/ });
  const total = auditPack(index.pack).length;
  await expect(dialog.getByRole('tab', { name: `体检发现 ${total}` })).toBeVisible();
  await dialog
    .getByRole('searchbox', { name: '搜索体检发现' })
    .fill(`${table.title} ${county.name} ${where.column ?? ''}`);
  const numbers = new RegExp(`${auditValueText(stated, unit)}.*${auditValueText(computed, unit)}`);
  await dialog.getByRole('row', { name: numbers }).click();
  const details = dialog.getByRole('complementary', { name: '体检发现详情' });
  await expect(details).toContainText(finding.arithmetic);
  expect(await axeFindings(page, ['[role=dialog]'])).toEqual([]);

  await details.getByRole('button', { name: '看原表' }).first().click();
  const cell = page.getByRole('region', { name: table.title }).locator('[aria-current=location]');
  const column = table.columns.findIndex(({ heading }) => heading === where.column);
  await expect(cell).toHaveText(table.rows[(where.row ?? 0) - 1]?.cells[column] ?? '');
  await page.getByRole('button', { name: '关闭数据来源与精度' }).click();

  await details.getByRole('textbox', { name: '处理理由' }).fill('与县表一致');
  await details.getByRole('button', { name: '采用计算值' }).click();
  await expect(details.getByRole('button', { name: '撤销处理' })).toBeVisible();
  await expect(dialog.getByRole('tab', { name: `体检发现 ${total - 1}` })).toBeVisible();
  await dialog.getByRole('button', { name: '关闭数据体检' }).click();
  await expect(dialog).toBeHidden();

  await search.fill(county.name);
  await page.getByRole('option', { name: `县 ${county.name}` }).click();
  const figure = (value: typeof stated) => inspector.getByText(auditValueText(value, unit)).first();
  await expect(figure(computed)).toBeVisible();
  await expect(inspector).toContainText('与县表一致');
  await page.getByRole('button', { name: /^撤销：数据体检/ }).click();
  await expect(figure(stated)).toBeVisible();
  await expect(figure(computed)).toBeHidden();
});

/** A target with a base and room for an actual value before it is due, whose name no other has. */
function openTarget({ pack: { targets } }: PackIndex) {
  const found = targets.find(
    ({ name, base, value, year }) =>
      base !== null &&
      value !== null &&
      base.year < year - 1 &&
      targets.filter((other) => other.name.includes(name)).length === 1,
  );
  if (!found?.base || found.value === null) throw new Error('no target with a base');
  return { target: found, half: (found.base.value + found.value) / 2 };
}

test('an actual value shows how far a target is, and that it was due and missed; undo takes it back', async ({
  page,
}) => {
  const { index } = await engineAnswer();
  const { target, half } = openTarget(index);
  const early = target.year - 1;
  const actual = { targetId: target.id, value: half, note: '', source: '统计公报', madeAt: '' };
  /** Words of progress and state at the end of `looked`, with actual values of `years`. */
  const words = (years: readonly number[], looked: number): readonly string[] => {
    const [row] = targetProgress(
      [target],
      years.map((year) => ({ ...actual, year })),
      looked,
    );
    return row ? [shareText(row.share), TARGET_STATE_WORDS[row.state]] : [];
  };
  expect(words([early], early)).toEqual(['50%', '推进中']);
  expect(words([early, target.year], target.year)).toEqual(['50%', '到期未达到']);

  await startOver(page);
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: /^数据体检/ });
  await dialog.getByRole('tab', { name: '规划指标' }).click();
  const grid = dialog.getByRole('region', { name: '规划指标' });
  const row = grid.getByRole('row').filter({ hasText: target.name });
  await row.click();
  const details = dialog.getByRole('complementary', { name: '指标详情' });
  const enter = async (year: number): Promise<void> => {
    const form = details.getByRole('form', { name: '填写实际值' });
    await form.getByRole('spinbutton', { name: '年份' }).fill(String(year));
    await form.getByRole('spinbutton', { name: /^实际值/ }).fill(String(half));
    await form.getByRole('textbox', { name: '来源' }).fill(actual.source);
    await form.getByRole('button', { name: '填入' }).click();
    await expect(details.getByRole('button', { name: `删除 ${year} 年实际值` })).toBeVisible();
  };
  const look = async (year: number): Promise<void> => {
    await dialog.getByRole('spinbutton', { name: '截至（年）' }).fill(String(year));
    await page.keyboard.press('Enter');
  };
  await enter(early);
  await look(early);
  for (const word of words([early], early)) await expect(row).toContainText(word);
  await look(target.year);
  await enter(target.year);
  for (const word of words([early, target.year], target.year)) {
    await expect(row).toContainText(word);
  }

  await dialog.getByRole('button', { name: '关闭数据体检' }).click();
  const undo = page.getByRole('button', {
    name: `撤销：「${target.name}」${target.year} 年实际值`,
  });
  await undo.click();
  await page.getByRole('button', { name: `撤销：「${target.name}」${early} 年实际值` }).click();
  await page.keyboard.press('d');
  await dialog.getByRole('tab', { name: '规划指标' }).click();
  await row.click();
  await expect(details).toContainText('还没有填写实际值');
});
