import type { ReactNode } from 'react';
import type { Problem } from '../../domain/problem';
import type { FileRun } from '../../ui/file-run';
import type { ExtentChoice, PrintSettings } from './print-settings';

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
  readonly run: FileRun;
  /** Choice of the audience, with its checklist. */
  readonly publishing: ReactNode;
  /** Something that a public version needs is not given. */
  readonly isMissing: boolean;
  readonly onSettings: (part: Partial<PrintSettings>) => void;
  readonly onPdf: () => void;
  readonly onMapPng: () => void;
  readonly onLegend: (format: 'png' | 'svg') => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}
