// The shape of a plain table: title rows, one or two heading rows, then rows about villages with totals, remarks and
// repeated headings among them.
//
// The heading is the row of the first 30 with the most words that we know as headings; without any, the first row that
// holds only words above rows that hold numbers or codes. A second heading row holds words only, and words or blanks
// under the identity columns. Rows that are no data are told apart by what office tables print: 合计, 小计, 注：, 单位：.
import { HEADING_JOINT, roleOfHeading } from './column-headings';
import {
  isBlankCell,
  isDegreesMinutesSeconds,
  isVisibleAscii,
  readCode,
  readNumber,
  tidyText,
} from './column-text';
import type { SourceCell, SourceLayer, SourceRow } from './source-layer';

/** Title, unit and parameter rows may stand above the heading. */
const HEADING_WITHIN_ROWS = 30;

export interface TableShape {
  readonly skippedRows: number;
  /** 0 for a layer with headings of its own, and for a table that has none. */
  readonly headingRows: number;
}

/** What a row below the heading is. */
export type RowKind = 'body' | 'blank' | 'total' | 'remark' | 'heading';

function isNumberLike(cell: SourceCell): boolean {
  if (typeof cell === 'number') return true;
  if (isBlankCell(cell)) return false;
  const read = readNumber(cell);
  return (
    read.kind === 'number' || isDegreesMinutesSeconds(cell) || readCode(cell).kind === 'village'
  );
}

function filled(row: SourceRow): readonly SourceCell[] {
  return row.cells.filter((cell) => !isBlankCell(cell));
}

function knownHeadings(row: SourceRow): number {
  return new Set(
    row.cells.flatMap((cell) =>
      isBlankCell(cell) ? [] : (roleOfHeading(tidyText(cell))?.role ?? []),
    ),
  ).size;
}

function holdsOnlyWords(row: SourceRow): boolean {
  const cells = filled(row);
  return cells.length > 0 && cells.every((cell) => typeof cell === 'string' && !isNumberLike(cell));
}

/** A merged title stands in every cell that it covers. */
function distinctTexts(row: SourceRow): number {
  return new Set(filled(row).map(tidyText)).size;
}

function bestHeading(rows: readonly SourceRow[]): number | null {
  let best: number | null = null;
  let most = 0;
  for (const [at, row] of rows.slice(0, HEADING_WITHIN_ROWS).entries()) {
    const known = holdsOnlyWords(row) ? knownHeadings(row) : 0;
    const enough = known >= 2 || (known === 1 && filled(row).length === 1 && isSoleColumn(rows));
    if (enough && known > most) [best, most] = [at, known];
  }
  return best === null ? wordsAboveNumbers(rows) : groupRowOf(rows, best);
}

/** The row above when it holds the group headings of `at`: its parts may be more words that we know than the groups. */
function groupRowOf(rows: readonly SourceRow[], at: number): number {
  const above = rows[at - 1];
  if (above === undefined || !holdsOnlyWords(above)) return at;
  const isHeading =
    distinctTexts(above) >= 2 &&
    knownHeadings(above) >= Math.min(2, distinctTexts(above) - 1) &&
    knownHeadings(above) >= 1;
  return isHeading && isSecondHeading(above, rows[at]) ? at - 1 : at;
}

function isSoleColumn(rows: readonly SourceRow[]): boolean {
  return rows.slice(0, HEADING_WITHIN_ROWS).every((row) => filled(row).length <= 1);
}

/** The first row of several words whose next row that is not blank holds a number; in words alone, the first that we know. */
function wordsAboveNumbers(rows: readonly SourceRow[]): number | null {
  let known: number | null = null;
  for (const [at, row] of rows.slice(0, HEADING_WITHIN_ROWS).entries()) {
    if (distinctTexts(row) < 2 || !holdsOnlyWords(row)) continue;
    const next = rows.slice(at + 1).find((each) => filled(each).length > 0);
    if (next === undefined) return known ?? at;
    if (next.cells.some((cell) => isNumberLike(cell))) return at;
    if (known === null && knownHeadings(row) > 0) known = at;
  }
  return null;
}

/** Do the words of `second` stand under `first` as parts of group headings, and not as the first village? */
function isSecondHeading(first: SourceRow, second: SourceRow | undefined): boolean {
  if (second === undefined || !holdsOnlyWords(second)) return false;
  let [parts, strangers] = [0, 0];
  for (const [at, cell] of second.cells.entries()) {
    if (isBlankCell(cell)) continue;
    const above = first.cells[at] ?? null;
    if (tidyText(above) === tidyText(cell)) continue;
    const isUnit = /^(户|人|个|%|‰|万人|口)$|^\([^()]{1,8}\)$/.test(tidyText(cell));
    const isKnown = roleOfHeading(tidyText(cell)) !== null || roleOfJoined(first, at, cell);
    if (isUnit || isKnown) parts += 1;
    else if (!isBlankCell(above)) strangers += 1;
  }
  return parts > 0 && strangers === 0;
}

function roleOfJoined(first: SourceRow, at: number, cell: SourceCell): boolean {
  const group = groupAbove(first, at);
  return group !== '' && roleOfHeading(`${group}${HEADING_JOINT}${tidyText(cell)}`) !== null;
}

/** The heading at or to the left of a column: a merged cell stands in its first column only. */
function groupAbove(row: SourceRow, column: number): string {
  for (let at = column; at >= 0; at--) {
    const text = printed(row.cells[at] ?? null);
    if (text !== '') return text;
  }
  return '';
}

/** In a table with a column of geometry texts the last row before the first geometry. */
function headingAboveGeometry(rows: readonly SourceRow[]): number | null {
  const first = rows.slice(0, HEADING_WITHIN_ROWS).findIndex(({ geometry }) => geometry !== null);
  return first > 0 ? first - 1 : null;
}

/** Finds title and heading rows; a layer with headings of its own has neither. */
export function findShape(layer: SourceLayer): TableShape {
  if (layer.headings !== null) return { skippedRows: 0, headingRows: 0 };
  const at = headingAboveGeometry(layer.rows) ?? bestHeading(layer.rows);
  const first = at === null ? undefined : layer.rows[at];
  if (at === null || first === undefined) return { skippedRows: 0, headingRows: 0 };
  const headingRows = isSecondHeading(first, layer.rows[at + 1]) ? 2 : 1;
  return { skippedRows: at, headingRows };
}

/** Headings that run down the first column, each village a column. */
export function isTransposed({ headings, rows }: SourceLayer): boolean {
  const top = rows.slice(0, HEADING_WITHIN_ROWS);
  const down = top.map(({ cells }) => cells[0] ?? null);
  return (
    headings === null &&
    knownHeadings({ row: 1, cells: down, geometry: null }) >= 3 &&
    top.every((row) => knownHeadings(row) < 2)
  );
}

function joined(group: string, own: string): string {
  if (group === '' || group === own) return own;
  return own === '' ? group : `${group}${HEADING_JOINT}${own}`;
}

/** A heading as the file prints it, on one line. */
function printed(cell: SourceCell): string {
  return typeof cell === 'string'
    ? cell.replaceAll(/[\s\u3000\uFEFF]+/g, ' ').trim()
    : tidyText(cell);
}

/** True for the name that a column without a heading gets. */
export function isUnnamed(heading: string): boolean {
  return /^第 \d+ 列$/.test(heading);
}

/** One heading a column, as wide as the widest row; a column without one is named by its place. */
export function headingsOf(layer: SourceLayer, shape: TableShape): readonly string[] {
  const width = layer.rows.reduce(
    (widest, { cells }) => Math.max(widest, cells.length),
    layer.headings?.length ?? 0,
  );
  const columns = Array.from({ length: width }, (_, at) => at);
  const first = layer.rows[shape.skippedRows];
  const second = layer.rows[shape.skippedRows + 1];
  const headingAt = (at: number): string => {
    if (layer.headings !== null) return printed(layer.headings[at] ?? null);
    if (shape.headingRows === 0 || first === undefined) return '';
    const own = printed(first.cells[at] ?? null);
    if (shape.headingRows === 1 || second === undefined) return own;
    const below = printed(second.cells[at] ?? null);
    return joined(own === '' && below !== '' ? groupAbove(first, at) : own, below);
  };
  return columns.map((at) => headingAt(at) || `第 ${at + 1} 列`);
}

/** Rows below the heading. */
export function rowsBelow(layer: SourceLayer, shape: TableShape): readonly SourceRow[] {
  const from = shape.skippedRows + shape.headingRows;
  return from === 0 ? layer.rows : layer.rows.slice(from);
}

/** Remarks above the heading and the heading itself, as text: units and titles stand there. */
export function textsAbove(layer: SourceLayer, shape: TableShape): readonly string[] {
  return layer.rows
    .slice(0, shape.skippedRows)
    .map((row) => filled(row).map(tidyText).join(' '))
    .filter((text) => text !== '');
}

const TOTAL =
  /^(全|本)?(省|市|县|区|乡|镇|村)?(合计|总计|共计|小计|累计|平均|汇总|总和)(数|[:：(（].*)?$/;
const TOTAL_OF = /(小计|合计|总计)$/;
const REMARK =
  /^(#|※|＊|\*|注\s*[:：\d]|备注\s*[:：]|说明\s*[:：]|附注|(计量)?单位\s*[:：]|填[表报]|制表|审核|审批|负责人|联系(人|电话)|(数据|资料)?来源\s*[:：]|截[至止]|日期\s*[:：]|统计时间|打印)/;

/** Holds one of 计均总: quick to say no, as is a cell of ASCII only. */
function mayBeTotal(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x8ba1 || code === 0x5747 || code === 0x603b) return true;
  }
  return false;
}

function isRemark(text: string): boolean {
  const first = text.charCodeAt(0);
  const isWord = (first >= 0x30 && first <= 0x39) || (first >= 0x41 && first <= 0x7a);
  return !isWord && REMARK.test(text);
}

/** Looks only at the first few filled cells: there a total or a remark names itself. */
const NAMING_CELLS = 4;

/** What a row below the heading is; `headings` as from `headingsOf`. */
export function rowKind(row: SourceRow, headings: readonly string[]): RowKind {
  let seen = 0;
  let first = '';
  let isTotal = false;
  for (const cell of row.cells) {
    if (isBlankCell(cell)) continue;
    seen += 1;
    if (seen > NAMING_CELLS) break;
    // A number names nothing, and printing it takes longer than all else here.
    if (typeof cell !== 'string') continue;
    const isPlain = isVisibleAscii(cell);
    const text = isPlain ? cell : tidyText(cell);
    if (seen === 1) first = text;
    if (!isPlain && mayBeTotal(text)) {
      const bare = text.replaceAll(' ', '');
      if (TOTAL.test(bare) || TOTAL_OF.test(bare)) isTotal = true;
    }
  }
  if (seen === 0) return row.geometry === null ? 'blank' : 'body';
  if (row.geometry !== null) return 'body';
  if (isRemark(first)) return 'remark';
  if (isTotal) return 'total';
  const isHeading =
    seen > 1 && (repeatsHeading(row, headings) || (first === '甲' && numbersColumns(row)));
  return isHeading ? 'heading' : 'body';
}

/** 甲, 乙, 1, 2, 3: what statistical tables print below the heading. */
function numbersColumns(row: SourceRow): boolean {
  const texts = filled(row).map(tidyText);
  const counted = texts.indexOf('1');
  const letters = texts.slice(0, counted).every((text) => /^[甲乙丙丁戊]$/.test(text));
  return (
    counted > 0 && letters && texts.slice(counted).every((text, at) => text === String(at + 1))
  );
}

/** A row of headings that are not this table's: another table begins there. */
export function beginsTable(row: SourceRow): boolean {
  const cells = filled(row);
  return cells.length > 1 && holdsOnlyWords(row) && knownHeadings(row) === cells.length;
}

/** A heading printed again on each page. */
function repeatsHeading(row: SourceRow, headings: readonly string[]): boolean {
  return row.cells.every((cell, at) => {
    if (isBlankCell(cell)) return true;
    const heading = tidyText(headings[at] ?? '');
    const text = tidyText(cell);
    if (heading === text) return true;
    // Part of a joined heading: shorter than it, as few other cells are.
    if (text.length >= heading.length) return false;
    return heading.includes(HEADING_JOINT) && heading.split(HEADING_JOINT).includes(text);
  });
}
