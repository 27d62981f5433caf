// A village list from CSV or TSV: BOM, else UTF-8, else GB18030; read in chunks so that no more than a chunk's cells
// exist at a time.
import Papa from 'papaparse';
import type { Outcome, Problem } from '../domain/problem';
import { decodeText } from './decode-text';
import { type VillageTable, VillageTableBuilder, type VillageTableOptions } from './village-table';

const CHUNK_CHARACTERS = 1 << 16;

function refuse(file: string, what: string, mend: string): Outcome<VillageTable> {
  const text = `${file}：${what}`;
  return {
    ok: false,
    problems: [{ code: 'villages-text', severity: 'error', where: { file }, text, mend }],
  };
}

function gb18030Note(file: string): Problem {
  return {
    code: 'villages-gb18030',
    severity: 'warning',
    where: { file },
    text: `${file}：不是 UTF-8 编码，已按 GB18030 读取。`,
    mend: '若村名有误，请另存为 UTF-8。',
  };
}

/** A tab in the first line makes it tab-separated; Chinese semicolon lists are not known. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  return (end < 0 ? text : text.slice(0, end)).includes('\t') ? '\t' : ',';
}

/** Lines of a text without quotes, cut at the delimiter: three times as quick as the parser, which quotes need. */
function eachPlainRow(text: string, delimiter: string, visit: (cells: string[]) => boolean): void {
  for (let from = 0; from < text.length;) {
    const found = text.indexOf('\n', from);
    const end = found < 0 ? text.length : found;
    const line = text.slice(from, text[end - 1] === '\r' ? end - 1 : end);
    if (!visit(line.split(delimiter))) return;
    from = end + 1;
  }
}

/** Reads a whole file's bytes. Rows count from 1, the heading included. */
export function readVillagesCsv(
  bytes: Uint8Array,
  options: VillageTableOptions,
): Outcome<VillageTable> {
  const { fileName } = options;
  const decoded = decodeText(bytes);
  if (decoded === null || decoded.text.includes('\u0000')) {
    return refuse(fileName, '不是文本文件。', '请选择 CSV 文件；Excel 文件的扩展名应为 .xlsx。');
  }
  const { text, encoding } = decoded;
  const delimiter = delimiterOf(text);
  const builder = new VillageTableBuilder(options);
  let row = 0;
  /** False when reading on would have no meaning. */
  const take = (cells: readonly string[]): boolean => {
    row += 1;
    if (builder.hasHeading) builder.addRow(cells, row);
    else if (cells.some((cell) => cell !== '')) return builder.setHeading(cells, row);
    return true;
  };
  // A config in a variable, since the types know `chunk` only for files; Papa streams strings all the same.
  const config = {
    delimiter,
    chunkSize: CHUNK_CHARACTERS,
    chunk({ data, errors }: Papa.ParseResult<string[]>, parser: Papa.Parser): void {
      const quotes = errors.find(({ type }) => type === 'Quotes');
      if (quotes !== undefined) {
        const at = row + (quotes.row ?? 0) + 1;
        const mend = '请补上或删去多余的引号。';
        builder.report('villages-quotes', at, undefined, '引号没有成对。', mend);
        parser.abort();
        return;
      }
      if (!data.every(take)) parser.abort();
    },
  };
  if (text.includes('"') || !text.includes('\n')) Papa.parse<string[]>(text, config);
  else eachPlainRow(text, delimiter, take);
  const outcome = builder.finish();
  if (!outcome.ok || encoding !== 'gb18030') return outcome;
  return { ...outcome, notes: [gb18030Note(fileName)] };
}
