import { Button } from 'antd';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import type { AdjustNoticeProps } from './adjust-panel-props';
import { crowdWords, geometryFacts, troubleWords } from './adjust-words';
import styles from './alignments.module.css';

/** One line over the map while a place is adjusted: which, how long, what is wrong. */
export default function AdjustNotice(props: AdjustNoticeProps): ReactNode {
  const { view, projectName } = props;
  // Measuring thousands of edges may lag behind the hand.
  const geometry = useDeferredValue(props.geometry);
  const facts = useMemo(() => geometryFacts(geometry), [geometry]);
  const crowd = view && crowdWords(view);
  const trouble = view?.trouble ? troubleWords(view.trouble, view.isDragging) : null;
  return (
    <div className={styles.notice}>
      <span>
        正在调整「{projectName}」：{facts}
      </span>
      {trouble !== null && <strong className={styles.error}>{trouble}</strong>}
      {crowd !== null && <span>{crowd}</span>}
      <Button size="small" onClick={props.onDone}>
        完成（Esc）
      </Button>
    </div>
  );
}
