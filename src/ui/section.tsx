import { ChevronRight } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

export interface SectionProps {
  readonly title: string;
  /** Quiet figure after the title. */
  readonly count?: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Buttons at the right end of the heading line. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a panel that folds. */
export function Section(props: SectionProps): ReactNode {
  const body = useId();
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h3 className={styles.heading}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={props.open}
            aria-controls={body}
            onClick={() => props.onOpen(!props.open)}
          >
            <ChevronRight size={14} aria-hidden className={styles.chevron} />
            {props.title}
            {props.count !== undefined && <span className={styles.count}>{props.count}</span>}
          </button>
        </h3>
        {props.actions}
      </div>
      <div id={body} hidden={!props.open}>
        {props.open && props.children}
      </div>
    </section>
  );
}
