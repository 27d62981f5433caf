import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ImportChoices, UnmatchedRow } from '../../io/import-choices';
import { formatInteger } from '../../ui/format';
import tables from '../../ui/table.module.css';
import styles from './import.module.css';

export type MatchChoices = Pick<ImportChoices, 'matches' | 'addsUnknown'>;

interface Props {
  /** The first of the rows that match nothing, and those matched by hand. */
  readonly rows: readonly UnmatchedRow[];
  readonly unmatchedCount: number;
  /** Rows that could be new villages. */
  readonly addableCount: number;
  readonly choices: MatchChoices;
  readonly onChoices: (choices: MatchChoices) => void;
}

function idOf(row: number): string {
  return `import-row-${row}`;
}

/** Brings a listed row into view, its choice under the keyboard. */
export function showUnmatchedRow(row: number): void {
  const line = document.getElementById(idOf(row));
  line?.scrollIntoView({ block: 'center' });
  line?.querySelector('select')?.focus({ preventScroll: true });
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
  const { rows, unmatchedCount, addableCount, onChoices } = props;
  const { matches, addsUnknown } = props.choices;
  const choose = (row: number, code: string): void => {
    const next = new Map(matches);
    if (code === '') next.delete(row);
    else next.set(row, code);
    onChoices({ matches: next, addsUnknown });
  };
  const listedCount = rows.filter(({ row }) => !matches.has(row)).length;
  return (
    <section aria-label="没有对上的行">
      <div className={styles.unmatchedHead}>
        <h3 className={styles.subtitle}>
          {formatInteger(unmatchedCount)} 行没有对上村
          {matches.size > 0 && `，已指定 ${formatInteger(matches.size)} 行`}
          {addsUnknown && '，可作新村的已全部新增'}
        </h3>
        {addableCount > 0 && (
          <Button size="small" onClick={() => onChoices({ matches, addsUnknown: true })}>
            {formatInteger(addableCount)} 行全部作为新增的村
          </Button>
        )}
        {(matches.size > 0 || addsUnknown) && (
          <Button
            size="small"
            onClick={() => onChoices({ matches: new Map(), addsUnknown: false })}
          >
            清除指定
          </Button>
        )}
      </div>
      {rows.length > 0 && (
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
                <tr key={each.row} id={idOf(each.row)}>
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
      )}
      {listedCount < unmatchedCount && (
        <p className={styles.hint}>
          只列出前 {formatInteger(listedCount)} 行；请在原表中补上区划代码后再导入。
        </p>
      )}
    </section>
  );
}
