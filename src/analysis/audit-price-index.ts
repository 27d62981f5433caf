// 不变价: a figure “at constant prices of year A” and the same figure in a later year B imply a price index from A to B. A
// document can have one index only for a pair of years; where its figures imply several, those outside the largest group
// that agrees are findings.
import type { AuditFinding } from '../domain/audit-finding';
import type { Statement } from '../domain/statement';
import { statementPlace } from './audit-figures';
import { MEND_TEXT, finding } from './audit-finding-text';
import {
  type Interval,
  type PrintedFigure,
  figureText,
  meets,
  quotientOf,
  rounded,
  statedFigure,
} from './audit-number';

interface Price {
  readonly statement: Statement;
  readonly year: number;
  readonly figure: PrintedFigure;
}

interface ImpliedIndex {
  readonly base: Price;
  readonly end: Price;
  readonly index: Interval;
}

function priceOf(statement: Statement): Price[] {
  const { value, year } = statement;
  if (value === null || year === null) return [];
  return [{ statement, year, figure: statedFigure({ ...statement, value }) }];
}

function isConstant({ statement }: Price): boolean {
  return /不变价/.test(statement.printed);
}

function seriesOf({ statement }: Price): string {
  const { documentId, measure, areaCodes, scope, unit } = statement;
  return [documentId, measure, areaCodes?.join('+') ?? 'none', scope, unit].join('|');
}

function impliedIndices(prices: readonly Price[]): ImpliedIndex[] {
  const current = prices.filter((each) => !isConstant(each));
  return prices.filter(isConstant).flatMap((base) =>
    current
      .filter((end) => end.year > base.year && seriesOf(end) === seriesOf(base))
      .flatMap((end) => {
        const index = quotientOf(end.figure, base.figure, 1);
        return index === null ? [] : [{ base, end, index }];
      }),
  );
}

/** The largest set in which every index meets every other; of equal ones the first. */
function largestAgreement(indices: readonly ImpliedIndex[]): readonly ImpliedIndex[] {
  const sets: ImpliedIndex[][] = [];
  for (const each of indices) {
    const home = sets.find((set) => set.every(({ index }) => meets(index, each.index)));
    if (home === undefined) sets.push([each]);
    else home.push(each);
  }
  return sets.reduce<ImpliedIndex[]>((best, set) => (set.length > best.length ? set : best), []);
}

function quotientText({ base, end, index }: ImpliedIndex): string {
  const [numerator, denominator] = [figureText(end.figure.value), figureText(base.figure.value)];
  return `${numerator}÷${denominator}＝${figureText(rounded(index.value))}`;
}

function oddFinding(odd: ImpliedIndex, usual: readonly ImpliedIndex[]): AuditFinding[] {
  const [first] = usual;
  if (first === undefined) return [];
  const { base, end } = odd;
  const { subject, unit } = end.statement;
  const computed = rounded(base.figure.value * first.index.value, 0);
  const others = usual.map(({ end: other }) => `“${other.statement.subject}”`).join('、');
  const [from, to] = [`${base.year}年`, `${end.year}年`];
  return [
    finding({
      kind: 'relation',
      severity: 'warning',
      where: statementPlace(end.statement),
      against: [base, ...usual.flatMap((each) => [each.base, each.end])].map(({ statement }) =>
        statementPlace(statement),
      ),
      stated: end.figure.value,
      computed,
      unit,
      arithmetic: [odd, ...usual].map(quotientText).join('；'),
      cause: '各处所用的物价指数不同，或其中一个数取自别的年份。',
      text:
        `${subject}按${from}不变价为${figureText(base.figure.value)}${unit}，${to}为${figureText(end.figure.value)}${unit}，` +
        `折算${figureText(rounded(odd.index.value))}倍；${others}同为${from}不变价，折算${figureText(rounded(first.index.value))}倍，` +
        `按此应为${figureText(computed)}${unit}。`,
      mend: MEND_TEXT,
      canUseComputed: false,
      mark: 'index',
    }),
  ];
}

/** Figures at constant prices whose later values do not share one price index. */
export function priceIndexFindings(statements: readonly Statement[]): readonly AuditFinding[] {
  const bySpan = new Map<string, ImpliedIndex[]>();
  for (const each of impliedIndices(statements.flatMap(priceOf))) {
    const { base, end } = each;
    const span = [base.statement.documentId, base.year, end.year].join('|');
    bySpan.set(span, [...(bySpan.get(span) ?? []), each]);
  }
  return [...bySpan.values()].flatMap((indices) => {
    const usual = largestAgreement(indices);
    return indices.filter((each) => !usual.includes(each)).flatMap((odd) => oddFinding(odd, usual));
  });
}
