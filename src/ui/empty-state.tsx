import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** Says what is missing and what to do next. */
export function EmptyState({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      <p className={styles.hint}>{hint}</p>
      {children}
    </div>
  );
}
