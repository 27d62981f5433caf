import { UNIT_SPACE, lengthText } from '../domain/units';

const INTEGER = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 });

/** 3349 → "3,349". */
export function formatInteger(value: number): string {
  return INTEGER.format(value);
}

/** 0.0735, 2 → "7.35%". */
export function formatShare(share: number, fractionDigits = 1): string {
  return `${(share * 100).toFixed(fractionDigits)}%`;
}

/** Number and unit with the one space: 214, "村" → "214 村". */
export function formatQuantity(value: number, unit: string): string {
  return `${formatInteger(value)}${UNIT_SPACE}${unit}`;
}

/** 850 → "850 米"; 2000 → "2 公里"; 2350 → "2.35 公里". */
export function formatDistance(metres: number): string {
  return lengthText(metres);
}

/** 1.71e9 → "17.1 亿元"; 98644000 → "9,864.4 万元". */
export function formatYuan(yuan: number): string {
  if (yuan >= 1e8) return `${Number((yuan / 1e8).toFixed(2))}${UNIT_SPACE}亿元`;
  if (yuan >= 1e4)
    return `${new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }).format(yuan / 1e4)}${UNIT_SPACE}万元`;
  return `${formatInteger(yuan)}${UNIT_SPACE}元`;
}

/** A figure that a plan may leave out. */
export function formatGiven(value: number | null, format: (value: number) => string): string {
  return value === null ? '规划未写' : format(value);
}

/**
 * An estimated sum as a whole number. Rounded to a millionth first, so that the same parts added in another order
 * read the same: 10.499999999 and 10.5 are both "11".
 */
export function formatEstimate(value: number): string {
  return formatInteger(Math.round(value * 1e6) / 1e6);
}
