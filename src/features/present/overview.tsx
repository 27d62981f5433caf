import type { ReactNode } from 'react';
import type { Problem } from '../../domain/problem';
import type { Scene } from '../../domain/scene';
import styles from './present.module.css';

/** 总览: all scenes; arrows move the mark, Enter or a click goes there. */
export function Overview(props: {
  readonly scenes: readonly Scene[];
  readonly index: number;
  /** Addresses of small pictures, as far as they are drawn. */
  readonly pictures: ReadonlyMap<Scene, string>;
  /** Why no more are drawn. */
  readonly problem: Problem | null;
  readonly onGo: (index: number) => void;
}): ReactNode {
  const { pictures, problem } = props;
  return (
    <div className={styles.overview} role="dialog" aria-label="场景总览">
      <ol>
        {props.scenes.map((scene, at) => (
          <li key={scene.id}>
            <button type="button" aria-current={at === props.index} onClick={() => props.onGo(at)}>
              <span className={styles.picture}>
                {pictures.has(scene) && <img src={pictures.get(scene)} alt="" />}
              </span>
              <strong>
                <span className={styles.place}>{at + 1}</span> {scene.title}
              </strong>
              <span className={styles.summary}>{scene.caption.replaceAll('**', '')}</span>
            </button>
          </li>
        ))}
      </ol>
      {problem && (
        <p role="status">
          {problem.text}
          {problem.mend}
        </p>
      )}
    </div>
  );
}
