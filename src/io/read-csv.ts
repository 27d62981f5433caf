// CSV, TSV and TXT tables: encoding by decode-text.ts, delimiter by the file's first lines, rows kept as ragged as they
// are, blank lines counted (so that row numbers are those of a spreadsheet) but not kept. An empty field is null.
import Papa from 'papaparse';
import type { Problem } from '../domain/problem';
import { unguarded } from './csv';
import { type DecodedText, decodeText } from './decode-text';
import { CsvLines, hasPlainLines } from './csv-lines';
import { CellCount } from './limits';
import { type LayersOutcome, fileNote, fileProblem, refuseFile } from './read-layers';
import type { RowList, SourceRow } from './source-layer';

const DELIMITERS = ['\t', ',', ';', '，', '|'] as const;
const SAMPLE_CHARACTERS = 64 * 1024;
const SAMPLE_LINES = 30;
const CHUNK_CHARACTERS = 1 << 20;

/** Fields of one line, quotes respected; enough to count by. */
function fieldCount(line: string, delimiter: string): number {
  let count = 1;
  let isQuoted = false;
  for (const char of line) {
    if (char === '"') isQuoted = !isQuoted;
    else if (char === delimiter && !isQuoted) count += 1;
  }
  return count;
}

/**
 * The delimiter that splits the most lines into the same number (more than one) of fields; the more fields the better
 * where lines are equal; comma when none does.
 */
export function guessDelimiter(text: string): string {
  const lines = text
    .slice(0, SAMPLE_CHARACTERS)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  let best = { delimiter: ',', lines: 0, fields: 1 };
  for (const delimiter of DELIMITERS) {
    const tally = new Map<number, number>();
    for (const line of lines) {
      const fields = fieldCount(line, delimiter);
      if (fields > 1) tally.set(fields, (tally.get(fields) ?? 0) + 1);
    }
    for (const [fields, count] of tally) {
      const isMore = count > best.lines || (count === best.lines && fields > best.fields);
      if (isMore) best = { delimiter, lines: count, fields };
    }
  }
  return best.delimiter;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

interface CsvRows {
  readonly rows: RowList;
  /** Row whose opening quote is never closed: the rest of the file is inside it. */
  readonly openQuoteRow: number | null;
}

/** An empty field is null, and a formula guard is taken off. Most rows are taken as they are. */
function cellsOf(fields: string[]): SourceRow['cells'] {
  const isPlain = fields.every((field) => field !== '' && !field.startsWith("'"));
  return isPlain ? fields : fields.map((field) => (field === '' ? null : unguarded(field)));
}

function readQuotedRows(text: string, delimiter: string): CsvRows {
  const rows: SourceRow[] = [];
  const cells = new CellCount();
  let row = 0;
  let openQuoteRow: number | null = null;
  // A config in a variable, since the types know `chunk` only for files; Papa streams strings all the same.
  const config = {
    delimiter,
    chunkSize: CHUNK_CHARACTERS,
    chunk: ({ data, errors }: Papa.ParseResult<string[]>) => {
      const first = row;
      for (const fields of data) {
        row += 1;
        if (isBlank(fields)) continue;
        cells.addRow(row, fields.length);
        rows.push({ row, cells: cellsOf(fields), geometry: null });
      }
      const open = errors.find(({ code }) => code === 'MissingQuotes');
      if (open) openQuoteRow ??= first + (open.row ?? 0) + 1;
    },
  };
  Papa.parse<string[]>(text, config);
  return { rows, openQuoteRow };
}

function readRows(text: string, delimiter: string): CsvRows {
  return hasPlainLines(text)
    ? { rows: new CsvLines(text, delimiter), openQuoteRow: null }
    : readQuotedRows(text, delimiter);
}

/** A zero byte is that character in all encodings but UTF-16, and seen far sooner than in the text. */
function holdsNul({ text, encoding }: DecodedText, bytes: Uint8Array): boolean {
  return encoding.startsWith('utf-16') ? text.includes('\u0000') : bytes.includes(0);
}

function arrayOf(list: RowList): readonly SourceRow[] {
  return Array.from({ length: list.length }, (_, place) => list.at(place) as SourceRow);
}

function openQuoteProblem(file: string, row: number): Problem {
  const what = '有一个双引号没有闭合，它以后的内容都被当成一个格子。';
  return fileProblem('csv-open-quote', 'warning', { file, row }, what, '请补上或删去这个双引号。');
}

/**
 * `keepsRows` false: the layer has its rows as a `list`, for who goes through a long table once.
 * @throws LimitPassed for too many rows, columns or cells.
 */
export function readCsv(bytes: Uint8Array, file: string, keepsRows = true): LayersOutcome {
  const decoded = decodeText(bytes);
  if (decoded === null || holdsNul(decoded, bytes)) {
    const mend = '请选择 CSV 文件，或在 Excel 中另存为「CSV UTF-8」。';
    return refuseFile('csv-not-text', file, '不是文本文件，或编码不认识。', mend);
  }
  const { text, encoding } = decoded;
  // Excel's own hint, which is no row of the table.
  const hint = /^sep=(.)\r?\n/i.exec(text);
  const delimiter = hint?.[1] ?? guessDelimiter(text);
  const { rows, openQuoteRow } = readRows(hint ? text.slice(hint[0].length) : text, delimiter);
  if (rows.length === 0) {
    return refuseFile('csv-empty', file, '没有任何数据。', '请检查是否选对了文件。');
  }
  const notes: Problem[] = [];
  if (encoding === 'gb18030') {
    const what = '不是 UTF-8 编码，已按 GB18030（GBK）读取。';
    notes.push(fileNote('csv-gb18030', file, what, '若文字有误，请另存为 UTF-8。'));
  }
  if (openQuoteRow !== null) notes.push(openQuoteProblem(file, openQuoteRow));
  const name = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const kept = keepsRows ? { rows: arrayOf(rows) } : { rows: [], list: rows };
  const layer = { name, headings: null, ...kept, declaredCrs: null };
  return { ok: true, value: { format: 'csv', encoding, layers: [layer] }, notes };
}
