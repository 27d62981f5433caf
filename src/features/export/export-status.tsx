import { Progress } from 'antd';
import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatInteger } from '../../ui/format';
import type { ExportState } from './export-dialog-props';
import styles from './export.module.css';

/** What became of the last export: step, file and what could not be written as it was. */
export function ExportStatus({ state }: { readonly state: ExportState }): ReactNode {
  return (
    <div className={styles.status} role="status">
      {state.kind === 'running' && state.step !== null && (
        <>
          <Progress
            percent={100}
            status="active"
            showInfo={false}
            size="small"
            aria-label="正在导出"
          />
          <p>{state.step}</p>
        </>
      )}
      {state.kind === 'done' && (
        <>
          <p className={styles.good}>
            <CircleCheck size={14} aria-hidden /> 已导出 {state.fileName}，
            {formatInteger(state.rows)} 行
          </p>
          {state.notes.length > 0 && (
            <ul className={styles.notes} aria-label="写入时的改动">
              {state.notes.map(({ code, text, mend }) => (
                <li key={code}>
                  {text}
                  <span className={styles.mend}>{mend}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {state.kind === 'failed' && (
        <p className={styles.bad}>
          <CircleAlert size={14} aria-hidden /> {state.text}
        </p>
      )}
      {state.kind === 'cancelled' && <p>已取消，没有写出文件。</p>}
    </div>
  );
}
