import { useEffect, useRef, useState } from 'react';
import { type Outcome, reasonOf } from '../domain/problem';
import { EngineCancelled } from '../engine/protocol';
import type { ReportFile, ReportState } from '../features/report/report-dialog-props';
import { download } from './download';
import type { ReportCall } from './report-make';
import { ExportCancelled } from './run-export';

export interface ReportRun {
  readonly state: ReportState;
  readonly start: (make: (call: ReportCall) => Promise<Outcome<readonly ReportFile[]>>) => void;
  /** Ends a running report; nothing is written. */
  readonly cancel: () => void;
}

function isCancel(error: unknown): boolean {
  return (
    error instanceof ExportCancelled ||
    error instanceof EngineCancelled ||
    (error instanceof DOMException && error.name === 'AbortError')
  );
}

function failure(error: unknown): ReportState {
  const reason = reasonOf(error);
  const text = `汇报材料没有生成：${reason}。`;
  const mend = '数据没有改动，请重试。';
  const problem = { code: 'report-failed', severity: 'error', where: {}, text, mend } as const;
  return { kind: 'failed', problems: [problem] };
}

/** One report at a time; all its files go to the browser's download when the last one stands. */
export function useReportRun(): ReportRun {
  const [state, setState] = useState<ReportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start: ReportRun['start'] = (make) => {
    const abort = new AbortController();
    const { signal } = abort;
    running.current = abort;
    setState({ kind: 'running', step: { text: '正在准备', done: 0, total: 1 } });
    make({ signal, onStep: (step) => !signal.aborted && setState({ kind: 'running', step }) })
      .then((outcome) => {
        if (!outcome.ok) return setState({ kind: 'failed', problems: outcome.problems });
        for (const { name, type, bytes } of outcome.value) download(name, type, bytes);
        setState({ kind: 'done', files: outcome.value });
      })
      .catch((error: unknown) => setState(isCancel(error) ? { kind: 'cancelled' } : failure(error)))
      .finally(() => {
        if (running.current === abort) running.current = null;
      });
  };
  return { state, start, cancel: () => running.current?.abort() };
}
