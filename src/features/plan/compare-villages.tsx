import { type ReactNode, useMemo, useState } from 'react';
import { SortHeading } from '../../ui/sort-heading';
import tables from '../../ui/table.module.css';
import {
  type ChangedVillage,
  SIDE_WORDS,
  type VillageSort,
  metresWords,
  sortedVillages,
} from './compare-view';
import styles from './compare.module.css';

const COLUMNS: readonly {
  readonly by: VillageSort;
  readonly text: string;
  readonly isNumber?: true;
}[] = [
  { by: 'side', text: '变化' },
  { by: 'name', text: '村' },
  { by: 'county', text: '县 · 乡镇' },
];
const DISTANCES = [
  { by: 'metresBefore', text: '原距离' },
  { by: 'metresAfter', text: '现距离' },
] as const;

/** More rows than anybody reads; the file has them all. */
const MOST_SHOWN = 500;

/** The villages that differ, by name. */
export function CompareVillages(props: {
  readonly villages: readonly ChangedVillage[];
  readonly onZoomTo: (code: string) => void;
}): ReactNode {
  const { villages } = props;
  const [by, setBy] = useState<VillageSort>('side');
  const [isDescending, setDescending] = useState(false);
  const rows = useMemo(
    () => sortedVillages(villages, by, isDescending),
    [villages, by, isDescending],
  );
  const heading = (
    column: { readonly by: VillageSort; readonly text: string },
    isNumber: boolean,
  ) => (
    <SortHeading
      key={column.by}
      text={column.text}
      isNumber={isNumber}
      direction={by !== column.by ? null : isDescending ? 'descending' : 'ascending'}
      onSort={() => {
        setDescending(by === column.by && !isDescending);
        setBy(column.by);
      }}
    />
  );
  if (villages.length === 0) return <p className={styles.note}>没有村的覆盖状态改变。</p>;
  return (
    <div className={styles.villages} tabIndex={0} role="region" aria-label="有变化的村">
      <table className={`${tables.table} ${tables.sticky}`}>
        <thead>
          <tr>
            {COLUMNS.map((column) => heading(column, false))}
            <th scope="col">状态</th>
            {DISTANCES.map((column) => heading(column, true))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_SHOWN).map((row) => (
            <tr key={row.code} data-side={row.side}>
              <td>{SIDE_WORDS[row.side]}</td>
              <th scope="row">
                <button
                  type="button"
                  className={tables.link}
                  onClick={() => props.onZoomTo(row.code)}
                >
                  {row.name}
                </button>
              </th>
              <td>
                {row.county} · {row.township}
              </td>
              <td>
                {row.before} → {row.after}
              </td>
              <td className={tables.number}>{metresWords(row.metresBefore)}</td>
              <td className={tables.number}>{metresWords(row.metresAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_SHOWN && (
        <p className={styles.note}>
          只列前 {MOST_SHOWN} 村，共 {rows.length} 村；全部在导出的清单里。
        </p>
      )}
    </div>
  );
}
