// tables/<id>.csv (as printed) with tables/<id>.json (how to read it) → PlanTable.
import type { PlanRow, PlanTable } from '../domain/plan-table';
import type { Problem } from '../domain/problem';
import { UNIT_EXPONENTS } from '../domain/units';
import { csvRows } from './csv-rows';
import { decodeUtf8, parseJson } from './parse-json';
import { type Parsed, hasErrors, problemAt } from './pack-problem';
import { type ReadFile, countProblems } from './read-files';
import { type AreaCodes, unknownMentions } from './references';
import { shownValue, checkSchema } from './schema-problem';
import { type TableSidecar, tableSidecar } from './schemas/pack.1';

const MEND_SIDECAR = '请使表格（.csv）与说明文件（.json）的列、行一一对应。';

function readSidecar(file: ReadFile): Parsed<TableSidecar | null> {
  if (file.bytes === null) return { value: null, problems: file.problems };
  const json = parseJson(file.path, file.bytes);
  if (json.problems.length > 0)
    return { value: null, problems: [...file.problems, ...json.problems] };
  const checked = checkSchema(tableSidecar, json.value, { file: file.path });
  return checked.ok
    ? { value: checked.value, problems: [...file.problems, ...countProblems(file, 1)] }
    : { value: null, problems: [...file.problems, ...checked.problems] };
}

function readPrinted(file: ReadFile): Parsed<readonly (readonly string[])[]> {
  if (file.bytes === null) return { value: [], problems: file.problems };
  const text = decodeUtf8(file.path, file.bytes);
  const rows = text.value === null ? [] : csvRows(text.value);
  const counted = text.value === null ? [] : countProblems(file, rows.length - 1);
  return { value: rows, problems: [...file.problems, ...text.problems, ...counted] };
}

function shapeProblems(
  file: string,
  sidecar: TableSidecar,
  rows: readonly (readonly string[])[],
): Problem[] {
  const problems: Problem[] = [];
  const add = (row: number | undefined, what: string): void => {
    const where = row === undefined ? { file } : { file, row };
    problems.push(problemAt('error', 'pack-table-shape', where, what, MEND_SIDECAR));
  };
  const headings = sidecar.columns.map((column) => column.heading);
  const printed = rows[0] ?? [];
  if (headings.join('\n') !== printed.join('\n'))
    add(
      1,
      `表头${shownValue(printed.join('|'))}与说明文件的${shownValue(headings.join('|'))}不同。`,
    );
  if (sidecar.rows.length !== rows.length - 1)
    add(undefined, `有 ${rows.length - 1} 行，说明文件有 ${sidecar.rows.length} 行。`);
  rows.forEach((cells, index) => {
    if (index > 0 && cells.length !== headings.length)
      add(index + 1, `应有 ${headings.length} 格，实有 ${cells.length} 格。`);
  });
  return problems;
}

function columnProblems(file: string, sidecar: TableSidecar): Problem[] {
  return sidecar.columns.flatMap((column) => {
    const where = { file, column: column.heading };
    if (column.measure === null) return [];
    if (!(column.impliedUnit in UNIT_EXPONENTS)) {
      const what = `读不懂单位${shownValue(column.impliedUnit)}。`;
      const mend = `指标列的单位只能是 ${Object.keys(UNIT_EXPONENTS).join('、')}。`;
      return [problemAt('error', 'pack-unit', where, what, mend)];
    }
    if (column.impliedUnit !== column.printedUnit && column.evidence === null) {
      const what = `按「${column.impliedUnit}」读取而表头印作「${column.printedUnit}」，却没有写明依据。`;
      return [problemAt('error', 'pack-unit', where, what, '请在 evidence 中写明依据。')];
    }
    return [];
  });
}

function areaProblems(file: string, sidecar: TableSidecar, areas: AreaCodes): Problem[] {
  const known = new Set([...areas.counties, ...areas.townships]);
  const mentions = sidecar.rows.flatMap(({ areaCode }, index) =>
    areaCode === null ? [] : [{ row: index + 1, column: 'rows.areaCode', code: areaCode }],
  );
  const county =
    sidecar.countyCode === null ? [] : [{ row: 1, column: 'countyCode', code: sidecar.countyCode }];
  return [
    ...unknownMentions(file, 'error', '地区', known, mentions),
    ...unknownMentions(file, 'error', '县', areas.counties, county),
  ];
}

/** One plan table; null with its problems when it cannot be trusted whole. */
export function parseTable(
  csv: ReadFile,
  json: ReadFile,
  areas: AreaCodes,
): Parsed<PlanTable | null> {
  const sidecar = readSidecar(json);
  const printed = readPrinted(csv);
  const problems: Problem[] = [...printed.problems, ...sidecar.problems];
  if (sidecar.value === null || hasErrors(problems)) return { value: null, problems };
  problems.push(
    ...shapeProblems(csv.path, sidecar.value, printed.value),
    ...columnProblems(json.path, sidecar.value),
    ...areaProblems(json.path, sidecar.value, areas),
  );
  if (hasErrors(problems)) return { value: null, problems };
  const rows = sidecar.value.rows.map((row, index): PlanRow => ({
    ...row,
    cells: printed.value[index + 1] ?? [],
  }));
  return { value: { ...sidecar.value, rows }, problems };
}
