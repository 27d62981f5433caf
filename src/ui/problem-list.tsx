import { Button } from 'antd';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { formatInteger } from './format';
import styles from './problem-list.module.css';

/** What was wrong and how to mend it, in plain words. */
export interface ListedProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly text: string;
  readonly mend: string;
}

/** Drawn at a time: hundreds at once hold the page longer than a blink. */
const PROBLEMS_A_TIME = 60;

/** Problems told apart by icon and word. `announce`: spoken when they appear, where nothing round them is. */
export function ProblemList({
  problems,
  announce = false,
}: {
  readonly problems: readonly ListedProblem[];
  readonly announce?: boolean;
}): ReactNode {
  const [most, setMost] = useState(PROBLEMS_A_TIME);
  if (problems.length === 0) return null;
  const rest = problems.length - most;
  const list = (
    <ul className={styles.problems}>
      {problems.slice(0, most).map(({ code, severity, text, mend }, place) => {
        const isError = severity === 'error';
        const Icon = isError ? CircleAlert : TriangleAlert;
        return (
          // Two problems may read the same, so the place is the key.
          <li key={place} data-code={code} className={isError ? styles.error : styles.warning}>
            <Icon size={14} aria-hidden />
            <span>
              {isError ? '错误：' : '提示：'}
              {text}
              <span className={styles.mend}>办法：{mend}</span>
            </span>
          </li>
        );
      })}
      {rest > 0 && (
        <li>
          <Button size="small" onClick={() => setMost(most + PROBLEMS_A_TIME)}>
            再列 {Math.min(rest, PROBLEMS_A_TIME)} 条（还有 {formatInteger(rest)} 条）
          </Button>
        </li>
      )}
    </ul>
  );
  // The role on the list itself would take from it that it is one.
  return announce ? <div role="alert">{list}</div> : list;
}
