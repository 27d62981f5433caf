import { useEffect, useRef, useState } from 'react';
import { reasonOf } from '../domain/problem';
import type { ExportChoice, ExportState } from '../features/export/export-dialog-props';
import type { ExportTable } from '../io/export-table';
import { download, localStamp } from './download';
import { ExportCancelled, runExport } from './run-export';

/** A shorter export tells no step: a flicker tells nothing. */
const STEP_AFTER_MILLISECONDS = 500;

export interface ExportRun {
  readonly state: ExportState;
  readonly start: (table: ExportTable, choice: ExportChoice) => void;
  /** Ends a running export; nothing is written. */
  readonly cancel: () => void;
  /** Forgets how the last one ended. */
  readonly reset: () => void;
}

/** One export at a time, in a worker; the file goes to the browser's download. */
export function useExportRun(): ExportRun {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = (table: ExportTable, { format, crs, fields }: ExportChoice): void => {
    const abort = new AbortController();
    running.current = abort;
    let step: string | null = null;
    let isSlow = false;
    const tell = (): void => {
      if (isSlow && !abort.signal.aborted) setState({ kind: 'running', step });
    };
    const slow = setTimeout(() => {
      isSlow = true;
      tell();
    }, STEP_AFTER_MILLISECONDS);
    setState({ kind: 'running', step });
    const day = localStamp(new Date()).slice(0, 10);
    runExport(
      { kind: 'table', request: { table, format, crs, fields, day } },
      {
        signal: abort.signal,
        onStep: (next) => {
          step = next;
          tell();
        },
      },
    )
      .then(({ name, mime, bytes, rows, notes }) => {
        download(name, mime, new Uint8Array(bytes));
        setState({ kind: 'done', fileName: name, rows, notes });
      })
      .catch((error: unknown) => {
        if (error instanceof ExportCancelled) return setState({ kind: 'cancelled' });
        const reason = reasonOf(error);
        setState({ kind: 'failed', text: `导出没有完成：${reason}。数据没有改动，请重试。` });
      })
      .finally(() => {
        clearTimeout(slow);
        if (running.current === abort) running.current = null;
      });
  };
  return {
    state,
    start,
    cancel: () => running.current?.abort(),
    reset: () => setState({ kind: 'idle' }),
  };
}
