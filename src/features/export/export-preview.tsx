import type { ReactNode } from 'react';
import type { ExportTable } from '../../io/export-table';
import { PREVIEW_ROWS, countText, geometryWord, previewRows } from './export-view';
import styles from './export.module.css';

/** How many rows, the first of them, and what the file will say of itself. */
export function ExportPreview(props: {
  readonly table: ExportTable;
  readonly fields: readonly number[];
}): ReactNode {
  const { table, fields } = props;
  const rows = previewRows(table, fields);
  return (
    <section className={styles.preview} aria-label="预览">
      <p className={styles.count}>
        <strong>{table.title}</strong>
        <span>{countText(table)}</span>
      </p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="前几行">
        <table className={styles.table}>
          <caption className={styles.caption}>
            {table.rows.length > PREVIEW_ROWS ? `前 ${PREVIEW_ROWS} 行` : '全部行'}
          </caption>
          <thead>
            <tr>
              <th scope="col">图形</th>
              {fields.map((at) => (
                <th key={at} scope="col">
                  {table.columns[at]?.heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                <td>{geometryWord(table.rows[row]?.geometry ?? null)}</td>
                {cells.map((text, at) => (
                  <td
                    key={at}
                    data-number={typeof table.rows[row]?.cells[fields[at] ?? -1] === 'number'}
                  >
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details className={styles.about}>
        <summary>随文件写入的说明（{table.about.length} 条）</summary>
        <ul>
          {table.about.map((line, at) => (
            <li key={at}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
