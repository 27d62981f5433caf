// cuntu pack build: a pack from a filled-in workbook, as a folder and as a zip for the page; checked as the page loads it.
import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import type { Outcome, Problem } from '../domain/problem';
import type { Crs } from '../io/crs';
import { type ProjectFeature, readProjects } from '../io/read-projects';
import { folderSource } from '../packs/folder-source';
import { loadPack } from '../packs/load';
import { writePack } from '../packs/make/pack-writer';
import { readOutlines } from './make/county-outlines';
import { type BaseFile, baseRows } from './make/make-base';
import { type MadePack, makePack, regionRow, workbookCrs } from './make/make-pack';
import { type SheetRow, type Workbook, openWorkbook } from './make/sheet-rows';
import { OUTLINES, SHAPES, WORKBOOK } from './make/template-files';
import { readInput } from './read-input';
import { readWithCompanions } from './read-companions';
import { sayProblems } from './say-problems';
import { DATA_PROBLEM, DONE, type ExitCode, type Terminal, UsageError } from './terminal';

/** Equal packs give equal zips. */
const ZIP_TIME = '2000-01-01';
const SHAPE_ACCURACY_METRES = 0;
/** A shapefile's companions come with it. */
const COMPANION = /\.(dbf|prj|cpg|shx|sbn|sbx)$/i;

function failure(code: string, file: string, text: string, mend: string): Outcome<never> {
  return { ok: false, problems: [{ code, severity: 'error', where: { file }, text, mend }] };
}

/** Path of the one file of that name, whatever its ending; null for none. */
function fileNamed(folder: string, name: string): string | null {
  const found = readdirSync(folder).find(
    (file) => file.startsWith(`${name}.`) && !COMPANION.test(file),
  );
  return found === undefined ? null : join(folder, found);
}

async function openBook(folder: string): Promise<Outcome<Workbook>> {
  const bytes = await readInput(join(folder, WORKBOOK));
  return bytes.ok ? openWorkbook(bytes.value) : bytes;
}

async function featuresOf(path: string, crs: Crs): Promise<Outcome<readonly ProjectFeature[]>> {
  const bytes = await readInput(path);
  if (!bytes.ok) return bytes;
  return readProjects(bytes.value, {
    fileName: basename(path),
    crs,
    defaultAccuracyMetres: SHAPE_ACCURACY_METRES,
  });
}

async function shapesOf(folder: string, crs: Crs): Promise<Outcome<readonly ProjectFeature[]>> {
  const path = fileNamed(folder, SHAPES);
  return path === null ? { ok: true, value: [], notes: [] } : featuresOf(path, crs);
}

/** A file that is not there is a fault of its row. */
async function baseFilesOf(
  folder: string,
  crs: Crs,
  rows: readonly SheetRow[],
): Promise<Outcome<readonly BaseFile[]>> {
  const files: BaseFile[] = [];
  const notes: Problem[] = [];
  for (const row of rows) {
    const path = fileNamed(folder, row.text('文件'));
    if (path === null) {
      const mend = '请把文件放进文件夹，文件名（不带后缀）与这里一致。';
      row.fault('文件', `文件夹里没有「${row.text('文件')}」`, mend);
      continue;
    }
    const read = await featuresOf(path, crs);
    if (!read.ok) return read;
    files.push({ row, features: read.value });
    notes.push(...read.notes);
  }
  return { ok: true, value: files, notes };
}

async function packOf(folder: string): Promise<Outcome<MadePack>> {
  const book = await openBook(folder);
  if (!book.ok) return book;
  const region = regionRow(book.value);
  if (region === null) return { ok: false, problems: book.value.faults };
  const outlinePath = fileNamed(folder, OUTLINES);
  if (outlinePath === null) {
    const mend = `请把县的面图层放进文件夹，命名为 ${OUTLINES}.geojson（或 .shp、.kml 等）。`;
    return failure('make-outlines', OUTLINES, `「${folder}」里没有${OUTLINES}文件。`, mend);
  }
  const { files } = await readWithCompanions([outlinePath]);
  const outlines = await readOutlines(files, null);
  if (!outlines.ok) return outlines;
  const crs = workbookCrs(region);
  const shapes = await shapesOf(folder, crs);
  if (!shapes.ok) return shapes;
  const base = await baseFilesOf(folder, crs, baseRows(book.value));
  if (!base.ok) return base;
  const made = makePack(book.value, region, {
    outlines: outlines.value,
    shapes: shapes.value,
    base: base.value,
  });
  const notes = [...book.notes, ...outlines.notes, ...shapes.notes, ...base.notes];
  return made.ok ? { ...made, notes: [...notes, ...made.notes] } : made;
}

async function zipOf(folder: string, id: string, names: readonly string[]): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const name of names) files[`${id}/${name}`] = await readFile(join(folder, name));
  return zipSync(files, { mtime: ZIP_TIME });
}

/** Writes `<folder>/<id>/` and `<folder>/<id>.zip`. Throws UsageError. */
export async function packBuildCommand(
  folder: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  if (folder === undefined) throw new UsageError('用法：cuntu pack build <文件夹>。');
  const fail = (problems: readonly Problem[]): ExitCode => {
    sayProblems(terminal, problems);
    return DATA_PROBLEM;
  };
  const made = await packOf(folder);
  if (!made.ok) return fail(made.problems);
  const { head, files, notice } = made.value;
  const output = join(folder, head.id);
  if (existsSync(output) && !existsSync(join(output, 'pack.json'))) {
    const text = `「${output}」已有别的内容，没有写入。`;
    const taken = failure('make-taken', head.id, text, '请改“区域”表的标识，或移走那个文件夹。');
    return fail(taken.ok ? [] : taken.problems);
  }
  writePack(output, head, files, notice);
  const loaded = await loadPack(folderSource(output));
  sayProblems(terminal, [...made.notes, ...(loaded.ok ? loaded.notes : loaded.problems)]);
  if (!loaded.ok || loaded.notes.some(({ severity }) => severity === 'error')) return DATA_PROBLEM;
  const names = [...files.map(({ path }) => path), 'pack.json', 'SOURCES.md'];
  await writeFile(`${output}.zip`, await zipOf(output, head.id, names));
  const { counties, townships, villages, projects, tables } = loaded.value;
  await terminal.out(
    `已生成 ${output} 和 ${output}.zip：${counties.length} 县 ${townships.length} 乡镇 ${villages.length} 村级单位，` +
      `${projects.length} 个项目，${tables.length} 张规划表\n` +
      `网页中打开 ${head.id}.zip 即可使用；体检：cuntu audit ${output}\n`,
  );
  return DONE;
}
