import { type ReactNode, useMemo } from 'react';
import type { ClaimCheck } from '../../analysis/claim-check';
import type { Problem } from '../../domain/problem';
import { ProblemList } from '../../ui/problem-list';
import { ChartFrame } from './chart-frame';
import styles from './charts.module.css';
import { type BulletRow, claimsChartView } from './claims-view';

const LEFT = 290;
const WIDTH = 360;
const ROW = 40;

function Bullet({ row, top }: { readonly row: BulletRow; readonly top: number }): ReactNode {
  const x = (value: number): number =>
    LEFT + (Math.min(value, row.scaleMost) / row.scaleMost) * WIDTH;
  const middle = top + ROW / 2;
  const least = row.range?.[0] ?? 0;
  const most = row.range?.[1] ?? row.ceiling ?? 0;
  return (
    <g>
      <title>{`${row.label}：规划值 ${row.statedText}，计算值 ${row.computedText}，${row.verdictText}`}</title>
      <text x={LEFT - 12} y={middle + 4} textAnchor="end" className={styles.tick}>
        {row.label}
      </text>
      <rect x={LEFT} y={middle - 13} width={WIDTH} height={26} className={styles.track} />
      <rect
        x={x(least)}
        y={middle - 10}
        width={x(most) - x(least)}
        height={20}
        className={row.ceiling === null ? styles.range : styles.ceiling}
      />
      {row.computed !== null && (
        <rect
          x={LEFT}
          y={middle - 4}
          width={x(row.computed) - LEFT}
          height={8}
          className={styles.computed}
        />
      )}
      {row.isCut && (
        <path d={`M${LEFT + WIDTH + 2} ${middle - 6}l8 6l-8 6z`} className={styles.arrow} />
      )}
      <line
        x1={x(row.stated)}
        x2={x(row.stated)}
        y1={middle - 14}
        y2={middle + 14}
        className={styles.stated}
      />
      <text x={LEFT + WIDTH + 16} y={middle - 2} className={styles.tick}>
        规划 {row.statedText} · {row.verdictText}
      </text>
      <text x={LEFT + WIDTH + 16} y={middle + 14} className={styles.tick}>
        计算 {row.computedText}
        {row.rangeText !== '' && `（${row.rangeText}）`}
      </text>
    </g>
  );
}

interface Props {
  /** Null while they are being computed. */
  readonly checks: readonly ClaimCheck[] | null;
  readonly problem: Problem | null;
}

/** 口径: stated figure, computed value and range of every claim that can be computed. */
export function ClaimsChart({ checks, problem }: Props): ReactNode {
  const view = useMemo(() => (checks === null ? null : claimsChartView(checks)), [checks]);
  if (problem !== null) return <ProblemList problems={[problem]} />;
  if (view === null) return <p role="status">正在核算规划口径…</p>;
  return (
    <ChartFrame
      words={view}
      emptyHint={view.rows.length === 0 ? '这个数据包的口径都没有可计算的数据。' : null}
    >
      <div className={styles.scroll} role="group" aria-label="口径图，可滚动" tabIndex={0}>
        <svg
          viewBox={`0 0 960 ${view.rows.length * ROW}`}
          className={styles.chart}
          role="img"
          aria-label={`${view.title}。${view.summary}`}
        >
          {view.rows.map((row, at) => (
            <Bullet key={row.id} row={row} top={at * ROW} />
          ))}
        </svg>
      </div>
    </ChartFrame>
  );
}
