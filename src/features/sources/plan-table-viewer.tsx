import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { PlanTable } from '../../domain/plan-table';
import type { CellReference } from '../../domain/source';
import {
  cellPosition,
  isUnmatched,
  treatedReading,
  unitNotes,
  unmatchedRows,
} from './plan-table-view';
import styles from './sources.module.css';

interface ViewerProps {
  readonly table: PlanTable;
  readonly documentTitle: string;
  readonly cell: CellReference | null;
}

function Notes({ table }: { readonly table: PlanTable }): ReactNode {
  const units = unitNotes(table.columns);
  const unmatched = unmatchedRows(table);
  if (units.length + unmatched.length + table.notes.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label="本表说明">
      {unmatched.length > 0 && (
        <li>
          {unmatched.length} 行对不上任何乡镇或县（
          {unmatched.map((row) => `「${table.rows[row]?.cells.find((c) => c !== '') ?? ''}」`)}
          ）：原样保留、单独计数，不上图、不并入别处。
        </li>
      )}
      {units.map((note) => (
        <li key={note.heading}>
          “{note.heading}”：{note.text}
        </li>
      ))}
      {table.notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** A plan table exactly as printed, the referenced row, column and cell marked. */
export function PlanTableViewer({ table, documentTitle, cell }: ViewerProps): ReactNode {
  const marked = cellPosition(table, cell);
  const markedCell = useRef<HTMLTableCellElement>(null);
  // Braces: scrollIntoView may return a promise, which is no clean-up.
  useEffect(() => {
    void markedCell.current?.scrollIntoView({ block: 'center' });
  }, [cell]);
  const columnClass = (column: number): string | undefined =>
    marked?.column === column ? styles.marked : undefined;
  return (
    <div>
      <p className={styles.small}>
        {documentTitle} → {table.chapter} → {table.title}
        {marked !== null && ` → 第 ${marked.row + 1} 行 → ${table.columns[marked.column]?.heading}`}
      </p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={table.title}>
        <table className={styles.table}>
          <caption>{table.title}（按原文照录，未作更正）</caption>
          <thead>
            <tr>
              {table.columns.map((column, i) => (
                // Printed headings may repeat, so the place is the only key.
                <th key={i} scope="col" className={columnClass(i)}>
                  {column.heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, r) => (
              <tr
                key={r}
                className={[
                  row.role === 'total' ? styles.total : '',
                  marked?.row === r ? styles.marked : '',
                ].join(' ')}
              >
                {row.cells.map((text, c) => {
                  const isCell = marked?.row === r && marked.column === c;
                  return (
                    <td
                      key={c}
                      ref={isCell ? markedCell : null}
                      className={isCell ? styles.cell : columnClass(c)}
                      aria-current={isCell ? 'location' : undefined}
                    >
                      {text}
                      {treatedReading(row, c) !== null && (
                        <span className={styles.flag}>{treatedReading(row, c)}</span>
                      )}
                      {c === 0 && isUnmatched(table, r) && (
                        <span className={styles.flag}>
                          <TriangleAlert size={12} aria-hidden /> 未对应
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Notes table={table} />
    </div>
  );
}
