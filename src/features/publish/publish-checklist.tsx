import { Check, CircleAlert, Eye, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  type CheckState,
  NOT_LEGAL_ADVICE,
  type PublishFacts,
  publishChecks,
} from '../../report/publish-checklist';
import styles from './publish.module.css';

const MARKS: Readonly<Record<CheckState, readonly [LucideIcon, string]>> = {
  done: [Check, '已做'],
  missing: [CircleAlert, '缺'],
  look: [Eye, '请看'],
};

/** The points with their state by icon and word. */
export function PublishChecklist({ facts }: { readonly facts: PublishFacts }): ReactNode {
  return (
    <section aria-label="发布前检查">
      <h3 className={styles.heading}>发布前检查</h3>
      <ul className={styles.checks}>
        {publishChecks(facts).map(({ id, state, text }) => {
          const [Icon, word] = MARKS[state];
          return (
            <li key={id} data-state={state}>
              <span className={styles.mark}>
                <Icon size={14} aria-hidden /> {word}
              </span>
              {text}
            </li>
          );
        })}
      </ul>
      <p className={styles.note}>{NOT_LEGAL_ADVICE}。</p>
    </section>
  );
}
