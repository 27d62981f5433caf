import type { ReactNode } from 'react';
import {
  OVERLAP_NOTE,
  OVERLAP_WORDS,
  type OverlapClass,
  type OverlapRow,
} from '../../analysis/overlap-summary';
import { formatEstimate, formatInteger } from '../../ui/format';
import tables from '../../ui/table.module.css';
import styles from './coverage-panel.module.css';

/** 重复覆盖: how many of the chosen projects reach a village, each row leading to its villages. */
export function OverlapTable(props: {
  readonly rows: readonly OverlapRow[];
  readonly projectCount: number;
  readonly onPick: (overlapClass: OverlapClass) => void;
}): ReactNode {
  const { rows } = props;
  const total = rows.reduce((sum, row) => sum + row.villages, 0);
  const households = rows.reduce((sum, row) => sum + (row.households ?? 0), 0);
  return (
    <div>
      <h3 className={styles.heading}>重复覆盖（所选 {formatInteger(props.projectCount)} 项）</h3>
      <table className={`${tables.table} ${tables.numbers}`} aria-label="重复覆盖">
        <thead>
          <tr>
            <th scope="col">被几个项目覆盖</th>
            <th scope="col">村</th>
            <th scope="col">贫困户≈</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.class}>
              <th scope="row">
                <button
                  type="button"
                  className={tables.link}
                  title="在村表中只看这些村"
                  onClick={() => props.onPick(row.class)}
                >
                  {OVERLAP_WORDS[row.class]}
                </button>
              </th>
              <td>{formatInteger(row.villages)}</td>
              <td>{row.households === null ? '无数据' : formatEstimate(row.households)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">全部</th>
            <td>{formatInteger(total)}</td>
            <td>{formatEstimate(households)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={styles.note}>{OVERLAP_NOTE}贫困户为估算·均摊。</p>
    </div>
  );
}
