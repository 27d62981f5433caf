// Indicators as the page lists them: the share as drawn with its range, or what is missing.
import type { Indicator, KnownIndicator } from '../../analysis/indicators';
import { INDICATOR_WORDS, WEIGHT_WORDS } from '../../analysis/indicators';
import { formatDistance, formatEstimate, formatInteger, formatShare } from '../../ui/format';

export interface IndicatorParts {
  /** Shares in 0..1 that add up to the best case: certain, drawn but not certain, possible. */
  readonly certain: number;
  readonly asDrawn: number;
  readonly possible: number;
}

export interface KnownIndicatorView {
  readonly status: 'known';
  readonly id: string;
  readonly title: string;
  readonly share: string;
  readonly range: string;
  readonly parts: IndicatorParts;
  /** What counts and how much of it there is. */
  readonly basis: string;
  readonly flags: readonly string[];
}

export interface MissingIndicatorView {
  readonly status: 'missing';
  readonly id: string;
  readonly title: string;
  readonly needs: readonly string[];
}

export type IndicatorView = KnownIndicatorView | MissingIndicatorView;

function basisText({ weights, total, units, unitsWithoutWeight }: KnownIndicator): string {
  const amount =
    weights.basis === 'unit-count' ? `${formatInteger(total)} 个` : `${formatEstimate(total)} 人`;
  const counted = `${formatInteger(units - unitsWithoutWeight)} / ${formatInteger(units)} 个单位`;
  return `权重：${WEIGHT_WORDS[weights.basis]}，合计 ${amount}，${counted}有数；来源：${weights.source}`;
}

export function indicatorView(indicator: Indicator): IndicatorView {
  const title = `${INDICATOR_WORDS[indicator.id]} · ${formatDistance(indicator.distanceMetres)}以内`;
  const { id } = indicator;
  if (indicator.status === 'missing') {
    return { status: 'missing', id, title, needs: indicator.needs };
  }
  const { certain, drawn, most } = indicator.shares;
  return {
    status: 'known',
    id,
    title,
    share: formatShare(drawn),
    range: `确定 ${formatShare(certain)}，最多 ${formatShare(most)}`,
    parts: { certain, asDrawn: drawn - certain, possible: most - drawn },
    basis: basisText(indicator),
    flags: indicator.flags,
  };
}
