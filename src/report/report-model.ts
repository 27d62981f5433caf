// One serialisable model that every hand-out is made from: slides, report, workbook, print, hand-out page. It holds no
// function, no clock and no reference to pack or document, so that it can be sent to a worker and kept. Every number in it
// was put there by a builder from an analysis result; writers only lay out and format.
import type { SwatchSpec } from '../domain/swatch';
import type { HeaderLine, ListColumn, ListRow, ListTable } from './list-table';

/** A map or another picture, as PNG. */
export interface ReportImage {
  readonly png: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** What can be seen, for readers who can not. */
  readonly alt: string;
}

export interface ReportLegendItem {
  readonly swatch: SwatchSpec;
  readonly label: string;
  /** Formatted; empty when nothing is counted. */
  readonly count: string;
}

/** The key of one layer. */
export interface ReportLegend {
  readonly title: string;
  readonly items: readonly ReportLegendItem[];
  readonly notes: readonly string[];
}

/** A headline number as it is read: “覆盖村”, “214 村”, “确定 101，最多 352”. */
export interface ReportFigure {
  readonly label: string;
  readonly value: string;
  /** Empty where there is none. */
  readonly range: string;
  /** Where it comes from, or that it is an estimate; may be empty. */
  readonly note: string;
}

/** Columns carry their unit in the heading, as in every list. */
export interface ReportTable {
  readonly title: string;
  readonly columns: readonly ListColumn<string>[];
  readonly rows: readonly ListRow<string>[];
  /** Below the table; may be empty. */
  readonly note: string;
}

export interface ReportSeries {
  readonly name: string;
  /** One a category; null = not known. */
  readonly values: readonly (number | null)[];
  /** CSS colour. */
  readonly colour: string;
}

/** histogram: bars without gaps over classes of one quantity. */
export interface ReportChart {
  readonly kind: 'bar' | 'line' | 'histogram';
  readonly title: string;
  /** What the categories are: “县”, “服务距离(公里)”. */
  readonly categoryTitle: string;
  readonly categories: readonly string[];
  /** Quantity and unit of all series: “村”, “户(估算)”. */
  readonly valueTitle: string;
  readonly decimals: number;
  readonly isStacked: boolean;
  readonly series: readonly ReportSeries[];
}

/** One view with what is said of it: a slide, a figure of the report, a page of the atlas. */
export interface ReportScene {
  readonly title: string;
  /** Paragraphs on lines of their own; **strong** between double asterisks. */
  readonly caption: string;
  /** For the speaker only. */
  readonly notes: string;
  readonly image: ReportImage | null;
  readonly legends: readonly ReportLegend[];
  readonly figures: readonly ReportFigure[];
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
  /** What the numbers were asked with, in one line. */
  readonly asked: string;
  /** The same in full. */
  readonly parameters: readonly HeaderLine[];
  readonly sources: readonly string[];
}

export type ReportBlock =
  /** Text with **strong** parts. */
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: ReportTable }
  | { readonly kind: 'chart'; readonly chart: ReportChart }
  | {
      readonly kind: 'image';
      readonly image: ReportImage;
      readonly title: string;
      readonly legends: readonly ReportLegend[];
    };

/** A numbered heading (一、 at the top, （一） below, 1. below that) with what stands under it. */
export interface ReportSection {
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
  readonly sections: readonly ReportSection[];
}

/** A whole list, for the workbook. */
export interface ReportList {
  /** Name of its sheet; unique, at most 31 characters. */
  readonly sheet: string;
  readonly table: ListTable<string>;
}

export interface ReportDocument {
  readonly title: string;
  /** 制图单位; empty where nobody gave one. */
  readonly organisation: string;
  /** For people: “2026年11月22日”. */
  readonly date: string;
  readonly scenes: readonly ReportScene[];
  readonly sections: readonly ReportSection[];
  readonly lists: readonly ReportList[];
  readonly sources: readonly string[];
  /** Scenario and parameters of sections and lists; each scene says its own. */
  readonly asked: readonly HeaderLine[];
  /** Rules of judgement, estimates: one labelled sentence each. */
  readonly method: readonly HeaderLine[];
  readonly engineVersion: string;
  /** Name, version and date of the data pack. */
  readonly packVersion: string;
}

/** A list whose keys need not be known any more; `keys` chooses and orders columns, all without it. */
export function plainList<Key extends string>(
  list: ListTable<Key>,
  keys: readonly Key[] = list.columns.map(({ key }) => key),
): ListTable<string> {
  return {
    title: list.title,
    header: list.header,
    columns: keys.flatMap((key) => list.columns.filter((column) => column.key === key)),
    rows: list.rows.map((row) => Object.fromEntries(keys.map((key) => [key, row[key]]))),
    footer: list.footer,
  };
}
