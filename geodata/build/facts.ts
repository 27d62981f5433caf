// Reads our own fact tables under geodata/build/facts/<region>/.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

export const FACTS_FOLDER = join(import.meta.dirname, 'facts');

/** Rows of a facts CSV as records keyed by heading; throws when the file has CSV errors. */
export function readCsv(path: string): Record<string, string>[] {
  const parsed = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const [error] = parsed.errors;
  if (error !== undefined) throw new Error(`${path} row ${error.row}: ${error.message}`);
  return parsed.data;
}

/** A facts JSON file. The caller states the shape; the pack loader's schemas and the tests check the result. */
export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** A facts JSON file of `folder`; `absent` where there is none. */
export function readFact<T>(folder: string, name: string, absent: T): T {
  const path = join(folder, name);
  return existsSync(path) ? readJson<T>(path) : absent;
}

/** The value of a column that must be there. */
export function field(row: Record<string, string>, heading: string): string {
  const value = row[heading];
  if (value === undefined) throw new Error(`no column ${heading} in ${Object.keys(row).join(',')}`);
  return value;
}
