import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Problem } from '../domain/problem';
import {
  type CoverageOutput,
  MOST_XLSX_ROWS,
  csvBlocks,
  geojsonBlocks,
  jsonBlocks,
  xlsxBytes,
} from './coverage-output';
import type { Terminal } from './terminal';

export const OUTPUT_EXTENSIONS: readonly string[] = ['.csv', '.xlsx', '.geojson', '.json'];

/** With a byte order mark, so that Excel reads Chinese. */
function* withMark(blocks: Iterable<Uint8Array>): Generator<string | Uint8Array> {
  yield '\uFEFF';
  yield* blocks;
}

async function stream(path: string, blocks: Iterable<string | Uint8Array>): Promise<void> {
  await pipeline(Readable.from(blocks, { objectMode: true }), createWriteStream(path));
}

async function write(path: string, output: CoverageOutput): Promise<void> {
  switch (extname(path).toLowerCase()) {
    case '.csv':
      return stream(path, withMark(csvBlocks(output)));
    case '.geojson':
      return stream(path, geojsonBlocks(output));
    case '.json':
      return stream(path, jsonBlocks(output));
    default:
      return writeFile(path, await xlsxBytes(output));
  }
}

/** Writes to `path` by its ending (one of OUTPUT_EXTENSIONS), or CSV to the terminal; null when done. */
export async function writeOutput(
  terminal: Terminal,
  output: CoverageOutput,
  path: string | null,
): Promise<Problem | null> {
  if (path === null) {
    const decoder = new TextDecoder();
    for (const block of csvBlocks(output)) await terminal.out(decoder.decode(block));
    return null;
  }
  const problem = (code: string, text: string, mend: string): Problem => ({
    code,
    severity: 'error',
    where: { file: path },
    text,
    mend,
  });
  const rows = output.villages.codes.length;
  if (extname(path).toLowerCase() === '.xlsx' && rows > MOST_XLSX_ROWS) {
    const what = `${rows} 行超过 Excel 一张表的上限 ${MOST_XLSX_ROWS} 行。`;
    return problem('out-rows', what, '请改用 .csv。');
  }
  try {
    await write(path, output);
    return null;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return problem('out', `写入「${path}」失败：${reason}`, '请核对路径、权限和磁盘空间。');
  }
}
