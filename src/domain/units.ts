export const METRES_PER_KILOMETRE = 1000;

/** Between a number and its unit. Plain: lists may be turned into GBK, which has no narrower space. */
export const UNIT_SPACE = ' ';

/** 850 → "850 米"; 2000 → "2 公里"; 2350 → "2.35 公里". */
export function lengthText(metres: number): string {
  if (metres < METRES_PER_KILOMETRE) return `${Math.round(metres)}${UNIT_SPACE}米`;
  return `${Number((metres / METRES_PER_KILOMETRE).toFixed(2))}${UNIT_SPACE}公里`;
}

/** Units a measure column may imply, with the power of ten that makes the typed value (ratios become shares). */
export const UNIT_EXPONENTS: Readonly<Record<string, number>> = {
  '%': -2,
  '‰': -3,
  户: 0,
  人: 0,
  个: 0,
  万人: 4,
};
