// One thing with two values: figures of one key (measure, units, scope, year) whose intervals do not meet. The value that
// most places give, tables before text, stands against each other value; one finding a pair of values, all places told.
import type { AuditFinding, AuditKind } from '../domain/audit-finding';
import { CLAIM_AREA, type NamedFigure } from './audit-figures';
import { figureText, meets } from './audit-number';
import { MEND_TEXT, differenceText, finding } from './audit-finding-text';

interface ValueGroup {
  readonly figures: NamedFigure[];
}

function keyOf({ measure, area, scope, year, unit }: NamedFigure): string {
  return [measure, area, scope, year ?? '', /[%‰]/.test(unit) ? unit : ''].join('|');
}

/** Figures that meet all of a group belong to it; the narrowest first, so that vague ones join exact ones. */
function valueGroups(figures: readonly NamedFigure[]): ValueGroup[] {
  const groups: ValueGroup[] = [];
  const widths = figures.map(({ figure }) => figure.high - figure.low);
  const order = figures
    .map((_, at) => at)
    .toSorted((a, b) => (widths[a] ?? 0) - (widths[b] ?? 0) || a - b);
  for (const at of order) {
    const each = figures[at];
    if (each === undefined) continue;
    const home = groups.find((group) =>
      group.figures.every((other) => meets(other.figure, each.figure)),
    );
    if (home === undefined) groups.push({ figures: [each] });
    else home.figures.push(each);
  }
  return groups;
}

function isTable({ place }: NamedFigure): boolean {
  return place.table !== undefined;
}

function weight({ figures }: ValueGroup): number {
  return figures.filter(isTable).length * 100 + figures.length;
}

function kindOf(a: NamedFigure, b: NamedFigure): AuditKind {
  if (isTable(a) && isTable(b)) return 'table-table';
  return isTable(a) || isTable(b) ? 'text-table' : 'text-text';
}

function sideWords({ words, printed, place }: NamedFigure): string {
  return place.table === undefined
    ? `${words}（${printed.length > 40 ? `${printed.slice(0, 38)}……` : printed}）`
    : words;
}

function pairFinding(
  odd: ValueGroup,
  usual: ValueGroup,
  others: readonly ValueGroup[],
): AuditFinding | null {
  const firstOf = ({ figures }: ValueGroup): NamedFigure | undefined =>
    figures.find(isTable) ?? figures[0];
  const [a, b] = [firstOf(odd), firstOf(usual)];
  if (a === undefined || b === undefined) return null;
  // A target whose base and aim are of one year is told as that.
  const places = new Set(
    [...odd.figures, ...usual.figures].map(({ place }) => place.text ?? place),
  );
  if (places.size < 2) return null;
  if (a.area.startsWith(CLAIM_AREA) && a.place.chapter === b.place.chapter) return null;
  const year = a.year === null ? '' : `${a.year}年`;
  const rest = others
    .filter((group) => group !== odd && group !== usual)
    .flatMap((group) => firstOf(group) ?? [])
    .map((each) => `${sideWords(each)}又作${figureText(each.figure.value)}${each.unit}`);
  const [first, second] = [figureText(a.figure.value), figureText(b.figure.value)];
  return finding({
    kind: kindOf(a, b),
    severity: 'error',
    where: a.place,
    against: [
      ...odd.figures,
      ...usual.figures,
      ...others.filter((g) => g !== odd && g !== usual).flatMap((g) => g.figures),
    ]
      .filter((each) => each !== a)
      .map(({ place }) => place),
    stated: a.figure.value,
    computed: b.figure.value,
    unit: a.unit,
    arithmetic: `${first}－${second}：${differenceText(Number((a.figure.value - b.figure.value).toPrecision(12)), a.unit)}`,
    cause: '两处的统计口径或时点可能不同而未写明，或其中一处没有随另一处更新。',
    text:
      `同一数字两处不一：${sideWords(a)}为${first}${a.unit}，${sideWords(b)}为${second}${b.unit}` +
      `${year === '' ? '' : `（同为${year}）`}${rest.length === 0 ? '' : `；${rest.join('；')}`}。`,
    mend: MEND_TEXT,
    canUseComputed: a.place.table !== undefined,
  });
}

export function twoValueFindings(figures: readonly NamedFigure[]): readonly AuditFinding[] {
  const byKey = new Map<string, NamedFigure[]>();
  for (const each of figures) {
    const key = keyOf(each);
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [each]);
    else list.push(each);
  }
  return [...byKey.values()].flatMap((alike) => {
    const groups = valueGroups(alike);
    const [first, ...more] = groups;
    if (first === undefined || more.length === 0) return [];
    const usual = more.reduce((best, each) => (weight(each) > weight(best) ? each : best), first);
    return groups.flatMap((odd) => (odd === usual ? [] : (pairFinding(odd, usual, groups) ?? [])));
  });
}
