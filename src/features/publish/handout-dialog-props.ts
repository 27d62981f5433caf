import type { ReactNode } from 'react';
import type { FileRun } from '../../ui/file-run';

export interface HandoutChoice {
  readonly title: string;
  readonly organisation: string;
  readonly mapNumber: string;
  /** As it is printed. */
  readonly date: string;
}

export interface HandoutDialogProps {
  readonly choice: HandoutChoice;
  /** Titles of the scenes that go in, in their order. */
  readonly scenes: readonly string[];
  /** Choice of the audience, with its checklist. */
  readonly publishing: ReactNode;
  /** Something that a public version needs is not given. */
  readonly isMissing: boolean;
  readonly isPublic: boolean;
  readonly run: FileRun;
  readonly onChoice: (choice: HandoutChoice) => void;
  readonly onMake: () => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}
