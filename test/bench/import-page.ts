// npm run bench -- --import           a file of 60,000 rows from choice to the region that it changed, in the real page
// npm run bench -- --import --write   also renews that section of docs/performance.md
// --cases=0,4 does less, --dist=folder takes a build that is there, --profile=file.cpuprofile profiles the last case.
//
// Times are the machine's, without a user's pauses between the steps. The page's tasks come from Chromium's own trace:
// by the clock (other jobs and the painting on the processor included) and by the main thread's processor time.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from '@playwright/test';
import { build } from 'vite';
import { findChrome } from '../../.ci/chrome.mjs';
import { serve } from '../../.ci/serve.mjs';
import type { RegionPack } from '../../src/domain/region-pack';
import { folderSource } from '../../src/packs/folder-source';
import { loadPack } from '../../src/packs/load';
import { writeBenchPack } from './bench-pack';
import {
  type BenchFile,
  csvFile,
  geojsonFile,
  movedVillageRows,
  newVillageRows,
  pointRows,
  xlsxFile,
} from './import-files';
import { installImportProbe } from './import-probe';
import { reportText, say, table } from './report';

const ROOT = join(import.meta.dirname, '../..');
const DOC = join(ROOT, 'docs/performance.md');
const BEGIN = '<!-- measured by npm run bench -- --import -->';
const END = '<!-- end of the import measurements -->';
const PROVINCE_VILLAGES = 62_000;

interface Case {
  readonly what: string;
  /** Over the shipped pack, or a synthetic one of 62,000 villages. */
  readonly pack: 'shipped' | 'province';
  readonly file: (pack: RegionPack) => BenchFile;
}

const CASES: readonly Case[] = [
  {
    what: 'new villages, CSV (GBK)',
    pack: 'shipped',
    file: (pack) => csvFile('新村', newVillageRows(pack)),
  },
  {
    what: 'new villages, XLSX',
    pack: 'shipped',
    file: (pack) => xlsxFile('新村', newVillageRows(pack)),
  },
  {
    what: 'reference points, CSV (GBK)',
    pack: 'shipped',
    file: (pack) => csvFile('点', pointRows(pack)),
  },
  {
    what: 'reference points, GeoJSON',
    pack: 'shipped',
    file: (pack) => geojsonFile('点', pointRows(pack)),
  },
  {
    what: 'positions and figures of known villages, CSV (GBK)',
    pack: 'province',
    file: (pack) => csvFile('位置', movedVillageRows(pack)),
  },
  {
    what: 'positions and figures of known villages, XLSX',
    pack: 'province',
    file: (pack) => xlsxFile('位置', movedVillageRows(pack)),
  },
];

/** Value of `--name=value` on the command line. */
function argument(name: string): string | undefined {
  return process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Milliseconds of the longest task of the page's main thread. */
interface Longest {
  readonly clock: number;
  readonly processor: number;
}

/** Of the tasks that began within each phase (in µs of the trace's clock); the last phase is open. */
function longestTasks(bytes: Buffer, marks: readonly string[]): readonly Longest[] {
  const { traceEvents } = JSON.parse(bytes.toString('utf8')) as { traceEvents: TraceEvent[] };
  const began = marks.map((mark) => traceEvents.find(({ name }) => name === mark));
  const [page] = began;
  if (!page) throw new Error(`the trace lacks ${marks[0]}`);
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' && pid === page.pid && tid === page.tid && name.endsWith('RunTask'),
  );
  return began.map((mark, at) => {
    const [from, to] = [mark?.ts ?? 0, began[at + 1]?.ts ?? Infinity];
    const mine = tasks.filter(({ ts, dur = 0 }) => ts + dur > from && ts < to);
    return {
      clock: Math.max(0, ...mine.map(({ dur = 0 }) => dur / 1000)),
      processor: Math.max(0, ...mine.map(({ tdur = 0 }) => tdur / 1000)),
    };
  });
}

interface Measured {
  readonly read: number;
  readonly preview: number;
  readonly apply: number;
  readonly shown: number;
  readonly longest: readonly Longest[];
}

async function measured(
  browser: Browser,
  page: Page,
  file: { readonly path: string; readonly villages: string },
  profile: string | undefined,
): Promise<Measured> {
  const phase = (name: string): Promise<number> =>
    page.evaluate((each) => window.importProbe.taken(each), name);
  await page.keyboard.press('i');
  await page.getByTestId('import-files').waitFor({ state: 'attached' });
  await page.evaluate(() => window.importProbe.settle());
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  const cdp = await page.context().newCDPSession(page);
  if (profile !== undefined) {
    await cdp.send('Profiler.enable');
    await cdp.send('Profiler.setSamplingInterval', { interval: 500 });
    await cdp.send('Profiler.start');
  }
  await page.evaluate((text) => window.importProbe.watch(text), file.villages);
  await page.getByTestId('import-files').setInputFiles(file.path);
  const read = await phase('read');
  await page.getByRole('button', { name: /^下一步/ }).click();
  await page.getByRole('button', { name: /^下一步/ }).click();
  const matched = await phase('preview');
  await page.evaluate(() => window.importProbe.settle());
  if (file.villages !== '') await page.getByRole('button', { name: /全部作为新增的村$/ }).click();
  const preview = matched + (file.villages === '' ? 0 : await phase('add'));
  await page.evaluate(() => window.importProbe.settle());
  await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click();
  const apply = await phase('apply');
  const shown = await phase('shown');
  await page.evaluate(() => window.importProbe.settle());
  if (profile !== undefined) {
    const { profile: recorded } = await cdp.send('Profiler.stop');
    writeFileSync(profile, JSON.stringify(recorded));
  }
  const trace = await browser.stopTracing();
  return {
    read,
    preview,
    apply,
    shown,
    longest: longestTasks(trace, ['read', 'preview', 'apply']),
  };
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
const blocks = ({ clock, processor }: Longest): string =>
  `${clock.toFixed(0)} / ${processor.toFixed(0)}`;

async function main(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'cuntu-import-'));
  const dist = argument('dist') ?? join(work, 'dist');
  if (dist.startsWith(work)) {
    await build({ root: ROOT, logLevel: 'warn', build: { outDir: dist, emptyOutDir: true } });
  }
  const province = join(work, 'province');
  const only = argument('cases')?.split(',');
  const cases = CASES.filter((_, at) => !only || only.includes(String(at)));
  if (cases.some(({ pack }) => pack === 'province')) {
    cpSync(dist, province, { recursive: true });
    rmSync(join(province, 'geodata/yuncheng'), { recursive: true });
    const box = [108, 33, 114, 40] as const;
    writeBenchPack(join(province, 'geodata/yuncheng'), PROVINCE_VILLAGES, box);
  }
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
    `Measured ${new Date().toISOString().slice(0, 10)}, 60,000 rows, Chromium ${browser.version()} with SwiftShader, window 1440 × 900, ${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores, load average ${load} at the start. Seconds by the clock; longest tasks of the page in ms, by the clock / by the main thread's processor time.\n`,
  );
  const rows: string[][] = [];
  try {
    for (const { what, pack, file } of cases) {
      const folder = pack === 'shipped' ? dist : province;
      const loaded = await loadPack(folderSource(join(folder, 'geodata/yuncheng')));
      if (!loaded.ok) throw new Error(loaded.problems.map(({ text }) => text).join('\n'));
      const { name, bytes } = file(loaded.value);
      const path = join(work, name);
      writeFileSync(path, bytes);
      const { server, url } = await serve(folder, 5800);
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        locale: 'zh-CN',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(300_000);
      page.on('pageerror', (error) => process.stderr.write(`page error: ${error.message}\n`));
      await page.goto(url);
      await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
      await page.evaluate('globalThis.__name = (each) => each');
      await page.evaluate(installImportProbe);
      const villages =
        what.startsWith('new') && (loaded.value.villages.length + 60_000).toLocaleString('en');
      const seen = await measured(
        browser,
        page,
        { path, villages: villages || '' },
        argument('profile'),
      );
      const total = seen.read + seen.preview + seen.shown;
      const [read, preview, apply] = seen.longest.map(blocks);
      rows.push([
        what,
        ...[seen.read, seen.preview, seen.apply, seen.shown, total].map(seconds),
        ...[read, preview, apply].map((each) => each ?? ''),
      ]);
      process.stderr.write(`${rows.at(-1)?.join(' | ')}\n`);
      await page.screenshot({ path: join(work, `${what}.png`) });
      await context.close();
      server.close();
    }
  } finally {
    await browser.close();
  }
  table(
    [
      'file',
      'read and guess',
      'preview',
      'dialog closed after',
      'region shown after',
      'all',
      'longest task reading',
      '… previewing',
      '… applying',
    ],
    rows,
  );
  process.stderr.write(`screenshots in ${work}\n`);
  if (process.argv.includes('--write')) writeSection();
}

/** Replaces this bench's own section. */
function writeSection(): void {
  const text = readFileSync(DOC, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${DOC} has no place for the import section`);
  writeFileSync(DOC, `${before}${BEGIN}\n\n${reportText()}\n\n${END}${after}`);
}

await main();
