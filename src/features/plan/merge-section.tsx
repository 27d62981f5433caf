import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { MapTheme } from '../../map/map-types';
import { Legend } from '../../ui/legend';
import { changeLegend } from './change-legend';
import type { MergeAnswer } from './compare-panel-props';
import styles from './compare.module.css';
import { NumberTable } from './number-table';

/** What merging the ticked parts would do, and the way to do it. */
export function MergeSection(props: {
  readonly tickedCount: number;
  /** Whose version is taken. */
  readonly takenFrom: string;
  /** Why nothing can be taken; null when it can. */
  readonly refusal: string | null;
  /** null while nothing is ticked or the engine works. */
  readonly answer: MergeAnswer | null;
  readonly theme: MapTheme;
  readonly onTake: () => void;
  readonly onClear: () => void;
}): ReactNode {
  const { tickedCount, refusal, answer, theme } = props;
  return (
    <div className={styles.screenOnly}>
      <div className={styles.line}>
        <Button
          size="small"
          disabled={refusal !== null || tickedCount === 0}
          onClick={props.onTake}
        >
          合并所选 {tickedCount} 项
        </Button>
        {tickedCount > 0 && (
          <Button size="small" onClick={props.onClear}>
            取消预览
          </Button>
        )}
        <span className={styles.note}>
          {refusal ?? `把「${props.takenFrom}」里的所选内容并入当前情景，一步可撤销。`}
        </span>
      </div>
      {tickedCount > 0 && (
        <section className={styles.preview} aria-label="合并预览">
          <p className={styles.note} role="status">
            地图上是合并后的样子，方案还没有改动。{answer === null && '正在计算…'}
          </p>
          {answer && (
            <>
              <NumberTable rows={answer.numbers} before="现在" after="合并后" />
              <div className={styles.marks}>
                <Legend
                  model={changeLegend(theme, answer.counts, '合并引起的变化')}
                  label="合并引起的变化"
                />
              </div>
            </>
          )}
        </section>
      )}
    </div>
  );
}
