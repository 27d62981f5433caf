import { useEffect, useState, type ReactNode } from 'react';
import type { Scene } from '../../domain/scene';
import { paragraphsOf } from '../../report/report-text';
import type { PresentState } from './present-state';
import { clockText, elapsedText } from './presenter-clock';
import styles from './presenter.module.css';

const TICK_MILLISECONDS = 500;

/** In the presenter's own window: notes, what comes next, the time of day and the time since the start. */
export function PresenterView(props: {
  readonly scenes: readonly Scene[];
  readonly state: PresentState;
  /** Milliseconds of the epoch. */
  readonly startedAt: number;
  readonly onStep: (by: 1 | -1) => void;
}): ReactNode {
  const { scenes, state, startedAt } = props;
  const [now, setNow] = useState(startedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MILLISECONDS);
    return () => clearInterval(timer);
  }, []);
  const scene = scenes[state.index];
  const next = scenes[state.index + 1];
  const notes = paragraphsOf(scene?.notes ?? '');
  return (
    <main className={styles.root}>
      <p className={styles.clock}>
        <span>
          现在 <b>{clockText(new Date(now))}</b>
        </span>
        <span>
          已讲 <b>{elapsedText(now - startedAt)}</b>
        </span>
        <span>
          <b>
            {state.index + 1} / {state.count}
          </b>
          {state.isBlack && '（黑屏）'}
        </span>
      </p>
      <h1>{scene?.title}</h1>
      <section aria-label="备注" className={styles.notes}>
        {notes.length === 0 ? (
          <p>本页没有备注。</p>
        ) : (
          notes.map((note, at) => <p key={at}>{note}</p>)
        )}
      </section>
      <section aria-label="下一页" className={styles.next}>
        <h2>下一页：{next ? next.title : '没有了'}</h2>
        {next && <p>{next.caption.replaceAll('**', '')}</p>}
      </section>
      <p className={styles.buttons}>
        <button type="button" onClick={() => props.onStep(-1)}>
          上一页
        </button>
        <button type="button" onClick={() => props.onStep(1)}>
          下一页
        </button>
      </p>
    </main>
  );
}
