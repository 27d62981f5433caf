import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Outcome } from '../domain/problem';

/** A file's bytes, or why not. */
export async function readInput(path: string): Promise<Outcome<Uint8Array>> {
  const file = basename(path);
  return readFile(path).then(
    (bytes): Outcome<Uint8Array> => ({ ok: true, value: bytes, notes: [] }),
    (cause: unknown) => {
      const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
      const text = missing ? `找不到文件「${path}」。` : `读取「${path}」失败：${String(cause)}`;
      const mend = '请核对路径和读取权限。';
      return {
        ok: false,
        problems: [{ code: 'file', severity: 'error', where: { file }, text, mend }],
      };
    },
  );
}
