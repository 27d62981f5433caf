import { create } from 'zustand';
import type { ChosenFile } from './import-task';

interface ImportAsked {
  /** Files to begin with, empty to choose in the dialog; null while it is closed. */
  readonly files: readonly ChosenFile[] | null;
}

/** Whether the import dialog is open, and with what; asked for from the header, the keyboard and by dropped files. */
export const useImportAsked = create<ImportAsked>(() => ({ files: null }));

export function openImport(files: readonly ChosenFile[] = []): void {
  useImportAsked.setState({ files });
}

export function closeImport(): void {
  useImportAsked.setState({ files: null });
}
