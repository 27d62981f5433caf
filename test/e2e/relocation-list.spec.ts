// A roster of households, in GBK as Excel saves it, becomes a relocation list, and one click takes its villages to the plan's
// sites of the names in it: a village that it divides to both. Households and numbers of people are the test's own.
import type { Village } from '../../src/domain/village';
import { csv, encoded } from '../fixtures/import/bytes';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { dropFiles, goNext, importScreen } from './import-screen';
import { openTab, screenOf } from './screen';

const PINGLU = '140829';

test('a roster of households is assigned to the sites that it names, and back', async ({
  page,
}) => {
  const { pack } = await engineAnswer();
  const [divided, moved, open] = pack.villages.filter(({ countyCode }) => countyCode === PINGLU);
  if (!divided || !moved || !open) throw new Error('平陆 has villages');
  const townshipOf = ({ townshipCode }: Village): string =>
    pack.townships.find(({ code }) => code === townshipCode)?.name ?? '';
  const { left, right } = screenOf(page);
  const { dialog, apply } = importScreen(page);
  const list = right.getByRole('region', { name: '迁入村名单' });

  await test.step('two sites of names', async () => {
    await startOver(page);
    await openTab(left, '规划');
    for (const site of ['甲安置点', '乙安置点']) {
      await left.getByRole('button', { name: '安置点', exact: true }).click();
      const name = right.getByRole('textbox', { name: '名称', exact: true });
      await expect(name).toHaveValue(/^安置点 \d$/);
      await name.fill(site);
      await name.press('Enter');
      await expect(right.getByRole('article', { name: `安置点 ${site}` })).toBeVisible();
    }
  });

  await test.step('six households become four entries', async () => {
    const home = (n: number, village: Village, persons: number, site: string) => [
      n,
      '平陆县',
      townshipOf(village),
      village.name,
      `户主${n}`,
      persons,
      site,
    ];
    const rows = [
      home(1, divided, 4, '甲集中安置点'),
      home(2, divided, 3, '甲集中安置点'),
      home(3, divided, 2, '乙'),
      home(4, moved, 5, '甲集中安置点'),
      home(5, moved, 1, '甲集中安置点'),
      home(6, open, 6, ''),
    ];
    const headings = ['序号', '县', '乡镇', '行政村', '户主姓名', '家庭人口', '安置点'];
    const bytes = encoded(csv([headings, ...rows]), 'gbk');
    await dropFiles(page, [{ name: '搬迁户花名册.csv', bytes }]);
    await goNext(page);
    await goNext(page);
    await expect(
      dialog.getByText('列入搬迁名单 4 条（6 行合并），其中 3 条写明安置点；村的位置和数字不变。'),
    ).toBeVisible();
    await expect(dialog.getByText(/6 行按「同一村、同一安置点」合并为 4 条/)).toBeVisible();
    await apply.click();
    await expect(dialog).toBeHidden();
  });

  await test.step('by the list to the sites', async () => {
    await left.getByRole('button', { name: /^未安置的村/ }).click();
    await expect(left.getByText('名单 3 村，未安置 3 村、21 人')).toBeVisible();
    await left.getByRole('button', { name: '按名单分到同名的安置点（2 村）' }).click();
    await expect(left.getByText('名单 3 村，未安置 1 村、6 人')).toBeVisible();
    await expect(left.getByRole('list', { name: '未安置的村' })).toContainText(open.name);
    await expect(left.getByRole('button', { name: /^按名单分到/ })).toHaveCount(0);
  });

  await test.step('each site with its share', async () => {
    const objects = left.getByRole('list', { name: '规划对象' });
    const shares = [
      { site: '甲安置点', total: '2 村，13 人，4 户', numbers: ['2', '7'] },
      { site: '乙安置点', total: '1 村，2 人，1 户', numbers: ['1', '2'] },
    ];
    for (const { site, total, numbers } of shares) {
      await objects.getByText(site).click();
      await expect(right.getByRole('region', { name: '迁入村', exact: true })).toContainText(total);
      const field = (word: string) =>
        list.getByRole('textbox', { name: `${divided.name}迁出${word}`, exact: true });
      await expect(field('户数')).toHaveValue(numbers[0] ?? '');
      await expect(field('人数')).toHaveValue(numbers[1] ?? '');
    }
  });

  await test.step('one undo takes all of it back', async () => {
    await page.getByRole('button', { name: '撤销：按名单分配 2 个村' }).click();
    await expect(left.getByText('名单 3 村，未安置 3 村、21 人')).toBeVisible();
  });
});
