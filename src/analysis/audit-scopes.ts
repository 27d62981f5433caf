// A figure with a restriction against the same figure without: of things that are counted, the restricted part cannot exceed
// the whole of the same units and year.
import type { AuditFinding } from '../domain/audit-finding';
import type { NamedFigure } from './audit-figures';
import { MEND_TEXT, finding } from './audit-finding-text';
import { figureText, isAbove } from './audit-number';

const COUNTED = /^(人|户|个|名|家|处|座|所|村|亩|公里|元)$/;
/** Words that make it another count, not a part. */
const OTHER =
  /人次|户次|累计|标准|口径|计划|规划|目标|户籍|期间|时期|总|以来|不变价|上级|全省|全国/;

export function scopeFindings(figures: readonly NamedFigure[]): readonly AuditFinding[] {
  const wholes = new Map<string, NamedFigure>();
  const keyOf = ({ measure, area, year, unit }: NamedFigure): string =>
    `${measure}|${area}|${year ?? ''}|${unit}`;
  for (const each of figures) {
    // What is per head or per household does not add up.
    if (each.scope !== '' || each.year === null || /[pP]er[A-Z]/.test(each.measure)) continue;
    const known = wholes.get(keyOf(each));
    // The largest whole that any place gives: what exceeds it exceeds all.
    if (known === undefined || each.figure.high > known.figure.high) wholes.set(keyOf(each), each);
  }
  return figures.flatMap((part) => {
    const whole = wholes.get(keyOf(part));
    if (part.scope === '' || whole === undefined || OTHER.test(part.scope)) return [];
    if (!COUNTED.test(part.unit) || !isAbove(part.figure, whole.figure)) return [];
    const [a, b] = [part, whole].map(({ figure, unit }) => `${figureText(figure.value)}${unit}`);
    return finding({
      kind: 'part-over-whole',
      severity: 'warning',
      where: part.place,
      against: [whole.place],
      stated: part.figure.value,
      computed: whole.figure.value,
      unit: part.unit,
      arithmetic: `${a}＞${b}`,
      cause: '部分大于全体：两处口径不同而未写明，或其中一处有误。',
      text: `${part.words}（“${part.printed}”）为${a}，而${whole.words}${whole.year}年总共才${b}。`,
      mend: MEND_TEXT,
      canUseComputed: false,
      mark: 'scope',
    });
  });
}
