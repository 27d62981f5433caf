// cuntu convert: one layer of a file into another format and coordinate system, by the readers and writers of the screen.
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { chinaDay } from '../domain/china-day';
import type { Outcome, Problem } from '../domain/problem';
import { centralMeridian, parseCrs, zoneCrs } from '../io/crs';
import { type ExportCrs, exportCrsChoices } from '../io/export-crs';
import {
  EXPORT_FORMATS,
  type ExportFormatInfo,
  crsRefusal,
  formatRefusal,
} from '../io/export-format';
import { dataLayers, layerTable } from '../io/import-convert';
import { readSources } from '../io/read-sources';
import type { SourceFile, SourceLayer } from '../io/source-layer';
import { writeExport } from '../io/write-export';
import { readWithCompanions } from './read-companions';
import { sayProblems } from './say-problems';
import { DATA_PROBLEM, DONE, type ExitCode, type Terminal, UsageError } from './terminal';

export interface ConvertFlags {
  readonly 'from-crs'?: string | undefined;
  readonly 'to-crs'?: string | undefined;
  readonly out?: string | undefined;
  readonly layer?: string | undefined;
}

function problem(code: string, file: string, text: string, mend: string): Problem {
  return { code, severity: 'error', where: { file }, text, mend };
}

function formatOf(out: string): ExportFormatInfo {
  const extension = extname(out).slice(1).toLowerCase();
  const found = EXPORT_FORMATS.find((each) => each.extension === extension);
  if (found !== undefined) return found;
  const known = EXPORT_FORMATS.map((each) => `.${each.extension}`).join(' ');
  throw new UsageError(`不能写成「${out}」：输出文件的扩展名应为 ${known}。`);
}

/** A name as the user writes it → a system that can be written. Throws UsageError. */
function targetCrs(text: string): ExportCrs {
  const parsed = parseCrs(text);
  if (!parsed.ok) throw new UsageError(`--to-crs ${parsed.problems[0]?.text ?? '不认识。'}`);
  const crs = parsed.value;
  const meridian = crs.kind === 'zone' ? centralMeridian(crs.zone) : 111;
  const name =
    crs.kind === 'zone' && crs.prefix === 'either' ? zoneCrs(crs.zone, 'with').name : crs.name;
  const id = name === 'web-mercator' ? 'epsg:3857' : name;
  const choices = exportCrsChoices([meridian - 0.1, 30, meridian + 0.1, 40]);
  const found = choices.find((each) => each.id === id);
  if (found === undefined) throw new UsageError(`--to-crs 不能写成「${text}」。`);
  return found;
}

async function sourceOf(path: string, terminal: Terminal): Promise<SourceFile | null> {
  const { files, missing } = await readWithCompanions([path]);
  const outcome = await readSources(files);
  const problems = [
    ...missing.flatMap((each) => each.problems),
    ...(files.length === 0 ? [] : outcome.ok ? outcome.notes : outcome.problems),
  ];
  sayProblems(terminal, problems);
  return outcome.ok ? (outcome.value[0] ?? null) : null;
}

function layerOf(source: SourceFile, name: string | undefined): Outcome<SourceLayer> {
  const { layers, fileName } = source;
  const found =
    name === undefined ? dataLayers(source) : layers.filter((layer) => layer.name === name);
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return { ok: true, value: only, notes: [] };
  const names = layers.map((layer) => layer.name).join('、');
  const text = `${fileName}：${only === undefined ? '没有要转换的图层' : `有 ${found.length} 个图层`}。`;
  const mend = names === '' ? '请选择含有数据的文件。' : `请用 --layer 指明一个：${names}。`;
  return { ok: false, problems: [problem('convert-layer', fileName, text, mend)] };
}

async function save(path: string, bytes: Uint8Array): Promise<Problem | null> {
  try {
    await writeFile(path, bytes);
    return null;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return problem('out', path, `写入「${path}」失败：${reason}`, '请核对路径、权限和磁盘空间。');
  }
}

/** The system of the numbers: as said, else as the file declares. */
function fromCrs(layer: SourceLayer, fileName: string, said: string | undefined): Outcome<string> {
  if (said !== undefined) {
    const parsed = parseCrs(said);
    if (!parsed.ok) throw new UsageError(`--from-crs ${parsed.problems[0]?.text ?? '不认识。'}`);
    return { ok: true, value: parsed.value.name, notes: [] };
  }
  const { declaredCrs } = layer;
  if (declaredCrs?.crs != null) return { ok: true, value: declaredCrs.crs, notes: [] };
  const parsed = declaredCrs === null ? null : parseCrs(declaredCrs.printed);
  if (parsed !== null && !parsed.ok) return parsed;
  const text = `${fileName}：没有说明坐标系。`;
  const mend =
    '请用 --from-crs 指明，如 wgs84、gcj02、cgcs2000:zone37；可先用 cuntu inspect 查看。';
  return { ok: false, problems: [problem('convert-crs', fileName, text, mend)] };
}

/** `paths`: one file. Exit 1 when anything could not be converted. Throws UsageError. */
export async function convertCommand(
  paths: readonly string[],
  flags: ConvertFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const [path, ...more] = paths;
  if (path === undefined || more.length > 0 || flags.out === undefined) {
    throw new UsageError('用法：cuntu convert <文件> --to-crs <坐标系> -o <输出文件>。');
  }
  const format = formatOf(flags.out);
  const to = targetCrs(flags['to-crs'] ?? 'wgs84');
  const source = await sourceOf(path, terminal);
  if (source === null) return DATA_PROBLEM;
  const fail = (...problems: readonly Problem[]): ExitCode => {
    sayProblems(terminal, problems);
    return DATA_PROBLEM;
  };
  const layer = layerOf(source, flags.layer);
  if (!layer.ok) return fail(...layer.problems);
  const from = fromCrs(layer.value, source.fileName, flags['from-crs']);
  if (!from.ok) return fail(...from.problems);
  const { table, preview } = await layerTable(source, layer.value, from.value);
  sayProblems(terminal, preview.problems);
  const refusal = formatRefusal(format, table) ?? crsRefusal(format, to);
  if (refusal !== null) {
    return fail(
      problem(
        'convert-format',
        flags.out,
        `${flags.out}：${refusal}。`,
        '请改用其他格式或坐标系。',
      ),
    );
  }
  const fields = [...table.columns.keys()];
  const day = chinaDay(new Date().toISOString());
  const written = await writeExport({ table, format: format.id, crs: to, fields, day });
  sayProblems(terminal, written.notes);
  const fault = await save(flags.out, written.bytes);
  if (fault !== null) return fail(fault);
  terminal.say(`已写入 ${flags.out}：${written.rows} 个要素，${to.title}`);
  return preview.rowsRefused > 0 ? DATA_PROBLEM : DONE;
}
