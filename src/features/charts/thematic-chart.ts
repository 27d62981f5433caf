// The measure of the thematic map as charts read it; handed in by the app, which knows map and pack.
import type { RankableArea } from '../../analysis/chart-ranking';
import type { FigureUnit } from '../../domain/figure';
import { FIGURE_UNIT_WORDS } from '../../domain/wording';
import { formatInteger, formatShare } from '../../ui/format';

export interface ThematicChart {
  /** 贫困发生率. */
  readonly measure: string;
  /** What it is a share of, or its unit. */
  readonly basis: string;
  readonly unit: FigureUnit;
  /** 乡镇 / 县. */
  readonly level: string;
  readonly years: readonly number[];
  /** Every area of the level; null = 无数据. */
  readonly values: readonly (number | null)[];
  /** Inner class breaks and colours of the map. */
  readonly breaks: readonly number[];
  readonly colours: readonly string[];
}

export interface CountyChart {
  /** The map's measure, where the plan gives no county it and another one is ranked; else null. */
  readonly insteadOf: string | null;
  readonly counties: readonly RankableArea[];
  /** By county code, the map's colour at county level. */
  readonly colourOf: ReadonlyMap<string, string>;
}

/** 0.0735 → "7.35%"; 1403 → "1,403 人". */
export function measureText(value: number, unit: FigureUnit): string {
  return unit === 'share'
    ? formatShare(value, 2)
    : `${formatInteger(value)} ${FIGURE_UNIT_WORDS[unit]}`;
}

/** An edge of a bin or a tick: 0.05 → "5%", 200 → "200". */
export function edgeText(value: number, unit: FigureUnit): string {
  return unit === 'share' ? `${Number((value * 100).toFixed(4))}%` : formatInteger(value);
}

/** “（2016年，人）”, “（人）”. */
export function inBrackets(...parts: readonly string[]): string {
  return `（${parts.filter((part) => part !== '').join('，')}）`;
}

export function yearsText(years: readonly number[]): string {
  return years.length === 0 ? '' : `${years.join('、')}年`;
}
