import type { PublishGrid } from '../../report/publish-grid';

export interface HandoutChoice {
  readonly title: string;
  readonly organisation: string;
  readonly mapNumber: string;
  /** As it is printed. */
  readonly date: string;
  readonly isPublic: boolean;
  readonly threshold: number;
  readonly grid: PublishGrid;
}

export type HandoutState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'cancelled' };

export interface HandoutDialogProps {
  readonly choice: HandoutChoice;
  /** Titles of the scenes that go in, in their order. */
  readonly scenes: readonly string[];
  /** Scenes with text of their own. */
  readonly captions: number;
  /** Lines of sources that the file will carry. */
  readonly sources: number;
  readonly state: HandoutState;
  readonly onChoice: (choice: HandoutChoice) => void;
  readonly onMake: () => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}
