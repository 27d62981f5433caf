// Classes of a thematic map. A class holds the values from its lower break up to, not including, the next:
// class of v = number of inner breaks ≤ v. Equal values therefore always share a class.
//
// quantile: breaks at the values of equal ranks; a break that would part equal values moves to the tie's start.
// natural: ckmeans (Wang & Song 2011, optimal in one dimension, simple-statistics), break = least value of a cluster.
// equal: equal widths between least and largest value; classes may be empty.
// custom: the user's inner breaks; classes may be empty.
// quantile and natural give fewer classes than asked when there are fewer different values.
import { ckmeans } from 'simple-statistics';

export type ClassMethod = 'quantile' | 'natural' | 'equal' | 'custom';

export interface ClassRequest {
  readonly method: ClassMethod;
  /** 3..7; not used by `custom`. */
  readonly classCount: number;
  /** Inner breaks in the values' unit; used by `custom` only. Any order, repeats dropped. */
  readonly customBreaks?: readonly number[];
}

export interface Classification {
  /** Inner breaks, strictly ascending; one fewer than classes. */
  readonly breaks: readonly number[];
  /** Class 0 … classCount − 1; null for 无数据 (null or not a number). */
  readonly classOf: (value: number | null) => number | null;
  /** Values in each class. */
  readonly counts: readonly number[];
  /** 无数据. */
  readonly missing: number;
  /** Least and largest value; null without any. */
  readonly range: readonly [least: number, largest: number] | null;
}

export const FEWEST_CLASSES = 3;
export const MOST_CLASSES = 7;

function quantileBreaks(sorted: readonly number[], classCount: number): number[] {
  return Array.from({ length: classCount - 1 }, (_, k) => {
    const rank = Math.ceil(((k + 1) * sorted.length) / classCount);
    return sorted[Math.min(rank, sorted.length - 1)] as number;
  });
}

function naturalBreaks(sorted: readonly number[], classCount: number): number[] {
  const distinct = new Set(sorted).size;
  const clusters = ckmeans([...sorted], Math.min(classCount, distinct));
  return clusters.slice(1).map((cluster) => cluster[0] as number);
}

function equalBreaks(least: number, largest: number, classCount: number): number[] {
  if (least === largest) return [];
  return Array.from(
    { length: classCount - 1 },
    (_, k) => least + ((k + 1) * (largest - least)) / classCount,
  );
}

function ascending(breaks: readonly number[]): number[] {
  return [...new Set(breaks.filter((each) => Number.isFinite(each)))].toSorted((a, b) => a - b);
}

function innerBreaks(sorted: readonly number[], request: ClassRequest): number[] {
  if (request.method === 'custom') return ascending(request.customBreaks ?? []);
  const [least, largest] = [sorted[0], sorted.at(-1)];
  if (least === undefined || largest === undefined) return [];
  if (request.method === 'equal') {
    return ascending(equalBreaks(least, largest, request.classCount));
  }
  const breaks =
    request.method === 'quantile'
      ? quantileBreaks(sorted, request.classCount)
      : naturalBreaks(sorted, request.classCount);
  // A break at the least value would leave the first class empty.
  return ascending(breaks).filter((each) => each > least);
}

/**
 * Classes for `values`; null and NaN are 无数据 and belong to none.
 * Throws RangeError for a class count outside 3..7 (methods other than `custom`).
 */
export function classify(
  values: readonly (number | null)[],
  request: ClassRequest,
): Classification {
  const { method, classCount } = request;
  const allowed =
    Number.isInteger(classCount) && classCount >= FEWEST_CLASSES && classCount <= MOST_CLASSES;
  if (method !== 'custom' && !allowed) {
    throw new RangeError(`${classCount} classes asked, ${FEWEST_CLASSES}..${MOST_CLASSES} allowed`);
  }
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const sorted = known.toSorted((a, b) => a - b);
  const breaks = innerBreaks(sorted, request);
  const classOf = (value: number | null): number | null =>
    value === null || !Number.isFinite(value) ? null : classIndex(breaks, value);
  const counts = Array.from({ length: breaks.length + 1 }, () => 0);
  for (const value of known) {
    const at = classIndex(breaks, value);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const [least, largest] = [sorted[0], sorted.at(-1)];
  return {
    breaks,
    classOf,
    counts,
    missing: values.length - known.length,
    range: least === undefined || largest === undefined ? null : [least, largest],
  };
}

function classIndex(breaks: readonly number[], value: number): number {
  let at = 0;
  while (at < breaks.length && value >= (breaks[at] as number)) at++;
  return at;
}
