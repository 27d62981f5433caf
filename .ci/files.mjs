import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, as sorted full paths; dot files and dot folders are left out. */
export function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter(
      (file) =>
        !file
          .slice(folder.length)
          .split(/[\\/]/)
          .some((part) => part.startsWith('.')),
    )
    .sort();
}

/** Is this module the one that node was asked to run? (argv keeps symbolic links, import.meta does not.) */
export function isMain(moduleFile) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === moduleFile;
}
