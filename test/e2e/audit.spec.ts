// A finding of the audit from the list to its printed cell, treated, and what of it reaches the figures; in Node the same
// functions say which finding and which numbers.
import AxeBuilder from '@axe-core/playwright';
import { auditPack } from '../../src/analysis/audit';
import { isReadCell } from '../../src/document/treated-tables';
import type { PackIndex } from '../../src/domain/pack-index';
import { auditValueText } from '../../src/report/audit-words';
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
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
    [],
  );

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
