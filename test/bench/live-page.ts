// npm run bench -- --page            input to new numbers in the real page, at three sizes
// npm run bench -- --page --write    also renews that section of docs/performance.md
//
// Script time is the main thread's own JavaScript (DevTools ScriptDuration): what the product is answerable for. Time to
// paint also holds the worker's answer, layout and, here, SwiftShader painting every dot on the processor.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Geometry, Position } from 'geojson';
import { type CDPSession, type Page, chromium } from '@playwright/test';
import { build } from 'vite';
import { findChrome } from '../../.ci/chrome.mjs';
import { serve } from '../../.ci/serve.mjs';
import type { RegionPack } from '../../src/domain/region-pack';
import { createEngine } from '../../src/engine/run';
import type { CoverageTarget } from '../../src/engine/protocol';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';
import { writeBenchPack } from './bench-pack';
import { type StepTimes, installProbe } from './live-probe';
import { milliseconds, reportText, say, table } from './report';

const ROOT = join(import.meta.dirname, '../..');
const DOC = join(ROOT, 'docs/performance.md');
const BEGIN = '<!-- measured by npm run bench -- --page -->';
const END = '<!-- end of the page measurements -->';
const STEPS = Number(argument('steps') ?? 15);
/** A batch has nobody to answer to. */
const PACE = { breathe: () => Promise.resolve() };

/** Value of `--name=value` on the command line. */
function argument(name: string): string | undefined {
  return process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
}

interface Size {
  readonly name: string;
  /** Null: the shipped pack. */
  readonly count: number | null;
  readonly box: readonly [number, number, number, number];
  /** Projects chosen, the first of which is moved. */
  readonly chosen: readonly string[];
}

const BENCH_LINES = Array.from({ length: 10 }, (_, k) => `bench-${k + 1}`);
const SIZES: readonly Size[] = [
  {
    name: 'prefecture (the shipped pack, 10 projects)',
    count: null,
    box: [0, 0, 0, 0],
    chosen: [
      'dayudu',
      'yaoxianqu',
      'xiaolangdi',
      'beizhao-lianjie',
      'sanmenxia-buguan',
      'yumenkou-dongkuo',
      'xifan-dongkuo',
      'beizhao-dongkuo',
      'jiamakou-dongkuo',
      'zuncun',
    ],
  },
  {
    name: 'province (synthetic, 10 lines)',
    count: 62_000,
    box: [108, 33, 114, 40],
    chosen: BENCH_LINES,
  },
  {
    name: 'nation (synthetic, 10 lines)',
    count: 667_911,
    box: [98, 22, 122, 45],
    chosen: BENCH_LINES,
  },
];

interface Measured {
  readonly headline: number;
  readonly painted: number;
  readonly drawing: number;
  readonly script: number;
  readonly task: number;
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(
      1,
    );
  return `${at(0)} / ${at(0.5)} / ${at(1)}`;
}

function moved(geometry: Geometry, degrees: number): Geometry {
  const shift = ([lng = 0, lat = 0]: Position): Position => [lng, lat + degrees];
  switch (geometry.type) {
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: geometry.coordinates.map(shift) };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map((each) => moved(each, degrees)) };
    case 'Point':
      return { ...geometry, coordinates: shift(geometry.coordinates) };
    default:
      throw new Error(`bench does not move a ${geometry.type}`);
  }
}

/** What the headline must read, computed by the same engine in this process. */
async function answerer(pack: RegionPack) {
  const engine = createEngine();
  const { villages } = pack;
  const columns = {
    lng: Float64Array.from(villages, ({ position }) => position[0]),
    lat: Float64Array.from(villages, ({ position }) => position[1]),
    accuracyMetres: Float64Array.from(villages, (each) => each.positionAccuracyMetres),
  };
  await engine.run('load-villages', columns, PACE);
  return async (targets: readonly CoverageTarget[], distanceMetres: number): Promise<string> => {
    const { counts } = await engine.run('coverage', { targets, distanceMetres }, PACE);
    const drawn = counts.certain + counts.asDrawn;
    return [drawn, counts.certain, drawn + counts.possible].join('|');
  };
}

function targetsOf(pack: RegionPack, ids: readonly string[]): readonly CoverageTarget[] {
  return ids.map((id) => {
    const project = pack.projects.find((each) => each.id === id);
    if (!project?.geometry || project.alignmentAccuracyMetres === null)
      throw new Error(`${id} has no place`);
    return { id, geometry: project.geometry, accuracyMetres: project.alignmentAccuracyMetres };
  });
}

async function metricsOf(cdp: CDPSession): Promise<{ script: number; task: number }> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (name: string): number =>
    (metrics.find((each) => each.name === name)?.value ?? 0) * 1000;
  return { script: value('ScriptDuration'), task: value('TaskDuration') };
}

async function measured(
  page: Page,
  cdp: CDPSession,
  act: () => Promise<StepTimes>,
): Promise<Measured> {
  await page.evaluate(() => window.liveProbe.settle());
  const before = await metricsOf(cdp);
  const times = await act();
  const after = await metricsOf(cdp);
  return { ...times, script: after.script - before.script, task: after.task - before.task };
}

function rowsOf(what: string, steps: readonly Measured[]): readonly string[] {
  const column = (key: keyof Measured): string => spread(steps.map((each) => each[key]));
  return [
    what,
    column('script'),
    column('task'),
    column('drawing'),
    column('headline'),
    column('painted'),
  ];
}

async function open(page: Page, url: string, size: Size): Promise<string> {
  const began = performance.now();
  await page.goto(`${url}#p=${size.chosen.join(',')}&d=2000`);
  await page.waitForFunction(
    () => document.documentElement.dataset['ready'] === 'true',
    undefined,
    {
      timeout: 600_000,
    },
  );
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

async function benchSize(page: Page, url: string, size: Size, pack: RegionPack): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  // Processor time of the main thread, so that other jobs on the machine do not count.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const opened = await open(page, url, size);
  // The loader of these files names every function; the page has no such helper.
  await page.evaluate('globalThis.__name = (each) => each');
  await page.evaluate(installProbe);
  const [answer, targets] = [await answerer(pack), targetsOf(pack, size.chosen)];
  await page.waitForFunction(
    (text) => window.liveProbe.read() === text,
    await answer(targets, 2000),
    {
      timeout: 300_000,
    },
  );
  const tasks = await page.evaluate(() => window.liveProbe.longTasks());
  say(`\n### ${size.name}: ${pack.villages.length.toLocaleString('en')} villages\n`);
  say(
    `Opened in ${opened}; longest task while opening ${milliseconds(Math.max(0, ...tasks))} ms.\n`,
  );

  const slides: Measured[] = [];
  for (let k = 0; k < STEPS; k++) {
    const metres = 2100 + k * 230;
    const expected = await answer(targets, metres);
    slides.push(
      await measured(page, cdp, () =>
        page.evaluate(([d, text]) => window.liveProbe.slide(d, text), [metres, expected] as const),
      ),
    );
  }
  const [first, ...others] = targets;
  if (!first) throw new Error('no project to move');
  const last = 2100 + (STEPS - 1) * 230;
  const moves: Measured[] = [];
  for (let k = 1; k <= STEPS; k++) {
    const geometry = moved(first.geometry, k * 0.011);
    const expected = await answer([{ ...first, geometry }, ...others], last);
    moves.push(
      await measured(page, cdp, () =>
        page.evaluate(
          ([id, shape, accuracy, text]) => window.liveProbe.move(id, shape, accuracy, text),
          [first.id, geometry, first.accuracyMetres, expected] as const,
        ),
      ),
    );
  }
  table(
    [
      'least / median / most ms',
      'script',
      'all tasks',
      'map frames',
      'input to new headline',
      'input to painted',
    ],
    [rowsOf('slider step', slides) as string[], rowsOf('a project moved', moves) as string[]],
  );
  await page.evaluate(() => window.liveProbe.settle());
  await page.evaluate(() => window.liveProbe.longTasks());
  const distances = Array.from({ length: 40 }, (_, k) => 1500 + k * 50);
  const flood = await page.evaluate((each) => window.liveProbe.flood(60, each), distances);
  const floodTasks = await page.evaluate(() => window.liveProbe.longTasks());
  say(
    `Slider moved on each of ${flood.inputs} frames: ${flood.headlines} new headlines meanwhile, frames ${flood.medianFrame.toFixed(0)} ms (median), ${flood.longestFrame.toFixed(0)} ms (longest), longest task ${milliseconds(Math.max(0, ...floodTasks))} ms.\n`,
  );
}

async function main(): Promise<void> {
  const only = argument('sizes');
  const work = mkdtempSync(join(tmpdir(), 'cuntu-live-'));
  const dist = argument('dist') ?? join(work, 'dist');
  if (dist.startsWith(work))
    await build({ root: ROOT, logLevel: 'warn', build: { outDir: dist, emptyOutDir: true } });
  const executablePath = findChrome();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--disable-background-networking',
    ],
  });
  const load = (loadavg()[0] ?? 0).toFixed(1);
  say(
    `Measured ${new Date().toISOString().slice(0, 10)}, Chromium ${browser.version()} with SwiftShader, window 1440 × 900, ${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores, load average ${load} at the start. ${STEPS} steps of each kind, each after the page had come to rest. Script and all tasks: processor time of the page's main thread, map frames included; the other columns are by the clock and count waiting for the other jobs and for SwiftShader. Map frames: time inside animation frames, MapLibre and deck.gl, till painted.`,
  );
  try {
    for (const [at, size] of SIZES.entries()) {
      if (only !== undefined && !only.split(',').includes(String(at))) continue;
      const folder = join(work, `site${at}`);
      cpSync(dist, folder, { recursive: true });
      const packFolder = join(folder, 'geodata/yuncheng');
      if (size.count !== null) {
        rmSync(packFolder, { recursive: true });
        writeBenchPack(packFolder, size.count, size.box);
      }
      const loaded = await loadPack(folderSource(packFolder));
      if (!loaded.ok) throw new Error(loaded.problems.map(({ text }) => text).join('\n'));
      const { server, url } = await serve(folder, 5600);
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        locale: 'zh-CN',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(600_000);
      page.on('pageerror', (error) => process.stderr.write(`page error: ${error.message}\n`));
      await benchSize(page, url, size, loaded.value);
      await page.screenshot({ path: join(work, `size${at}.png`) });
      process.stderr.write(`screenshot ${join(work, `size${at}.png`)}\n`);
      await context.close();
      server.close();
      rmSync(folder, { recursive: true });
    }
  } finally {
    await browser.close();
  }
  if (process.argv.includes('--write')) writeSection();
}

/** Replaces this bench's own section; puts one before the engine's tables where there is none. */
function writeSection(): void {
  const text = readFileSync(DOC, 'utf8');
  const section = `${BEGIN}\n\n${reportText()}\n\n${END}`;
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${DOC} has no place for the page section`);
  writeFileSync(DOC, `${before}${section}${after}`);
}

await main();
