import { useEffect, useRef, useState } from 'react';
import { reasonOf } from '../domain/problem';
import type { PrintRun } from '../features/print/print-dialog-props';
import { download } from './download';
import type { PrintJob } from './print-make';

export interface PrintRunner {
  readonly run: PrintRun;
  readonly start: (job: PrintJob) => void;
  /** Ends what is under way; no file is written. */
  readonly cancel: () => void;
}

/** One file at a time; it goes to the browser's download. */
export function usePrintRun(): PrintRunner {
  const [run, setRun] = useState<PrintRun>({ kind: 'idle' });
  const abortRef = useRef<AbortController | null>(null);
  useEffect(() => () => abortRef.current?.abort(), []);

  const start = (job: PrintJob): void => {
    abortRef.current?.abort();
    const abort = new AbortController();
    abortRef.current = abort;
    const tell = (next: PrintRun): void => {
      if (abortRef.current === abort) setRun(next);
    };
    tell({ kind: 'running', text: '正在准备', done: 0, total: 1 });
    job(abort.signal, (step) => tell({ kind: 'running', ...step }))
      .then((outcome) => {
        if (abort.signal.aborted) return tell({ kind: 'cancelled' });
        if (!outcome.ok) return tell({ kind: 'failed', problems: outcome.problems });
        const { name, type, bytes, text } = outcome.value;
        download(name, type, bytes);
        tell({ kind: 'done', fileName: name, text });
      })
      .catch((error: unknown) => {
        if (abort.signal.aborted) return tell({ kind: 'cancelled' });
        tell({
          kind: 'failed',
          problems: [
            {
              code: 'print-failed',
              severity: 'error',
              where: {},
              text: `没有写出文件：${reasonOf(error)}。`,
              mend: '数据没有改动，请重试；仍不行时选小一些的纸张。',
            },
          ],
        });
      });
  };
  return { run, start, cancel: () => abortRef.current?.abort() };
}
