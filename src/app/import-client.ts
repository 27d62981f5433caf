import type { FromImportWorker, ImportAnswers, ImportAsk, ImportStep } from './import-task';

/** Raised when the page ends the worker under a question. */
export class ImportCancelled extends Error {
  constructor() {
    super('import cancelled');
    this.name = 'ImportCancelled';
  }
}

export interface ImportClient {
  /** One question at a time. */
  readonly ask: <T extends ImportAsk>(
    ask: T,
    onStep: (step: ImportStep) => void,
  ) => Promise<ImportAnswers[T['kind']]>;
  /** Ends the worker, whatever it does, and forgets the files. */
  readonly close: () => void;
}

/** A worker of its own for one import. */
export function createImportClient(): ImportClient {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const closing = new AbortController();
  return {
    ask: <T extends ImportAsk>(ask: T, onStep: (step: ImportStep) => void) => {
      const done = new AbortController();
      return new Promise<ImportAnswers[T['kind']]>((resolve, reject) => {
        const { signal } = done;
        closing.signal.addEventListener('abort', () => reject(new ImportCancelled()), { signal });
        const hear = ({ data }: MessageEvent<FromImportWorker>): void => {
          if (data.type === 'step') onStep(data.step);
          else if (data.type === 'failed') reject(new Error(data.message));
          // The worker answers the kind that it was asked; the channel between is untyped.
          else resolve(data.answer as ImportAnswers[T['kind']]);
        };
        worker.addEventListener('message', hear, { signal });
        worker.addEventListener(
          'error',
          ({ message }) => reject(new Error(message || '读文件的程序没有载入')),
          { signal },
        );
        if (closing.signal.aborted) reject(new ImportCancelled());
        else worker.postMessage(ask);
      }).finally(() => done.abort());
    },
    close: () => {
      closing.abort();
      worker.terminate();
    },
  };
}
