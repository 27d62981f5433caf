// Native charts: the data stay in the file as an embedded workbook, to be edited in PowerPoint.
import { paperColour } from './css-colour';
import type { ReportChart } from './report-model';
import { xmlText } from './report-text';
import { type Box, type Deck, INK, MUTED, RULE, SLIDE_FONT, type Slide } from './slide-frame';

function formatCode(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

export function addChart(deck: Deck, slide: Slide, chart: ReportChart, box: Box): void {
  const { kind, series, categories, isStacked } = chart;
  const labels = categories.map(xmlText);
  const data = series.map(({ name, values }) => ({
    name: xmlText(name),
    labels,
    // The library's types know no gaps; it writes an empty point, which `repairedParts` takes out.
    values: values.map((value) => value ?? Number.NaN),
  }));
  const type = kind === 'line' ? deck.ChartType.line : deck.ChartType.bar;
  slide.addChart(type, data, {
    ...box,
    objectName: xmlText(chart.title),
    altText: xmlText(chart.title),
    chartColors: series.map(({ colour }) => paperColour(colour)),
    showLegend: series.length > 1,
    legendPos: 't',
    legendFontFace: SLIDE_FONT,
    legendFontSize: 12,
    legendColor: INK,
    catAxisLabelFontFace: SLIDE_FONT,
    catAxisLabelFontSize: 12,
    catAxisLabelColor: INK,
    valAxisLabelFontFace: SLIDE_FONT,
    valAxisLabelFontSize: 11,
    valAxisLabelColor: MUTED,
    valAxisLabelFormatCode: formatCode(chart.decimals),
    valGridLine: { color: RULE, size: 0.5 },
    showCatAxisTitle: true,
    catAxisTitle: xmlText(chart.categoryTitle),
    catAxisTitleFontFace: SLIDE_FONT,
    catAxisTitleFontSize: 11,
    showValAxisTitle: true,
    valAxisTitle: xmlText(chart.valueTitle),
    valAxisTitleFontFace: SLIDE_FONT,
    valAxisTitleFontSize: 11,
    ...(kind === 'line'
      ? { lineDataSymbol: 'none' as const, lineSize: 2.25 }
      : {
          barDir: 'col' as const,
          barGrouping: isStacked ? ('stacked' as const) : ('clustered' as const),
          barGapWidthPct: kind === 'histogram' ? 2 : 45,
          // Of one series every bar is labelled; stacks would be covered with numbers.
          showValue: series.length === 1 && kind === 'bar',
          dataLabelFormatCode: formatCode(chart.decimals),
          dataLabelFontFace: SLIDE_FONT,
          dataLabelFontSize: 10,
        }),
  });
}
