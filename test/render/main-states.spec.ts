// The five main states as pictures (1280 × 800, software WebGL). Tolerance: at most 1 % of the pixels may differ by more
// than Playwright's colour threshold of 0.2; a label that moves or a layer that is missing is more. The links are made by
// the app's own permalink. `npx playwright test --project=render --update-snapshots` accepts new pictures after a look.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { writePermalink } from '../../src/app/permalink';
import { DEFAULT_SESSION, type SessionState } from '../../src/app/session-state';
import { DEFAULT_LAYER_STATE, type LayerId } from '../../src/map/layer-catalog';
import { setVisible } from '../../src/features/layers/layer-order';
import { boot, expect, followLink, sharedTest as test } from '../e2e/fixtures';
import { screenOf } from '../e2e/screen';

const TOLERANCE = { maxDiffPixelRatio: 0.01, threshold: 0.2 };

function shown(...ids: LayerId[]): SessionState['layers'] {
  return ids.reduce((layers, id) => setVisible(layers, id, true), DEFAULT_LAYER_STATE);
}

function link(session: Partial<SessionState>): string {
  return `#${writePermalink({ ...DEFAULT_SESSION, ...session })}`;
}

/** In the one page, whose camera stays. */
async function show(page: Page, hash = '#start'): Promise<void> {
  await (page.url() === 'about:blank' ? boot(page, hash) : followLink(page, hash));
}

/** Two pictures half a second apart are the same: tiles, labels and reach are drawn. */
async function settled(map: Locator): Promise<void> {
  let before = await map.screenshot();
  await expect
    .poll(
      async () => {
        const now = await map.screenshot();
        const same = now.equals(before);
        before = now;
        return same;
      },
      { intervals: [500] },
    )
    .toBe(true);
}

/** Code points that the bundled fonts hold. */
function bundledCharacters(): ReadonlySet<number> {
  const [, body = ''] = readFileSync('public/fonts/coverage.txt', 'utf8').split('\n\n');
  const covered = new Set<number>();
  for (const range of body.replaceAll('\n', '').split(',')) {
    const [first = 0, last = first] = range.split('-').map((hex) => Number.parseInt(hex, 16));
    for (let code = first; code <= last; code++) covered.add(code);
  }
  return covered;
}

const bundled = bundledCharacters();

/** Characters on screen that would fall back to a font of the system, or to an empty box. */
async function missingGlyphs(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => document.body.innerText);
  return [...new Set(text)].filter(
    (c) => !/\s|[\p{Cc}\p{Cf}]/u.test(c) && !bundled.has(c.codePointAt(0) ?? 0),
  );
}

async function expectPicture(page: Page, name: string): Promise<void> {
  expect(await missingGlyphs(page)).toEqual([]);
  await settled(screenOf(page).map);
  await expect(page).toHaveScreenshot(name, TOLERANCE);
}

test('start: the poverty map, the projects, the whole table', async ({ page }) => {
  await show(page);
  await expect(screenOf(page).coverage).toContainText('先选一个项目');
  await expectPicture(page, 'start.png');
  const faces = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  );
  expect(faces.join()).toMatch(/Cuntu/i);
});

test('coverage of 大禹渡 at 2 km', async ({ page }) => {
  await show(page, link({ chosenProjectIds: ['dayudu'], distanceMetres: 2000 }));
  await expect(screenOf(page).coverage.getByText(/= 全部/)).toBeVisible();
  await expectPicture(page, 'coverage.png');
});

test('a township in the inspector', async ({ page }) => {
  await show(
    page,
    link({ selection: { kind: 'township', code: '140823101' }, rightTab: 'inspect' }),
  );
  await expect(screenOf(page).inspector).toContainText('乡镇级数据');
  await expectPicture(page, 'township.png');
});

test('belts and the year 2018', async ({ page }) => {
  await show(page, link({ layers: shown('belts', 'timeline'), year: 2018, leftTab: 'objects' }));
  await expect(page.getByRole('slider', { name: '年份' })).toHaveAttribute('aria-valuenow', '2018');
  await expectPicture(page, 'belts-2018.png');
});

test('the projector theme with an answer', async ({ page }) => {
  await show(page, link({ theme: 'projector', chosenProjectIds: ['dayudu'], tableOpen: false }));
  await expect(screenOf(page).coverage.getByText(/= 全部/)).toBeVisible();
  await expectPicture(page, 'projector.png');
});
