import { useEffect, useRef, useState } from 'react';
import { type Outcome, type Problem, reasonOf } from '../domain/problem';
import type { FileRun, RunStep, WrittenFile } from '../ui/file-run';
import { download } from './download';

export interface MadeFile extends WrittenFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface FileCall {
  readonly signal: AbortSignal;
  readonly onStep: (step: RunStep) => void;
}

/** May reject with anything once the signal is aborted. */
export type FileJob = (call: FileCall) => Promise<Outcome<readonly MadeFile[]>>;

export interface FileRunner {
  readonly run: FileRun;
  readonly start: (job: FileJob) => void;
  /** Ends what is under way; no file is written. */
  readonly cancel: () => void;
}

function failure(error: unknown): Problem {
  const text = `没有写出文件：${reasonOf(error)}。`;
  const mend = '数据没有改动，请重试；仍不行时选小一些的纸张或少选几种文件。';
  return { code: 'file-not-made', severity: 'error', where: {}, text, mend };
}

/** One job at a time; all its files go to the browser's download when the last one stands. Ends with the dialog. */
export function useFileRun(): FileRunner {
  const [run, setRun] = useState<FileRun>({ kind: 'idle' });
  const abortRef = useRef<AbortController | null>(null);
  useEffect(() => () => abortRef.current?.abort(), []);

  const start = (job: FileJob): void => {
    abortRef.current?.abort();
    const abort = new AbortController();
    const { signal } = abort;
    abortRef.current = abort;
    const tell = (next: FileRun): void => {
      if (!signal.aborted) setRun(next);
    };
    tell({ kind: 'running', step: { text: '正在准备', done: 0, total: 1 } });
    job({ signal, onStep: (step) => tell({ kind: 'running', step }) })
      .then((outcome) => {
        if (signal.aborted) return;
        if (!outcome.ok) return tell({ kind: 'failed', problems: outcome.problems });
        for (const { name, type, bytes } of outcome.value) download(name, type, bytes);
        // Without the bytes: a state keeps what it holds.
        tell({ kind: 'done', files: outcome.value.map(({ name, text }) => ({ name, text })) });
      })
      .catch((error: unknown) => tell({ kind: 'failed', problems: [failure(error)] }));
  };
  const cancel = (): void => {
    if (run.kind !== 'running') return;
    abortRef.current?.abort();
    setRun({ kind: 'cancelled' });
  };
  return { run, start, cancel };
}
