// Files of the command line, a shapefile's companions beside it included.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Problem } from '../domain/problem';
import type { InputFile } from '../io/source-layer';
import { readInput } from './read-input';

const COMPANIONS = ['.dbf', '.prj', '.cpg'];

async function companionsOf(path: string, named: ReadonlySet<string>): Promise<InputFile[]> {
  if (!/\.shp$/i.test(path)) return [];
  const stem = path.slice(0, -4);
  const found: InputFile[] = [];
  for (const ending of COMPANIONS) {
    for (const beside of [stem + ending, stem + ending.toUpperCase()]) {
      if (named.has(beside)) continue;
      const bytes = await readFile(beside).catch(() => null);
      if (bytes !== null) found.push({ path: basename(beside), bytes });
    }
  }
  return found;
}

export interface InputFiles {
  readonly files: readonly InputFile[];
  /** By file name. */
  readonly missing: readonly { readonly file: string; readonly problems: readonly Problem[] }[];
}

export async function readWithCompanions(paths: readonly string[]): Promise<InputFiles> {
  const named = new Set(paths);
  const files: InputFile[] = [];
  const missing: { file: string; problems: readonly Problem[] }[] = [];
  for (const path of paths) {
    const file = basename(path);
    const input = await readInput(path);
    if (!input.ok) {
      missing.push({ file, problems: input.problems });
      continue;
    }
    files.push({ path: file, bytes: input.value }, ...(await companionsOf(path, named)));
  }
  return { files, missing };
}
