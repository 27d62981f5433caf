// Writes files apart from the page: a workbook of 3,349 rows takes about a second. One task a worker; the page ends it.
import { writeExport } from '../io/write-export';
import { coverageXlsx } from '../report/coverage-xlsx';
import type { ExportTask, FromExportWorker } from './export-task';

function post(message: FromExportWorker): void {
  // The page's lib has no type for a dedicated worker's own postMessage.
  (self as unknown as { postMessage: (data: FromExportWorker) => void }).postMessage(message);
}

function answerTo(task: ExportTask) {
  return task.kind === 'table'
    ? writeExport(task.request, (step) => post({ type: 'step', step }))
    : coverageXlsx(task.table);
}

self.addEventListener('message', ({ data }: MessageEvent<ExportTask>) => {
  answerTo(data).then(
    (answer) => post({ type: 'done', answer }),
    (error: unknown) =>
      post({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
