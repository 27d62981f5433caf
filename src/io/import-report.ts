// What the importer thinks of a file, as plain data: `cuntu inspect` prints it, the corpus holds it. Guess and preview are
// those of the screen.
import type { Problem } from '../domain/problem';
import { crsLabel, parseCrs } from './crs';
import type { ColumnRole, ColumnUnit, ImportContext, ImportUse } from './import-choices';
import { previewImport } from './import-preview';
import { type ImportSuggestion, suggestChoices } from './import-suggest';
import type { PaceOptions } from './import-pace';
import { readSources } from './read-sources';
import type { InputFile, SourceFile, SourceLayer } from './source-layer';

export type ReportStatus = 'ok' | 'warn' | 'refuse';

export interface ReportProblem {
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly row: number | null;
  readonly column: string | null;
  readonly text: string;
  readonly mend: string;
}

export interface ReportRows {
  readonly read: number;
  readonly ok: number;
  readonly warned: number;
  readonly refused: number;
}

export interface LayerReport {
  readonly name: string;
  readonly status: ReportStatus;
  readonly use: ImportUse;
  /** null for a layer without coordinates. */
  readonly crs: {
    readonly guess: string;
    readonly evidence: string;
    readonly isSure: boolean;
  } | null;
  readonly columns: readonly {
    readonly heading: string;
    readonly role: ColumnRole;
    readonly unit: ColumnUnit;
    readonly evidence: string;
  }[];
  readonly rows: ReportRows;
  readonly problems: readonly ReportProblem[];
}

export interface FileReport {
  readonly file: string;
  readonly status: ReportStatus;
  /** null where the format was not recognised. */
  readonly format: string | null;
  readonly encoding: string | null;
  /** Of the first layer, as are `columns` and `use`. */
  readonly crs: LayerReport['crs'];
  readonly use: ImportUse | null;
  readonly columns: LayerReport['columns'];
  /** Of all layers. */
  readonly rows: ReportRows;
  readonly problems: readonly ReportProblem[];
  /** Only where the file has several. */
  readonly layers?: readonly LayerReport[];
}

const NO_ROWS: ReportRows = { read: 0, ok: 0, warned: 0, refused: 0 };

function reportProblem({ code, severity, where, text, mend }: Problem): ReportProblem {
  const { row = null, column = null } = where;
  return { code, severity, row, column, text, mend };
}

function statusOf(isUsable: boolean, problems: readonly ReportProblem[]): ReportStatus {
  if (!isUsable) return 'refuse';
  return problems.length === 0 ? 'ok' : 'warn';
}

/** Told when nobody can say in which system the numbers are. */
function unsureCrs(file: string, { crs, choices }: ImportSuggestion): readonly ReportProblem[] {
  if (crs.isSure || crs.guesses.length === 0) return [];
  const parsed = parseCrs(choices.crs);
  const assumed = parsed.ok ? crsLabel(parsed.value) : choices.crs;
  const text = `${file}：坐标系不能确定，暂按「${assumed}」处理。${crs.reason}`;
  const mend = '请在「坐标与列」一步选择坐标系；命令行转换时用 --from-crs 指明。';
  return [{ code: 'crs-unsure', severity: 'warning', row: null, column: null, text, mend }];
}

/** A sheet, or a file of an archive, that only explains the data beside it. */
function remarksNote(file: string, layer: string): ReportProblem {
  const name = layer === '' ? file : `${file}「${layer}」`;
  const text = `${name}：没有能识别的列，当作说明文字，没有读入。`;
  const mend = '无需处理；若是数据，请补上表头（如 村名、行政区划代码、经度、纬度）。';
  return { code: 'layer-remarks', severity: 'warning', row: null, column: null, text, mend };
}

function reportRemarks(source: SourceFile, layer: SourceLayer): LayerReport {
  return {
    name: layer.name,
    status: 'warn',
    use: 'reference',
    crs: null,
    columns: [],
    rows: NO_ROWS,
    problems: [remarksNote(source.fileName, layer.name)],
  };
}

async function reportLayer(
  source: SourceFile,
  layer: SourceLayer,
  suggestion: ImportSuggestion,
  context: ImportContext,
  options: PaceOptions,
): Promise<LayerReport> {
  const { choices, crs } = suggestion;
  const preview = await previewImport(source, layer, choices, context, options);
  const [guess] = crs.guesses;
  const unsure = preview.content === null ? [] : unsureCrs(source.fileName, suggestion);
  const problems = [...unsure, ...preview.problems.map(reportProblem)];
  return {
    name: layer.name,
    status: statusOf(preview.content !== null, problems),
    use: choices.use,
    crs:
      guess === undefined
        ? null
        : { guess: guess.crs, evidence: guess.evidence, isSure: crs.isSure },
    columns: choices.columns.map(({ heading, role, unit, evidence }) => ({
      heading,
      role,
      unit,
      evidence,
    })),
    rows: {
      read: preview.rowsRead,
      ok: preview.rowsOk,
      warned: preview.rowsWarned,
      refused: preview.rowsRefused,
    },
    problems,
  };
}

function sum(layers: readonly LayerReport[]): ReportRows {
  return layers.reduce(
    (all, { rows }) => ({
      read: all.read + rows.read,
      ok: all.ok + rows.ok,
      warned: all.warned + rows.warned,
      refused: all.refused + rows.refused,
    }),
    NO_ROWS,
  );
}

/** A file that no reader could open. */
export function reportRefused(file: string, problems: readonly Problem[]): FileReport {
  return {
    file,
    status: 'refuse',
    format: null,
    encoding: null,
    crs: null,
    use: null,
    columns: [],
    rows: NO_ROWS,
    problems: problems.map(reportProblem),
  };
}

/** Guess and preview of every layer of an opened file; `notes` are the reader's. */
async function reportFile(
  source: SourceFile,
  notes: readonly Problem[],
  context: ImportContext,
  options: PaceOptions,
): Promise<FileReport> {
  const suggestions = source.layers.map((layer) => suggestChoices(layer, source.fileName, context));
  const hasData = suggestions.some(({ isRemarks }) => !isRemarks);
  const layers: LayerReport[] = [];
  for (const [at, layer] of source.layers.entries()) {
    const suggestion = suggestions[at] as ImportSuggestion;
    layers.push(
      suggestion.isRemarks && hasData
        ? reportRemarks(source, layer)
        : await reportLayer(source, layer, suggestion, context, options),
    );
  }
  const first = layers[hasData ? suggestions.findIndex(({ isRemarks }) => !isRemarks) : 0];
  const problems = [...notes.map(reportProblem), ...layers.flatMap((layer) => layer.problems)];
  // A terrain raster has no layers: it is sampled where heights are wanted.
  const isUsable = layers.length === 0 || layers.some(({ status }) => status !== 'refuse');
  return {
    file: source.fileName,
    status: statusOf(isUsable, problems),
    format: source.format,
    encoding: source.encoding,
    crs: first?.crs ?? null,
    use: first?.use ?? null,
    columns: first?.columns ?? [],
    rows: sum(layers),
    problems,
    ...(layers.length > 1 ? { layers } : {}),
  };
}

/**
 * Reads and reports files, shapefile parts put together: one report a source, in the order of the files, then one for each
 * file that could not be read. Never throws on bad input; rejects with the signal's reason when cancelled.
 */
export async function reportFiles(
  files: readonly InputFile[],
  context: ImportContext,
  options: PaceOptions = {},
): Promise<readonly FileReport[]> {
  const outcome = await readSources(files);
  const sources = outcome.ok ? outcome.value : [];
  const notes = outcome.ok ? outcome.notes : outcome.problems;
  const reports: FileReport[] = [];
  const read = new Set(sources.map(({ fileName }) => fileName));
  const unread = groupedByFile(notes.filter(({ where }) => !read.has(where.file ?? '')));
  for (const source of sources) {
    const own = notes.filter(({ where }) => where.file === source.fileName);
    reports.push(
      await reportFile(source, [...skippedBeside(source, unread), ...own], context, options),
    );
  }
  const kept = withoutRemarks(reports);
  for (const [file, problems] of withArchives(unread)) kept.push(reportRefused(file, problems));
  return kept;
}

/** Text files that explain the data of the same archive are told with it, as one note. */
function withoutRemarks(reports: readonly FileReport[]): FileReport[] {
  const archiveOf = (file: string): string =>
    file.includes('/') ? (file.split('/')[0] ?? '') : '';
  const isData = ({ status, file }: FileReport): boolean =>
    status !== 'refuse' && archiveOf(file) !== '';
  const data = reports.filter(isData);
  const remarks = reports.filter(
    ({ file, status, problems }) =>
      status === 'refuse' &&
      data.some((other) => archiveOf(other.file) === archiveOf(file)) &&
      problems.every(({ code }) => code === 'columns-no-key' || code === 'layer-empty'),
  );
  return reports.flatMap((report) => {
    if (remarks.includes(report)) return [];
    const archive = archiveOf(report.file);
    if (data.find((other) => archiveOf(other.file) === archive) !== report) return [report];
    const own = remarks.filter(({ file }) => archiveOf(file) === archive);
    if (own.length === 0) return [report];
    const notes = own.map(({ file }) => remarksNote(file, ''));
    return [{ ...report, status: 'warn', problems: [...notes, ...report.problems] }];
  });
}

function groupedByFile(notes: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const note of notes) {
    const file = note.where.file ?? '';
    groups.set(file, [...(groups.get(file) ?? []), note]);
  }
  return groups;
}

/** What was passed over in an archive that could not be read is told with it. */
function withArchives(unread: ReadonlyMap<string, readonly Problem[]>): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const [file, notes] of unread) {
    const archive = file.split('/')[0] ?? '';
    const isSkipped = notes.every(({ severity }) => severity === 'warning');
    const key = isSkipped && unread.has(archive) ? archive : file;
    groups.set(key, [...(groups.get(key) ?? []), ...notes]);
  }
  return groups;
}

/** What was passed over in the same archive is told with its first source, and taken out of `unread`. */
function skippedBeside(
  { fileName }: SourceFile,
  unread: Map<string, Problem[]>,
): readonly Problem[] {
  const archive = fileName.split('/')[0] ?? '';
  return [...unread].flatMap(([file, notes]) => {
    const isSkipped = notes.every(({ severity }) => severity === 'warning');
    if (!isSkipped || !file.startsWith(`${archive}/`)) return [];
    unread.delete(file);
    return notes;
  });
}
