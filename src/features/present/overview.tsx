import type { ReactNode } from 'react';
import type { Scene } from '../../domain/scene';
import styles from './present.module.css';

/** 总览: all scenes; arrows move the mark, Enter or a click goes there. */
export function Overview(props: {
  readonly scenes: readonly Scene[];
  readonly index: number;
  readonly onGo: (index: number) => void;
}): ReactNode {
  return (
    <div className={styles.overview} role="dialog" aria-label="场景总览">
      <ol>
        {props.scenes.map((scene, at) => (
          <li key={scene.id}>
            <button type="button" aria-current={at === props.index} onClick={() => props.onGo(at)}>
              <span className={styles.place}>{at + 1}</span>
              <strong>{scene.title}</strong>
              <span className={styles.summary}>{scene.caption.replaceAll('**', '')}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
