// A list of findings as CSV on standard output, or as a .csv or .json file.
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type CsvCell, csvText, writeCsv } from '../io/csv';
import { type Terminal, UsageError } from './terminal';

/** A table for CSV and the same records for JSON. */
export interface CommandList {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
  readonly records: unknown;
}

/** Throws UsageError for an ending that is neither. */
export function listPath(out: string | undefined): string | null {
  if (out === undefined || ['.csv', '.json'].includes(extname(out).toLowerCase()))
    return out ?? null;
  throw new UsageError('--out：扩展名应为 .csv 或 .json。');
}

/** `path` as `listPath` gave it. */
export async function writeList(
  terminal: Terminal,
  { heading, rows, records }: CommandList,
  path: string | null,
): Promise<void> {
  if (path === null) await terminal.out(csvText([heading, ...rows]));
  else if (extname(path).toLowerCase() === '.csv')
    await writeFile(path, writeCsv([heading, ...rows]));
  else await writeFile(path, `${JSON.stringify(records, null, 1)}\n`);
}
