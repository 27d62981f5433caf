import type { ReactNode } from 'react';
import type { LegendModel } from './legend-model';
import { Swatch } from './swatch';
import styles from './legend.module.css';

/** Title, one row a sample, notes. `label` names the list for screen readers. */
export function Legend({
  model,
  label,
}: {
  readonly model: LegendModel;
  readonly label: string;
}): ReactNode {
  return (
    <div className={styles.legend}>
      {model.title !== '' && <div className={styles.title}>{model.title}</div>}
      <ul className={styles.rows} aria-label={label}>
        {model.rows.map((row) => (
          <li key={row.key} className={styles.row}>
            <Swatch spec={row.swatch} />
            <span className={styles.label}>{row.label}</span>
            {row.count !== '' && <span className={styles.count}>{row.count}</span>}
          </li>
        ))}
      </ul>
      {model.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </div>
  );
}
