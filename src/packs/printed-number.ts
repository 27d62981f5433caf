// Numbers as Chinese plan tables print them. Strict: what is not plainly a number is reported, never guessed.
import { UNIT_EXPONENTS } from '../domain/units';

export type PrintedNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'not-a-number' }
  /** A number followed by a unit other than the column's. */
  | { readonly kind: 'other-unit'; readonly unit: string };

const NUMBER = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(%|‰|户|人|个)?$/;
/** Dashes and strokes that Chinese tables print for "none given". */
const BLANK = /^[-–—―/／]*$/;

/**
 * "10.49%" in a % column → 0.1049; "４，８９１" → 4891; "" or "—" → blank. NFKC turns full-width digits,
 * commas and percent signs into their usual forms. A cell that prints another unit than `unit` is not converted.
 */
export function readPrintedNumber(cell: string, unit: string): PrintedNumber {
  const text = cell.normalize('NFKC').trim();
  if (BLANK.test(text)) return { kind: 'blank' };
  const match = NUMBER.exec(text);
  const exponent = UNIT_EXPONENTS[unit];
  if (!match?.[1] || exponent === undefined) return { kind: 'not-a-number' };
  const printedUnit = match[2];
  if (printedUnit !== undefined && printedUnit !== unit)
    return { kind: 'other-unit', unit: printedUnit };
  // The power of ten in the text gives the nearest double to the printed decimal; a division would not.
  return { kind: 'number', value: Number(`${match[1].replaceAll(',', '')}e${exponent}`) };
}
