import { type RankedArea, ranking } from '../../analysis/chart-ranking';
import { type CoverageSummary, comparedAreas } from '../../analysis/coverage-summary';
import { formatDistance, formatInteger, formatShare } from '../../ui/format';
import type { ChartWords } from './chart-model';
import {
  type CountyChart,
  type ThematicChart,
  inBrackets,
  measureText,
  yearsText,
} from './thematic-chart';

export interface RankingBar extends RankedArea {
  readonly colour: string;
  readonly text: string;
  /** Least and most that it can be; null for printed figures. */
  readonly range: readonly [number, number] | null;
}

export interface RankingView extends ChartWords {
  readonly bars: readonly RankingBar[];
  /** Full length of a bar. */
  readonly scaleMost: number;
}

const NO_CLASS = '#9AA5B1';

function withoutNote(names: readonly string[], what: string): readonly string[] {
  return names.length === 0 ? [] : [`没有${what}数据：${names.join('、')}。`];
}

function endsText(bars: readonly RankingBar[], word: '县' | '乡镇' = '县'): string {
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return '没有数据';
  const lowest = bars.filter(({ value }) => value === last.value);
  const lowestText = lowest.length > 1 ? `${lowest.length} 个${word}同为最低` : `${last.name}最低`;
  return bars.length === 1
    ? `只有${first.name}有数据，${first.text}`
    : `${bars.length} 个${word}中${first.name}最高，${first.text}；${lowestText}，${last.text}`;
}

/** Counties by the measure of the thematic map. */
export function measureRanking(thematic: ThematicChart, chart: CountyChart): RankingView {
  const { ranked, without } = ranking(chart.counties);
  const { measure, unit, basis, years } = thematic;
  const bars = ranked.map((area): RankingBar => ({
    ...area,
    colour: chart.colourOf.get(area.code) ?? NO_CLASS,
    text: measureText(area.value, unit),
    range: null,
  }));
  return {
    bars,
    scaleMost: bars[0]?.value ?? 1,
    title: `各县${measure}${inBrackets(yearsText(years), basis)}`,
    summary: `各县${measure}：${endsText(bars)}`,
    table: {
      headings: ['县', '名次', measure],
      rows: bars.map(({ name, rank, text }) => [name, String(rank), text]),
    },
    notes: [
      ...(chart.insteadOf === null
        ? []
        : [`规划没有给各县的${chart.insteadOf}，改按${measure}排名。`]),
      '取规划县级表的数字，不是乡镇数相加；颜色与地图按县分级时相同。',
      ...withoutNote(
        without.map(({ name }) => name),
        measure,
      ),
    ],
  };
}

/** Counties (townships of a single county) by the share of their villages that the answer on the map reaches as drawn. */
export function coverageRanking(summary: CoverageSummary, colour: string): RankingView {
  const { word, areas } = comparedAreas(summary);
  const rows = new Map(areas.map((row) => [row.code, row]));
  const { ranked, without } = ranking(
    areas.map(({ code, name, villages }) => ({
      code,
      name,
      value: villages.total === 0 ? null : (villages.certain + villages.asDrawn) / villages.total,
    })),
  );
  const bars = ranked.map((area): RankingBar => {
    const { certain, possible, total, asDrawn } = rows.get(area.code)!.villages;
    return {
      ...area,
      colour,
      text: formatShare(area.value),
      range: [certain / total, (certain + asDrawn + possible) / total],
    };
  });
  return {
    bars,
    scaleMost: 1,
    title: `各${word}覆盖率（服务距离 ${formatDistance(summary.distanceMetres)}，按村数）`,
    summary: `各${word}覆盖率：${endsText(bars, word)}`,
    table: {
      headings: [word, '名次', '覆盖率', '确定–最多', '覆盖村', '全部村'],
      rows: bars.map(({ code, name, rank, text, range }) => {
        const { certain, asDrawn, total } = rows.get(code)!.villages;
        const [least, most] = range ?? [0, 0];
        return [
          name,
          String(rank),
          text,
          `${formatShare(least)}–${formatShare(most)}`,
          formatInteger(certain + asDrawn),
          formatInteger(total),
        ];
      }),
    },
    notes: [
      '覆盖率 = 按标绘覆盖的村 ÷ 全部村级单位；细线为确定至可能。',
      ...withoutNote(
        without.map(({ name }) => name),
        '村',
      ),
    ],
  };
}
