import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { UnmatchedRow } from '../../io/import-choices';
import { formatInteger } from '../../ui/format';
import tables from '../../ui/table.module.css';
import styles from './import.module.css';

interface Props {
  /** The first of the rows that match nothing, and those matched by hand. */
  readonly rows: readonly UnmatchedRow[];
  readonly unmatchedCount: number;
  /** Every unmatched row that could be a new village, with its own code. */
  readonly addable: readonly (readonly [row: number, code: string])[];
  readonly matches: ReadonlyMap<number, string>;
  readonly onMatches: (matches: ReadonlyMap<number, string>) => void;
}

function optionsOf({ candidates, newCode }: UnmatchedRow) {
  const known = candidates.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }));
  const added = newCode === null ? [] : [{ value: newCode, label: `作为新增的村 ${newCode}` }];
  return [...known, ...added];
}

/** The browser's own list: two hundred of the toolkit's take seconds to draw. */
function Choice(props: {
  readonly row: UnmatchedRow;
  /** '' for none. */
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
}): ReactNode {
  const { row, chosen, onChoose } = props;
  const options = optionsOf(row);
  return (
    <select
      aria-label={`第 ${row.row} 行指定为`}
      className={styles.match}
      disabled={options.length === 0}
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="">{options.length === 0 ? '没有相近的村' : '不导入'}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** Rows that are no one village, each with its best candidates to choose from, or to be a new village. */
export function UnmatchedRows(props: Props): ReactNode {
  const { rows, unmatchedCount, addable, matches, onMatches } = props;
  const choose = (row: number, code: string): void => {
    const next = new Map(matches);
    if (code === '') next.delete(row);
    else next.set(row, code);
    onMatches(next);
  };
  const listedCount = rows.filter(({ row }) => !matches.has(row)).length;
  return (
    <section aria-label="没有对上的行">
      <div className={styles.unmatchedHead}>
        <h3 className={styles.subtitle}>
          {formatInteger(unmatchedCount)} 行没有对上村
          {matches.size > 0 && `，已指定 ${formatInteger(matches.size)} 行`}
        </h3>
        {addable.length > 0 && (
          <Button size="small" onClick={() => onMatches(new Map([...matches, ...addable]))}>
            {formatInteger(addable.length)} 行全部作为新增的村
          </Button>
        )}
        {matches.size > 0 && (
          <Button size="small" onClick={() => onMatches(new Map())}>
            清除指定
          </Button>
        )}
      </div>
      <div className={styles.unmatched} tabIndex={0} role="region" aria-label="没有对上的行的表">
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
            {rows.map((each) => (
              <tr key={each.row}>
                <td className={tables.number}>{each.row}</td>
                <td>{each.printed}</td>
                <td className={styles.hint}>{each.reason}</td>
                <td>
                  <Choice
                    row={each}
                    chosen={matches.get(each.row) ?? ''}
                    onChoose={(code) => choose(each.row, code)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {listedCount < unmatchedCount && (
        <p className={styles.hint}>
          只列出前 {formatInteger(listedCount)} 行；请在原表中补上区划代码后再导入。
        </p>
      )}
    </section>
  );
}
