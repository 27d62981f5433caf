import { type ReactNode, useMemo } from 'react';
import type { InvestmentRecord } from '../../analysis/chart-investment';
import { formatYuan } from '../../ui/format';
import { BottomAxis, ValueAxis } from './axes';
import { ChartFrame } from './chart-frame';
import { type Plot, roundTicks } from './chart-model';
import styles from './charts.module.css';
import { investmentView } from './investment-view';

const PLOT: Plot = { left: 104, top: 52, width: 832, height: 316 };
const WIDEST_BAR = 96;

interface Props {
  readonly records: readonly InvestmentRecord[];
  readonly colour: string;
}

/** 分年投资 by the records' own years. */
export function InvestmentChart({ records, colour }: Props): ReactNode {
  const view = useMemo(() => investmentView(records), [records]);
  const { years } = view.data;
  const ticks = roundTicks(Math.max(...years.map(({ yuan }) => yuan), 1), 5);
  const top = ticks.at(-1) ?? 1;
  const y = (yuan: number): number => PLOT.top + (1 - yuan / top) * PLOT.height;
  const slot = PLOT.width / Math.max(years.length, 1);
  const bar = Math.min(slot * 0.7, WIDEST_BAR);
  const x = (year: number): number => PLOT.left + (year - (years[0]?.year ?? 0) + 0.5) * slot;
  return (
    <ChartFrame
      words={view}
      emptyHint={years.length === 0 ? '在“规划”里给项目填年份和投资，就能分年画图。' : null}
    >
      <svg
        viewBox="0 0 960 428"
        className={styles.chart}
        role="img"
        aria-label={`${view.title}。${view.summary}`}
      >
        <ValueAxis plot={PLOT} ticks={ticks} place={y} text={formatYuan} title="投资" />
        {years
          .filter(({ count }) => count > 0)
          .map(({ year, yuan, count }) => (
            <g key={year}>
              <title>{`${year}年：${formatYuan(yuan)}，${count} 个项目`}</title>
              <rect
                x={x(year) - bar / 2}
                y={y(yuan)}
                width={bar}
                height={y(0) - y(yuan)}
                fill={colour}
                className={styles.bar}
              />
              <text x={x(year)} y={y(yuan) - 6} textAnchor="middle" className={styles.value}>
                {formatYuan(yuan)}
              </text>
            </g>
          ))}
        <BottomAxis
          plot={PLOT}
          ticks={years.map(({ year }) => year)}
          place={x}
          text={String}
          title="年份"
        />
      </svg>
    </ChartFrame>
  );
}
