// The Chinese words of the four coverage states, for screen and exports alike. Indexed by CoverageStateCode.
import { SPREAD_WORDS } from '../domain/wording';
import type { CoverageStateCode } from './coverage-result';
import type { SummaryRow } from './coverage-summary';

export const COVERAGE_STATE_WORDS: Readonly<Record<CoverageStateCode, string>> = {
  0: '未覆盖',
  1: '可能覆盖',
  2: '按标绘覆盖',
  3: '确定覆盖',
};

/** For narrow places: chips, table cells, chart labels. */
export const COVERAGE_STATE_SHORT: Readonly<Record<CoverageStateCode, string>> = {
  0: '未覆盖',
  1: '可能',
  2: '按标绘',
  3: '确定',
};

/** One sentence each, with d = distance, D = service distance, e = position accuracies added up. */
export const COVERAGE_STATE_SENTENCES: Readonly<Record<CoverageStateCode, string>> = {
  0: '标绘距离减去精度仍大于服务距离，无论真实位置在哪里都够不到。',
  1: '标绘距离超过服务距离，但差额在位置精度之内，真实位置可能在范围内。',
  2: '标绘位置在服务距离之内，但加上位置精度后可能出界。',
  3: '标绘距离加上位置精度仍在服务距离之内，无论真实位置在哪里都覆盖。',
};

/** Where estimates come from: "估算·乡镇均摊/县均摊", "本村数字＋…" where some are imported; empty when no unit has a figure. */
export function estimateFlag({ resolutions }: SummaryRow): string {
  const spread = resolutions.filter((resolution) => resolution !== 'village');
  if (spread.length === 0) return resolutions.length === 0 ? '' : SPREAD_WORDS.village;
  const own = spread.length < resolutions.length ? '本村数字＋' : '';
  return `${own}估算·${spread.map((each) => SPREAD_WORDS[each].replace('估算·', '')).join('/')}`;
}
