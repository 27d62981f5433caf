import { Button } from 'antd';
import type { ReactNode } from 'react';
import styles from './run-line.module.css';

/** How far a long calculation is, with the way to end it. */
export function RunLine(props: {
  readonly text: string;
  /** Spoken name of the bar. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly onCancel: () => void;
}): ReactNode {
  return (
    <div className={styles.run} role="status">
      <span>{props.text}</span>
      <progress value={props.done} max={props.total} aria-label={props.label} />
      <Button size="small" autoInsertSpace={false} onClick={props.onCancel}>
        取消
      </Button>
    </div>
  );
}
