// What an import would do, before anything is done: every row counted once, every problem with file, row, column and mend.
import type { ImportContent } from '../domain/imported';
import { parseCrs } from './crs';
import { sampled } from './column-values';
import { exchangedColumns, guessUnit } from './column-units';
import type { ImportChoices, ImportContext, ImportPreview, UnmatchedRow } from './import-choices';
import {
  type TableParts,
  figureColumns,
  plainCounts,
  tableParts,
  unitRemark,
} from './import-columns';
import { readFeatureRows } from './import-features';
import { filledDown } from './import-merged';
import { type PaceOptions, importPace } from './import-pace';
import { ImportProblems } from './import-problems';
import { readVillageRows } from './import-villages';
import { VillageMatcher, countyNamedIn } from './match-villages';
import type { SourceFile, SourceLayer, SourceRow } from './source-layer';

function sayLeftOut(parts: TableParts, problems: ImportProblems): void {
  const rows = (list: readonly SourceRow[]): string =>
    problems.rowsWords(list.map(({ row }) => row));
  if (parts.totals.length > 0) {
    const what = `${rows(parts.totals)}是合计、小计一类，没有当作村，已略过`;
    problems.note({ code: 'rows-totals', what, mend: '无需处理；若其实是村，请改正该行的名称。' });
  }
  if (parts.remarks.length > 0) {
    const what = `${rows(parts.remarks)}是说明文字，已略过`;
    problems.note({ code: 'rows-remarks', what, mend: '无需处理。' });
  }
  if (parts.repeatedHeadings.length > 0) {
    const what = `${rows(parts.repeatedHeadings)}是重复的表头，已略过`;
    problems.note({ code: 'rows-headings', what, mend: '无需处理。' });
  }
}

/** Units that the figures contradict, households and persons exchanged. */
function sayDoubts(parts: TableParts, choices: ImportChoices, problems: ImportProblems): void {
  const roles = choices.columns.map(({ role }) => role);
  const figures = figureColumns(roles, sampled(parts.body));
  const remark = unitRemark(parts.above);
  for (const { heading, role, unit } of choices.columns) {
    const { doubt, unit: guessed } = guessUnit(role, heading, remark, figures);
    if (doubt === null || unit !== guessed) continue;
    const mend = '请在「坐标与列」一步核对该列的单位。';
    problems.note({ code: 'unit-doubt', what: doubt, mend }, heading);
  }
  const exchanged = exchangedColumns(plainCounts(figures, choices));
  if (exchanged !== null) {
    const what = `${exchanged}，户数和人数两列可能写反了`;
    problems.note({
      code: 'columns-exchanged',
      what,
      mend: '请核对表头，或在「坐标与列」一步对调。',
    });
  }
}

/** What keeps the whole layer from being used; null when nothing does. */
function layerFinding(
  parts: TableParts,
  choices: ImportChoices,
): { readonly code: string; readonly what: string; readonly mend: string } | null {
  if (parts.body.length === 0) {
    const what = parts.headings.length === 0 ? '没有任何内容' : '只有表头，没有数据行';
    return { code: 'layer-empty', what, mend: '请选择有数据的文件或工作表。' };
  }
  const has = (role: string): boolean => choices.columns.some((column) => column.role === role);
  const hasGeometry = parts.body.some(({ geometry }) => geometry !== null);
  if (choices.use === 'villages' && !has('code') && !has('name')) {
    return {
      code: 'columns-no-key',
      what: '没有行政区划代码列，也没有村名列，不知道每行是哪个村',
      mend: '请在「坐标与列」一步指明代码列或村名列，或改作其他用途导入。',
    };
  }
  if (choices.use !== 'villages' && !hasGeometry && !has('x')) {
    return {
      code: 'columns-no-position',
      what: '没有几何，也没有坐标列',
      mend: '请在「坐标与列」一步指明经度列和纬度列，或补上坐标后再导入。',
    };
  }
  const crs = parseCrs(choices.crs);
  if (!crs.ok && (hasGeometry || has('x'))) {
    const [problem] = crs.problems;
    const what = (problem?.text ?? '坐标系不能使用').replace(/。$/, '');
    return { code: problem?.code ?? 'crs', what, mend: problem?.mend ?? '请改选坐标系。' };
  }
  return null;
}

function contentOf(choices: ImportChoices, parts: Parts): ImportContent | null {
  const { accuracyMetres, projectKind, use } = choices;
  if (use === 'villages') {
    const { villages } = parts;
    return villages.length === 0 ? null : { kind: 'villages', villages };
  }
  const { features } = parts;
  if (features.length === 0) return null;
  return use === 'projects'
    ? { kind: 'projects', projectKind, accuracyMetres, features }
    : { kind: use, accuracyMetres, features };
}

interface Parts {
  readonly villages: Awaited<ReturnType<typeof readVillageRows>>['villages'];
  readonly features: Awaited<ReturnType<typeof readFeatureRows>>;
  readonly unmatched: readonly UnmatchedRow[];
}

function mergedFilled(
  layer: SourceLayer,
  parts: TableParts,
  choices: ImportChoices,
  problems: ImportProblems,
): readonly SourceRow[] {
  if (layer.headings !== null) return parts.body;
  const columns = choices.columns.flatMap(({ role }, at) =>
    role === 'county' || role === 'township' ? [at] : [],
  );
  const filled = filledDown(parts.body, columns);
  for (const at of filled.columns) {
    const what = '有合并的单元格，空白处按上一行填写';
    const mend = '请核对；空白不是合并造成的，请在原表中补上。';
    problems.note({ code: 'cells-merged', what, mend }, choices.columns[at]?.heading);
  }
  return filled.rows;
}

/**
 * Reads the layer by the choices. ok + warned + refused = read; rows that are blank, totals, remarks or headings are not
 * read. Rejects only with the signal's reason.
 */
export async function previewImport(
  source: SourceFile,
  layer: SourceLayer,
  choices: ImportChoices,
  context: ImportContext,
  options: PaceOptions = {},
): Promise<ImportPreview> {
  const parts = tableParts(layer, choices);
  const layerName = source.layers.length > 1 ? layer.name : '';
  const problems = new ImportProblems(source.fileName, source.format, layerName);
  const rowsRead = parts.body.length;
  const finding = layerFinding(parts, choices);
  if (finding !== null) {
    problems.refuseAll(finding);
    const counts = { rowsRead, rowsOk: 0, rowsWarned: 0, rowsRefused: rowsRead };
    return { ...counts, ...problems.finish(), unmatched: [], content: null };
  }
  sayLeftOut(parts, problems);
  sayDoubts(parts, choices, problems);
  const rows = mergedFilled(layer, parts, choices, problems);
  const pace = importPace(options);
  let read: Parts = { villages: [], features: [], unmatched: [] };
  if (choices.use === 'villages') {
    const hint = countyNamedIn([source.fileName, layer.name, ...parts.above], context);
    const matcher = new VillageMatcher(context, hint);
    const villages = await readVillageRows(rows, choices, context, matcher, problems, pace);
    read = { ...read, ...villages };
  } else {
    read = { ...read, features: await readFeatureRows(rows, choices, context, problems, pace) };
  }
  return {
    rowsRead,
    ...problems.counts(rowsRead),
    ...problems.finish(),
    unmatched: read.unmatched,
    content: contentOf(choices, read),
  };
}
