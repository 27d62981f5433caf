// In which unit a figure column is printed. What the heading (or a "单位：" line) prints is believed; where nothing is
// printed the figures tell: shares against 贫困人口 ÷ 总人口, counts in 万 by their decimals and by persons a household.
// A heading that the figures contradict is kept, and the contradiction is told.
import { unitOfText } from './column-headings';
import { median } from './column-values';
import type { ColumnRole, ColumnUnit } from './import-choices';

export interface UnitGuess {
  readonly unit: ColumnUnit;
  /** Chinese; empty for columns without a unit. */
  readonly evidence: string;
  /** Chinese: what the figures say against the heading; null when they agree or do not tell. */
  readonly doubt: string | null;
}

/** Numbers of the figure columns by role, NaN where there is none; all of the same rows. */
export type FigureColumns = ReadonlyMap<ColumnRole, Float64Array>;

export const UNIT_WORDS: Readonly<Record<ColumnUnit, string>> = {
  one: '原值',
  percent: '%',
  permille: '‰',
  'ten-thousand': '万',
};

/** Printed number × this = the value in code (share in 0..1, or a plain count). */
export const UNIT_FACTORS: Readonly<Record<ColumnUnit, number>> = {
  one: 1,
  percent: 0.01,
  permille: 0.001,
  'ten-thousand': 10_000,
};

const COUNTS: readonly ColumnRole[] = ['households', 'persons', 'poorHouseholds', 'poorPersons'];
const SHARE_UNITS: readonly ColumnUnit[] = ['one', 'percent', 'permille'];

/** Incidences are printed with one or two decimals; a quarter off is rounding or another year, ten times is a unit. */
const RATIO_AGREES = 0.25;
const LEAST_ROWS = 3;

/** The share unit under which the column is 贫困人口 ÷ 总人口; null when too few rows tell. */
function unitByRatio(figures: FigureColumns): { unit: ColumnUnit; rows: number } | null {
  const [shares, poor, all] = [
    figures.get('povertyIncidence'),
    figures.get('poorPersons'),
    figures.get('persons'),
  ];
  if (shares === undefined || poor === undefined || all === undefined) return null;
  const factors = [...shares.keys()]
    .map((at) => (poor[at] as number) / (all[at] as number) / (shares[at] as number))
    .filter((factor) => Number.isFinite(factor) && factor > 0);
  const middle = median(factors);
  if (middle === null || factors.length < LEAST_ROWS) return null;
  const unit = SHARE_UNITS.find(
    (each) => Math.abs(middle / UNIT_FACTORS[each] - 1) <= RATIO_AGREES,
  );
  return unit === undefined ? null : { unit, rows: factors.length };
}

function largest(values: Float64Array | undefined): number | null {
  const numbers = [...(values ?? [])].filter(Number.isFinite);
  return numbers.length === 0 ? null : numbers.reduce((most, value) => Math.max(most, value));
}

function shareUnit(printed: ColumnUnit | null, where: string, figures: FigureColumns): UnitGuess {
  const ratio = unitByRatio(figures);
  const said = ratio === null ? '' : `按「贫困人口 ÷ 总人口」核对 ${ratio.rows} 行，数值`;
  if (printed !== null && SHARE_UNITS.includes(printed)) {
    const doubt =
      ratio !== null && ratio.unit !== printed
        ? `${where}写的是「${UNIT_WORDS[printed]}」，但${said}更像${shareWord(ratio.unit)}`
        : null;
    return { unit: printed, evidence: `${where}写有「${UNIT_WORDS[printed]}」`, doubt };
  }
  if (ratio !== null) {
    return { unit: ratio.unit, evidence: `${said}是${shareWord(ratio.unit)}`, doubt: null };
  }
  const most = largest(figures.get('povertyIncidence'));
  if (most === null) return { unit: 'percent', evidence: '没有数值，按 % 处理', doubt: null };
  if (most <= 1) {
    return { unit: 'one', evidence: `最大值 ${most}，像 0–1 的比例；没有可核对的列`, doubt: null };
  }
  return most <= 100
    ? { unit: 'percent', evidence: `最大值 ${most}，像百分数；没有可核对的列`, doubt: null }
    : { unit: 'permille', evidence: `最大值 ${most} 超过 100，像千分数`, doubt: null };
}

function shareWord(unit: ColumnUnit): string {
  if (unit === 'one') return ' 0–1 的比例';
  return unit === 'percent' ? '百分数（%）' : '千分数（‰）';
}

function mostlyDecimals(values: Float64Array): boolean {
  const numbers = [...values].filter(Number.isFinite);
  const decimals = numbers.filter((value) => !Number.isInteger(value)).length;
  return numbers.length >= LEAST_ROWS && decimals > numbers.length / 2;
}

function countUnit(
  role: ColumnRole,
  printed: ColumnUnit | null,
  where: string,
  figures: FigureColumns,
): UnitGuess {
  if (printed === 'ten-thousand' || printed === 'one') {
    const word = printed === 'one' ? '户、人等原单位' : '「万」';
    return { unit: printed, evidence: `${where}写有${word}`, doubt: null };
  }
  const values = figures.get(role);
  if (values !== undefined && mostlyDecimals(values)) {
    const evidence = '多数值带小数，像以「万」为单位';
    return { unit: 'ten-thousand', evidence, doubt: '没有写单位，多数值带小数，按「万」处理' };
  }
  return { unit: 'one', evidence: '', doubt: null };
}

/**
 * The unit of one column. `remark` is the text of a "单位：" line above the heading, which speaks for counts that print
 * none of their own.
 */
export function guessUnit(
  role: ColumnRole,
  heading: string,
  remark: string,
  figures: FigureColumns,
): UnitGuess {
  const own = unitOfText(heading);
  if (role === 'povertyIncidence') return shareUnit(own, '表头', figures);
  if (!COUNTS.includes(role)) return { unit: 'one', evidence: '', doubt: null };
  const fromRemark = own === null && remark !== '' ? unitOfText(remark) : null;
  const isCountRemark = fromRemark === 'ten-thousand' || fromRemark === 'one';
  return isCountRemark
    ? countUnit(role, fromRemark, '表上方的单位说明', figures)
    : countUnit(role, own, '表头', figures);
}

/** Chinese: columns of households and persons that look exchanged; null when they do not. */
export function exchangedColumns(figures: FigureColumns): string | null {
  const pairs: readonly (readonly [ColumnRole, ColumnRole, string])[] = [
    ['households', 'persons', '总户数大于总人口'],
    ['poorHouseholds', 'poorPersons', '贫困户数大于贫困人口'],
  ];
  for (const [small, large, words] of pairs) {
    const [a, b] = [figures.get(small), figures.get(large)];
    if (a === undefined || b === undefined) continue;
    const rows = [...a.keys()].filter((at) => Number.isFinite(a[at]) && Number.isFinite(b[at]));
    const wrong = rows.filter((at) => (a[at] as number) > (b[at] as number)).length;
    if (wrong >= LEAST_ROWS && wrong > rows.length / 2) return `${wrong} 行${words}`;
  }
  return null;
}
