import { create } from 'zustand';
import type { ChosenFile } from './import-task';

interface ImportAsked {
  /** Files to begin with, empty to choose in the dialog; null while it is closed. */
  readonly files: readonly ChosenFile[] | null;
  /** What had the focus before, to give it back. */
  readonly opener: Element | null;
}

/** Whether the import dialog is open, and with what; asked for from the header, the keyboard and by dropped files. */
export const useImportAsked = create<ImportAsked>(() => ({ files: null, opener: null }));

export function openImport(files: readonly ChosenFile[] = []): void {
  useImportAsked.setState((before) => ({
    files,
    opener: before.files === null ? document.activeElement : before.opener,
  }));
}

export function closeImport(): void {
  useImportAsked.setState({ files: null });
}
