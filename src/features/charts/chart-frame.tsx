import { type ReactNode, useState } from 'react';
import { EmptyState } from '../../ui/empty-state';
import tables from '../../ui/table.module.css';
import type { ChartTable, ChartWords } from './chart-model';
import styles from './charts.module.css';

function FigureTable({ table, caption }: { readonly table: ChartTable; readonly caption: string }) {
  const [first, ...others] = table.headings;
  return (
    // Reached by keyboard, so that a long table can be scrolled without a mouse.
    <div className={styles.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={`${tables.table} ${tables.numbers} ${tables.sticky}`}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name = '', ...cells], at) => (
            <tr key={`${name} ${at}`}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={others[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Props {
  readonly words: ChartWords;
  /** What to do where there is nothing to draw; null when there is. */
  readonly emptyHint: string | null;
  /** Choices of what is drawn, left of 图/表. */
  readonly choices?: ReactNode;
  readonly children: ReactNode;
}

/** A chart with its title, its table one click away, what it shows in words, and its notes. */
export function ChartFrame({ words, emptyHint, choices, children }: Props): ReactNode {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <section className={styles.frame} aria-label={words.title}>
      <header className={styles.head}>
        <h3 className={styles.title}>{words.title}</h3>
        {choices}
        {emptyHint === null && (
          <ChoiceGroup
            label="看图或看表"
            options={[
              ['chart', '图'],
              ['table', '表'],
            ]}
            value={view}
            onChange={setView}
          />
        )}
      </header>
      {emptyHint !== null ? (
        <EmptyState title={words.summary} hint={emptyHint} />
      ) : (
        <>
          {view === 'table' ? <FigureTable table={words.table} caption={words.title} /> : children}
          <p className={styles.summary}>{words.summary}。</p>
        </>
      )}
      {words.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </section>
  );
}

export function ChoiceGroup<T extends string>(props: {
  readonly label: string;
  readonly options: readonly (readonly [value: T, word: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}): ReactNode {
  return (
    <div role="group" aria-label={props.label} className={styles.wrap}>
      {props.options.map(([value, word]) => (
        <button
          key={value}
          type="button"
          className={styles.choice}
          aria-pressed={props.value === value}
          onClick={() => props.onChange(value)}
        >
          {word}
        </button>
      ))}
    </div>
  );
}
