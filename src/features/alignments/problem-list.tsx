import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '../../domain/problem';
import styles from './alignments.module.css';

/** What was wrong and how to mend it; errors and warnings told apart by icon and word. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }): ReactNode {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} role="alert">
      {problems.map((problem) => {
        const isError = problem.severity === 'error';
        const Icon = isError ? CircleAlert : TriangleAlert;
        return (
          <li
            key={`${problem.code} ${problem.text}`}
            className={isError ? styles.error : styles.warning}
          >
            <Icon size={14} aria-hidden />
            <span>
              {isError ? '错误：' : '提示：'}
              {problem.text}
              <span className={styles.mend}>{problem.mend}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
