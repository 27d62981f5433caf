import { type ReactNode, useMemo } from 'react';
import type { ObjectFacts } from '../../analysis/object-facts';
import type { Problem } from '../../domain/problem';
import { ProblemList } from '../../ui/problem-list';
import { factRows } from './facts-view';
import styles from './plan.module.css';

/** 现况: what is computed of the place as it stands, also while it is dragged. */
export function FactsSection(props: {
  readonly facts: ObjectFacts | null;
  readonly problem: Problem | null;
  readonly isLater: boolean;
}): ReactNode {
  const { facts, problem, isLater } = props;
  const rows = useMemo(() => (facts === null ? [] : factRows(facts)), [facts]);
  return (
    <section className={styles.part} aria-label="现况">
      <h3>现况</h3>
      {problem && <ProblemList problems={[problem]} announce />}
      {facts === null && !problem && (
        <p className={styles.note}>
          {isLater
            ? '图形较复杂，停手后计算…'
            : '有了位置，就在这里算出面积、所在县乡、范围内的村、距离和重叠。'}
        </p>
      )}
      <dl className={styles.rows}>
        {rows.map(({ label, value, notes }, place) => (
          // Two overlaps may have one name.
          <div key={place}>
            <dt>{label}</dt>
            <dd>
              {value}
              {notes.map((note) => (
                <small key={note}>{note}</small>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
