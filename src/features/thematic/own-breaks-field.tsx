import { useId, useState, type ReactNode } from 'react';
import type { FigureUnit } from '../../domain/figure';
import { breaksText, parseBreaks } from './own-breaks';
import styles from './thematic-panel.module.css';

export interface OwnBreaksFieldProps {
  readonly unit: FigureUnit;
  readonly breaks: readonly number[];
  readonly onBreaks: (breaks: readonly number[]) => void;
}

/** A line of breaks; what is right is applied while typing, what is wrong is explained and not applied. */
export function OwnBreaksField({ unit, breaks, onBreaks }: OwnBreaksFieldProps): ReactNode {
  const field = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? breaksText(breaks, unit);
  const parsed = parseBreaks(text, unit);
  return (
    <div className={styles.field}>
      <label htmlFor={field}>断点{unit === 'share' ? '（%）' : ''}</label>
      <input
        id={field}
        className={styles.breaks}
        value={text}
        placeholder="如 5，10，20"
        aria-invalid={!parsed.ok}
        aria-describedby={`${field}-note`}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = parseBreaks(event.target.value, unit);
          if (next.ok) onBreaks(next.breaks);
        }}
        onBlur={() => parsed.ok && setTyped(null)}
      />
      <p id={`${field}-note`} className={parsed.ok ? styles.note : styles.error} role="status">
        {parsed.ok ? '从小到大写 2–6 个断点，用逗号或空格隔开。' : `未采用：${parsed.text}。`}
      </p>
    </div>
  );
}
