// Plan tables: sheet 表格 names them, 表格列 says how columns are read, and each is printed on a sheet of its own. Rows are
// joined to areas by name; rows that name none stay without one and are told.
import { MEASURE_WORDS } from '../../domain/wording';
import type { Measure } from '../../domain/figure';
import type { PlanColumn, PlanRow, PlanTable } from '../../domain/plan-table';
import type { Problem } from '../../domain/problem';
import type { AreaNames } from './area-names';
import type { Sources } from './make-sources';
import { measureIn } from './measure-words';
import { type PrintedSheet, type SheetRow, type Workbook, refuseRepeated } from './sheet-rows';
import { LEVEL_WORDS } from './template';
import { WORKBOOK } from './template-files';

const TOTALS = ['合计', '总计', '全市', '全县'];
const DIGITS = { county: 6, township: 9, none: 0 } as const;

function isTableMeasure(measure: string): measure is Measure {
  return Object.hasOwn(MEASURE_WORDS, measure);
}

function columnIn(row: SheetRow, heading: string): PlanColumn {
  const measure = measureIn(row);
  const read = {
    heading,
    printedUnit: row.text('表头单位'),
    impliedUnit: row.filled('实际单位'),
    evidence: row.text('依据') || null,
  };
  return isTableMeasure(measure)
    ? { ...read, measure }
    : { ...read, measure: null, quantity: measure };
}

function columnsOf(
  { heading }: PrintedSheet,
  sheet: string,
  rows: readonly SheetRow[],
): readonly PlanColumn[] {
  for (const row of rows) {
    const word = row.filled('表头');
    if (!heading.includes(word)) {
      row.fault('表头', `工作表「${sheet}」没有表头「${word}」`, '请照表中的表头抄写。');
    }
  }
  return heading.map((one) => {
    const row = rows.find((each) => each.text('表头') === one);
    const unread = {
      heading: one,
      measure: null,
      printedUnit: '',
      impliedUnit: '',
      evidence: null,
    };
    return row === undefined ? unread : columnIn(row, one);
  });
}

interface TableMaker {
  readonly book: Workbook;
  readonly names: AreaNames;
  readonly sources: Sources;
  /** Name of the region: a row so named is a total. */
  readonly regionName: string;
}

function rowsOf(
  { rows }: PrintedSheet,
  table: Pick<PlanTable, 'level' | 'countyCode'>,
  { names, regionName }: TableMaker,
): readonly PlanRow[] {
  return rows.map((cells): PlanRow => {
    const [name = ''] = cells;
    if (table.level === 'none') return { cells, role: 'body', areaCode: null };
    if ([...TOTALS, regionName].includes(name)) return { cells, role: 'total', areaCode: null };
    const found = names.matches(name, DIGITS[table.level], table.countyCode ?? '');
    return { cells, role: 'body', areaCode: found.length === 1 ? (found[0] ?? null) : null };
  });
}

function unmatchedNote(sheet: string, { level, rows }: PlanTable): Problem[] {
  const lost = rows.filter(({ role, areaCode }) => role === 'body' && areaCode === null);
  if (level === 'none' || lost.length === 0) return [];
  const list = lost.map(({ cells }) => cells[0]).join('、');
  return [
    {
      code: 'make-unmatched',
      severity: 'warning',
      where: { file: WORKBOOK },
      text: `${WORKBOOK} 工作表「${sheet}」：${list} 没有对应的${LEVEL_WORDS[level]}，照样保留，不落图。`,
      mend: '如果是名称写法不同，请在“县”“乡镇”表核对名称；确实没有这个单位则不必处理。',
    },
  ];
}

export interface MadeTables {
  readonly tables: readonly PlanTable[];
  readonly notes: readonly Problem[];
}

export function makeTables(maker: TableMaker): MadeTables {
  const { book, names, sources } = maker;
  const columnRows = book.rows('表格列');
  const rows = book.rows('表格');
  refuseRepeated(rows, '编号');
  const ids = new Set(rows.map((row) => row.text('编号')));
  for (const row of columnRows.filter((one) => !ids.has(one.text('表格')))) {
    row.fault('表格', `“表格”表里没有编号「${row.text('表格')}」`, '请填“表格”表里的编号。');
  }
  const notes: Problem[] = [];
  const tables = rows.flatMap((row): PlanTable[] => {
    const sheet = row.filled('工作表');
    const printed = book.printed(sheet);
    if (printed === null) {
      row.fault('工作表', `没有工作表「${sheet}」`, '请把这张表照样放进同名的工作表。');
      return [];
    }
    const id = row.id('编号');
    const county = row.text('县');
    const level = row.neededChoice('层级', LEVEL_WORDS) ?? 'none';
    const countyCode = county === '' ? null : names.find(row, '县', county, DIGITS.county);
    const own = columnRows.filter((one) => one.text('表格') === id);
    const table: PlanTable = {
      id,
      title: row.filled('标题'),
      chapter: row.filled('章节'),
      documentId: sources.of(row),
      year: row.whole('年份'),
      level,
      countyCode,
      columns: columnsOf(printed, sheet, own),
      rows: rowsOf(printed, { level, countyCode }, maker),
      notes: row.text('备注') === '' ? [] : [row.text('备注')],
    };
    notes.push(...unmatchedNote(sheet, table));
    return [table];
  });
  return { tables, notes };
}
