import type { ReactNode } from 'react';
import { formatInteger } from '../../ui/format';
import styles from './claims.module.css';

/** Toggles that narrow a table to one kind of row, each with its count. */
export function FilterBar<Value extends string>(props: {
  readonly label: string;
  readonly options: readonly (readonly [value: Value, word: string, count: number])[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value | null) => void;
}): ReactNode {
  const { options, chosen, onChoose } = props;
  const all = options.reduce((sum, [, , count]) => sum + count, 0);
  return (
    <div role="group" aria-label={props.label} className={styles.wrap}>
      <button
        type="button"
        className={styles.choice}
        aria-pressed={chosen === null}
        onClick={() => onChoose(null)}
      >
        全部 {formatInteger(all)}
      </button>
      {options.map(([value, word, count]) => (
        <button
          key={value}
          type="button"
          className={styles.choice}
          aria-pressed={value === chosen}
          onClick={() => onChoose(value === chosen ? null : value)}
        >
          {word} {formatInteger(count)}
        </button>
      ))}
    </div>
  );
}
