// The filled-in workbook, row by row. Every getter that finds a fault writes it down with sheet, row and column and gives
// a harmless value, so that one run names all faults; the maker looks at `faults` before it writes anything.
import type { Outcome, Problem } from '../../domain/problem';
import { readNumber, tidyText } from '../../io/column-text';
import { readXlsx } from '../../io/read-xlsx';
import type { SourceCell, SourceRow } from '../../io/source-layer';
import { SHEETS } from './template';
import { WORKBOOK } from './template-files';

const LIST_MARK = /[、，,；;]/;

function asPrinted(cell: SourceCell): string {
  return typeof cell === 'string' ? cell.trim() : tidyText(cell);
}

function plainHeading(cell: SourceCell): string {
  return tidyText(cell).replace(/\s*[*＊]$/, '');
}

export class SheetRow {
  readonly sheet: string;
  readonly row: number;
  readonly #cells: ReadonlyMap<string, SourceCell>;
  readonly #faults: Problem[];

  constructor(
    sheet: string,
    row: number,
    cells: ReadonlyMap<string, SourceCell>,
    faults: Problem[],
  ) {
    this.sheet = sheet;
    this.row = row;
    this.#cells = cells;
    this.#faults = faults;
  }

  fault(column: string, what: string, mend: string): void {
    const { sheet, row } = this;
    this.#faults.push({
      code: 'make-cell',
      severity: 'error',
      where: { file: WORKBOOK, row, column },
      text: `${WORKBOOK} 工作表「${sheet}」第 ${row} 行「${column}」：${what}。`,
      mend,
    });
  }

  /** As it stands in the cell, blanks around it apart; empty where the cell is. */
  text(column: string): string {
    return asPrinted(this.#cells.get(tidyText(column)) ?? null);
  }

  /** Full-width digits and letters as usual ones. */
  #plain(column: string): string {
    return tidyText(this.text(column));
  }

  filled(column: string): string {
    const text = this.text(column);
    if (text === '') this.fault(column, '没有填写', '表头带 * 的列必须填写；不要的行请整行删去。');
    return text;
  }

  /** Null for an empty cell. */
  number(column: string): number | null {
    const text = this.#plain(column);
    if (text === '') return null;
    const read = readNumber(text);
    if (read.kind === 'number') return read.value;
    this.fault(column, `「${text}」不是数字`, '只填数字，单位写在单位列；没有就空着。');
    return null;
  }

  whole(column: string): number | null {
    const value = this.number(column);
    if (value === null || Number.isInteger(value)) return value;
    this.fault(column, `${value} 不是整数`, '请填整数。');
    return null;
  }

  neededNumber(column: string): number {
    if (this.text(column) === '') this.filled(column);
    return this.number(column) ?? 0;
  }

  /** Key of the word in the cell; null for an empty cell. */
  choice<K extends string>(column: string, words: Readonly<Record<K, string>>): K | null {
    const text = this.#plain(column);
    if (text === '') return null;
    for (const key in words) if (words[key] === text) return key;
    const known = Object.values<string>(words).join('、');
    this.fault(column, `「${text}」不是可填的词`, `请填：${known}。`);
    return null;
  }

  neededChoice<K extends string>(column: string, words: Readonly<Record<K, string>>): K | null {
    if (this.text(column) === '') this.filled(column);
    return this.choice(column, words);
  }

  list(column: string): readonly string[] {
    return this.text(column)
      .split(LIST_MARK)
      .map((word) => word.trim())
      .filter((word) => word !== '');
  }

  /** Digits of one length, as text. */
  code(column: string, digits: number): string {
    const text = tidyText(this.filled(column));
    if (text === '' || (/^\d+$/.test(text) && text.length === digits)) return text;
    this.fault(column, `「${text}」不是 ${digits} 位代码`, `请填 ${digits} 位数字，按文本保存。`);
    return text;
  }

  id(column: string): string {
    const text = tidyText(this.filled(column));
    if (text === '' || /^[a-z0-9][a-z0-9-]*$/.test(text)) return text;
    this.fault(column, `「${text}」不能作编号`, '编号只用英文小写字母、数字和短横。');
    return text;
  }
}

/** Faults for every value of a column that comes again, naming the first row. */
export function refuseRepeated(rows: readonly SheetRow[], column: string): void {
  const first = new Map<string, number>();
  for (const row of rows) {
    const text = row.text(column);
    const before = first.get(text);
    if (before === undefined) first.set(text, row.row);
    else if (text !== '') {
      row.fault(column, `「${text}」与第 ${before} 行重复`, '每个只能出现一次，请改正或删去。');
    }
  }
}

export interface PrintedSheet {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function hasText(row: SourceRow): boolean {
  return row.cells.some((cell) => tidyText(cell) !== '');
}

export class Workbook {
  readonly faults: Problem[] = [];
  readonly #sheets: ReadonlyMap<string, readonly SourceRow[]>;

  constructor(sheets: ReadonlyMap<string, readonly SourceRow[]>) {
    this.#sheets = sheets;
  }

  /** A sheet with a missing or unknown heading gives no rows and a fault. */
  rows(sheet: string): readonly SheetRow[] {
    const [top, ...body] = (this.#sheets.get(sheet) ?? []).filter(hasText);
    if (top === undefined) return [];
    const headings = top.cells.map(plainHeading);
    const columns = SHEETS.find(({ name }) => name === sheet)?.columns ?? [];
    const missing = columns.filter(({ heading }) => !headings.includes(tidyText(heading)));
    if (missing.length > 0) {
      const names = missing.map(({ heading }) => `「${heading}」`).join('');
      this.faults.push({
        code: 'make-heading',
        severity: 'error',
        where: { file: WORKBOOK, row: top.row },
        text: `${WORKBOOK} 工作表「${sheet}」第 ${top.row} 行：缺少表头${names}。`,
        mend: '请照说明补上表头；可以另建一份空表对照。',
      });
      return [];
    }
    return body.map(({ row, cells }) => {
      const byHeading = new Map(headings.map((heading, at) => [heading, cells[at] ?? null]));
      return new SheetRow(sheet, row, byHeading, this.faults);
    });
  }

  /** A sheet that holds a table as printed; null when there is none of that name. */
  printed(sheet: string): PrintedSheet | null {
    const [top, ...body] = (this.#sheets.get(sheet) ?? []).filter(hasText);
    if (top === undefined) return null;
    const width = top.cells.findLastIndex((cell) => tidyText(cell) !== '') + 1;
    const texts = ({ cells }: SourceRow): string[] =>
      Array.from({ length: width }, (_, at) => asPrinted(cells[at] ?? null));
    return { heading: texts(top), rows: body.map(texts) };
  }
}

/** @throws BrokenFile, LimitPassed */
export function openWorkbook(bytes: Uint8Array): Outcome<Workbook> {
  const read = readXlsx(bytes, WORKBOOK);
  if (!read.ok) return read;
  const sheets = new Map(read.value.layers.map(({ name, rows }) => [name, rows]));
  return { ok: true, value: new Workbook(sheets), notes: read.notes };
}
