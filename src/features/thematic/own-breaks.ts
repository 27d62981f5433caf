// 自定义断点: what the user types, to inner breaks in the measure's unit, or the reason why not.
import { FEWEST_CLASSES, MOST_CLASSES } from '../../analysis/classify';
import type { FigureUnit } from '../../domain/figure';

export type ParsedBreaks =
  | { readonly ok: true; readonly breaks: readonly number[] }
  | { readonly ok: false; readonly text: string };

const FEWEST = FEWEST_CLASSES - 1;
const MOST = MOST_CLASSES - 1;

/** Shares are typed in per cent. Blanks, commas of both widths and 、； separate; a % sign may follow. */
export function parseBreaks(typed: string, unit: FigureUnit): ParsedBreaks {
  const words = typed
    .normalize('NFKC')
    .split(/[\s,;、]+/)
    .filter((word) => word !== '');
  const numbers = words.map((word) => Number(word.replace(/%$/, '')));
  const wrong = words.find((_, at) => !Number.isFinite(numbers[at]));
  if (wrong !== undefined) return { ok: false, text: `“${wrong}”不是数字` };
  if (numbers.length < FEWEST || numbers.length > MOST) {
    return { ok: false, text: `要写 ${FEWEST}–${MOST} 个断点，现有 ${numbers.length} 个` };
  }
  if (numbers.some((value, at) => at > 0 && value <= (numbers[at - 1] ?? value))) {
    return { ok: false, text: '断点要从小到大，不重复' };
  }
  if (numbers.some((value) => value <= 0)) return { ok: false, text: '断点要大于 0' };
  if (unit !== 'share') return { ok: true, breaks: numbers };
  if (numbers.some((value) => value >= 100)) return { ok: false, text: '百分比断点要小于 100' };
  // Twelve digits take the binary tail off 7.35 / 100 without touching what was typed.
  return { ok: true, breaks: numbers.map((value) => Number((value / 100).toPrecision(12))) };
}

/** Breaks as the user would type them. */
export function breaksText(breaks: readonly number[], unit: FigureUnit): string {
  const shown = breaks.map((value) =>
    unit === 'share' ? Number((value * 100).toFixed(2)) : Math.round(value),
  );
  return [...new Set(shown)].join('，');
}
