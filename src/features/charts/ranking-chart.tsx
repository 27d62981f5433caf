import { type ReactNode, useMemo, useState } from 'react';
import type { CoverageSummary } from '../../analysis/coverage-summary';
import { ChartFrame, ChoiceGroup } from './chart-frame';
import styles from './charts.module.css';
import { coverageRanking, measureRanking } from './ranking-view';
import type { CountyChart, ThematicChart } from './thematic-chart';

type RankBy = 'measure' | 'coverage';

const LEFT = 120;
const WIDTH = 700;
const ROW = 28;

interface Props {
  readonly thematic: ThematicChart;
  readonly counties: CountyChart;
  /** Null without an answer on the map. */
  readonly summary: CoverageSummary | null;
  readonly coverageColour: string;
}

/** 县排名 by the map's measure, or by the answer on the map. */
export function RankingChart({ thematic, counties, summary, coverageColour }: Props): ReactNode {
  const [wanted, setWanted] = useState<RankBy>('measure');
  const by = summary === null ? 'measure' : wanted;
  const view = useMemo(
    () =>
      by === 'coverage' && summary !== null
        ? coverageRanking(summary, coverageColour)
        : measureRanking(thematic, counties),
    [by, summary, coverageColour, thematic, counties],
  );
  const x = (value: number): number => (value / view.scaleMost) * WIDTH;
  return (
    <ChartFrame
      words={view}
      emptyHint={view.bars.length === 0 ? '在“专题”里换一个规划给出的指标。' : null}
      choices={
        <ChoiceGroup<RankBy>
          label="按什么排名"
          options={[
            ['measure', `按${thematic.measure}`],
            ...(summary === null ? [] : [['coverage', '按覆盖率'] as const]),
          ]}
          value={by}
          onChange={setWanted}
        />
      }
    >
      <svg
        viewBox={`0 0 960 ${view.bars.length * ROW + 8}`}
        className={styles.chart}
        role="img"
        aria-label={`${view.title}。${view.summary}`}
      >
        {view.bars.map(({ code, name, rank, value, colour, text, range }, at) => {
          const middle = at * ROW + ROW / 2 + 4;
          return (
            <g key={code}>
              <title>{`第 ${rank} 名 ${name}：${text}`}</title>
              <text x={LEFT - 8} y={middle + 5} textAnchor="end" className={styles.label}>
                {name}
              </text>
              <rect
                x={LEFT}
                y={middle - 9}
                width={x(value)}
                height={18}
                fill={colour}
                className={styles.bar}
              />
              {range && (
                <path
                  d={`M${LEFT + x(range[0])} ${middle}H${LEFT + x(range[1])}m0 -5v10M${LEFT + x(range[0])} ${middle - 5}v10`}
                  className={styles.whisker}
                />
              )}
              <text
                x={LEFT + x(Math.max(value, range?.[1] ?? 0)) + 8}
                y={middle + 5}
                className={styles.value}
              >
                {text}
              </text>
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
}
