// Writes files apart from the page: a workbook of 3,349 rows takes about a second. One task a worker; the page ends it.
import { reasonOf } from '../domain/problem';
import { writeExport } from '../io/write-export';
import { coverageXlsx } from '../report/coverage-xlsx';
import type { ReportDocument } from '../report/report-model';
import type { ExportTask, FromExportWorker } from './export-task';

function post(message: FromExportWorker): void {
  // The page's lib has no type for a dedicated worker's own postMessage.
  (self as unknown as { postMessage: (data: FromExportWorker) => void }).postMessage(message);
}

// Apart: each brings a library that only it needs.
const REPORT_WRITERS = {
  pptx: async (report: ReportDocument) => (await import('../report/write-pptx')).writePptx(report),
  docx: async (report: ReportDocument) => (await import('../report/write-docx')).writeDocx(report),
  xlsx: async (report: ReportDocument) =>
    (await import('../report/write-workbook')).writeWorkbook(report),
};

function answerTo(task: ExportTask) {
  switch (task.kind) {
    case 'table':
      return writeExport(task.request, (step) => post({ type: 'step', step }));
    case 'coverage-xlsx':
      return coverageXlsx(task.table);
    case 'report':
      return REPORT_WRITERS[task.format](task.report);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ExportTask>) => {
  answerTo(data).then(
    (answer) => post({ type: 'done', answer }),
    (error: unknown) => post({ type: 'failed', message: reasonOf(error) }),
  );
});
