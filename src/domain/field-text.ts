// Typed text → field value → text. Numbers may have full-width digits, thousands separators, 万 or 亿 and any unit of the
// field's dimension; they are stored in the base unit. Nothing is guessed: what can not be read is a Problem that says how
// to write it.
import { UNIT_IDS, UNITS } from './field-units';
import type { UnitId } from './field-units';
import type { FieldValue } from './plan-object';
import type { FieldSpec } from './plan-object-field';
import type { Outcome, Problem } from './problem';
import { UNIT_SPACE } from './units';

const NUMBER = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)(.*)$/;
const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
];

function unitByWord(word: string, near: UnitId): UnitId | null {
  const { dimension } = UNITS[near];
  const fits = UNIT_IDS.filter((id) => UNITS[id].dimension === dimension);
  return fits.find((id) => UNITS[id].word === word || UNITS[id].aliases.includes(word)) ?? null;
}

/** Base units in one of what follows the number: a unit, 万 or 亿, or both; null when it is neither. */
function factorOf(rest: string, typed: UnitId | null): number | null {
  if (rest === '') return typed === null ? 1 : UNITS[typed].factor;
  const whole = typed === null ? null : unitByWord(rest, typed);
  if (whole !== null) return UNITS[whole].factor;
  const multiplier = MULTIPLIERS.find(([word]) => rest.startsWith(word));
  if (multiplier === undefined) return null;
  const [word, times] = multiplier;
  const after = rest.slice(word.length);
  if (typed === null) return after === '' ? times : null;
  const unit = after === '' ? UNITS[typed].plain : unitByWord(after, typed);
  return unit === null ? null : times * UNITS[unit].factor;
}

/**
 * A typed amount in the base unit of `unit`; without a unit word it is in `unit` itself, after a bare 万 or 亿 in the plain
 * unit of its kind. Null when it can not be read. parseAmount('３．５万亩', 'mu') = 23,333,333.3 m².
 */
export function parseAmount(text: string, unit: UnitId | null): number | null {
  const plain = text.normalize('NFKC').replaceAll('，', ',').replace(/\s/g, '').toLowerCase();
  const match = NUMBER.exec(plain);
  if (match === null) return null;
  const [, digits = '', rest = ''] = match;
  const factor = factorOf(rest, unit);
  if (factor === null) return null;
  // 12 digits: 0.1 × 10,000 must be 1,000, not 1,000.0000000000001.
  return Number((Number(digits.replaceAll(',', '')) * factor).toPrecision(12));
}

/** What to put into the input: in the typed unit, without grouping and unit, read back to 12 digits. */
export function amountInput(value: number, unit: UnitId | null): string {
  const factor = unit === null ? 1 : UNITS[unit].factor;
  // Not String(): a small amount would be written as 1e-8.
  return (value / factor).toLocaleString('en-US', {
    useGrouping: false,
    maximumSignificantDigits: 12,
  });
}

const formats = new Map<number, Intl.NumberFormat>();

/** Kept: making one costs a hundred times what using it does. */
function formatOf(maximumFractionDigits: number): Intl.NumberFormat {
  const known = formats.get(maximumFractionDigits);
  if (known) return known;
  const made = new Intl.NumberFormat('zh-CN', { maximumFractionDigits });
  formats.set(maximumFractionDigits, made);
  return made;
}

/** For reading: grouped, at most `digits` decimals, with its unit. */
export function amountText(value: number, unit: UnitId | null, digits = 2): string {
  const factor = unit === null ? 1 : UNITS[unit].factor;
  const number = formatOf(digits).format(value / factor);
  return unit === null ? number : `${number}${UNIT_SPACE}${UNITS[unit].word}`;
}

function problem(spec: FieldSpec, text: string, mend: string): Problem {
  return {
    code: 'field-text',
    severity: 'error',
    where: { column: spec.label },
    text: `“${spec.label}”${text}`,
    mend,
  };
}

type Read = { readonly value: FieldValue } | { readonly problem: Problem };

function readNumber(spec: FieldSpec, text: string): Read {
  const value = parseAmount(text, spec.unit);
  if (value !== null) return { value };
  const unit = spec.unit === null ? '' : `，可带单位，如 12${UNITS[spec.unit].word}`;
  return { problem: problem(spec, `读不懂“${text}”。`, `写成数字${unit}。`) };
}

function readYear(spec: FieldSpec, text: string): Read {
  const year = /^(\d{4})年?$/.exec(text.normalize('NFKC').trim())?.[1];
  if (year !== undefined) return { value: Number(year) };
  return { problem: problem(spec, `读不懂“${text}”。`, '写四位年份，如 2018。') };
}

/** An empty list, in words: there is none, which is not the same as nobody having said. */
export const NO_ITEMS = '无';

const LIST_BREAK = /[、,，;；\s]+/;

type ReadIds = { readonly ids: readonly string[] } | { readonly problem: Problem };

function readChoices(spec: FieldSpec, words: readonly string[]): ReadIds {
  const found = words.map((word) =>
    spec.choices.find(({ id, label }) => label === word || id === word),
  );
  const unknown = words.filter((_, at) => found[at] === undefined);
  if (unknown.length > 0) {
    const known = spec.choices.map(({ label }) => label).join('、');
    return {
      problem: problem(spec, `没有“${unknown.join('”“')}”这一项。`, `可选：${known}。`),
    };
  }
  return { ids: [...new Set(found.flatMap((choice) => choice?.id ?? []))] };
}

const CODE_DIGITS: Partial<Record<FieldSpec['type'], number>> = { counties: 6, villages: 12 };

function readCodes(spec: FieldSpec, words: readonly string[]): Read {
  const digits = CODE_DIGITS[spec.type];
  const codes = words.map((word) => word.normalize('NFKC'));
  const wrong = codes.filter(
    (code) => digits !== undefined && !new RegExp(`^\\d{${digits}}$`).test(code),
  );
  if (wrong.length === 0) return { value: [...new Set(codes)] };
  const text = `中的“${wrong.slice(0, 3).join('”“')}”不是 ${digits} 位代码。`;
  return { problem: problem(spec, text, `写 ${digits} 位区划代码，用顿号或逗号分开。`) };
}

function read(spec: FieldSpec, text: string): Read {
  const words = text.split(LIST_BREAK).filter((word) => word !== '');
  switch (spec.type) {
    case 'text':
      return { value: text };
    case 'number':
    case 'integer':
      return readNumber(spec, text);
    case 'year':
      return readYear(spec, text);
    case 'choice': {
      const one = readChoices(spec, [text]);
      return 'problem' in one ? one : { value: one.ids[0] ?? '' };
    }
    case 'choices': {
      if (text === NO_ITEMS) return { value: [] };
      const many = readChoices(spec, words);
      return 'problem' in many ? many : { value: many.ids };
    }
    case 'counties':
    case 'villages':
    case 'claims':
      return readCodes(spec, words);
  }
}

/** The value that `text` means for the field; null for nothing typed. Ranges are checked by checkPlanObject. */
export function parseField(spec: FieldSpec, text: string): Outcome<FieldValue | null> {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: null, notes: [] };
  const result = read(spec, trimmed);
  return 'problem' in result
    ? { ok: false, problems: [result.problem] }
    : { ok: true, value: result.value, notes: [] };
}

/** A stored value as people read it; a value of the wrong type is shown as it is. */
export function fieldText(spec: FieldSpec, value: FieldValue): string {
  const label = (id: string): string => spec.choices.find((each) => each.id === id)?.label ?? id;
  if (typeof value === 'number') {
    return spec.type === 'year' ? String(value) : amountText(value, spec.unit);
  }
  if (typeof value === 'string') return label(value);
  return value.length === 0 ? NO_ITEMS : value.map(label).join('、');
}
