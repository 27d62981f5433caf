import { type ReactNode, useState } from 'react';
import { EmptyState } from '../../ui/empty-state';
import { ChoiceGroup } from './chart-frame';
import styles from './charts.module.css';

interface Props {
  /** none: nothing is chosen that could have a curve. */
  readonly state: 'none' | 'running' | 'ready';
  /** What the curve says at the service distance. */
  readonly reading: string;
  readonly table?: ReactNode;
  /** The curve of the gap tab, which reads and sets the distance by pointer and keys. */
  readonly children?: ReactNode;
}

/** 覆盖曲线: the gap tab's own curve and table in the frame of the charts. */
export function CurveFrame({ state, reading, table, children }: Props): ReactNode {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <section className={styles.frame} aria-label="覆盖随服务距离的变化">
      <header className={styles.head}>
        <h3 className={styles.title}>覆盖随服务距离的变化</h3>
        {state === 'ready' && (
          <ChoiceGroup
            label="看图或看表"
            options={[
              ['chart', '图'],
              ['table', '表'],
            ]}
            value={view}
            onChange={setView}
          />
        )}
      </header>
      {state === 'none' && (
        <EmptyState title="还没有选项目" hint="在“覆盖分析”里选项目，就有覆盖随距离变化的曲线。" />
      )}
      {state === 'running' && <p role="status">正在计算曲线…</p>}
      {state === 'ready' && (
        <>
          {view === 'chart' ? (
            <div className={styles.curve}>{children}</div>
          ) : (
            <div className={styles.scroll} role="group" aria-label="曲线数据表" tabIndex={0}>
              {table}
            </div>
          )}
          <p className={styles.summary}>{reading}。</p>
        </>
      )}
    </section>
  );
}
