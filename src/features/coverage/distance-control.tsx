import { useId, useState, type ReactNode } from 'react';
import { formatDistance } from '../../ui/format';
import { MAX_DISTANCE_METRES, parseDistance } from './parse-distance';
import styles from './coverage-panel.module.css';

const STEP_METRES = 10;
const PRESETS_METRES = [500, 1000, 2000, 3000, 5000];

/** What is being typed; null shows the distance in force. */
interface Draft {
  readonly text: string;
  readonly problem: string | null;
}

/** 服务距离: slider 0–10 km, typed value with unit, presets. A wrong text changes nothing and says why. */
export function DistanceControl({
  metres,
  onDistance,
}: {
  readonly metres: number;
  readonly onDistance: (metres: number) => void;
}): ReactNode {
  const [draft, setDraft] = useState<Draft | null>(null);
  const problemId = useId();

  function commit(text: string): void {
    const parsed = parseDistance(text);
    if (!parsed.ok) {
      setDraft({ text, problem: parsed.problem });
      return;
    }
    setDraft(null);
    onDistance(parsed.metres);
  }

  function move(to: number): void {
    setDraft(null);
    onDistance(to);
  }

  const problem = draft?.problem ?? null;
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>服务距离</h3>
      <div className={styles.distance}>
        <input
          type="range"
          className={styles.slider}
          aria-label="服务距离"
          aria-valuetext={formatDistance(metres)}
          min={0}
          max={MAX_DISTANCE_METRES}
          step={STEP_METRES}
          value={metres}
          onChange={(event) => move(event.target.valueAsNumber)}
        />
        <input
          className={styles.typed}
          aria-label="输入服务距离，可写米或公里"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
          value={draft?.text ?? formatDistance(metres)}
          onChange={(event) => setDraft({ text: event.target.value, problem: null })}
          onFocus={(event) => event.target.select()}
          onBlur={() => draft !== null && commit(draft.text)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && draft !== null) commit(draft.text);
            if (event.key !== 'Escape' || draft === null) return;
            event.stopPropagation();
            setDraft(null);
          }}
        />
      </div>
      {problem !== null && (
        <p id={problemId} role="alert" className={styles.error}>
          {problem}
        </p>
      )}
      <div role="group" aria-label="常用距离" className={styles.wrap}>
        {PRESETS_METRES.map((preset) => (
          <button
            key={preset}
            type="button"
            className={styles.choice}
            aria-pressed={preset === metres}
            onClick={() => move(preset)}
          >
            {formatDistance(preset)}
          </button>
        ))}
      </div>
    </div>
  );
}
