// 汇报材料 in the browser: slides of the view on screen, made off screen and in the worker, say what the engine says; the
// picture shows the map with deck.gl's dots; a cancelled report writes nothing.
import { readFile } from 'node:fs/promises';
import { coverageFigures } from '../../src/report/coverage-report';
import { type OfficeParts, elements, officeParts, paragraphs } from '../report/office-parts';
import { engineAnswer } from './engine-answer';
import { expect, sharedTest as test, startOver } from './fixtures';

const PROJECT_IDS = ['xiaolangdi', 'beizhao-lianjie', 'sanmenxia-buguan'];
const DISTANCE_METRES = 3000;

interface PictureStatistics {
  readonly width: number;
  readonly colours: number;
  /** Shares of pixels. */
  readonly commonest: number;
  readonly covered: number;
}

/** Counts what the picture is made of; runs in the page, which can read PNG. */
async function statisticsOf(base64: string): Promise<PictureStatistics> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const counts = new Map<number, number>();
  let covered = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    const colour = (red << 16) | (green << 8) | blue;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
    // The rings of covered villages, #0F7B6C: drawn by deck.gl alone.
    if (Math.abs(red - 15) + Math.abs(green - 123) + Math.abs(blue - 108) < 24) covered++;
  }
  const pixels = data.length / 4;
  return {
    width: bitmap.width,
    colours: counts.size,
    commonest: Math.max(...counts.values()) / pixels,
    covered: covered / pixels,
  };
}

function slideTexts(parts: OfficeParts, number: number): readonly string[] {
  return paragraphs(parts.xml(`ppt/slides/slide${number}.xml`), 'a');
}

test('slides of the view: numbers of the engine, a map that is not blank, native chart and tables', async ({
  page,
}) => {
  const answer = await engineAnswer();
  const result = await answer.coverage(PROJECT_IDS, DISTANCE_METRES);
  const figures = coverageFigures(answer.summary(result));
  await startOver(page, `#p=${PROJECT_IDS.join()}&d=${DISTANCE_METRES}`);
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: '汇报材料' });
  await dialog.getByRole('checkbox', { name: '分析报告 DOCX' }).uncheck();
  await dialog.getByRole('checkbox', { name: '清单工作簿 XLSX' }).uncheck();
  const make = dialog.getByRole('button', { name: '生成' });

  await make.click();
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog.getByRole('status')).toContainText('已取消，没有写出文件');

  const download = page.waitForEvent('download', { timeout: 240_000 });
  await make.click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^运城市_汇报幻灯_内部版_\d{8}\.pptx$/);
  await expect(dialog.getByRole('status')).toContainText('已写出');
  await expect(dialog.getByRole('button', { name: '刷新' })).toBeVisible();

  const parts = officeParts(new Uint8Array(await readFile(await file.path())));
  const texts = slideTexts(parts, 2);
  for (const { label, value, range } of figures)
    expect(texts).toEqual(expect.arrayContaining([label, value, range]));
  expect(elements(parts.xml('ppt/slides/slide4.xml'), 'a:tbl')).toHaveLength(1);
  expect(parts.paths.some((path) => path.startsWith('ppt/charts/chart'))).toBe(true);

  const media = parts.paths.find((path) => path.startsWith('ppt/media/'))!;
  const base64 = Buffer.from(parts.bytes(media)).toString('base64');
  const statistics = await page.evaluate(statisticsOf, base64);
  expect(statistics.width).toBe(2160);
  expect(statistics.colours).toBeGreaterThan(500);
  expect(statistics.commonest).toBeLessThan(0.7);
  // 1.1 % with the rings; the outlines of the reach, of the same colour, are a tenth of that.
  expect(statistics.covered).toBeGreaterThan(0.005);
});
