// One sheet of a workbook to rows. Numbers as stored, dates as ISO text, a formula as its stored result.
// read-excel-file 9.3.17 was tried: it tells no merged cells nor formulas without a result, takes a DOCTYPE, and did not end
// in 90 s on one cell at XFD1048576.
import { type CellCount, LimitPassed, MOST_COLUMNS, MOST_ROWS } from './limits';
import type { SourceCell, SourceRow } from './source-layer';
import type { XmlAttributes } from './xml-events';
import type { XlsxParts } from './xlsx-parts';

export interface SheetContext {
  readonly parts: XlsxParts;
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly is1904: boolean;
  readonly cells: CellCount;
}

/** A rectangle of merged cells; rows from 1, columns from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetReading {
  /** In row order; rows without a value are left out. */
  readonly rows: readonly { readonly row: number; readonly cells: SourceCell[] }[];
  readonly merges: readonly Merge[];
  /** Formulas saved without a result. */
  readonly formulasWithoutResult: number;
}

const DAY_MS = 86_400_000;
/** Serial 25569 is 1970-01-01; the 1904 system starts 1,462 days later. */
const UNIX_DAY = 25_569;
const DAYS_1904 = 1462;
/** Excel counts a 29 February 1900 that never was. */
const FALSE_LEAP_DAY = 60;

/** Excel's day number as ISO text: a date, a time of day below 1, or both. */
export function isoOfSerial(serial: number, is1904: boolean): string {
  const days = is1904 ? serial + DAYS_1904 : serial < FALSE_LEAP_DAY ? serial + 1 : serial;
  const ms = Math.round((days - UNIX_DAY) * DAY_MS);
  const date = new Date(Math.round(ms / 1000) * 1000);
  if (Number.isNaN(date.getTime())) return String(serial);
  const iso = date.toISOString();
  if (serial >= 0 && serial < 1) return iso.slice(11, 19);
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

const MOST_LETTERS = 3;
const MOST_DIGITS = 7;

/** "BC12" → row 12, column 54; null for anything else. */
export function cellPlace(
  reference: string,
): { readonly row: number; readonly column: number } | null {
  const bare = reference.includes('$') ? reference.replaceAll('$', '') : reference;
  let at = 0;
  let column = 0;
  for (; at < bare.length; at++) {
    // Upper and lower case letters differ by one bit.
    const letter = (bare.charCodeAt(at) & ~0x20) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const digits = bare.length - at;
  if (at < 1 || at > MOST_LETTERS || digits < 1 || digits > MOST_DIGITS) return null;
  let row = 0;
  for (; at < bare.length; at++) {
    const digit = bare.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return null;
    row = row * 10 + digit;
  }
  return { row, column: column - 1 };
}

function mergeOf(reference: string): Merge | null {
  const [from = '', to = ''] = reference.split(':');
  const [first, last] = [cellPlace(from), cellPlace(to)];
  if (!first || !last) return null;
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

class SheetReader {
  readonly rows: { row: number; cells: SourceCell[] }[] = [];
  readonly merges: Merge[] = [];
  formulasWithoutResult = 0;
  readonly #context: SheetContext;
  #row = 0;
  #cells: SourceCell[] = [];
  #column = -1;
  #type = 'n';
  #isDate = false;
  #hasFormula = false;
  #text: string | null = null;
  #isReading = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'row':
        this.#row = Number(attributes.get('r') ?? this.#row + 1);
        if (!(this.#row >= 1 && this.#row <= MOST_ROWS)) throw new LimitPassed('超过 1,048,576 行');
        this.#cells = [];
        this.#column = -1;
        break;
      case 'c':
        this.#openCell(attributes);
        break;
      case 'f':
        this.#hasFormula = true;
        break;
      case 'v':
      case 't':
        this.#isReading = true;
        break;
      case 'rPh':
        this.#isReading = false;
        break;
      case 'mergeCell': {
        const merge = mergeOf(attributes.get('ref') ?? '');
        if (merge) this.merges.push(merge);
        break;
      }
    }
  }

  #openCell(attributes: XmlAttributes): void {
    const place = cellPlace(attributes.get('r') ?? '');
    this.#column = place?.column ?? this.#column + 1;
    if (this.#column >= MOST_COLUMNS) throw new LimitPassed(`第 ${this.#row} 行超过 2,000 列`);
    this.#type = attributes.get('t') ?? 'n';
    this.#isDate = this.#context.dateStyles[Number(attributes.get('s') ?? -1)] === true;
    this.#hasFormula = false;
    this.#text = null;
  }

  text(piece: string): void {
    if (this.#isReading) this.#text = (this.#text ?? '') + piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isReading = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row' && this.#cells.length > 0) {
      this.#context.cells.addRow(this.#row, this.#cells.length);
      this.rows.push({ row: this.#row, cells: this.#cells });
    }
  }

  #closeCell(): void {
    if (this.#text === null) {
      if (this.#hasFormula) this.formulasWithoutResult += 1;
      return;
    }
    const value = this.#valueOf(this.#text);
    if (value === null) return;
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = value;
  }

  #valueOf(text: string): SourceCell {
    switch (this.#type) {
      case 's':
        return this.#context.strings[Number(text)] || null;
      case 'b':
        return text.trim() === '1';
      case 'str':
      case 'inlineStr':
      case 'e':
      case 'd':
        return text === '' ? null : text;
      default: {
        const value = text.trim() === '' ? Number.NaN : Number(text);
        if (Number.isNaN(value)) return text.trim() === '' ? null : text;
        return this.#isDate ? isoOfSerial(value, this.#context.is1904) : value;
      }
    }
  }
}

/** @throws BrokenFile, LimitPassed */
export function readSheet(path: string, context: SheetContext): SheetReading {
  const reader = new SheetReader(context);
  context.parts.read(path, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  const rows = reader.rows.toSorted((a, b) => a.row - b.row);
  return { rows, merges: reader.merges, formulasWithoutResult: reader.formulasWithoutResult };
}

function columnsOf(rows: SheetReading['rows']): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

/**
 * Writes a merged cell's text into every cell that it covers, as a reader of the sheet sees it (a township's name beside
 * all of its villages). Numbers stay in the first cell alone, or a shared figure would count twice; so does a title that
 * runs over all columns.
 */
export function fillMerges(reading: SheetReading): readonly SourceRow[] {
  const byRow = new Map(reading.rows.map((row) => [row.row, row.cells]));
  const columns = columnsOf(reading.rows);
  for (const { top, left, bottom, right } of reading.merges) {
    const value = byRow.get(top)?.[left];
    const isTitle = top === bottom && left === 0 && right >= columns - 1;
    if (typeof value !== 'string' || isTitle) continue;
    const last = Math.min(right, columns - 1);
    for (const { row, cells } of reading.rows) {
      if (row < top || row > bottom) continue;
      for (let column = left; column <= last; column++) {
        while (cells.length < column) cells.push(null);
        cells[column] ??= value;
      }
    }
  }
  return reading.rows.map(({ row, cells }) => ({ row, cells, geometry: null }));
}
