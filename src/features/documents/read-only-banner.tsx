import { Button } from 'antd';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '../../domain/problem';
import styles from './documents.module.css';

/** Why edits are refused, and the way to edit here. */
export function ReadOnlyBanner({
  problem,
  isTaking,
  onTakeOver,
  onDuplicate,
}: {
  readonly problem: Problem;
  readonly isTaking: boolean;
  readonly onTakeOver: () => void;
  readonly onDuplicate: () => void;
}): ReactNode {
  return (
    <section aria-label="只读" className={styles.banner}>
      <Lock size={14} aria-hidden />
      <span>
        <strong>{problem.text}</strong>
        {problem.mend}
      </span>
      <Button size="small" type="primary" loading={isTaking} onClick={onTakeOver}>
        接管
      </Button>
      <Button size="small" onClick={onDuplicate}>
        复制为新方案
      </Button>
    </section>
  );
}
