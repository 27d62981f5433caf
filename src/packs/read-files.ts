// Reads every listed file at once and checks size and SHA-256 against pack.json.
// A file that fails a check keeps its bytes, so that its parser can name the damaged place as well.
import type { Problem } from '../domain/problem';
import { sha256Hex } from './checksum';
import { MEND_REPLACE_PACK, problemAt } from './pack-problem';
import type { ManifestFile } from './schemas/pack.1';
import { type PackSource, SourceFailure } from './source';

export interface ReadFile {
  readonly path: string;
  /** null when the file could not be read. */
  readonly bytes: Uint8Array | null;
  /** Records that pack.json promises; null for pack.json itself. */
  readonly records: number | null;
  readonly problems: readonly Problem[];
}

export type Digest = (bytes: Uint8Array) => Promise<string | null>;

function count(value: number): string {
  return value.toLocaleString('zh-CN');
}

export function readProblem(path: string, cause: unknown): Problem {
  if (!(cause instanceof SourceFailure)) throw cause;
  const where = { file: path };
  return cause.reason === 'missing'
    ? problemAt('error', 'pack-missing-file', where, '找不到这个文件。', MEND_REPLACE_PACK)
    : problemAt(
        'error',
        'pack-unreadable-file',
        where,
        '读取失败。',
        '请确认本程序仍在运行、磁盘可读，然后重新打开。',
      );
}

async function integrityProblems(
  entry: ManifestFile,
  bytes: Uint8Array,
  digest: Digest,
): Promise<readonly Problem[]> {
  const where = { file: entry.path };
  // A wrong size implies a wrong checksum: say the plainer of the two.
  if (bytes.length !== entry.bytes) {
    const what = `大小应为 ${count(entry.bytes)} 字节，实为 ${count(bytes.length)} 字节，文件被改动或没有复制完整。`;
    return [problemAt('error', 'pack-size', where, what, MEND_REPLACE_PACK)];
  }
  const sha256 = await digest(bytes);
  if (sha256 === null || sha256 === entry.sha256) return [];
  const what = `校验和不符：应为 ${entry.sha256.slice(0, 12)}…，实为 ${sha256.slice(0, 12)}…，文件被改动过。`;
  return [problemAt('error', 'pack-checksum', where, what, MEND_REPLACE_PACK)];
}

/** Reads one listed file; never rejects for an expected failure. */
export async function readListedFile(
  source: PackSource,
  entry: ManifestFile,
  digest: Digest = sha256Hex,
): Promise<ReadFile> {
  const { path, records } = entry;
  try {
    const bytes = await source.read(path);
    return { path, bytes, records, problems: await integrityProblems(entry, bytes, digest) };
  } catch (cause) {
    return { path, bytes: null, records, problems: [readProblem(path, cause)] };
  }
}

/** Compares the number of records found with the number that pack.json promises. */
export function countProblems(file: ReadFile, found: number): readonly Problem[] {
  if (file.records === null || file.records === found) return [];
  const what = `应有 ${count(file.records)} 条记录，实有 ${count(found)} 条。`;
  return [problemAt('error', 'pack-count', { file: file.path }, what, MEND_REPLACE_PACK)];
}
