import type { ImportContent, ImportedFeature, ImportedVillage } from '../domain/imported';
import { breathe } from '../document/breathe';
import type { ImportContext } from '../io/import-choices';
import type {
  FromImportWorker,
  ImportAnswers,
  ImportAsk,
  ImportStep,
  ToImportWorker,
} from './import-task';
import { rowsOfColumns } from './village-row-columns';

/** So many are copied in a few milliseconds. */
const VILLAGES_A_MESSAGE = 2000;

/** Raised when the page ends the worker under a question. */
export class ImportCancelled extends Error {
  constructor() {
    super('import cancelled');
    this.name = 'ImportCancelled';
  }
}

export interface ImportClient {
  /** Tells the worker of the region before the next question; the one that it knows is not told again. */
  readonly setRegion: (region: ImportContext) => void;
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
            return hearers.onVillages(rowsOfColumns(data.columns));
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
  const tellRegion = async (region: ImportContext): Promise<void> => {
    const tell = (message: ToImportWorker): void => worker.postMessage(message);
    tell({ kind: 'region', region: { ...region, villages: [] } });
    for (let at = 0; at < region.villages.length; at += VILLAGES_A_MESSAGE) {
      await breathe();
      tell({
        kind: 'region-villages',
        villages: region.villages.slice(at, at + VILLAGES_A_MESSAGE),
      });
    }
  };
  const queued = <T extends ImportAsk>(ask: T, hearers: Hearers) => {
    const mine = last.then(() => run(ask, hearers));
    last = Promise.allSettled([mine]);
    return mine;
  };
  let told: ImportContext | null = null;
  return {
    setRegion: (region) => {
      if (told === region) return;
      told = region;
      last = last.then(() => tellRegion(region));
    },
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
      return 'villages' in content ? { ...content, villages } : { ...content, features };
    },
    close: () => {
      closing.abort();
      worker.terminate();
    },
  };
}
