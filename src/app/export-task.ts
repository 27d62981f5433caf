// What the page asks of the export worker, and its answers.
import type { ExportRequest, ExportedFile } from '../io/write-export';
import type { CoverageTable } from '../report/coverage-table';
import type { ReportDocument } from '../report/report-model';

export type ExportTask =
  | { readonly kind: 'table'; readonly request: ExportRequest }
  /** The workbook of the coverage answer with its sums. */
  | { readonly kind: 'coverage-xlsx'; readonly table: CoverageTable }
  | {
      readonly kind: 'report';
      readonly format: 'pptx' | 'docx' | 'xlsx';
      readonly report: ReportDocument;
    };

export interface ExportAnswers {
  readonly table: ExportedFile;
  readonly 'coverage-xlsx': Uint8Array;
  readonly report: Uint8Array;
}

export type FromExportWorker =
  | { readonly type: 'step'; readonly step: string }
  | { readonly type: 'done'; readonly answer: ExportAnswers[ExportTask['kind']] }
  | { readonly type: 'failed'; readonly message: string };
