import { type ReactNode, useMemo } from 'react';
import { formatInteger } from '../../ui/format';
import { BottomAxis, ValueAxis } from './axes';
import { ChartFrame } from './chart-frame';
import { type Plot, roundTicks } from './chart-model';
import styles from './charts.module.css';
import { histogramView } from './histogram-view';
import { type ThematicChart, edgeText } from './thematic-chart';

const PLOT: Plot = { left: 64, top: 52, width: 872, height: 316 };
const MOST_EDGES = 10;

/** 分布 of the thematic map's measure, in the map's own classes and colours. */
export function HistogramChart({ thematic }: { readonly thematic: ThematicChart }): ReactNode {
  const view = useMemo(() => histogramView(thematic), [thematic]);
  const { bins } = view.data;
  const barWidth = PLOT.width / Math.max(bins.length, 1);
  const ticks = roundTicks(Math.max(...bins.map(({ count }) => count), 1), 5);
  const top = ticks.at(-1) ?? 1;
  const y = (value: number): number => PLOT.top + (1 - value / top) * PLOT.height;
  const every = Math.ceil((bins.length + 1) / MOST_EDGES);
  const edges = [...bins.map(({ from }) => from), bins.at(-1)?.to ?? 0];
  return (
    <ChartFrame
      words={view}
      emptyHint={bins.length === 0 ? '在“专题”里换一个规划给出的指标或层级。' : null}
    >
      <svg
        viewBox="0 0 960 428"
        className={styles.chart}
        role="img"
        aria-label={`${view.title}。${view.summary}`}
      >
        <ValueAxis
          plot={PLOT}
          ticks={ticks}
          place={y}
          text={formatInteger}
          title={`${thematic.level}（个）`}
        />
        {bins.map((bin, at) => {
          let below = 0;
          return (
            <g key={bin.from}>
              <title>{`${view.table.rows[at]?.[0]}：${bin.count} 个${thematic.level}`}</title>
              {bin.byClass.map((count, place) => {
                const from = below;
                below += count;
                return (
                  count > 0 && (
                    <rect
                      key={thematic.colours[place]}
                      x={PLOT.left + at * barWidth}
                      y={y(below)}
                      width={barWidth}
                      height={y(from) - y(below)}
                      fill={thematic.colours[place]}
                      className={styles.bar}
                    />
                  )
                );
              })}
              {bin.count > 0 && (
                <text
                  x={PLOT.left + (at + 0.5) * barWidth}
                  y={y(bin.count) - 4}
                  textAnchor="middle"
                  className={styles.value}
                >
                  {bin.count}
                </text>
              )}
            </g>
          );
        })}
        <BottomAxis
          plot={PLOT}
          ticks={edges.filter((_, at) => at % every === 0)}
          place={(edge) => PLOT.left + edges.indexOf(edge) * barWidth}
          text={(edge) => edgeText(edge, thematic.unit)}
          title={thematic.measure}
        />
      </svg>
    </ChartFrame>
  );
}
