// The village list of `cuntu coverage`, from a file that the importer has read: its headings, roles, readings and
// coordinate systems, but villages of any region. Rows about no village (totals, remarks) are passed over and told; any
// row that can not be used fails the list, with all such rows named.
import type { BoundingBox } from '../domain/lng-lat';
import type { Outcome, Problem } from '../domain/problem';
import { printedCell, readCode, readNumber, tidyText } from './column-text';
import { type Crs, WGS84, parseCrs } from './crs';
import { type Converter, converterFrom } from './crs-convert';
import type { ColumnRole, ImportChoices, ImportContext } from './import-choices';
import { dataLayers } from './import-convert';
import { type PositionColumns, positionColumns, rowPosition } from './import-positions';
import { ImportProblems } from './import-problems';
import { type ImportSuggestion, suggestChoices } from './import-suggest';
import { headingsOf, rowKind } from './import-table';
import { type MatchColumns, matchInput } from './match-rows';
import { VillageMatcher, countyNamedIn } from './match-villages';
import type { RowList, SourceFile, SourceLayer, SourceRow } from './source-layer';
import { type VillageTable, VillageTableBuilder } from './village-table';

export interface VillageListOptions {
  /** As the user says; null: as the file declares, else by evidence, else asked. */
  readonly crs: Crs | null;
  /** For rows without an accuracy of their own. */
  readonly accuracyMetres: number;
  /** Villages known by code and name: rows without a code are matched to them, coordinates weighed on them. */
  readonly region: ImportContext;
}

/** Where degrees of a Chinese file are. */
const CHINA: BoundingBox = [72, 3, 136, 54];
const PROBLEMS_LISTED = 20;
/** What guesses look at: the top, and rows spread over the rest. */
const HEAD_ROWS = 200;
const SPREAD_ROWS = 400;

function failure(file: string, code: string, what: string, mend: string): Outcome<never> {
  const text = `${file}：${what}`;
  return { ok: false, problems: [{ code, severity: 'error', where: { file }, text, mend }] };
}

function note(file: string, code: string, what: string, mend: string): Problem {
  return { code, severity: 'warning', where: { file }, text: `${file}：${what}`, mend };
}

function excerpt(layer: SourceLayer, rows: RowList): SourceLayer {
  const step = Math.ceil(rows.length / SPREAD_ROWS);
  const looked: SourceRow[] = [];
  for (let at = 0; at < rows.length; at += at < HEAD_ROWS ? 1 : step) {
    looked.push(rows.at(at) as SourceRow);
  }
  return { ...layer, rows: looked };
}

/** The region without its villages for a list of codes of which it knows none: their names would be sought in vain. */
function regionFor(layer: SourceLayer, region: ImportContext): ImportContext {
  const known = new Set(region.villages.map(({ code }) => code));
  const codes = layer.rows.flatMap(({ cells }) =>
    cells.map(tidyText).filter((text) => /^\d{12}$/.test(text)),
  );
  const isForeign = codes.length > 0 && !codes.some((code) => known.has(code));
  return isForeign ? { ...region, villages: [] } : region;
}

const MEND_CRS =
  '请用 --villages-crs 指明，如 wgs84、gcj02、cgcs2000:zone37（带号见出图说明）；可先用 cuntu inspect 查看。';

function asksCrs(file: string, { crs }: ImportSuggestion): Outcome<never> {
  const evidence = crs.guesses.slice(0, 4).map((guess) => guess.evidence);
  const what = `坐标系不能确定，没有计算。${[crs.reason, ...evidence].join('')}`;
  return failure(file, 'villages-crs', what, MEND_CRS);
}

interface ChosenCrs {
  readonly crs: Crs;
  /** Neither said nor declared: positions outside China are asked about. */
  readonly isGuess: boolean;
}

function chosen(crs: Crs, isGuess: boolean, notes: readonly Problem[] = []): Outcome<ChosenCrs> {
  return { ok: true, value: { crs, isGuess }, notes };
}

/**
 * The system that the coordinates are in: as said, as declared, or for sure by evidence. Plain degrees that only the
 * offsets of map services leave in doubt are taken as WGS84, as the command promises, and told. All else is asked.
 */
function chosenCrs(
  layer: SourceLayer,
  file: string,
  { crs: said, region }: VillageListOptions,
  suggestion: ImportSuggestion,
): Outcome<ChosenCrs> {
  if (said !== null) return chosen(said, false);
  if (layer.declaredCrs !== null) {
    const parsed = parseCrs(layer.declaredCrs.crs ?? layer.declaredCrs.printed);
    return parsed.ok ? chosen(parsed.value, false, parsed.notes) : parsed;
  }
  const isSure = suggestion.crs.isSure && !suggestion.choices.axesSwapped;
  const { crs } = isSure ? suggestion : suggestChoices(layer, file, { ...region, bbox: CHINA });
  const [best] = crs.guesses;
  const parsed = parseCrs(best?.crs ?? '');
  const isLikely = best !== undefined && best.insideShare > 0.5 && !best.axesSwapped;
  if (!isLikely || !parsed.ok) return asksCrs(file, suggestion);
  const isPlain = parsed.value.kind === 'geographic';
  if (isSure || (crs.isSure && parsed.value.kind === 'offset')) {
    const what = `没有用 --villages-crs 指明坐标系，${best.evidence}`;
    const told = isPlain ? [] : [note(file, 'villages-crs-evidence', what, MEND_CRS)];
    return chosen(parsed.value, true, told);
  }
  if (!isPlain) return asksCrs(file, suggestion);
  const what =
    '没有说明坐标系，按 WGS84（CGCS2000 经纬度与之相同）计算；取自高德、百度等地图的会偏 500～1,200 米。';
  const mend = '请用 --villages-crs 写明：wgs84（不再提示）、gcj02、bd09 等。';
  return chosen(WGS84, true, [note(file, 'villages-crs-default', what, mend)]);
}

interface Reader {
  readonly convert: Converter;
  readonly isGuess: boolean;
  readonly places: PositionColumns | null;
  readonly match: MatchColumns;
  readonly codeColumn: number;
  readonly nameColumn: number;
  readonly accuracyColumn: number;
  readonly choices: ImportChoices;
  readonly options: VillageListOptions;
  readonly problems: ImportProblems;
  /** Made when the first row without a code comes: it indexes the region's names. */
  readonly matcher: () => VillageMatcher;
}

/** The row's own code, else that of the region's village that its names mean; null when the row was refused. */
function codeOf(reader: Reader, row: SourceRow): string | null {
  const cell = row.cells[reader.codeColumn] ?? null;
  const read = readCode(cell);
  if (read.kind === 'village') return read.code;
  // With a place of its own, a unit that ends in zeros (a farm, a township's seat) is as good as any.
  if (read.kind === 'area' && /^\d{12}$/.test(tidyText(cell))) return tidyText(cell);
  const found = reader.matcher().match(reader.match.of(row.cells, null));
  const heading = reader.choices.columns[reader.codeColumn]?.heading;
  if (found.kind === 'matched') {
    for (const doubt of found.doubts) reader.problems.warn(row.row, doubt, heading);
    return found.village.code;
  }
  const finding =
    read.kind === 'fault'
      ? { code: 'villages-code', what: read.what, mend: read.mend }
      : {
          code: 'villages-code',
          what: read.kind === 'area' ? read.what : '没有行政区划代码',
          mend: '请补上 12 位代码；本区域的村也可以只写县、乡镇和村名。',
        };
  reader.problems.refuse(row.row, finding, heading);
  return null;
}

function isAbroad([lng, lat]: readonly [number, number]): boolean {
  const [west, south, east, north] = CHINA;
  return lng < west || lng > east || lat < south || lat > north;
}

function positionOf(reader: Reader, row: SourceRow): readonly [number, number] | null {
  const { problems, places, choices } = reader;
  const read = rowPosition(row, places);
  if (read?.kind === 'point') {
    const to = reader.convert(read.x, read.y);
    if (to.ok && !(reader.isGuess && isAbroad(to.position))) return to.position;
    const what = to.ok ? `坐标「${read.x}, ${read.y}」不在中国范围内` : `坐标 ${to.what}`;
    const mend = to.ok ? '请核对；确在境外的，请用 --villages-crs 指明坐标系。' : MEND_CRS;
    problems.refuse(row.row, { code: 'villages-position', what, mend });
    return null;
  }
  const finding =
    read === null
      ? { what: '几何不是点', mend: '村的位置要用点。' }
      : read.kind === 'none'
        ? { what: '没有坐标', mend: '请补上坐标，或删去该行。' }
        : read;
  const column =
    read?.kind === 'fault' && read.column !== null ? choices.columns[read.column] : undefined;
  const { what, mend } = finding;
  problems.refuse(row.row, { code: 'villages-position', what, mend }, column?.heading);
  return null;
}

/** Metres, the default for a blank cell; null when the row was refused. */
function accuracyOf(
  { accuracyColumn, options, choices, problems }: Reader,
  row: SourceRow,
): number | null {
  if (accuracyColumn < 0) return options.accuracyMetres;
  const cell = row.cells[accuracyColumn] ?? null;
  const read = readNumber(typeof cell === 'string' ? cell.replace(/(米|m)\s*$/i, '') : cell);
  if (read.kind === 'blank' || read.kind === 'no-data') return options.accuracyMetres;
  if (read.kind === 'number' && read.value >= 0) return read.value;
  const what = `位置精度「${printedCell(cell)}」不是 0 或更大的米数`;
  const finding = { code: 'villages-accuracy', what, mend: '请写成米数，如 300。' };
  problems.refuse(row.row, finding, choices.columns[accuracyColumn]?.heading);
  return null;
}

/** Adds a row's village; what can not be used is refused among the problems. */
function addRow(reader: Reader, row: SourceRow, table: VillageTableBuilder): void {
  const code = codeOf(reader, row);
  const position = code === null ? null : positionOf(reader, row);
  const accuracyMetres = position === null ? null : accuracyOf(reader, row);
  if (code === null || position === null || accuracyMetres === null) return;
  const name = reader.nameColumn < 0 ? '' : tidyText(row.cells[reader.nameColumn] ?? null);
  table.add(code, name, position, accuracyMetres, row.row);
}

/** The one layer with data. Guesses look at all its rows, so a single layer is taken as it is. */
function layerOf(source: SourceFile): Outcome<SourceLayer> {
  const found = source.layers.length === 1 ? source.layers : dataLayers(source);
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return { ok: true, value: only, notes: [] };
  const names = found.map(({ name }) => name).join('、');
  return only === undefined
    ? failure(source.fileName, 'villages-empty', '没有村的数据。', '请选择含有村表的文件。')
    : failure(
        source.fileName,
        'villages-layers',
        `有 ${found.length} 个含数据的图层（工作表）：${names}。`,
        '请另存为只含一张村表的文件。',
      );
}

/** What no village list can do without. */
function missingColumns(
  file: string,
  roles: readonly ColumnRole[],
  layer: SourceLayer,
  headings: readonly string[],
): Outcome<null> {
  const hasPlace = roles.includes('x') || layer.rows.some(({ geometry }) => geometry !== null);
  const missing = [
    ...(roles.includes('code') || roles.includes('name') ? [] : ['行政区划代码（code）']),
    ...(hasPlace ? [] : ['经度（lng）、纬度（lat）']),
  ];
  if (missing.length === 0) return { ok: true, value: null, notes: [] };
  const printed = headings.join(', ').slice(0, 120);
  const what = `缺少列：${missing.join('、')}；表头是「${printed}」。`;
  return failure(file, 'villages-heading', what, '请补上所缺的列，或改用上面括号里的列名。');
}

/** The first problems, and how many more there are. */
function listed(file: string, problems: readonly Problem[], count: number): readonly Problem[] {
  const shown = problems.slice(0, PROBLEMS_LISTED);
  const rest = count - shown.length;
  if (rest <= 0) return shown;
  const text = `${file}：另有 ${rest} 处问题未逐一列出。`;
  const mend = '先改正已列出的问题，再重新运行。';
  return [...shown, { code: 'villages-more', severity: 'error', where: { file }, text, mend }];
}

/** Every village of the file with its place in WGS84. Rows are named as the file's own program counts them. */
export function readVillageList(
  source: SourceFile,
  options: VillageListOptions,
): Outcome<VillageTable> {
  const { fileName: file, format } = source;
  const found = layerOf(source);
  if (!found.ok) return found;
  const layer = found.value;
  const rows = layer.list ?? layer.rows;
  const top = excerpt(layer, rows);
  const region = regionFor(top, options.region);
  const suggestion = suggestChoices(top, file, region);
  const { choices } = suggestion;
  const roles = choices.columns.map(({ role }) => role);
  const headings = headingsOf(top, choices);
  const complete = missingColumns(file, roles, layer, headings);
  if (!complete.ok) return complete;
  const crs = chosenCrs(top, file, { ...options, region }, suggestion);
  if (!crs.ok) return crs;
  let matcher: VillageMatcher | null = null;
  const problems = new ImportProblems(file, format, '');
  const reader: Reader = {
    convert: converterFrom(crs.value.crs),
    isGuess: crs.value.isGuess,
    places: positionColumns(roles),
    match: matchInput(roles),
    codeColumn: roles.indexOf('code'),
    nameColumn: roles.indexOf('name'),
    accuracyColumn: roles.indexOf('accuracy'),
    choices,
    options,
    problems,
    matcher: () =>
      (matcher ??= new VillageMatcher(
        options.region,
        countyNamedIn([file, layer.name], options.region),
      )),
  };
  const builder = new VillageTableBuilder(rows.length);
  const leftOut: number[] = [];
  for (let at = choices.skippedRows + choices.headingRows; at < rows.length; at++) {
    const row = rows.at(at) as SourceRow;
    const kind = rowKind(row, headings);
    if (kind === 'body') addRow(reader, row, builder);
    else if (kind === 'total' || kind === 'heading') leftOut.push(row.row);
  }
  const table = builder.finish((code, before, here) => {
    const what = `代码「${code}」与${problems.rowWords(before)}重复`;
    const mend = '每个代码只能出现一次：请删去一行或改正代码。';
    problems.refuse(here, { code: 'villages-duplicate', what, mend });
  });
  if (leftOut.length > 0) {
    const what = `${problems.rowsWords(leftOut)}是合计、小计或重复的表头，已略过`;
    problems.note({
      code: 'rows-left-out',
      what,
      mend: '无需处理；若其实是村，请改正该行的名称。',
    });
  }
  const { problems: all, problemCount } = problems.finish();
  if (all.some(({ severity }) => severity === 'error')) {
    return { ok: false, problems: listed(file, all, problemCount) };
  }
  if (builder.count === 0) {
    const mend = '请选择第一行是表头、其后每行一个村的文件。';
    return failure(file, 'villages-empty', '没有任何村。', mend);
  }
  return { ok: true, value: table, notes: [...crs.notes, ...listed(file, all, problemCount)] };
}
