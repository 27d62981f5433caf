// Years that contradict: a target not after its base, a target before the plan begins or just after it ends, and one and the
// same figure (the digits tell: four at least that are not round) given for two years.
import type { AuditFinding } from '../domain/audit-finding';
import { type NamedFigure, mainDocument } from './audit-figures';
import { finding } from './audit-finding-text';
import type { AuditInput } from './audit-input';
import { figureText } from './audit-number';

function targetYearFindings(input: AuditInput): AuditFinding[] {
  const [first, last] = input.years;
  const main = mainDocument(input);
  return input.targets.flatMap(({ id, documentId, chapter, name, year, base, printed }) => {
    const common = {
      kind: 'year' as const,
      where: { text: id, chapter },
      against: [],
      unit: '年',
      mend: '请核对年份，并统一基期、目标年和规划期。',
      canUseComputed: false,
    };
    const found: AuditFinding[] = [];
    if (base !== null && base.year >= year) {
      found.push(
        finding({
          ...common,
          severity: 'error',
          stated: year,
          computed: base.year,
          arithmetic: `基期${base.year}年，目标${year}年`,
          cause: '基期与目标年写颠倒，或其中之一写错。',
          text: `指标“${name}”的目标年${year}年不晚于基期${base.year}年。`,
          mark: 'base',
        }),
      );
    }
    // A long-range goal names its year (到2035年).
    const isOutside = year < first || (year > last && !printed.includes(String(year)));
    if (documentId === main && isOutside) {
      found.push(
        finding({
          ...common,
          severity: 'warning',
          stated: year,
          computed: `${first}—${last}`,
          arithmetic: `规划期${first}—${last}年，目标${year}年`,
          cause: '年份写错，或引自另一时期的文件。',
          text: `指标“${name}”的目标年${year}年在规划期${first}—${last}年之外（“${printed}”）。`,
          mark: 'period',
        }),
      );
    }
    return found;
  });
}

/** Significant digits without the zeros at the end. */
function isTelling(value: number): boolean {
  return String(Math.abs(value)).replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length >= 4;
}

/** Of one set of figures one finding, whatever the number of figures and places. */
function pairKey(a: NamedFigure, b: NamedFigure): string {
  return [a.area, ...[a.year ?? 0, b.year ?? 0].toSorted((x, y) => x - y)].join('|');
}

function isSameThing(a: NamedFigure, b: NamedFigure): boolean {
  return (
    a.measure === b.measure &&
    a.area === b.area &&
    a.scope === b.scope &&
    a.unit === b.unit &&
    a.figure.value === b.figure.value
  );
}

function sameFigureFindings(figures: readonly NamedFigure[]): AuditFinding[] {
  const byValue = new Map<string, NamedFigure[]>();
  for (const each of figures) {
    if (each.year === null || /指标“/.test(each.words) || !isTelling(each.figure.value)) continue;
    const key = `${each.measure}|${each.area}|${each.figure.value}`;
    const list = byValue.get(key);
    if (list === undefined) byValue.set(key, [each]);
    else list.push(each);
  }
  const pairs = new Map<string, { a: NamedFigure; b: NamedFigure; values: string[] }>();
  for (const alike of byValue.values()) {
    alike.forEach((a, at) => {
      for (const b of alike.slice(at + 1)) {
        if (a.year === b.year || !isSameThing(a, b)) continue;
        const key = pairKey(a, b);
        const value = `${figureText(a.figure.value)}${a.unit}`;
        const known = pairs.get(key);
        if (known === undefined) pairs.set(key, { a, b, values: [value] });
        else if (!known.values.includes(value)) known.values.push(value);
      }
    });
  }
  return [...pairs.values()].map(({ a, b, values }) => {
    const [text, other] = a.place.table === undefined ? [a, b] : [b, a];
    return finding({
      kind: 'year',
      severity: 'warning',
      where: text.place,
      against: [other.place],
      stated: text.year,
      computed: other.year,
      unit: '年',
      arithmetic: `${values.join('、')}：一处作${text.year}年，一处作${other.year}年`,
      cause: '同一套数字用了两个时点，其中一处年份写错。',
      text: `同一数字${values.join('、')}，${other.words}作${other.year}年，${text.words}却作${text.year}年（“${text.printed}”）。`,
      mend: '请核对数据的时点，统一年份。',
      canUseComputed: false,
      mark: String(other.year ?? ''),
    });
  });
}

/** What the text gives for a year after the plan's last without naming that year. */
function statementYearFindings(input: AuditInput): AuditFinding[] {
  const [first, last] = input.years;
  const main = mainDocument(input);
  return input.statements.flatMap(({ id, documentId, chapter, subject, year, printed }) => {
    const isLate = documentId === main && year !== null && year > last;
    if (!isLate || printed.includes(String(year))) return [];
    return finding({
      kind: 'year',
      severity: 'warning',
      where: { text: id, chapter },
      against: [],
      stated: year,
      computed: `${first}—${last}`,
      unit: '年',
      arithmetic: `规划期${first}—${last}年，文中${year}年`,
      cause: '年份写错，或引自另一时期的文件。',
      text: `${chapter}“${subject}”的年份${year}年在规划期${first}—${last}年之后（“${printed}”）。`,
      mend: '请核对年份。',
      canUseComputed: false,
      mark: 'period',
    });
  });
}

export function yearFindings(
  input: AuditInput,
  figures: readonly NamedFigure[],
): readonly AuditFinding[] {
  return [
    ...targetYearFindings(input),
    ...statementYearFindings(input),
    ...sameFigureFindings(figures),
  ];
}
