// Node only: imported by tests and the CLI, never by the page.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PackSource, SourceFailure } from './source';

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}

/** Files of a pack folder on disk. */
export function folderSource(folder: string): PackSource {
  return {
    async read(path) {
      return readFile(join(folder, path)).catch((cause: unknown) => {
        const reason = isMissing(cause) ? 'missing' : 'unreadable';
        throw new SourceFailure(path, reason, String(cause));
      });
    },
  };
}
