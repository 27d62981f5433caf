import type { FigureUnit } from '../../domain/figure';
import type { RampName } from '../../map/style/ramps';
import { formatInteger } from '../../ui/format';
import type { ThematicLevel, ThematicMeasure, ThematicMethod } from './thematic-settings';

export const THEMATIC_MEASURE_WORDS: Readonly<Record<ThematicMeasure, string>> = {
  povertyIncidence: '贫困发生率',
  poorHouseholds: '贫困户',
  poorPersons: '贫困人口',
  povertyVillageShare: '贫困村占比',
};

/** What the numbers are of: unit, or numerator ÷ denominator. */
export const MEASURE_BASIS: Readonly<Record<ThematicMeasure, string>> = {
  povertyIncidence: '%，分母规划未列',
  poorHouseholds: '户',
  poorPersons: '人',
  povertyVillageShare: '%，贫困村 ÷ 行政村',
};

export const LEVEL_WORDS: Readonly<Record<ThematicLevel, string>> = {
  township: '乡镇',
  county: '县',
};

export const METHOD_WORDS: Readonly<Record<ThematicMethod, string>> = {
  quantile: '分位数',
  natural: '自然断点',
  equal: '等距',
  custom: '自定义',
};

/** One sentence each: how the classes are cut, and so what a colour means. */
export const METHOD_SENTENCES: Readonly<Record<ThematicMethod, string>> = {
  quantile: '各级单元数大致相等，看名次。',
  natural: '级内相近、级间相远，看成群。',
  equal: '各级数值跨度相等，看大小。',
  custom: '按下面写的断点分级。',
};

/** Sequential ramps that stay apart for colour-blind eyes and in grey print. */
export const RAMP_CHOICES: readonly (readonly [RampName, string])[] = [
  ['OrRd', '橙红'],
  ['YlGnBu', '黄绿蓝'],
  ['YlOrBr', '黄橙褐'],
  ['PuBu', '紫蓝'],
  ['Greys', '灰（黑白印刷）'],
];

/** Digits after the point that tell the breaks of a share apart, at most two. */
function shareDigits(values: readonly number[]): number {
  const texts = (digits: number): Set<string> =>
    new Set(values.map((value) => (value * 100).toFixed(digits)));
  const distinct = new Set(values).size;
  return [0, 1].find((digits) => texts(digits).size === distinct && exact(values, digits)) ?? 2;
}

function exact(values: readonly number[], digits: number): boolean {
  return values.every(
    (value) => Math.abs(Number((value * 100).toFixed(digits)) / 100 - value) < 1e-9,
  );
}

/** One number of a break or a range, as the reader writes it: 0.0735 → "7.35", 1403 → "1,403". */
export function valueText(value: number, unit: FigureUnit, among: readonly number[]): string {
  return unit === 'share' ? (value * 100).toFixed(shareDigits(among)) : formatInteger(value);
}
