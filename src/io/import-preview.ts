// What an import would do, before anything is done: every row counted once, every problem with file, row, column and mend.
import type { ImportContent } from '../domain/imported';
import { roleOfHeading } from './column-headings';
import { ROLE_WORDS } from './column-roles';
import { isBlankCell } from './column-text';
import { parseCrs } from './crs';
import { sampled } from './column-values';
import { exchangedColumns, guessUnit } from './column-units';
import type {
  ColumnRole,
  ImportChoices,
  ImportContext,
  ImportPreview,
  UnmatchedRow,
} from './import-choices';
import {
  FIGURE_ROLES,
  type TableParts,
  figureColumns,
  plainCounts,
  tableParts,
  unitRemark,
} from './import-columns';
import { readFeatureRows } from './import-features';
import { groupedByArea } from './import-groups';
import { filledDown } from './import-merged';
import { type PaceOptions, importPace } from './import-pace';
import { ImportProblems } from './import-problems';
import { readVillageRows } from './import-villages';
import { beginsTable, isTransposed, isUnnamed } from './import-table';
import { USUAL_ACCURACY_METRES } from './import-suggest';
import { VillageMatcher, countyNamedIn } from './match-villages';
import type { SourceFile, SourceLayer, SourceRow } from './source-layer';

function sayLeftOut(
  parts: TableParts,
  groups: readonly SourceRow[],
  problems: ImportProblems,
): void {
  const rows = (list: readonly SourceRow[]): string =>
    problems.rowsWords(list.map(({ row }) => row));
  if (parts.totals.length > 0) {
    const what = `${rows(parts.totals)}是合计、小计一类，没有当作村，已略过`;
    problems.note({ code: 'rows-totals', what, mend: '无需处理；若其实是村，请改正该行的名称。' });
  }
  if (groups.length > 0) {
    const what = `${rows(groups)}是单独成行的乡镇名或县名，没有当作村，其下各行按它匹配`;
    problems.note({ code: 'rows-areas', what, mend: '请核对；最好在原表中加上乡镇列。' });
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

/** Columns that the headings leave in doubt: two for one figure, cells beyond the heading, text read in a wrong encoding. */
function sayColumns(parts: TableParts, choices: ImportChoices, problems: ImportProblems): void {
  for (const [at, { heading, role, evidence }] of choices.columns.entries()) {
    const says = roleOfHeading(heading)?.role;
    const rival = choices.columns.find((column) => column.role === says);
    if (evidence.startsWith('表头像「')) {
      const mend = '请核对原表的写法；要用这一列的，请在「坐标与列」一步指明。';
      problems.note({ code: 'columns-disbelieved', what: `${evidence}，没有使用`, mend }, heading);
    }
    if (role === 'attribute' && rival !== undefined && FIGURE_ROLES.some((each) => each === says)) {
      const what = `也像「${ROLE_WORDS[rival.role]}」，用的是「${rival.heading}」列，本列作为属性保留`;
      problems.note(
        { code: 'columns-rival', what, mend: '请在「坐标与列」一步核对用哪一列。' },
        heading,
      );
    }
    if (!isUnnamed(heading) || choices.headingRows === 0) continue;
    const rows = parts.body.filter(({ cells }) => !isBlankCell(cells[at] ?? null));
    if (rows.length === 0) continue;
    const what = `${problems.rowsWords(rows.map(({ row }) => row))}有表头之外的格子，作为属性保留`;
    problems.note(
      { code: 'cells-beyond-heading', what, mend: '请核对该行是否错位，或补上表头。' },
      heading,
    );
  }
  const texts = [...parts.headings, ...parts.body.slice(0, 50).flatMap(({ cells }) => cells)];
  if (texts.some((text) => typeof text === 'string' && /[\uE000-\uF8FF\uFFFD]/.test(text))) {
    const what = '有不能显示的字，文字像是乱码，可能是 Big5 或别的编码';
    const mend = '请用 Excel 或记事本打开，另存为 UTF-8 后再导入。';
    problems.note({ code: 'text-garbled', what, mend });
  }
}

/** Columns that would be a second thing in the same row: a half of the table that stands beside the first, a line's other end. */
function saySecondHalves(choices: ImportChoices, problems: ImportProblems): void {
  const of = (role: ColumnRole) => choices.columns.find((column) => column.role === role);
  const left = choices.columns.filter(({ role }) => role === 'attribute');
  const names = [of('code'), of('name')].flatMap((column) => column?.heading ?? []);
  const repeated = left.find(({ heading }) => names.includes(heading));
  if (repeated !== undefined) {
    const what = '同样的表头出现两次，像是左右并排的两栏，只读了左边一栏';
    const mend = '请把右边一栏接到左边一栏的下面后再导入。';
    problems.note({ code: 'columns-side-by-side', what, mend }, repeated.heading);
  }
  const second = left.find(
    ({ heading }) => /[终止]/.test(heading) && roleOfHeading(heading)?.role === 'y',
  );
  if (of('y') !== undefined && second !== undefined) {
    const what = `也像坐标，用的是「${of('y')?.heading ?? ''}」列，每行只作为一个点`;
    const mend = '要按起点、终点连成线的，请用 GeoJSON、KML、DXF 或 Shapefile。';
    problems.note({ code: 'columns-second-position', what, mend }, second.heading);
  }
}

/** Rows of the first table; those of another below it would be read under the wrong headings. */
function firstTable(
  layer: SourceLayer,
  headings: readonly string[],
  rows: readonly SourceRow[],
  problems: ImportProblems,
): readonly SourceRow[] {
  // Tables of one sheet begin with the same column; all rows are looked at, so nothing slower comes first.
  const mayBegin = ({ cells }: SourceRow): boolean => cells[0] === headings[0];
  const at =
    layer.headings === null ? rows.findIndex((row) => mayBegin(row) && beginsTable(row)) : -1;
  if (at < 0) return rows;
  const heading = problems.rowWords(rows[at]?.row ?? 0);
  for (const { row } of rows.slice(at)) {
    problems.refuse(row, {
      code: 'row-second-table',
      what: `${heading}起是另一个表，表头不同，没有读取`,
      mend: '请把两个表分到两个工作表（文件）后再导入。',
    });
  }
  return rows.slice(0, at);
}

/** How coordinates were taken, where it is not as they stand. */
function sayPositions(parts: TableParts, choices: ImportChoices, problems: ImportProblems): void {
  const crs = parseCrs(choices.crs);
  const hasPlace = choices.columns.some(({ role }) => role === 'x');
  const hasGeometry = parts.body.some(({ geometry }) => geometry !== null);
  if (!hasPlace && !hasGeometry) return;
  const isDegrees = crs.ok && (crs.value.kind === 'geographic' || crs.value.kind === 'offset');
  if (choices.axesSwapped && isDegrees) {
    const what = '坐标是纬度在前、经度在后，已交换后读取';
    problems.note({
      code: 'axes-swapped',
      what,
      mend: '请在地图上核对位置；不对的，在「坐标与列」一步取消交换。',
    });
  }
  const hasAccuracy = choices.columns.some(({ role }) => role === 'accuracy');
  if (hasPlace && !hasAccuracy && choices.accuracyMetres > USUAL_ACCURACY_METRES) {
    const metres = choices.accuracyMetres.toLocaleString('zh-CN');
    const what = `坐标的小数位少，没有位置精度列，位置精度按 ${metres} 米处理`;
    problems.note({
      code: 'position-coarse',
      what,
      mend: '有更准的坐标时请换用；也可加「位置精度」列，单位米。',
    });
  }
}

/** What keeps the whole layer from being used; null when nothing does. */
function layerFinding(
  layer: SourceLayer,
  parts: TableParts,
  choices: ImportChoices,
): { readonly code: string; readonly what: string; readonly mend: string } | null {
  if (parts.body.length === 0) {
    const what = parts.headings.length === 0 ? '没有任何内容' : '只有表头，没有数据行';
    return { code: 'layer-empty', what, mend: '请选择有数据的文件或工作表。' };
  }
  if (isTransposed(layer)) {
    return {
      code: 'table-transposed',
      what: '表头竖排在第一列，每个村占一列，不能读取',
      mend: '请在 Excel 中全选复制，用「选择性粘贴」的「转置」贴到新的工作表后再导入。',
    };
  }
  const has = (role: string): boolean => choices.columns.some((column) => column.role === role);
  const hasGeometry = parts.body.some(({ geometry }) => geometry !== null);
  if (isOfVillages(choices) && !has('code') && !has('name')) {
    return {
      code: 'columns-no-key',
      what: '没有行政区划代码列，也没有村名列，不知道每行是哪个村',
      mend: '请在「坐标与列」一步指明代码列或村名列，或改作其他用途导入。',
    };
  }
  if (!isOfVillages(choices) && !hasGeometry && !has('x')) {
    return {
      code: 'columns-no-position',
      what: '没有几何，也没有坐标列',
      mend:
        layer.headings === null
          ? '请在「坐标与列」一步指明经度列和纬度列，或补上坐标后再导入。'
          : '请选择带有图形的文件；Shapefile 要连同 .shp 一起选。',
    };
  }
  const isEmpty = !hasGeometry && !has('x') && !FIGURE_ROLES.some(has);
  if (choices.use === 'villages' && isEmpty) {
    return {
      code: 'columns-nothing',
      what: '没有坐标列，也没有户数、人口一类的数字列，导入不会改变任何村',
      mend: '请在「坐标与列」一步指明这些列；列里的写法读不出来的，请改成阿拉伯数字。',
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

/** Rows are matched to villages, and need no place. */
function isOfVillages({ use }: ImportChoices): boolean {
  return use === 'villages' || use === 'relocation';
}

function contentOf(choices: ImportChoices, parts: Parts): ImportContent | null {
  const { accuracyMetres, projectKind, use } = choices;
  if (use === 'villages' || use === 'relocation') {
    const { villages } = parts;
    if (villages.length === 0) return null;
    return { kind: 'villages', ...(use === 'relocation' && { purpose: use }), villages };
  }
  // Offered for elevation grids alone, which have no rows.
  if (use === 'terrain' || use === 'terrain-only') throw new RangeError(`rows as ${use}`);
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
  const at = (role: ColumnRole): number => choices.columns.findIndex((each) => each.role === role);
  const isList = choices.use === 'relocation';
  const roles = ['county', 'township', ...(isList ? ['name' as const] : [])] as const;
  const columns = roles.map(at).filter((place) => place >= 0);
  // In a list of households a village and its site are merged over the same rows; a blank site alone says nothing.
  const [name, site] = [at('name'), at('site')];
  const isBlank = ({ cells }: SourceRow, place: number): boolean =>
    isBlankCell(cells[place] ?? null);
  if (isList && site >= 0 && parts.body.every((row) => !isBlank(row, site) || isBlank(row, name)))
    columns.push(site);
  const filled = filledDown(parts.body, columns);
  for (const place of filled.columns) {
    const what = '有合并的单元格，空白处按上一行填写';
    const mend = '请核对；空白不是合并造成的，请在原表中补上。';
    problems.note({ code: 'cells-merged', what, mend }, choices.columns[place]?.heading);
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
  asked: ImportChoices,
  context: ImportContext,
  options: PaceOptions = {},
): Promise<ImportPreview> {
  const sorted = tableParts(layer, asked);
  const layerName = source.layers.length > 1 ? layer.name : '';
  const problems = new ImportProblems(source.fileName, source.format, layerName);
  const grouped =
    isOfVillages(asked) && layer.headings === null
      ? groupedByArea(sorted.body, asked.columns, context)
      : { rows: sorted.body, columns: asked.columns, groups: [] };
  const parts = { ...sorted, body: grouped.rows };
  const choices = { ...asked, columns: grouped.columns };
  const rowsRead = parts.body.length;
  const finding = layerFinding(layer, parts, choices);
  if (finding !== null) {
    problems.refuseAll(finding);
    sayColumns(parts, choices, problems);
    const counts = { rowsRead, rowsOk: 0, rowsWarned: 0, rowsRefused: rowsRead };
    return { ...counts, ...problems.finish(), unmatched: [], content: null };
  }
  sayLeftOut(parts, grouped.groups, problems);
  sayDoubts(parts, choices, problems);
  sayColumns(parts, choices, problems);
  saySecondHalves(choices, problems);
  sayPositions(parts, choices, problems);
  const filled = mergedFilled(layer, parts, choices, problems);
  const rows = firstTable(layer, parts.headings, filled, problems);
  const pace = importPace(options);
  let read: Parts = { villages: [], features: [], unmatched: [] };
  if (isOfVillages(choices)) {
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
