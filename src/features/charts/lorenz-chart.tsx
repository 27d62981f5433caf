import { type ReactNode, useMemo, useState } from 'react';
import type { LorenzLevel, PoorUnits } from '../../analysis/chart-lorenz';
import { formatShare } from '../../ui/format';
import { BottomAxis, ValueAxis } from './axes';
import { ChartFrame, ChoiceGroup } from './chart-frame';
import type { Plot } from './chart-model';
import styles from './charts.module.css';
import { LORENZ_LEVELS, lorenzView } from './lorenz-view';

const PLOT: Plot = { left: 64, top: 52, width: 420, height: 316 };
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const LEVELS: readonly (readonly [LorenzLevel, string])[] = [
  ['village', `按${LORENZ_LEVELS.village}`],
  ['township', `按${LORENZ_LEVELS.township}`],
];

const x = (share: number): number => PLOT.left + share * PLOT.width;
const y = (share: number): number => PLOT.top + (1 - share) * PLOT.height;
const place = (units: number, amount: number): string =>
  `${x(units).toFixed(1)} ${y(amount).toFixed(1)}`;

interface Props {
  readonly units: Readonly<Record<LorenzLevel, PoorUnits>>;
  readonly colour: string;
}

/** 洛伦兹曲线 of poor persons over villages or townships. */
export function LorenzChart({ units, colour }: Props): ReactNode {
  const [level, setLevel] = useState<LorenzLevel>('village');
  const view = useMemo(() => lorenzView(level, units[level]), [level, units]);
  const points = view.curve?.points ?? [];
  const line = points.map(({ units: share, amount }) => place(share, amount)).join('L');
  return (
    <ChartFrame
      words={view}
      emptyHint={view.curve === null ? '换一个层级，或导入村级贫困人口。' : null}
      choices={
        <ChoiceGroup label="按什么单位" options={LEVELS} value={level} onChange={setLevel} />
      }
    >
      <svg
        viewBox="0 0 960 428"
        className={styles.chart}
        role="img"
        aria-label={`${view.title}。${view.summary}`}
      >
        <ValueAxis
          plot={PLOT}
          ticks={TICKS}
          place={y}
          text={(share) => formatShare(share, 0)}
          title="贫困人口累计比例"
        />
        <BottomAxis
          plot={PLOT}
          ticks={TICKS}
          place={x}
          text={(share) => formatShare(share, 0)}
          title={`${LORENZ_LEVELS[level]}累计比例`}
        />
        <path d={`M${line}Z`} fill={colour} fillOpacity={0.18} />
        <path d={`M${place(0, 0)}L${place(1, 1)}`} className={styles.guide} />
        <path d={`M${line}`} fill="none" stroke={colour} strokeWidth={2.4} />
        <text x={560} y={150} className={styles.axisTitle}>
          基尼系数
        </text>
        <text x={560} y={196} className={styles.big}>
          {view.curve?.gini.toFixed(3)}
        </text>
        <text x={560} y={224} className={styles.tick}>
          0 为各单位一样多，1 为集中在一个单位
        </text>
        <text x={560} y={248} className={styles.tick}>
          阴影面积的两倍就是基尼系数
        </text>
      </svg>
    </ChartFrame>
  );
}
