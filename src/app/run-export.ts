import type { ExportAnswers, ExportTask, FromExportWorker } from './export-task';

/** Raised when the caller's signal ends the task. */
export class ExportCancelled extends Error {
  constructor() {
    super('export cancelled');
    this.name = 'ExportCancelled';
  }
}

export interface RunExportOptions {
  readonly signal?: AbortSignal;
  readonly onStep?: (step: string) => void;
}

/** Runs a task in a worker of its own, which ends with it; cancelling ends it at once, whatever it does. */
export function runExport<T extends ExportTask>(
  task: T,
  { signal, onStep }: RunExportOptions = {},
): Promise<ExportAnswers[T['kind']]> {
  if (signal?.aborted === true) return Promise.reject(new ExportCancelled());
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<ExportAnswers[T['kind']]>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new ExportCancelled()), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<FromExportWorker>) => {
      if (data.type === 'step') onStep?.(data.step);
      else if (data.type === 'failed') reject(new Error(data.message));
      // The worker answers the kind that it was asked; the channel between is untyped.
      else resolve(data.answer as ExportAnswers[T['kind']]);
    });
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(message || '写文件的程序没有载入')),
    );
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
