import type { ReactNode } from 'react';
import tables from '../../ui/table.module.css';
import type { NumberRow } from './compare-view';
import styles from './compare.module.css';

/** Numbers before and after, with the difference. */
export function NumberTable(props: {
  readonly rows: readonly NumberRow[];
  readonly before: string;
  readonly after: string;
}): ReactNode {
  return (
    <table className={`${tables.table} ${tables.numbers}`}>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col">{props.before}</th>
          <th scope="col">{props.after}</th>
          <th scope="col">差</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ label, before, after, difference, note }) => (
          <tr key={label}>
            <th scope="row">
              {label}
              {note !== '' && <div className={styles.note}>{note}</div>}
            </th>
            <td>{before}</td>
            <td>{after}</td>
            <td>
              <strong>{difference}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
