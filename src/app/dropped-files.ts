// Files and folders dropped on the page, with their paths inside the folder.
import type { ChosenFile } from './import-task';

/** Listing ends here: one more than the importer takes, so that it can say that these are too many. */
const MOST_LISTED = 2001;

/** null where the file cannot be had. */
function entryFile(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}

/** null where the folder cannot be listed. */
function listed(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[] | null> {
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve(null)));
}

async function collect(entry: FileSystemEntry, found: ChosenFile[]): Promise<void> {
  if (found.length >= MOST_LISTED) return;
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    found.push({ path, file: await entryFile(entry as FileSystemFileEntry) });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A folder is told in parts, the last one empty.
  let part = await listed(reader);
  while (part !== null && part.length > 0) {
    for (const each of part) await collect(each, found);
    part = await listed(reader);
  }
  if (part === null) found.push({ path, file: null });
}

/** Call while the drop event is handled: its items are gone afterwards. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly ChosenFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFiles([...transfer.files]);
  const found: ChosenFile[] = [];
  for (const entry of entries) await collect(entry, found);
  return found;
}

/** Files of an input element; a chosen folder's keep their paths. */
export function chosenFiles(files: readonly File[]): readonly ChosenFile[] {
  return files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}
