import type { Problem } from '../../domain/problem';

/** One 方案 of this browser. */
export interface DocumentRow {
  readonly id: string;
  readonly title: string;
  readonly regionId: string;
  /** null: the region's data pack is not here. */
  readonly regionName: string | null;
  /** ISO 8601 instant. */
  readonly savedAt: string;
  /** Characters kept. */
  readonly size: number;
  readonly isDeleted: boolean;
}

/** Whether the newest changes outlive a crash. */
export type KeptState =
  { readonly kind: 'saved' | 'saving' } | { readonly kind: 'failed'; readonly problem: Problem };

/** The file that the open document was last saved to or opened from. */
export interface FileState {
  readonly name: string;
  /** null: a file of an earlier visit, of which only the name is known. */
  readonly isCurrent: boolean | null;
}

export interface DocumentActions {
  readonly onNew: () => void;
  readonly onOpenFile: () => void;
  readonly onSave: () => void;
  readonly onSaveAs: () => void;
  readonly onOpen: (id: string) => void;
  readonly onRename: (id: string, title: string) => void;
  readonly onDuplicate: () => void;
  readonly onDelete: (id: string, title: string) => void;
  readonly onRestore: (id: string) => void;
}

export interface DocumentsMenuProps {
  readonly id: string;
  readonly title: string;
  readonly kept: KeptState;
  readonly isReadOnly: boolean;
  /** The browser has not promised to keep what it stores. */
  readonly isEvictable: boolean;
  /** null: never saved to a file that is known. */
  readonly file: FileState | null;
  /** Last opened first; null while not yet known. */
  readonly rows: readonly DocumentRow[] | null;
  readonly actions: DocumentActions;
  /** The menu is about to show `rows`. */
  readonly onRefresh: () => void;
  readonly onShowAll: () => void;
  readonly onRetitle: () => void;
}
