// Text of the report model for any writer: strong runs, cells, and what XML can hold.
import type { ListColumn } from './list-table';

export interface TextRun {
  readonly text: string;
  readonly isStrong: boolean;
}

/** "全市**214 村**覆盖" → three runs; an asterisk pair that is not closed stays as written. */
export function strongRuns(text: string): readonly TextRun[] {
  const parts = text.split('**');
  // An even number of marks gives an odd number of parts; the last mark without a partner is put back.
  const closed =
    parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('**')];
  return closed.flatMap((part, at) =>
    part === '' ? [] : [{ text: part, isStrong: at % 2 === 1 }],
  );
}

/** Paragraphs of a caption, empty lines left out. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * Without what XML 1.0 can not hold: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. Line breaks and tabs
 * become spaces: paragraphs are told apart before.
 */
export function xmlText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Surrogate}\u2028\u2029\uFFFE\uFFFF]/gu, (character) =>
    /[\t\n\r\u2028\u2029]/.test(character) ? ' ' : '',
  );
}

const formats = new Map<number, Intl.NumberFormat>();

export function numberText(value: number, decimals: number): string {
  const known = formats.get(decimals);
  const format =
    known ??
    new Intl.NumberFormat('zh-CN', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  if (!known) formats.set(decimals, format);
  // A sum of parts reads the same whichever order they were added in.
  return format.format(Math.round(value * 1e6) / 1e6);
}

/** A cell as it is read on paper; “—” where nothing is known. */
export function cellText(
  { decimals }: Pick<ListColumn<string>, 'decimals'>,
  value: string | number | null | undefined,
): string {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'number' ? numberText(value, decimals) : value;
}
