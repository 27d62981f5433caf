import {
  Check,
  CircleDashed,
  CircleX,
  FileQuestion,
  TrendingUp,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { TargetProgress, TargetState } from '../../analysis/target-progress';
import {
  TARGET_STATE_WORDS,
  shareText,
  targetValueText,
  yearValueText,
} from '../../report/target-table';
import styles from './targets.module.css';

const ICONS: Readonly<Record<TargetState, LucideIcon>> = {
  reached: Check,
  missed: CircleX,
  'on-the-way': TrendingUp,
  'no-actual': CircleDashed,
  'no-value': FileQuestion,
};

/** 状态 by icon and word, so that it reads without colour. */
export function TargetStateMark({ state }: { readonly state: TargetState }): ReactNode {
  const Icon = ICONS[state];
  return (
    <span className={styles.mark} data-state={state}>
      <Icon size={14} aria-hidden />
      {TARGET_STATE_WORDS[state]}
    </span>
  );
}

const BAR_WIDTH = 96;

/** The part of the way that is done; beyond either end it stops at the end, the number tells the rest. */
export function ProgressBar({ share }: { readonly share: number | null }): ReactNode {
  if (share === null) return <>—</>;
  const width = Math.min(Math.max(share, 0), 1) * BAR_WIDTH;
  return (
    <span className={styles.progress}>
      <svg width={BAR_WIDTH} height="8" aria-hidden>
        <rect width={BAR_WIDTH} height="8" className={styles.track} />
        <rect width={width} height="8" className={styles.done} />
      </svg>
      {shareText(share)}
    </span>
  );
}

const PLOT = { left: 8, top: 12, width: 400, height: 96 };

/** Base, actuals and target by year: what is known is a line, the way that is left is dashed. */
export function TargetChart({ progress }: { readonly progress: TargetProgress }): ReactNode {
  const { target, actuals } = progress;
  const known = [...(target.base ? [target.base] : []), ...actuals];
  const goal = target.value === null ? null : { year: target.year, value: target.value };
  const all = goal ? [...known, goal] : known;
  if (known.length === 0 || all.length < 2) return null;
  const years = all.map(({ year }) => year);
  const values = all.map(({ value }) => value);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const [least, most] = [Math.min(0, ...values), Math.max(...values)];
  const x = (year: number): number =>
    PLOT.left + 24 + ((year - first) / Math.max(last - first, 1)) * (PLOT.width - 48);
  const y = (value: number): number =>
    PLOT.top + PLOT.height - ((value - least) / Math.max(most - least, 1e-9)) * PLOT.height;
  const path = (points: readonly { readonly year: number; readonly value: number }[]): string =>
    points.map((each) => `${x(each.year)},${y(each.value)}`).join(' ');
  const newest = known.at(-1);
  const words = all.map((each) => yearValueText(each, target.unit)).join('，');
  return (
    <svg
      viewBox={`0 0 ${PLOT.width + 16} ${PLOT.top + PLOT.height + 24}`}
      className={styles.chart}
      role="img"
      aria-label={`${target.name}：${words}`}
    >
      <line
        x1={PLOT.left}
        x2={PLOT.left + PLOT.width}
        y1={y(0)}
        y2={y(0)}
        className={styles.axis}
      />
      {goal && newest && <polyline points={path([newest, goal])} className={styles.ahead} />}
      <polyline points={path(known)} className={styles.way} />
      {known.map((each) => (
        <circle key={each.year} cx={x(each.year)} cy={y(each.value)} r="4" className={styles.dot} />
      ))}
      {goal && <circle cx={x(goal.year)} cy={y(goal.value)} r="5" className={styles.goal} />}
      {[...new Set(years)].map((year) => (
        <text
          key={year}
          x={x(year)}
          y={PLOT.top + PLOT.height + 18}
          textAnchor="middle"
          className={styles.tick}
        >
          {year}
        </text>
      ))}
      {goal && <title>{`目标 ${targetValueText(target)}`}</title>}
    </svg>
  );
}
