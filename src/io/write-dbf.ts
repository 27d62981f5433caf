// The attribute table of a shapefile (dBASE III, UTF-8, see the .cpg beside it).
//
// Field names hold 10 bytes: about three Chinese characters. Names are cut at a character, kept apart by digits, and told
// in 字段对照.txt. Text fields are as wide as their longest cell, at most 254 bytes; longer text is cut at a character.
// Numbers are written with the decimals that give the same double again as far as 19 digits reach.
import { cutToBytes } from './clean-text';
import type { ExportCell, ExportColumn } from './export-table';

const UTF8 = new TextEncoder();
const MOST_NAME_BYTES = 10;
const MOST_TEXT_BYTES = 254;
const MOST_NUMBER_CHARACTERS = 19;
const MOST_DECIMALS = 15;
const SPACE = 0x20;
/** Every row begins with a mark that says whether it is deleted. */
const MARK_BYTES = 1;

export interface DbfField {
  readonly name: string;
  readonly heading: string;
  readonly type: 'C' | 'N';
  readonly width: number;
  readonly decimals: number;
}

/** Letters, digits, underscores and Chinese only, not beginning with a digit; cut to 10 bytes, all different. */
export function dbfFieldNames(headings: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return headings.map((heading) => {
    const plain = heading.replaceAll(/[^\p{L}\p{N}_]/gu, '').replace(/^(?=\p{N})/u, 'F') || 'F';
    let name = cutToBytes(plain, MOST_NAME_BYTES);
    for (let copy = 1; used.has(name.toUpperCase()); copy++) {
      name = `${cutToBytes(plain, MOST_NAME_BYTES - String(copy).length)}${copy}`;
    }
    used.add(name.toUpperCase());
    return name;
  });
}

/** Decimals after which the shortest text of the number ends. */
function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max((mantissa.split('.')[1]?.length ?? 0) - Number(exponent), 0);
}

function numbersOf(cells: readonly ExportCell[]): readonly number[] {
  return cells.filter((cell): cell is number => typeof cell === 'number');
}

function numberField(
  base: Pick<DbfField, 'name' | 'heading'>,
  cells: readonly ExportCell[],
): DbfField {
  const values = numbersOf(cells);
  let decimals = values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
  decimals = Math.min(decimals, MOST_DECIMALS);
  const widthAt = (places: number): number =>
    values.reduce((most, value) => Math.max(most, value.toFixed(places).length), 1);
  while (decimals > 0 && widthAt(decimals) > MOST_NUMBER_CHARACTERS) decimals--;
  return {
    ...base,
    type: 'N',
    decimals,
    width: Math.min(widthAt(decimals), MOST_NUMBER_CHARACTERS),
  };
}

function textField(
  base: Pick<DbfField, 'name' | 'heading'>,
  cells: readonly ExportCell[],
): DbfField {
  const width = cells.reduce<number>(
    (most, cell) => Math.max(most, UTF8.encode(String(cell ?? '')).length),
    1,
  );
  return { ...base, type: 'C', decimals: 0, width: Math.min(width, MOST_TEXT_BYTES) };
}

/** One field a column, made to fit all rows, so that the parts of one table have the same fields. */
export function dbfFields(
  columns: readonly ExportColumn[],
  rows: readonly (readonly ExportCell[])[],
): readonly DbfField[] {
  const names = dbfFieldNames(columns.map(({ heading }) => heading));
  return columns.map(({ heading, kind }, at) => {
    const base = { name: names[at] ?? '', heading };
    const cells = rows.map((row) => row[at] ?? null);
    return kind === 'text' || kind === 'code' ? textField(base, cells) : numberField(base, cells);
  });
}

export interface DbfLosses {
  readonly cutTexts: number;
  /** Numbers too long for their field: left empty. */
  readonly lostNumbers: number;
}

function header(
  fields: readonly DbfField[],
  rowCount: number,
  rowBytes: number,
  day: string,
): Uint8Array {
  const bytes = new Uint8Array(32 + fields.length * 32 + 1);
  const view = new DataView(bytes.buffer);
  const [year = 2000, month = 1, date = 1] = day.split('-').map(Number);
  bytes.set([0x03, year - 1900, month, date]);
  view.setUint32(4, rowCount, true);
  view.setUint16(8, bytes.length, true);
  view.setUint16(10, rowBytes, true);
  fields.forEach((field, at) => {
    const start = 32 + at * 32;
    bytes.set(UTF8.encode(field.name), start);
    bytes[start + 11] = field.type.charCodeAt(0);
    bytes[start + 16] = field.width;
    bytes[start + 17] = field.decimals;
  });
  bytes[bytes.length - 1] = 0x0d;
  return bytes;
}

/** `day`: ISO date of the file, for its header. */
export function dbfBytes(
  fields: readonly DbfField[],
  rows: readonly (readonly ExportCell[])[],
  day: string,
): { readonly bytes: Uint8Array; readonly losses: DbfLosses } {
  const rowBytes = fields.reduce((sum, { width }) => sum + width, MARK_BYTES);
  const head = header(fields, rows.length, rowBytes, day);
  const bytes = new Uint8Array(head.length + rowBytes * rows.length + 1).fill(SPACE);
  bytes.set(head);
  let [cutTexts, lostNumbers] = [0, 0];
  const encode = (field: DbfField, cell: ExportCell): string => {
    if (cell === null) return '';
    if (field.type === 'C') {
      const text = cutToBytes(String(cell), field.width);
      if (text.length < String(cell).length) cutTexts++;
      return text;
    }
    const text = Number(cell).toFixed(field.decimals);
    if (text.length <= field.width && !text.includes('e')) return text.padStart(field.width);
    lostNumbers++;
    return '';
  };
  let offset = head.length;
  for (const row of rows) {
    let start = offset + MARK_BYTES;
    fields.forEach((field, at) => {
      bytes.set(UTF8.encode(encode(field, row[at] ?? null)), start);
      start += field.width;
    });
    offset += rowBytes;
  }
  bytes[bytes.length - 1] = 0x1a;
  return { bytes, losses: { cutTexts, lostNumbers } };
}
