import type { ReactNode } from 'react';
import { formatInteger } from '../../ui/format';
import styles from './audit.module.css';

/** Toggles that narrow the list to one kind, each with how many it would leave; one without any is not offered. */
export function ChoiceBar<Value extends string>(props: {
  readonly label: string;
  readonly options: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  readonly counts: ReadonlyMap<Value, number>;
  readonly chosen: Value | null;
  readonly onChoose: (value: Value | null) => void;
}): ReactNode {
  const { label, options, words, counts, chosen, onChoose } = props;
  const offered = options.filter((value) => counts.has(value) || value === chosen);
  return (
    <div role="group" aria-label={label} className={styles.wrap}>
      <span className={styles.quiet}>{label}</span>
      <button
        type="button"
        className={styles.choice}
        aria-pressed={chosen === null}
        onClick={() => onChoose(null)}
      >
        全部
      </button>
      {offered.map((value) => (
        <button
          key={value}
          type="button"
          className={styles.choice}
          aria-pressed={value === chosen}
          onClick={() => onChoose(value === chosen ? null : value)}
        >
          {words[value]} {formatInteger(counts.get(value) ?? 0)}
        </button>
      ))}
    </div>
  );
}
