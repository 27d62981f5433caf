// What the one-file hand-out holds: plain JSON, read by handout-client. Coordinates are WGS84 degrees as flat runs
// lng, lat, lng, lat …; every number and text was made by the builders of the report, the page only lays out.
import type { ReportFigure, ReportLegend, ReportTable } from './report-model';

/** Flat lng, lat pairs. */
export type HandoutPath = readonly number[];

export interface HandoutArea {
  readonly code: string;
  readonly name: string;
  /** Rings of all its parts, filled even-odd. */
  readonly rings: readonly HandoutPath[];
  readonly label: readonly [lng: number, lat: number];
}

export interface HandoutLine {
  readonly colour: string;
  /** CSS pixels. */
  readonly width: number;
  readonly isDashed: boolean;
  /** Filled with the colour where it is closed, e.g. a lake. */
  readonly isArea: boolean;
  readonly paths: readonly HandoutPath[];
  /** Places drawn as rings. */
  readonly points: HandoutPath;
}

/** A suppressed figure stands as text (“<5”); null = no figure. */
export type HandoutAmount = number | string | null;

/** Columns of equal length, in pack order. */
export interface HandoutVillages {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** Place of the township among `townships`. */
  readonly townships: readonly number[];
  /** Flat lng, lat. */
  readonly positions: HandoutPath;
  /** 1 = the place is known, 0 = only its area is. */
  readonly isKnown: readonly (0 | 1)[];
  readonly households: readonly HandoutAmount[];
  readonly persons: readonly HandoutAmount[];
  /** Place of the word among `bases`. */
  readonly basis: readonly number[];
  readonly bases: readonly string[];
  /** Size of a dot that no answer covers, one digit a village: place among `dotShares`; null = all alike. */
  readonly dotSizes: string | null;
}

/** Part of the map shown at first, as shares of the Mercator world's width. */
export interface HandoutView {
  readonly center: readonly [lng: number, lat: number];
  readonly worldWidth: number;
  readonly worldHeight: number;
}

export interface HandoutAnswer {
  /** One digit 0..3 a village: 未覆盖, 可能, 按标绘, 确定. */
  readonly states: string;
  /** Metres to the nearest project; null where unknown. */
  readonly distances: readonly (number | null)[];
  /** Place among `projectNames`; −1 where unknown. */
  readonly nearest: readonly number[];
  readonly projectNames: readonly string[];
}

export interface HandoutScene {
  readonly title: string;
  /** Paragraphs on lines of their own, **strong**. */
  readonly caption: string;
  /** Null: the whole region. */
  readonly view: HandoutView | null;
  readonly fills: {
    readonly level: 'county' | 'township';
    /** By area; null = 无数据, −1 = no fill. */
    readonly classes: readonly (number | null)[];
    readonly colours: readonly string[];
  } | null;
  readonly answer: HandoutAnswer | null;
  readonly showsVillages: boolean;
  readonly showsTownships: boolean;
  /** Which of the base lines and areas are drawn. */
  readonly showsWaters: boolean;
  readonly showsRelief: boolean;
  /** Codes of counties and townships that are outlined. */
  readonly highlightCodes: readonly string[];
  readonly lines: readonly HandoutLine[];
  readonly reach: readonly HandoutPath[];
  readonly legends: readonly ReportLegend[];
  readonly figures: readonly ReportFigure[];
  readonly tables: readonly ReportTable[];
  readonly parameters: readonly string[];
}

export type Audience = 'internal' | 'public';

export interface HandoutModel {
  readonly title: string;
  readonly region: string;
  readonly planTitle: string;
  readonly organisation: string;
  /** 审图号 as given; empty where there is none. */
  readonly mapNumber: string;
  readonly date: string;
  readonly audience: Audience;
  /** What was done before handing out; one line each. */
  readonly publication: readonly string[];
  readonly sources: readonly string[];
  readonly counties: readonly HandoutArea[];
  readonly townships: readonly HandoutArea[];
  readonly waters: readonly HandoutLine[];
  readonly relief: readonly HandoutLine[];
  readonly villages: HandoutVillages;
  /** By state 0..3: fill of the dot. */
  readonly stateColours: readonly string[];
  readonly stateWords: readonly string[];
  /** Widths of dots as shares of a covered village's, by their size. */
  readonly dotShares: readonly number[];
  /** 规划口径核验; null where the pack has no claims. */
  readonly claims: ReportTable | null;
  readonly scenes: readonly HandoutScene[];
}
