// A plan table made ready for the audit: which columns hold what, every cell with its interval, which rows a total sums.
import type { Measure } from '../domain/figure';
import type { AuditPlace } from '../domain/audit-finding';
import type { PlanColumn, PlanRow, PlanTable } from '../domain/plan-table';
import { type PrintedFigure, cellFigure, isBlank, plainText } from './audit-number';

/** amount: rows add up. share: part of a whole. rate: growth. mean: per head, per unit. label: words, numbers of order. */
export type ColumnKind = 'amount' | 'share' | 'rate' | 'mean' | 'label';

export interface AuditColumn {
  readonly index: number;
  readonly heading: string;
  readonly kind: ColumnKind;
  readonly unit: string;
  /** Measure, or the audit's own word; null when the pack gives none. */
  readonly quantity: Measure | string | null;
  readonly cells: readonly (PrintedFigure | null)[];
}

export interface AuditTable {
  readonly table: PlanTable;
  /** “表3” where the title begins so, else the title. */
  readonly name: string;
  readonly columns: readonly AuditColumn[];
  readonly rowNames: readonly string[];
  /** Rows that describe things, parts of other rows (其中) apart. */
  readonly bodyRows: readonly number[];
  readonly totalRows: readonly number[];
}

const LABEL =
  /^(序号?|编号|村|村名|行政村|村庄|乡镇|乡镇名称?|镇|乡|街道|县|县名|县区|地区|区域|单位|名称|姓名|项目|项目名称|指标|指标名称|类别|月份?|季度|行号|年份?|年度|时间|时限|代码|编码|区划代码|行政区划代码|邮编|电话|经度|纬度|东经|北纬|备注|no\.?|id|code|lng|lat|lon|x|y)$/i;
const RATE = /增长|增幅|增速|同比|环比|涨幅|降幅|±/;
const SHARE = /率|比重|占比|比例|百分比|百分数|占.{0,8}[%％]/;
const MEAN =
  /人均|户均|亩均|村均|平均|均价|单价|密度|标准|系数|指数|得分|分数|海拔|高程|坡度|距离|半径|面积\/|每[人户亩村个年月]|单产|名次|排名/;

/** In brackets at the end of a heading: “贫困发生率（%）”. */
export function headingUnit(heading: string): string {
  const [, inner = ''] = /[(]([^()]*)[)]$/.exec(plainText(heading)) ?? [];
  return inner.replace(/^单位[::]?/, '');
}

function kindOf(
  heading: string,
  unit: string,
  cells: readonly (PrintedFigure | null)[],
): ColumnKind {
  const text = plainText(heading);
  const bare =
    text
      .replace(/[(][^()]*[)]/g, '')
      .split('|')
      .at(-1) ?? '';
  if (LABEL.test(bare)) return 'label';
  if (RATE.test(bare)) return /[%‰]/.test(unit) || /[率速幅]/.test(bare) ? 'rate' : 'amount';
  if (unit === '%' || unit === '‰' || SHARE.test(text)) return 'share';
  if (MEAN.test(text) || /[/／每]/.test(unit)) return 'mean';
  if (cells.some((cell) => cell?.unit === '%' || cell?.unit === '‰')) return 'share';
  return 'amount';
}

function isNumeric(
  table: PlanTable,
  figures: readonly (PrintedFigure | null)[],
  index: number,
): boolean {
  const filled = table.rows.filter((row) => !isBlank(row.cells[index] ?? '')).length;
  const read = figures.filter((figure) => figure !== null).length;
  return read > 0 && read >= filled * 0.6;
}

function auditColumn(table: PlanTable, column: PlanColumn, index: number): AuditColumn {
  const { heading, measure, printedUnit, impliedUnit } = column;
  const unit = plainText(printedUnit) || headingUnit(heading) || impliedUnit;
  const cells = table.rows.map((row) => cellFigure(row.cells[index] ?? '', unit));
  const kind = isNumeric(table, cells, index) ? kindOf(heading, unit, cells) : 'label';
  return { index, heading, kind, unit, quantity: measure ?? column.quantity ?? null, cells };
}

const MOST_NAMES = 3;
const NO_NAME = /^(序号?|编号|备注|代码|.*代码)$/;

const HAN = /\p{Script=Han}/u;

/** Of a user's row county, township and village together: the first word alone stands in many rows. */
function rowName({ cells, role, fileRow }: PlanRow, named: readonly AuditColumn[]): string {
  const words = named.map(({ index }) => cells[index]?.trim() ?? '').filter((word) => word !== '');
  const name =
    fileRow === undefined
      ? words[0]
      : words
          .filter((word) => HAN.test(word))
          .slice(0, MOST_NAMES)
          .join(' ');
  if (name) return name;
  const total = role === 'total' ? cells.find((cell) => cell.includes('计')) : undefined;
  return total ?? '';
}

export function auditTable(table: PlanTable): AuditTable {
  const columns = table.columns.map((column, index) => auditColumn(table, column, index));
  const named = columns.filter(({ kind, heading }) => kind === 'label' && !NO_NAME.test(heading));
  const rowNames = table.rows.map((row) => rowName(row, named));
  const bodyRows: number[] = [];
  const totalRows: number[] = [];
  table.rows.forEach(({ role }, row) => {
    if (role === 'total') totalRows.push(row);
    else if (!(rowNames[row] ?? '').startsWith('其中')) bodyRows.push(row);
  });
  const name =
    /^表\s*[\d一二三四五六七八九十]+([-—.]\d+)?/.exec(table.title)?.[0] ?? `《${table.title}》`;
  return { table, name, columns, rowNames, bodyRows, totalRows };
}

/** What the user calls a row, from 1; `row` from 0. */
export function rowNumber({ table }: AuditTable, row: number): number {
  return table.rows[row]?.fileRow ?? row + 1;
}

/** `row` from 0. */
export function cellPlace(audited: AuditTable, row: number, column: AuditColumn): AuditPlace {
  const { id, chapter } = audited.table;
  return { table: id, row: rowNumber(audited, row), column: column.heading, chapter };
}

export function columnPlace({ table }: AuditTable, column: AuditColumn): AuditPlace {
  return { table: table.id, column: column.heading, chapter: table.chapter };
}

/** “表3「常乐镇」行” */
export function rowWords(audited: AuditTable, row: number): string {
  const { name, rowNames } = audited;
  const word = rowNames[row] ?? '';
  return word === '' ? `${name}第${rowNumber(audited, row)}行` : `${name}「${word}」行`;
}
