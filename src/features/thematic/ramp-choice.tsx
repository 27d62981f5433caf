import type { ReactNode } from 'react';
import type { RampName } from '../../map/style/ramps';
import { classColours } from './thematic-map';
import { RAMP_CHOICES } from './thematic-words';
import styles from './thematic-panel.module.css';

/** Ramps as they will look with the present number of classes. */
export function RampChoice({
  ramp,
  classCount,
  onRamp,
}: {
  readonly ramp: RampName;
  readonly classCount: number;
  readonly onRamp: (ramp: RampName) => void;
}): ReactNode {
  return (
    <fieldset className={styles.ramps}>
      <legend>色带（色觉障碍者可辨）</legend>
      {RAMP_CHOICES.map(([name, word]) => (
        <label key={name} className={styles.ramp}>
          <input
            type="radio"
            name="thematic-ramp"
            checked={ramp === name}
            onChange={() => onRamp(name)}
          />
          <span className={styles.strip} aria-hidden>
            {classColours(name, classCount).map((color) => (
              <span key={color} style={{ background: color }} />
            ))}
          </span>
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  );
}
