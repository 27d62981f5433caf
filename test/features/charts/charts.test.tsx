// Charts over the real pack: the table is the figures of the drawing, words say what is left out, nothing is drawn of nothing.
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { areaMeasures } from '../../../src/analysis/area-measures';
import { poorUnits } from '../../../src/analysis/chart-lorenz';
import { summariseCoverage } from '../../../src/analysis/coverage-summary';
import { classify } from '../../../src/analysis/classify';
import { investmentRecords } from '../../../src/analysis/chart-investment';
import { estimatePoverty } from '../../../src/analysis/poverty-estimate';
import type { PackIndex } from '../../../src/domain/pack-index';
import { ClaimsChart } from '../../../src/features/charts/claims-chart';
import { claimsChartView } from '../../../src/features/charts/claims-view';
import { roundTicks } from '../../../src/features/charts/chart-model';
import { HistogramChart } from '../../../src/features/charts/histogram-chart';
import { histogramView } from '../../../src/features/charts/histogram-view';
import { InvestmentChart } from '../../../src/features/charts/investment-chart';
import { investmentView } from '../../../src/features/charts/investment-view';
import { LorenzChart } from '../../../src/features/charts/lorenz-chart';
import { amountAt, lorenzView } from '../../../src/features/charts/lorenz-view';
import { RankingChart } from '../../../src/features/charts/ranking-chart';
import { coverageRanking, measureRanking } from '../../../src/features/charts/ranking-view';
import type { CountyChart, ThematicChart } from '../../../src/features/charts/thematic-chart';
import { DEFAULT_THEMATIC_SETTINGS } from '../../../src/features/thematic/thematic-settings';
import { countyChart } from '../../../src/app/thematic-charts';
import { yunchengChecks } from '../claims/yuncheng-checks';
import { roundRobinAnswer, yunchengIndex } from '../yuncheng';

const COLOURS = ['#FEF0D9', '#FDCC8A', '#FC8D59', '#E34A33', '#B30000'];
let index: PackIndex;
let thematic: ThematicChart;
let counties: CountyChart;

beforeAll(async () => {
  index = await yunchengIndex();
  const table = areaMeasures(index.pack, 'povertyIncidence', 'township');
  const values = [...table.values.values()].map((each) => each?.value ?? null);
  thematic = {
    measure: '贫困发生率',
    basis: '%',
    unit: 'share',
    level: '乡镇',
    years: table.years,
    values,
    breaks: classify(values, { method: 'quantile', classCount: 5 }).breaks,
    colours: COLOURS,
  };
  const byCounty = areaMeasures(index.pack, 'povertyIncidence', 'county').values;
  counties = {
    insteadOf: null,
    counties: index.pack.counties.map(({ code, name }) => ({
      code,
      name,
      value: byCounty.get(code)?.value ?? null,
    })),
    colourOf: new Map([['140829', COLOURS[4]!]]),
  };
});

/** Opened and unused props aside, every figure of a table must be in the drawing's titles or words. */
const numbers = (rows: readonly (readonly string[])[], column: number): readonly string[] =>
  rows.map((row) => row[column] ?? '');

describe('分布', () => {
  it('has a row a bin that adds up to the townships with a figure, drawn in the classes of the map', () => {
    const view = histogramView(thematic);
    const counted = numbers(view.table.rows, 1).reduce((sum, text) => sum + Number(text), 0);
    expect(counted).toBe(thematic.values.filter((value) => value !== null).length);
    const html = renderToStaticMarkup(<HistogramChart thematic={thematic} />);
    for (const [range, count] of view.table.rows) {
      expect(html).toContain(`<title>${range}：${count} 个乡镇</title>`);
    }
    for (const colour of COLOURS) expect(html).toContain(`fill="${colour}"`);
    expect(html).toMatch(/role="img" aria-label="贫困发生率分布.+最多的一档/);
    expect(html).toContain('个乡镇规划没有给出数据，不在图内');
  });

  it('says what to do where there is nothing', () => {
    const html = renderToStaticMarkup(
      <HistogramChart thematic={{ ...thematic, values: [null], breaks: [] }} />,
    );
    expect(html).toContain('没有乡镇有贫困发生率数据');
    expect(html).not.toContain('role="img"');
  });
});

describe('洛伦兹曲线', () => {
  it('says of which units it speaks and that spread figures make it too even', () => {
    const estimate = estimatePoverty(index.pack);
    const units = poorUnits(index.pack, estimate, 'village');
    const view = lorenzView('village', units);
    expect(view.summary).toContain(view.curve?.gini.toFixed(3));
    expect(view.notes.join()).toContain('均摊');
    expect(view.notes.join()).toContain('真实的基尼系数不会更低');
    expect(view.table.rows.at(-1)).toEqual(['100%', '100.0%']);
    const townships = poorUnits(index.pack, estimate, 'township');
    expect(lorenzView('township', townships).notes.join()).not.toContain('均摊');
    const html = renderToStaticMarkup(
      <LorenzChart units={{ village: units, township: townships }} colour="#B45309" />,
    );
    expect(html).toContain(`>${view.curve?.gini.toFixed(3)}</text>`);
  });

  it('reads the curve between units by straight lines', () => {
    const view = lorenzView('township', { values: [1, 3], spreadUnits: 0, without: 0 });
    const curve = view.curve!;
    expect([0, 0.25, 0.5, 0.75, 1].map((units) => amountAt(curve, units))).toEqual([
      0, 0.125, 0.25, 0.625, 1,
    ]);
  });
});

describe('县排名', () => {
  it('ranks by the map’s measure and by the answer', () => {
    const chart = countyChart(index, DEFAULT_THEMATIC_SETTINGS);
    expect(chart).toMatchObject({ insteadOf: '贫困发生率', measure: { measure: '贫困人口' } });
    const view = measureRanking(chart.measure, chart);
    expect(view.bars).toHaveLength(index.pack.counties.length);
    expect(view.notes[0]).toBe('规划没有给各县的贫困发生率，改按贫困人口排名。');
    expect(measureRanking(thematic, counties).bars).toEqual([]);
    expect(view.bars.map(({ value }) => value)).toEqual(
      view.bars.map(({ value }) => value).toSorted((a, b) => b - a),
    );
    const result = roundRobinAnswer(index, index.pack.projects[0]!.id);
    const summary = summariseCoverage(result, index, estimatePoverty(index.pack));
    const covered = coverageRanking(summary, '#0F7B6C');
    expect(covered.bars).toHaveLength(index.pack.counties.length);
    const total = numbers(covered.table.rows, 4).reduce((sum, text) => sum + Number(text), 0);
    expect(total).toBe(result.counts.certain + result.counts.asDrawn);
    const alone = { ...summary, byCounty: summary.byCounty.slice(0, 1) };
    const townships = coverageRanking(alone, '#0F7B6C');
    expect(townships.bars.length).toBeGreaterThan(index.pack.counties.length);
    expect(townships.summary).toMatch(/^各乡镇覆盖率：\d+ 个乡镇中/);
    const html = renderToStaticMarkup(
      <RankingChart
        thematic={chart.measure}
        counties={chart}
        summary={summary}
        coverageColour="#0F7B6C"
      />,
    );
    expect(html).toContain('按覆盖率');
    view.bars.forEach(({ rank, name, text }) =>
      expect(html).toContain(`第 ${rank} 名 ${name}：${text}`),
    );
  });
});

describe('口径', () => {
  it('draws each computed claim with the words of the claims page', async () => {
    const { checks } = await yunchengChecks();
    const view = claimsChartView(checks);
    const html = renderToStaticMarkup(<ClaimsChart checks={checks} problem={null} />);
    expect(view.rows.length).toBeGreaterThan(5);
    for (const [label, stated] of view.table.rows)
      expect(html).toContain(`${label}：规划值 ${stated}`);
    expect(renderToStaticMarkup(<ClaimsChart checks={null} problem={null} />)).toContain(
      '正在核算',
    );
  });
});

describe('分年投资', () => {
  it('places what has a year and counts the rest in words', () => {
    const records = investmentRecords(index.pack, []);
    const view = investmentView(records);
    expect(view.table.rows).toEqual([
      ['黄河小浪底水库引水工程', '2012年（开工年）', '40.99 亿元'],
      ['运城市易地扶贫搬迁', '无年份', '17.1 亿元'],
      ['规划项目小计', '', '40.99 亿元'],
      ['搬迁规划小计', '', '17.1 亿元'],
    ]);
    expect(view.summary).not.toContain('58.09');
    expect(view.notes.join()).toContain('各自小计，不相加');
    expect(view.notes.join()).toContain('1 个项目有投资（17.1 亿元）但没有年份');
    const html = renderToStaticMarkup(<InvestmentChart records={records} colour="#B45309" />);
    expect(html).toContain('<title>2012年：40.99 亿元，1 个项目</title>');
    const none = renderToStaticMarkup(<InvestmentChart records={[]} colour="#B45309" />);
    expect(none).toContain('没有项目写明投资');
  });
});

describe('roundTicks', () => {
  it('ends at or above the value with at most so many steps', () => {
    for (const value of [0.3, 1, 7, 12, 99, 101, 4.099e9]) {
      const ticks = roundTicks(value, 5);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(value);
      expect(ticks.length).toBeLessThanOrEqual(6);
    }
    expect(roundTicks(0, 5)).toEqual([0, 1]);
  });
});
