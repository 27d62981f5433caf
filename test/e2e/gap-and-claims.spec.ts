// Who is left out, and does the plan hold: the gap list and the claims page against the same functions run in Node.
import { checkClaims } from '../../src/analysis/claims';
import { claimAreas, prepareClaims } from '../../src/analysis/claim-data';
import { formatInteger } from '../../src/ui/format';
import { axeFindings } from './axe-findings';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';
import { openTab, screenOf } from './screen';

const DISTANCE_METRES = 3000;

test('the gap list holds every uncovered village, and the claims page every verdict of the engine', async ({
  page,
}) => {
  const { index, coverage } = await engineAnswer();
  const { counts } = await coverage(['dayudu'], DISTANCE_METRES);
  const settings = { distanceMetres: null, beltWidths: new Map<string, number>() };
  const { pack } = index;
  const areas = claimAreas(pack, settings);
  const checks = checkClaims({ data: prepareClaims(pack), areas, settings });
  const agreeing = checks.filter(({ verdict }) => verdict === 'consistent').length;

  await startOver(page, `#p=dayudu&d=${DISTANCE_METRES}`);
  const { right } = screenOf(page);
  await openTab(right, '缺口');
  await expect(right.getByText(`未覆盖 ${formatInteger(counts.notCovered)} 村`)).toBeVisible();
  await expect(right.getByText(`可能 ${formatInteger(counts.possible)} 村`)).toBeVisible();

  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: `全部 ${checks.length}` })).toBeVisible();
  await dialog.getByRole('button', { name: `相符 ${agreeing}` }).click();
  await expect(dialog.getByRole('region', { name: '规划口径' }).getByRole('row')).toHaveCount(
    agreeing + 1,
  );
  expect(await axeFindings(page, ['[role=dialog]'])).toEqual([]);
});
