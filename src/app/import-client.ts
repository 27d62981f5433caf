import type { ImportContent, ImportedFeature, ImportedVillage } from '../domain/imported';
import type { FromImportWorker, ImportAnswers, ImportAsk, ImportStep } from './import-task';

/** Raised when the page ends the worker under a question. */
export class ImportCancelled extends Error {
  constructor() {
    super('import cancelled');
    this.name = 'ImportCancelled';
  }
}

export interface ImportClient {
  /** Questions are answered one after the other, in the order asked. */
  readonly ask: <T extends ImportAsk>(
    ask: T,
    onStep: (step: ImportStep) => void,
  ) => Promise<ImportAnswers[T['kind']]>;
  /** The content of the last preview, which comes in slices between which the page may draw. */
  readonly take: () => Promise<ImportContent>;
  /** Ends the worker, whatever it does, and forgets the files. */
  readonly close: () => void;
}

interface Hearers {
  readonly onStep: (step: ImportStep) => void;
  readonly onVillages: (rows: readonly ImportedVillage[]) => void;
  readonly onFeatures: (rows: readonly ImportedFeature[]) => void;
}

const NOTHING: Hearers = {
  onStep: () => undefined,
  onVillages: () => undefined,
  onFeatures: () => undefined,
};

/** A worker of its own for one import. */
export function createImportClient(): ImportClient {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();

  const run = <T extends ImportAsk>(ask: T, hearers: Hearers) => {
    const done = new AbortController();
    return new Promise<ImportAnswers[T['kind']]>((resolve, reject) => {
      const { signal } = done;
      closing.signal.addEventListener('abort', () => reject(new ImportCancelled()), { signal });
      const hear = ({ data }: MessageEvent<FromImportWorker>): void => {
        switch (data.type) {
          case 'step':
            return hearers.onStep(data.step);
          case 'villages':
            return hearers.onVillages(data.rows);
          case 'features':
            return hearers.onFeatures(data.rows);
          case 'failed':
            return reject(new Error(data.message));
          case 'done':
            // The worker answers the kind that it was asked; the channel between is untyped.
            return resolve(data.answer as ImportAnswers[T['kind']]);
        }
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
  };
  const queued = <T extends ImportAsk>(ask: T, hearers: Hearers) => {
    const mine = last.then(() => run(ask, hearers));
    last = Promise.allSettled([mine]);
    return mine;
  };
  return {
    ask: (ask, onStep) => queued(ask, { ...NOTHING, onStep }),
    take: async () => {
      const villages: ImportedVillage[] = [];
      const features: ImportedFeature[] = [];
      const content = await queued(
        { kind: 'take' },
        {
          ...NOTHING,
          onVillages: (rows) => void villages.push(...rows),
          onFeatures: (rows) => void features.push(...rows),
        },
      );
      return content.kind === 'villages' ? { ...content, villages } : { ...content, features };
    },
    close: () => {
      closing.abort();
      worker.terminate();
    },
  };
}
