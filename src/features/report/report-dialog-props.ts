import type { ReactNode } from 'react';
import type { FileRun } from '../../ui/file-run';

export type ReportFormat = 'pptx' | 'docx' | 'xlsx';
/** Slides of the document's scenes, or of what is on the screen. */
export type ReportScope = 'scenes' | 'view';

export interface ReportChoice {
  readonly formats: readonly ReportFormat[];
  readonly scope: ReportScope;
  /** 制图单位; may be empty. */
  readonly organisation: string;
}

export interface ReportDialogProps {
  readonly choice: ReportChoice;
  /** Scenes that are not hidden. */
  readonly sceneCount: number;
  /** What the numbers are about: “三引六扩等 3 项，服务距离 2 公里”, or that nothing is chosen. */
  readonly subject: string;
  readonly run: FileRun;
  /** Choice of the audience, with its checklist. */
  readonly publishing: ReactNode;
  /** Something that a public version needs is not given. */
  readonly isMissing: boolean;
  readonly onChoice: (choice: ReportChoice) => void;
  readonly onMake: () => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}
