import { create } from 'zustand';

interface ExportAsked {
  /** Subject that the export dialog stands at, DEFAULT_SUBJECT before one is chosen; null while it is closed. */
  readonly subjectId: string | null;
  /** What had the focus before, to give it back. */
  readonly opener: Element | null;
}

/** Whether the export dialog is open, and at what; asked for from the header, the layer tree and the panels. */
export const useExportAsked = create<ExportAsked>(() => ({ subjectId: null, opener: null }));

/** The answer on the map, or the villages where there is none. */
const DEFAULT_SUBJECT = 'default';

export function openExport(subjectId = DEFAULT_SUBJECT): void {
  useExportAsked.setState((before) => ({
    subjectId,
    opener: before.subjectId === null ? document.activeElement : before.opener,
  }));
}

export function closeExport(): void {
  useExportAsked.setState({ subjectId: null });
}
