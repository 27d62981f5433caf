// How a checked claim is written, on screen and in files alike.
import type { ClaimCheck } from '../analysis/claim-check';
import type { Claim, ClaimVerdict } from '../domain/claim';
import type { RegionPack } from '../domain/region-pack';
import { CLAIM_QUALIFIER_WORDS, CLAIM_VERDICT_WORDS } from '../domain/wording';
import { formatDistance, formatEstimate, formatQuantity, formatYuan } from '../ui/format';

export const VERDICTS: readonly ClaimVerdict[] = ['consistent', 'low', 'high', 'unverifiable'];

const ONE_DECIMAL = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 });

/** 29.64, "%" → "29.6 %"; 1.71e9, "元" → "17.1 亿元"; 25801.7, "人" → "25,802 人". */
function amountText(value: number, unit: string): string {
  if (unit === '元') return formatYuan(value);
  if (unit === '%') return `${ONE_DECIMAL.format(value)} %`;
  return formatQuantity(Math.round(value * 1e6) / 1e6, unit);
}

/** 规划值: “不少于 10,000 户”. */
export function statedText({ qualifier, value, unit }: Claim): string {
  return [CLAIM_QUALIFIER_WORDS[qualifier], amountText(value, unit)].filter(Boolean).join(' ');
}

/** 计算值: as drawn, “约 …” where estimated; “最多 …” where only a ceiling is known; empty without either. */
export function computedText(check: ClaimCheck): string {
  const { claim, computed, ceiling, isEstimate } = check;
  if (computed !== null) return `${isEstimate ? '约 ' : ''}${amountText(computed, claim.unit)}`;
  return ceiling === null ? '' : `最多 ${amountText(ceiling, claim.unit)}`;
}

/** 区间: “453–78,621”, in the unit of the value beside it; empty without one. */
export function rangeText({ range, claim }: ClaimCheck): string {
  if (range === null) return '';
  const bound = claim.unit === '%' ? (v: number) => ONE_DECIMAL.format(v) : formatEstimate;
  return `${bound(range[0])}–${bound(range[1])}`;
}

/** How far a verdict holds; empty where there is none. */
export function strengthText({ verdict, isProven }: ClaimCheck): string {
  if (verdict === 'unverifiable') return '';
  return isProven ? '确证' : '按标绘';
}

/** “半宽”, “外延”, “两带同一外延”: several belts are turned round with one width for all of them. */
function widthWord(pack: RegionPack, { objectIds }: Claim): string {
  const belts = pack.belts.filter(({ id }) => objectIds.includes(id));
  const kinds = new Set(belts.map(({ shape }) => shape.kind));
  const word = kinds.size !== 1 ? '宽度' : kinds.has('corridor') ? '半宽' : '外延';
  if (belts.length < 2) return word;
  return `${belts.length === 2 ? '两带' : '各带'}同一${word}`;
}

/** 口径反推: “距离 14.23 公里”, “半宽 3.83 公里”; empty where there is none. */
export function inverseText(pack: RegionPack, { claim, inverse }: ClaimCheck): string {
  if (inverse.kind === 'none') return '';
  const word = inverse.kind === 'distance' ? '距离' : widthWord(pack, claim);
  return `${word} ${formatDistance(inverse.metres)}`;
}

/** “此处计算值 20,011 人，略小一点为 19,980 人”, or why there is no 反推. */
export function inverseNote({ claim, inverse }: ClaimCheck): string {
  if (inverse.kind === 'none') return inverse.reason;
  const [there, before] = [inverse.computed, inverse.before].map((each) =>
    amountText(claim.unit === '%' ? each : Math.round(each), claim.unit),
  );
  return there === before ? `此处计算值 ${there}` : `此处计算值 ${there}，再小一点为 ${before}`;
}

export function verdictCounts(
  checks: readonly ClaimCheck[],
): Readonly<Record<ClaimVerdict, number>> {
  const counts = { consistent: 0, low: 0, high: 0, unverifiable: 0 };
  for (const { verdict } of checks) counts[verdict]++;
  return counts;
}

/** “共 57 条：相符 5，偏低 0，偏高 3，无法核验 49”. */
export function verdictsText(checks: readonly ClaimCheck[]): string {
  const counts = verdictCounts(checks);
  const parts = VERDICTS.map((verdict) => `${CLAIM_VERDICT_WORDS[verdict]} ${counts[verdict]}`);
  return `共 ${checks.length} 条：${parts.join('，')}`;
}

export const VERDICT_RULE_TEXT =
  '判定说的是规划数：按标绘的计算值在规划数允许的取值内，为相符；整个区间都比规划数小，为偏高，都比规划数大，为偏低；其余为无法核验。' +
  '“确证”是不论数据在村间怎样分布都成立，“按标绘”是按标绘位置和均摊估算成立';
