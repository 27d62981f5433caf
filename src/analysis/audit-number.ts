// Numbers as documents print them, with what their printing leaves open. A count printed in full is exact; a measured
// quantity, and any number shortened by decimals, 万 or 亿, is known to half a unit of its last printed digit. Words widen
// that: 约 to a whole unit of the last digit that is not 0, 余 and 多 up to the next such unit, 以上 without end. Two figures
// contradict each other only where their intervals do not meet.
import type { StatedQualifier } from '../domain/statement';
import { numberText } from './number-text';

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface PrintedFigure extends Interval {
  /** One in the last printed digit. */
  readonly step: number;
  /** Unit printed behind the number; empty when none. */
  readonly unit: string;
}

const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };
const COUNTED =
  /^(人次?|户|个|名|家|处|座|所|项|件|台|套|次|口|头|只|对|位|村|乡|镇|县|组|条|支|场|期|届|门|辆|盏|眼|口井|块|片|栋|间|张|页|篇|种|类)$/;
const CELL = /^([-+]?)(\d+)(\.\d+)?(万亿|万|亿)?([^\d.]{0,6})$/;
const HAS_DIGIT = /[\d０-９]/;
const PLAIN_DECIMAL = /^\d+\.\d+$/;
const PLAIN_INTEGER = /^\d{1,15}$/;
const VAGUE = /以上|以下|以内|左右|余|多|约|近|[<>≥≤=~～—－]/;

/** Plain characters: full-width forms folded, blanks and thousands separators gone. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/(\d),(?=\d{3}(?!\d))/g, '$1');
}

export function isCounted(unit: string): boolean {
  return COUNTED.test(unit);
}

/** What a unit is in plain units: 万人 → 10,000 人. */
export function plainUnit(unit: string): { readonly factor: number; readonly unit: string } {
  const [, scale, rest] = /^(万亿|万|亿)(.+)$/.exec(unit) ?? [];
  return scale === undefined
    ? { factor: 1, unit }
    : { factor: SCALES[scale] ?? 1, unit: rest ?? '' };
}

/** Noise of floating arithmetic, far below any printed digit. */
function noiseOf(value: number): number {
  return Math.abs(value) * 1e-11 + 1e-12;
}

export function meets(a: Interval, b: Interval): boolean {
  const noise = noiseOf(Math.max(Math.abs(a.value), Math.abs(b.value)));
  return a.low <= b.high + noise && b.low <= a.high + noise;
}

/** Whether all of `a` lies above all of `b`. */
export function isAbove(a: Interval, b: Interval): boolean {
  return a.low > b.high + noiseOf(Math.max(Math.abs(a.value), Math.abs(b.value)));
}

/** A cell that is plainly a number; null for a blank, words, a range or a vague number. `unit` is the column's. */
export function cellFigure(cell: string, unit: string): PrintedFigure | null {
  if (PLAIN_INTEGER.test(cell)) {
    const [value, half] = [Number(cell), unit === '' || isCounted(unit) ? 0 : 0.5];
    return { value, low: value - half, high: value + half, step: 1, unit: '' };
  }
  if (!HAS_DIGIT.test(cell)) return null;
  const text = PLAIN_DECIMAL.test(cell) ? cell : plainText(cell);
  const match = CELL.exec(text);
  if (match === null || VAGUE.test(text)) return null;
  const [, sign = '', whole = '', decimals = '', scale = '', suffix = ''] = match;
  const factor = SCALES[scale] ?? 1;
  const value = Number(`${sign}${whole}${decimals}`) * factor;
  const step = 10 ** -Math.max(decimals.length - 1, 0) * factor;
  const own = suffix === '' ? unit : suffix;
  const isExact = factor === 1 && decimals === '' && (own === '' || isCounted(own));
  const half = isExact ? 0 : step / 2;
  return { value, low: value - half, high: value + half, step, unit: suffix };
}

export function isBlank(cell: string): boolean {
  return cell === '' || (!HAS_DIGIT.test(cell) && /^[-–—―/／]*$/.test(plainText(cell)));
}

/** Place value of the last digit that is not 0. */
function roundness(value: number): number {
  if (value === 0) return 1;
  let place = 1;
  while (Math.abs(value) % (place * 10) === 0) place *= 10;
  return place;
}

const IN_TEXT = /(\d+)(\.\d+)?(万亿|万|亿|千|百)?(余|多)?(万|亿)?/g;

interface TextNumber {
  readonly value: number;
  readonly step: number;
  readonly isShort: boolean;
  readonly isMore: boolean;
}

function textNumbers(printed: string): TextNumber[] {
  return [...plainText(printed).matchAll(IN_TEXT)].map(
    ([, whole = '', decimals = '', scale = '', more = '', after = '']) => {
      const factor =
        (scale === '千' ? 1e3 : scale === '百' ? 100 : (SCALES[scale] ?? 1)) * (SCALES[after] ?? 1);
      const digits = Math.max(decimals.length - 1, 0);
      return {
        value: Number(`${whole}${decimals}`) * factor,
        step: 10 ** -digits * factor,
        isShort: factor !== 1 || decimals !== '',
        isMore: more !== '',
      };
    },
  );
}

interface Stated {
  readonly value: number;
  readonly most: number | null;
  readonly qualifier: StatedQualifier;
  readonly unit: string;
  readonly printed: string;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 1e-9;
}

/** What a figure of the running text leaves open. `unit` has 万 and 亿 written out in `value`. */
export function statedFigure(stated: Stated): PrintedFigure {
  const { value, most, qualifier, unit, printed } = stated;
  const found = textNumbers(printed).find((each) => near(each.value, value));
  const step = found?.step ?? (Number.isInteger(value) ? 1 : 10 ** -decimalsOf(value));
  // A whole number that stands in words (四分之一, 翻一番, 全部) is not rounded.
  const isInWords = found === undefined;
  const isExact = Number.isInteger(value) && (isInWords || (isCounted(unit) && !found.isShort));
  const half = isExact ? 0 : step / 2;
  const wide = Math.max(roundness(value), half);
  const figure = { value, low: value - half, high: (most ?? value) + half, step, unit };
  switch (qualifier) {
    case 'exact':
      return figure;
    case 'about':
      return { ...figure, low: value - wide, high: (most ?? value) + wide };
    case 'atMost':
      return { ...figure, low: -Infinity };
    case 'atLeast':
      return { ...figure, high: found?.isMore === true ? value + wide : Infinity };
  }
}

export function decimalsOf(value: number): number {
  const [, decimals = ''] = String(value).split('.');
  return decimals.includes('e') ? 0 : decimals.length;
}

export function sumOf(parts: readonly Interval[]): Interval {
  let [value, low, high] = [0, 0, 0];
  for (const part of parts) {
    value += part.value;
    low += part.low;
    high += part.high;
  }
  return { value, low, high };
}

/** Both not negative, `denominator` above 0; null where the quotient has no bound. */
export function quotientOf(
  numerator: Interval,
  denominator: Interval,
  scale: number,
): Interval | null {
  if (denominator.low <= 0 || numerator.low < 0) return null;
  return {
    value: (numerator.value / denominator.value) * scale,
    low: (numerator.low / denominator.high) * scale,
    high: (numerator.high / denominator.low) * scale,
  };
}

/** A computed number is often cut off instead of rounded; both are the same figure. */
export function cutOrRounded(figure: PrintedFigure): Interval {
  return { ...figure, high: Math.max(figure.high, figure.value + figure.step) };
}

/** For sentences: floating noise rounded away. */
export function figureText(value: number): string {
  const digits = Math.abs(value) >= 1000 ? 2 : 4;
  return numberText(Number(value.toPrecision(12)), digits);
}

export function rounded(value: number, digits = 4): number {
  return Number(value.toFixed(digits));
}
