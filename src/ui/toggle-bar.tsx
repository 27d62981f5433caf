import type { ReactNode } from 'react';
import { formatInteger } from './format';
import styles from './toggle.module.css';

/** Toggles that narrow a list to one kind, each with its count; 全部 takes the choice back. */
export function ToggleBar<Value extends string>(props: {
  readonly label: string;
  /** The label stands before the toggles; otherwise it is only read out. */
  readonly isLabelShown?: boolean;
  readonly options: readonly (readonly [value: Value, word: string, count: number])[];
  /** Of 全部; null shows none. */
  readonly allCount: number | null;
  readonly chosen: Value | null;
  readonly onChoose: (value: Value | null) => void;
}): ReactNode {
  const { label, isLabelShown = false, options, allCount, chosen, onChoose } = props;
  return (
    <div role="group" aria-label={label} className={styles.bar}>
      {isLabelShown && <span className={styles.label}>{label}</span>}
      <button
        type="button"
        className={styles.choice}
        aria-pressed={chosen === null}
        onClick={() => onChoose(null)}
      >
        全部{allCount !== null && ` ${formatInteger(allCount)}`}
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
