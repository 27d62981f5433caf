import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { UnmatchedRow } from '../../io/import-choices';
import { formatInteger } from '../../ui/format';
import tables from '../../ui/table.module.css';
import styles from './import.module.css';

/** Rows drawn at once; who has more will mend the file. */
const MOST_ROWS = 200;

interface Props {
  readonly rows: readonly UnmatchedRow[];
  readonly matches: ReadonlyMap<number, string>;
  readonly onMatches: (matches: ReadonlyMap<number, string>) => void;
}

/** Rows that are no one village, each with its best candidates to choose from. */
export function UnmatchedRows({ rows, matches, onMatches }: Props): ReactNode {
  const choose = (row: number, code: string | null): void => {
    const next = new Map(matches);
    if (code === null) next.delete(row);
    else next.set(row, code);
    onMatches(next);
  };
  return (
    <section aria-label="没有对上的行">
      <h3 className={styles.subtitle}>{formatInteger(rows.length)} 行没有对上村</h3>
      <div className={styles.unmatched} tabIndex={0} role="region" aria-label="没有对上的行">
        <table className={`${tables.table} ${tables.sticky}`}>
          <thead>
            <tr>
              <th scope="col" className={tables.number}>
                行
              </th>
              <th scope="col">原文</th>
              <th scope="col">原因</th>
              <th scope="col">指定为</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map(({ row, printed, reason, candidates }) => (
              <tr key={row}>
                <td className={tables.number}>{row}</td>
                <td>{printed}</td>
                <td className={styles.hint}>{reason}</td>
                <td>
                  <Select
                    size="small"
                    allowClear
                    aria-label={`第 ${row} 行指定为`}
                    className={styles.match ?? ''}
                    placeholder={candidates.length === 0 ? '没有相近的村' : '不导入'}
                    disabled={candidates.length === 0}
                    value={matches.get(row) ?? null}
                    onChange={(code: string | null | undefined) => choose(row, code ?? null)}
                    options={candidates.map(({ code, name }) => ({
                      value: code,
                      label: `${name} ${code}`,
                    }))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > MOST_ROWS && (
        <p className={styles.hint}>只列出前 {MOST_ROWS} 行；请在原表中补上区划代码后再导入。</p>
      )}
    </section>
  );
}
