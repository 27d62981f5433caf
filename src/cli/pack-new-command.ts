// cuntu pack new: a folder with the workbook that an office fills in and the outlines of its counties.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chinaDay } from '../domain/china-day';
import type { Outcome, Problem } from '../domain/problem';
import { boundsOf } from '../packs/make/area-files';
import { plainPositions } from '../packs/make/plain-positions';
import { geoJsonFile } from '../packs/make/pack-writer';
import { crsOf } from './flag-values';
import { type CountyOutline, readOutlines } from './make/county-outlines';
import { MAIN_DOCUMENT } from './make/make-sources';
import { OUTLINES, WORKBOOK } from './make/template-files';
import { type VillageSheets, readVillageSheets } from './make/village-rows';
import { templateWorkbook } from './make/write-template';
import { readWithCompanions } from './read-companions';
import { sayProblems } from './say-problems';
import { DATA_PROBLEM, DONE, type ExitCode, type Terminal, UsageError } from './terminal';

export interface PackNewFlags {
  readonly name?: string | undefined;
  readonly counties?: string | undefined;
  readonly 'counties-crs'?: string | undefined;
  readonly villages?: string | undefined;
}

const EMPTY: VillageSheets = { townships: [], villages: [], crsEvidence: '' };

async function outlinesOf(
  path: string,
  crs: string | undefined,
): Promise<Outcome<readonly CountyOutline[]>> {
  const { files, missing } = await readWithCompanions([path]);
  const unread = missing.flatMap(({ problems }) => problems);
  if (unread.length > 0) return { ok: false, problems: unread };
  return readOutlines(files, crs === undefined ? null : crsOf('--counties-crs', crs));
}

async function villagesOf(
  path: string | undefined,
  outlines: readonly CountyOutline[],
): Promise<Outcome<VillageSheets>> {
  if (path === undefined) return { ok: true, value: EMPTY, notes: [] };
  const { files, missing } = await readWithCompanions([path]);
  const unread = missing.flatMap(({ problems }) => problems);
  if (unread.length > 0) return { ok: false, problems: unread };
  return readVillageSheets(
    files,
    boundsOf(outlines.flatMap(({ geometry }) => plainPositions(geometry))),
  );
}

async function writeFolder(
  folder: string,
  name: string,
  outlines: readonly CountyOutline[],
  { townships, villages }: VillageSheets,
): Promise<void> {
  const today = chinaDay(new Date().toISOString());
  const known = new Map([
    ['区域', [[null, name, null, '1.0.0', today, null, null, null]]],
    ['县', outlines.map((one) => [one.code, one.name, null])],
    ['乡镇', townships.map((row) => [...row])],
    ['村', villages.map((row) => [...row])],
    ['资料', [[MAIN_DOCUMENT, null, null, null, null, null]]],
  ]);
  const shapes = outlines.map(({ geometry, ...properties }) => ({ properties, geometry }));
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, `${OUTLINES}.geojson`),
    geoJsonFile(`${OUTLINES}.geojson`, shapes).text,
  );
  await writeFile(join(folder, WORKBOOK), await templateWorkbook(known));
}

/** Never writes over a workbook. Throws UsageError. */
export async function packNewCommand(
  folder: string | undefined,
  flags: PackNewFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { name, counties } = flags;
  if (folder === undefined || name === undefined || counties === undefined) {
    throw new UsageError(
      '用法：cuntu pack new <文件夹> --name <市或县名> --counties <县界文件> [--villages <村名单>]。',
    );
  }
  const fail = (problems: readonly Problem[]): ExitCode => {
    sayProblems(terminal, problems);
    return DATA_PROBLEM;
  };
  if (existsSync(join(folder, WORKBOOK))) {
    const text = `「${folder}」里已有 ${WORKBOOK}，没有改动。`;
    const mend = '填好后运行 cuntu pack build；要重新开始请换一个文件夹。';
    const where = { file: WORKBOOK };
    return fail([{ code: 'make-exists', severity: 'error', where, text, mend }]);
  }
  const outlines = await outlinesOf(counties, flags['counties-crs']);
  if (!outlines.ok) return fail(outlines.problems);
  const villages = await villagesOf(flags.villages, outlines.value);
  if (!villages.ok) return fail(villages.problems);
  sayProblems(terminal, [...outlines.notes, ...villages.notes]);
  await writeFolder(folder, name, outlines.value, villages.value);
  const { crsEvidence } = villages.value;
  if (crsEvidence !== '')
    terminal.say(`村的坐标：${crsEvidence.replace(/。$/, '')}；已换算为 WGS84，请核对`);
  await terminal.out(
    `已建立 ${folder}：${WORKBOOK}（先看工作表“说明”）和 ${OUTLINES}.geojson（${outlines.value.length} 个面）\n` +
      `填好后运行：cuntu pack build ${folder}\n`,
  );
  return DONE;
}
