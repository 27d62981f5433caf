// Blocks of the report as Word elements: text, tables with a heading row that repeats, pictures and native charts with
// numbered captions.
import {
  AlignmentType,
  type FileChild,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { SwatchSpec } from '../domain/swatch';
import { type CategoryChartOptions, ChartRun, type ChartRunOptions } from 'docx/charts';
import { paperColour } from './css-colour';
import {
  HEADING_FONTS,
  SIZE,
  TEXT_FONT,
  TEXT_INDENT,
  TEXT_SPACING,
  TYPE_AREA_MM,
  font,
} from './docx-style';
import type {
  ReportBlock,
  ReportChart,
  ReportImage,
  ReportLegend,
  ReportTable,
} from './report-model';
import { cellText, strongRuns, xmlText } from './report-text';
import { columnWidths } from './slide-fit';

const PIXELS_A_MILLIMETRE = 96 / 25.4;
/** Leaves room for caption and legend on the same page. */
const MOST_IMAGE_MM = 115;

/** From so many columns on a table is set smaller. */
const MANY_COLUMNS = 8;

/** Counts 图1, 图2 … and 表1, 表2 … through the document. */
export interface Counters {
  figures: number;
  tables: number;
}

export function textParagraph(text: string): Paragraph {
  return new Paragraph({
    spacing: TEXT_SPACING,
    indent: TEXT_INDENT,
    alignment: AlignmentType.JUSTIFIED,
    children: strongRuns(xmlText(text)).map(
      (run) => new TextRun({ text: run.text, bold: run.isStrong }),
    ),
  });
}

function caption(text: string, keepNext: boolean): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 60 },
    keepNext,
    children: [
      new TextRun({ text: xmlText(text), font: font(HEADING_FONTS[0]), size: SIZE.caption }),
    ],
  });
}

function smallText(text: string): Paragraph {
  return new Paragraph({
    spacing: { before: 60, after: 160 },
    children: [new TextRun({ text: xmlText(text), size: SIZE.table })],
  });
}

interface CellLook {
  readonly width: number;
  readonly size: number;
  readonly isNumber: boolean;
  readonly isHeading: boolean;
}

function cell(text: string, { width, size, isNumber, isHeading }: CellLook): TableCell {
  const run = new TextRun({
    text: xmlText(text),
    size,
    font: font(isHeading ? HEADING_FONTS[0] : TEXT_FONT),
  });
  const alignment = isHeading
    ? AlignmentType.CENTER
    : isNumber
      ? AlignmentType.RIGHT
      : AlignmentType.LEFT;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 30, bottom: 30, left: 70, right: 70 },
    ...(isHeading ? { shading: { type: ShadingType.CLEAR, fill: 'E7ECF1', color: 'auto' } } : {}),
    children: [new Paragraph({ alignment, children: [run] })],
  });
}

function tableOf({ columns, rows }: ReportTable): Table {
  const size = columns.length >= MANY_COLUMNS ? SIZE.wideTable : SIZE.table;
  const texts = rows.map((row) => columns.map((column) => cellText(column, row[column.key])));
  const inches = columnWidths(columns, texts, TYPE_AREA_MM.width / 25.4, size / 2);
  const widths = inches.map((width) => Math.floor(width * 1440));
  const rowOf = (cells: readonly string[], isHeading: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      ...(isHeading ? { tableHeader: true } : {}),
      children: cells.map((text, at) =>
        cell(text, {
          width: widths[at] ?? 0,
          size,
          isNumber: columns[at]?.type === 'number',
          isHeading,
        }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    rows: [
      rowOf(
        columns.map(({ heading }) => heading),
        true,
      ),
      ...texts.map((cells) => rowOf(cells, false)),
    ],
  });
}

function imageParagraph({ png, widthPx, heightPx, alt }: ReportImage): Paragraph {
  const scale = Math.min(
    (TYPE_AREA_MM.width * PIXELS_A_MILLIMETRE) / widthPx,
    (MOST_IMAGE_MM * PIXELS_A_MILLIMETRE) / heightPx,
  );
  const description = xmlText(alt);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: {
          width: Math.round(widthPx * scale),
          height: Math.round(heightPx * scale),
        },
        altText: { name: '地图', title: '地图', description },
      }),
    ],
  });
}

/** A sign of the text that stands for the swatch, in its colour; the words next to it tell the rest. */
function signOf(swatch: SwatchSpec): { readonly sign: string; readonly colour: string } {
  switch (swatch.kind) {
    case 'fill':
      return { sign: '■', colour: swatch.outline ?? swatch.color };
    case 'hatch':
      return { sign: '□', colour: swatch.background ?? swatch.color };
    case 'line':
      return { sign: swatch.dash ? '┅' : '━', colour: swatch.color };
    case 'point':
      return { sign: '○', colour: swatch.stroke };
    case 'triangle':
      return { sign: '▲', colour: swatch.color };
    case 'column':
      return { sign: '┃', colour: swatch.color };
    case 'outline':
      return { sign: '◆', colour: swatch.color };
    case 'symbol':
      return {
        sign: { solid: '●', ringed: '◎', 'hollow-dashed': '○', dot: '·' }[swatch.variant],
        colour: swatch.color,
      };
  }
}

function legendParagraph({ title, items, notes }: ReportLegend): Paragraph {
  const run = (text: string, options: object = {}): TextRun =>
    new TextRun({ text: xmlText(text), size: SIZE.table, ...options });
  const parts = items.flatMap(({ swatch, label, count }) => {
    const { sign, colour } = signOf(swatch);
    return [
      run(`${sign} `, { color: paperColour(colour), bold: true }),
      run(`${[label, count].filter((part) => part !== '').join(' ')}　`),
    ];
  });
  return new Paragraph({
    spacing: { before: 40 },
    keepNext: true,
    children: [
      ...(title === '' ? [] : [run(`${title}：`, { font: font(HEADING_FONTS[0]) })]),
      ...parts,
      ...(notes.length === 0 ? [] : [run(`（${notes.join('；')}）`)]),
    ],
  });
}

function chartParagraph(chart: ReportChart): Paragraph {
  const { kind, isStacked, decimals } = chart;
  const numberFormat = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  const common: CategoryChartOptions = {
    categories: chart.categories.map(xmlText),
    series: chart.series.map(({ name, values, colour }) => ({
      name: xmlText(name),
      values,
      color: paperColour(colour),
    })),
    stacking: isStacked ? 'stacked' : 'none',
    font: { name: HEADING_FONTS[0] },
    legend: chart.series.length > 1 ? { position: 'top' } : false,
    categoryAxis: { title: xmlText(chart.categoryTitle) },
    valueAxis: { title: xmlText(chart.valueTitle), numberFormat },
    altText: { name: '图表', description: xmlText(chart.title) },
    transformation: {
      width: Math.round(TYPE_AREA_MM.width * PIXELS_A_MILLIMETRE),
      height: 300,
    },
  };
  const options: ChartRunOptions =
    kind === 'line'
      ? { ...common, type: 'line' }
      : { ...common, type: 'column', gapWidth: kind === 'histogram' ? 2 : 45 };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: [new ChartRun(options)],
  });
}

export function blockElements(block: ReportBlock, counters: Counters): readonly FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [textParagraph(block.text)];
    case 'table': {
      const { table } = block;
      counters.tables += 1;
      return [
        caption(`表${counters.tables}　${table.title}`, true),
        tableOf(table),
        smallText(table.note),
      ];
    }
    case 'chart':
      counters.figures += 1;
      return [
        chartParagraph(block.chart),
        caption(`图${counters.figures}　${block.chart.title}`, false),
      ];
    case 'image':
      counters.figures += 1;
      return [
        imageParagraph(block.image),
        ...block.legends.map(legendParagraph),
        caption(`图${counters.figures}　${block.title}`, false),
      ];
  }
}
