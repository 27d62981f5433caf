import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FileRun } from './file-run';
import { ProblemList } from './problem-list';
import { RunLine } from './run-line';
import styles from './run-line.module.css';

/** How a run stands, in the foot of the dialog that asked for it. `label`: spoken name of the bar. */
export function FileRunStatus(props: {
  readonly run: FileRun;
  readonly label: string;
  readonly onCancel: () => void;
}): ReactNode {
  const { run } = props;
  switch (run.kind) {
    case 'idle':
      return null;
    case 'running':
      return <RunLine {...run.step} label={props.label} onCancel={props.onCancel} />;
    case 'done':
      return (
        <div className={styles.files} role="status">
          {run.files.map(({ name, text }) => (
            <p key={name}>
              <CircleCheck size={14} aria-hidden /> 已写出 {name}，{text}
            </p>
          ))}
        </div>
      );
    case 'failed':
      return <ProblemList problems={run.problems} announce />;
    case 'cancelled':
      return <p role="status">已取消，没有写出文件。</p>;
  }
}
