import type { ReactNode } from 'react';
import type { BoundingBox } from '../../domain/lng-lat';
import type { Problem } from '../../domain/problem';
import type { ExportCrs } from '../../io/export-crs';
import type { ExportFormat } from '../../io/export-format';
import type { ExportTable } from '../../io/export-table';
import type { PublishRule } from '../../report/publish-rule';

/** Something that can be exported. */
export interface ExportSubject {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  /** Chinese: why it can not be exported just now; null when it can. */
  readonly refusal: string | null;
}

export interface ExportChoice {
  readonly format: ExportFormat;
  readonly crs: ExportCrs;
  /** Places of the columns to write. */
  readonly fields: readonly number[];
}

/** How the last export stands. `running` has a step to tell once it has taken half a second. */
export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly step: string | null }
  | {
      readonly kind: 'done';
      readonly fileName: string;
      readonly rows: number;
      readonly notes: readonly Problem[];
    }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'cancelled' };

export interface ExportDialogProps {
  readonly subjects: readonly ExportSubject[];
  readonly subjectId: string;
  /** Of the subject; null while it is being made. */
  readonly table: ExportTable | null;
  /** Chinese: why there is no table. */
  readonly tableProblem: string | null;
  /** Of the public version; null for an internal file. */
  readonly rule: PublishRule | null;
  /** Choice of the audience, with its checklist. */
  readonly publishing: ReactNode;
  /** Something that a public version needs is not given. */
  readonly isMissing: boolean;
  readonly bbox: BoundingBox;
  readonly state: ExportState;
  readonly onSubject: (id: string) => void;
  /** The table as it is shown: whole, or its public version. */
  readonly onExport: (table: ExportTable, choice: ExportChoice) => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}
