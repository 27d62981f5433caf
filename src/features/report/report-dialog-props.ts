import type { Problem } from '../../domain/problem';

export type ReportFormat = 'pptx' | 'docx' | 'xlsx';
/** Slides of the document's scenes, or of what is on the screen. */
export type ReportScope = 'scenes' | 'view';

export interface ReportChoice {
  readonly formats: readonly ReportFormat[];
  readonly scope: ReportScope;
  /** 制图单位; may be empty. */
  readonly organisation: string;
}

export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ReportStep {
  readonly text: string;
  readonly done: number;
  readonly total: number;
}

export type ReportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly step: ReportStep }
  | { readonly kind: 'done'; readonly files: readonly ReportFile[] }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
  | { readonly kind: 'cancelled' };

export interface ReportDialogProps {
  readonly choice: ReportChoice;
  /** Scenes that are not hidden. */
  readonly sceneCount: number;
  /** What the numbers are about: “三引六扩等 3 项，服务距离 2 公里”, or that nothing is chosen. */
  readonly subject: string;
  readonly state: ReportState;
  readonly onChoice: (choice: ReportChoice) => void;
  readonly onMake: () => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}
