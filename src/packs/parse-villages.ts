// villages.csv → Village[]. One pass over the rows with plain checks: a schema library is too slow for a region's
// thousands of rows, and each message must name row, column and what was found.
import type { BoundingBox } from '../domain/lng-lat';
import type { Problem } from '../domain/problem';
import type { PositionMethod, Village, VillageKind } from '../domain/village';
import { csvRowPieces } from './csv-rows';
import { isInside } from './parse-areas';
import { decodeUtf8 } from './parse-json';
import { type Parsed, MEND_REPLACE_PACK, problemAt } from './pack-problem';
import { type ReadFile, countProblems } from './read-files';
import { type AreaCodes, inCodeOrder } from './references';
import { VILLAGE_HEADING } from './schemas/pack.1';
import { shownValue } from './schema-problem';

type Column = (typeof VILLAGE_HEADING)[number];
type Cells = Readonly<Record<Column, string>>;

const KINDS: ReadonlySet<string> = new Set<VillageKind>([
  'village-committee',
  'residents-committee',
  'other',
]);
const METHODS: ReadonlySet<string> = new Set<PositionMethod>([
  'surveyed',
  'gazetteer',
  'within-township',
  'within-county',
]);
const DECIMAL = /^-?\d+(\.\d+)?$/;
const WHOLE = /^\d+$/;

function isKind(text: string): text is VillageKind {
  return KINDS.has(text);
}
function isMethod(text: string): text is PositionMethod {
  return METHODS.has(text);
}

interface RowContext {
  readonly bbox: BoundingBox;
  /** null when the areas themselves are damaged. */
  readonly areas: AreaCodes | null;
  readonly rowByCode: Map<string, number>;
}

type Report = (code: string, column: Column, what: string, mend: string) => void;

const MEND_CELL = '请按 geodata/SPEC.md 改正这一格。';
const MEND_CODE = '请核对行政区划代码（代码是文本，不要当数字保存）。';
const MEND_POSITION = '请核对经纬度（先经度后纬度，WGS84），或改正 pack.json 的 bbox。';

function checkCodes(cells: Cells, row: number, context: RowContext, report: Report): void {
  const { code, township_code: township, county_code: county } = cells;
  if (!/^\d{12}$/.test(code))
    report('pack-code', 'code', `${shownValue(code)}不是 12 位数字代码。`, MEND_CODE);
  else if (context.rowByCode.has(code)) {
    const what = `「${code}」与第 ${context.rowByCode.get(code)} 行重复。`;
    report('pack-duplicate', 'code', what, '每个代码只能出现一次：请删去重复的一行或改正代码。');
  } else if (!code.startsWith(township)) {
    const what = `代码「${code}」不以所属乡镇代码「${township}」开头。`;
    report('pack-hierarchy', 'code', what, '请核对代码与所属关系。');
  }
  context.rowByCode.set(code, context.rowByCode.get(code) ?? row);
  if (!context.areas) return;
  if (!context.areas.townships.has(township)) {
    const what = `引用的乡镇${shownValue(township)}不存在。`;
    report('pack-unknown-reference', 'township_code', what, MEND_CODE);
  } else if (!township.startsWith(county)) {
    const what = `乡镇代码「${township}」不以所属县代码「${county}」开头。`;
    report('pack-hierarchy', 'township_code', what, '请核对代码与所属关系。');
  }
  if (!context.areas.counties.has(county)) {
    const what = `引用的县${shownValue(county)}不存在。`;
    report('pack-unknown-reference', 'county_code', what, MEND_CODE);
  }
}

function checkPosition(cells: Cells, bbox: BoundingBox, report: Report): void {
  const numbers = (['lng', 'lat'] as const).filter((column) => {
    if (DECIMAL.test(cells[column])) return true;
    report('pack-number', column, `${shownValue(cells[column])}不是数字。`, MEND_POSITION);
    return false;
  });
  if (numbers.length === 2 && !isInside(bbox, [Number(cells.lng), Number(cells.lat)])) {
    const what = `坐标 ${cells.lng}, ${cells.lat} 在数据包范围之外（${cells.name}）。`;
    report('pack-outside-bbox', 'lng', what, MEND_POSITION);
  }
  if (!WHOLE.test(cells.accuracy_m)) {
    const what = `${shownValue(cells.accuracy_m)}不是整数米。`;
    report('pack-number', 'accuracy_m', what, MEND_CELL);
  }
}

function readRow(cells: Cells, row: number, context: RowContext, report: Report): Village {
  checkCodes(cells, row, context, report);
  checkPosition(cells, context.bbox, report);
  const { kind, method, name, source } = cells;
  if (name.trim() === '') report('pack-empty', 'name', '村名为空。', MEND_CELL);
  if (!isKind(kind)) report('pack-value', 'kind', `不认识${shownValue(kind)}。`, MEND_CELL);
  if (!isMethod(method)) report('pack-value', 'method', `不认识${shownValue(method)}。`, MEND_CELL);
  return {
    code: cells.code,
    name,
    kind: isKind(kind) ? kind : 'other',
    townshipCode: cells.township_code,
    countyCode: cells.county_code,
    position: [Number(cells.lng), Number(cells.lat)],
    positionAccuracyMetres: Number(cells.accuracy_m),
    positionMethod: isMethod(method) ? method : 'within-county',
    sourceId: source,
  };
}

function cellsOf(values: readonly string[]): Cells | null {
  if (values.length !== VILLAGE_HEADING.length) return null;
  const cells: Partial<Record<Column, string>> = {};
  VILLAGE_HEADING.forEach((column, at) => {
    cells[column] = values[at] ?? '';
  });
  // Every column has just been given its cell.
  return cells as Cells;
}

function headingProblem(file: string, heading: readonly string[]): Problem | null {
  if (heading.join(',') === VILLAGE_HEADING.join(',')) return null;
  const what = `表头应为 ${VILLAGE_HEADING.join(',')}，实为「${heading.join(',')}」。`;
  return problemAt('error', 'pack-heading', { file, row: 1 }, what, MEND_REPLACE_PACK);
}

/**
 * Villages in code order; every row is read even when some are wrong, so that all problems show at once.
 * The value is only to be used when no problem is an error. `areas` null skips look-ups of parents. `breathe` is waited for
 * between pieces of the file, with the number of rows read: a nation's villages take seconds.
 */
export async function parseVillages(
  file: ReadFile,
  bbox: BoundingBox,
  areas: AreaCodes | null,
  breathe: (rows: number) => Promise<void>,
): Promise<Parsed<readonly Village[]>> {
  if (file.bytes === null) return { value: [], problems: file.problems };
  const text = decodeUtf8(file.path, file.bytes);
  if (text.value === null) return { value: [], problems: [...file.problems, ...text.problems] };

  const problems: Problem[] = [];
  const context: RowContext = { bbox, areas, rowByCode: new Map() };
  const villages: Village[] = [];
  let row = 0;
  const readLine = (values: readonly string[]): void => {
    const cells = cellsOf(values);
    if (cells === null) {
      const what = `应有 ${VILLAGE_HEADING.length} 格，实有 ${values.length} 格。`;
      problems.push(
        problemAt('error', 'pack-cells', { file: file.path, row }, what, MEND_REPLACE_PACK),
      );
      return;
    }
    const report: Report = (code, column, what, mend) => {
      problems.push(problemAt('error', code, { file: file.path, row, column }, what, mend));
    };
    villages.push(readRow(cells, row, context, report));
  };
  for (const rows of csvRowPieces(text.value)) {
    for (const values of rows) {
      row++;
      const wrongHeading = row === 1 ? headingProblem(file.path, values) : null;
      if (wrongHeading) return { value: [], problems: [...file.problems, wrongHeading] };
      if (row > 1) readLine(values);
    }
    await breathe(row - 1);
  }
  const noHeading = row === 0 ? headingProblem(file.path, []) : null;
  if (noHeading) return { value: [], problems: [...file.problems, noHeading] };
  const ordered = inCodeOrder(file.path, villages);
  const counted = countProblems(file, row - 1);
  return {
    value: ordered.value,
    problems: [...file.problems, ...counted, ...problems, ...ordered.problems],
  };
}
