// Class ranges as text. A class holds its lower break up to, not including, the next; the last one its largest value too.
// Counts are whole numbers, so their ranges are written without overlap: 14–251, 252–417.
import type { Classification } from '../../analysis/classify';
import type { FigureUnit } from '../../domain/figure';
import { valueText } from './thematic-words';

/**
 * One text a class. Empty when there is no value at all.
 * Where an own break lies outside the values, the open end is written “＜b” or “≥b”.
 */
export function classTexts(
  { breaks, range, counts }: Classification,
  unit: FigureUnit,
): readonly string[] {
  if (range === null) return [];
  const [least, largest] = range;
  const among = [least, ...breaks, largest];
  const text = (value: number): string => valueText(value, unit, among);
  const sign = unit === 'share' ? '%' : '';
  return counts.map((_, at) => {
    const low = breaks[at - 1] ?? least;
    const high = breaks[at];
    if (high === undefined) {
      if (low > largest) return `≥ ${text(low)}${sign}`;
      return text(low) === text(largest)
        ? `${text(low)}${sign}`
        : `${text(low)}–${text(largest)}${sign}`;
    }
    if (at === 0 && high <= least) return `＜ ${text(high)}${sign}`;
    if (unit === 'share') return `${text(low)}–${text(high)}%`;
    const first = Math.ceil(low);
    const last = Math.ceil(high) - 1;
    return last <= first ? text(first) : `${text(first)}–${text(last)}`;
  });
}
