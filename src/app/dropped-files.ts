// Files and folders dropped on the page, with their paths inside the folder.
import type { ChosenFile } from './import-task';

/** A folder of more files than this is not what somebody meant to drop. */
const MOST_FILES = 2000;

function entryFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function listed(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

async function collect(entry: FileSystemEntry, found: ChosenFile[]): Promise<void> {
  if (found.length >= MOST_FILES) return;
  if (entry.isFile) {
    const path = entry.fullPath.replace(/^\//, '');
    found.push({ path, file: await entryFile(entry as FileSystemFileEntry) });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A folder is told in parts, the last one empty.
  for (let part = await listed(reader); part.length > 0; part = await listed(reader)) {
    for (const each of part) await collect(each, found);
  }
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
  return files
    .slice(0, MOST_FILES)
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}
