import type { Problem } from '../../domain/problem';
import type { ExtentChoice, PrintSettings } from './print-settings';

export type PrintRun =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly text: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'done'; readonly fileName: string; readonly text: string }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
  | { readonly kind: 'cancelled' };

export interface PrintDialogProps {
  readonly settings: PrintSettings;
  /** What stands where the user gave no title. */
  readonly defaultTitle: string;
  readonly extents: readonly { readonly value: ExtentChoice; readonly label: string }[];
  /** The sheet as SVG; null where there is none to show. */
  readonly svg: string | null;
  /** The map of the preview is being drawn. */
  readonly isBehind: boolean;
  /** Scale and what the user must know of this sheet, one sentence each. */
  readonly facts: readonly string[];
  readonly warnings: readonly string[];
  readonly problems: readonly Problem[];
  readonly run: PrintRun;
  readonly onSettings: (part: Partial<PrintSettings>) => void;
  readonly onPdf: () => void;
  readonly onMapPng: () => void;
  readonly onLegend: (format: 'png' | 'svg') => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}
