import { type Histogram, histogram } from '../../analysis/chart-histogram';
import { formatInteger, formatShare } from '../../ui/format';
import type { ChartWords } from './chart-model';
import { type ThematicChart, edgeText, inBrackets, yearsText } from './thematic-chart';

const WANTED_BINS = 16;

export interface HistogramView extends ChartWords {
  readonly data: Histogram;
}

export function histogramView(thematic: ThematicChart): HistogramView {
  const { measure, unit, level, basis, years } = thematic;
  const data = histogram(thematic.values, thematic.breaks, WANTED_BINS);
  const fullest = data.bins.toSorted((a, b) => b.count - a.count)[0];
  const range = (from: number, to: number): string =>
    `${edgeText(from, unit)}–${edgeText(to, unit)}`;
  const summary =
    fullest === undefined
      ? `没有${level}有${measure}数据`
      : `${formatInteger(data.known)} 个${level}有${measure}数据；最多的一档是 ${range(fullest.from, fullest.to)}，有 ${formatInteger(fullest.count)} 个${level}`;
  return {
    data,
    title: `${measure}分布${inBrackets(yearsText(years), `按${level}`, basis)}`,
    summary,
    table: {
      headings: [measure, level, `占有数据的${level}`],
      rows: data.bins.map(({ from, to, count }) => [
        range(from, to),
        formatInteger(count),
        formatShare(count / data.known),
      ]),
    },
    notes: [
      '每一档含下限、不含上限；颜色与地图专题分级相同，一档跨两级时分两色。',
      ...(data.missing > 0
        ? [`另有 ${formatInteger(data.missing)} 个${level}规划没有给出数据，不在图内。`]
        : []),
    ],
  };
}
