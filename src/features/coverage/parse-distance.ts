/**
 * Reads a typed service distance. A bare number is metres; m/米 and km/公里/千米 are understood, full-width
 * digits and signs too (NFKC folds them), and thousands commas where they stand right.
 */
import { METRES_PER_KILOMETRE } from '../../domain/units';

/** End of the slider and limit of the typed value, metres. */
export const MAX_DISTANCE_METRES = 10 * METRES_PER_KILOMETRE;

export type ParsedDistance =
  { readonly ok: true; readonly metres: number } | { readonly ok: false; readonly problem: string };

const METRES_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['m', 1],
  ['米', 1],
  ['km', METRES_PER_KILOMETRE],
  ['公里', METRES_PER_KILOMETRE],
  ['千米', METRES_PER_KILOMETRE],
]);

const NUMBER_THEN_UNIT = /^(-?)((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)\s*([^\d.,\s-]*)$/u;

function problem(text: string): ParsedDistance {
  return { ok: false, problem: text };
}

/**
 * "2 公里" → 2000 metres; a Chinese sentence that says the mend where the text is no distance from 0 to `mostMetres`
 * (a whole number of kilometres).
 */
export function parseDistance(text: string, mostMetres = MAX_DISTANCE_METRES): ParsedDistance {
  const folded = text.normalize('NFKC').replace(/−/gu, '-').trim();
  if (folded === '') return problem('请输入距离，例如 1500 米或 2 公里');
  const match = NUMBER_THEN_UNIT.exec(folded);
  const digits = match?.[2] ?? '';
  if (match === null || digits === '') {
    return problem(`看不懂“${text.trim()}”，请写成 1500 米或 2 公里`);
  }
  const unit = match[3] ?? '';
  const metresPerUnit = METRES_PER_UNIT.get(unit.toLowerCase());
  if (metresPerUnit === undefined) {
    return problem(`不认识单位“${unit}”，请用米（m）或公里（km）`);
  }
  if (match[1] === '-') return problem('距离不能为负');
  // Rounded to a millimetre: 1.005 × 1000 must be 1005, not 1004.9999999999999.
  const metres = Math.round(Number(digits.replaceAll(',', '')) * metresPerUnit * 1000) / 1000;
  if (metres > mostMetres) return problem(`距离最多 ${mostMetres / METRES_PER_KILOMETRE} 公里`);
  return { ok: true, metres };
}
