// What is counted against the unit it is counted in: persons in 户, households in 人. 个 for persons is loose wording only.
import type { AuditFinding } from '../domain/audit-finding';
import type { NamedFigure } from './audit-figures';
import { finding } from './audit-finding-text';
import { figureText } from './audit-number';

type Counted = 'persons' | 'households';

const PERSONS = /Persons(?!.*(Share|Rate))|^population$|^ruralPopulation$|Population$/;
const HOUSEHOLDS = /Households(?!.*(Share|Rate))|^households$/;
const WORDS: Readonly<Record<Counted, string>> = { persons: '人', households: '户' };
const PLAIN: Readonly<Record<Counted, RegExp>> = {
  persons: /^(人|口|人次|名|人口|口人|人\/年|人次\/年)$/,
  households: /^(户|户次|户\/年)$/,
};

function countedBy(measure: string): Counted | null {
  if (/Per[A-Z]/.test(measure)) return null;
  if (PERSONS.test(measure)) return 'persons';
  return HOUSEHOLDS.test(measure) ? 'households' : null;
}

export function unitFindings(figures: readonly NamedFigure[]): readonly AuditFinding[] {
  const told = new Set<string>();
  return figures.flatMap(({ place, words, measure, unit, figure, printed }) => {
    const counted = countedBy(measure);
    if (counted === null || unit === '' || PLAIN[counted].test(unit) || /[%‰元]/.test(unit))
      return [];
    const key =
      place.table === undefined ? (place.text ?? '') : `${place.table}/${place.column ?? ''}`;
    if (told.has(key)) return [];
    told.add(key);
    const isColumn = place.table !== undefined;
    const where = isColumn ? { ...place, row: undefined } : place;
    const { row: _, ...column } = where;
    return finding({
      kind: 'unit-slip',
      severity: unit === '个' || unit === '名' ? 'note' : 'warning',
      where: isColumn ? column : place,
      against: [],
      stated: unit,
      computed: WORDS[counted],
      unit: '',
      arithmetic: `${words}：${figureText(figure.value)}${unit}`,
      cause: '计量单位写错，或把户与人写混。',
      text: isColumn
        ? `${words.replace(/「[^」]*」行/, '')}列以“${unit}”计，所列的是${counted === 'persons' ? '人数' : '户数'}，单位应为“${WORDS[counted]}”。`
        : `${words}写作“${printed}”，${counted === 'persons' ? '人数' : '户数'}却以“${unit}”计，单位应为“${WORDS[counted]}”。`,
      mend: `请核对是${counted === 'persons' ? '人数' : '户数'}还是其他，改正单位。`,
      canUseComputed: false,
    });
  });
}
