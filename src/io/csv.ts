// CSV for Excel and for machines: UTF-8 with BOM (Excel reads it as Chinese), CRLF, RFC 4180 quoting, heading first.
//
// Formula injection: a text cell whose first character is = + - @, a tab, a carriage return, or one of their full-width
// forms could run as a formula in a spreadsheet. Such a cell gets a leading apostrophe, which spreadsheets take for
// "text follows" (OWASP "CSV Injection"); so does text that has such apostrophes of its own, so that taking one away when the
// file is read (`unguarded`) always gives the text again. Numbers are written as numbers, so that -5 stays -5. Codes are text and are
// written digit for digit; Excel shows long digits as 1.4E+11 when a CSV is opened by double click — hence XLSX.

export type CsvCell = string | number | null;

const FORMULA_START = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
/** Letters, digits and common Chinese characters only: most cells, told by character in a third of the patterns' time. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    const isDigit = code >= 0x30 && code <= 0x39;
    if (!isLetter && !isDigit && !(code >= 0x4e00 && code <= 0x9fff)) return false;
  }
  return true;
}

/** One cell as it stands in the file: made safe, quoted where needed. */
export function csvField(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (isPlain(cell)) return cell;
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text of a cell that `csvField`, or another careful program, made safe. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA_START.test(cell) ? cell.slice(1) : cell;
}

/** Rows → file text without the BOM; null, NaN and infinities become empty cells. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

/** Rows → file bytes: UTF-8 with BOM. */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${csvText(rows)}`);
}
