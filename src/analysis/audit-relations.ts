// Sums, shares, growths and orders that the document itself states, computed anew from its own figures.
import type { AuditFinding, AuditKind } from '../domain/audit-finding';
import type { Relation } from '../domain/statement';
import {
  type Interval,
  type PrintedFigure,
  figureText,
  isAbove,
  meets,
  quotientOf,
  rounded,
  sumOf,
} from './audit-number';
import { MEND_TEXT, differenceText, finding, sumText } from './audit-finding-text';
import type { ReferredFigure, Resolver } from './audit-references';

interface Mismatch {
  readonly kind: AuditKind;
  readonly at: ReferredFigure;
  readonly against: readonly ReferredFigure[];
  readonly computed: number;
  readonly arithmetic: string;
  readonly text: string;
  readonly cause: string;
  /** Only very likely wrong. */
  readonly isDoubt?: boolean;
}

/**
 * Figures that one sum sets side by side, read as printed to one place: the finest of the parts, where a part is coarser by
 * one place only (4万 beside 1.3万). Coarser ones are plainly rounded and keep their own half unit.
 */
function alikeRounded(figures: readonly Interval[], finest: number): Interval[] {
  return figures.map((figure) => {
    const width = figure.high - figure.low;
    const half = Math.min(width, Math.max(finest, width / 10)) / 2;
    return { value: figure.value, low: figure.value - half, high: figure.value + half };
  });
}

/** Whether a sum holds only if the roundings of its figures lie as far off as they can. */
function leansOnRounding(total: Interval, parts: readonly Interval[]): boolean {
  const widths = [total, ...parts].map(({ low, high }) => high - low);
  const finest = Math.min(...widths.slice(1).filter((width) => width > 0));
  if (!Number.isFinite(finest) || widths.some((width) => !Number.isFinite(width))) return false;
  const [whole, ...alike] = alikeRounded([total, ...parts], finest);
  return whole !== undefined && !meets(sumOf(alike), whole);
}

function all(resolve: Resolver, references: readonly string[]): readonly ReferredFigure[] | null {
  const found = references.flatMap((reference) => resolve(reference) ?? []);
  return found.length === references.length ? found : null;
}

function shown({ figure, unit }: ReferredFigure): string {
  return unit === '年' ? `${figure.value}年` : `${figureText(figure.value)}${unit}`;
}

/** Computed shares and rates may have been cut off at the last digit instead of rounded. */
function cut(figure: Interval): Interval {
  const step = (figure as Partial<PrintedFigure>).step ?? 0;
  return { ...figure, high: Math.max(figure.high, figure.value + step) };
}

function sumMismatch(
  relation: Extract<Relation, { kind: 'sum' }>,
  resolve: Resolver,
): Mismatch | null {
  const [total, parts] = [resolve(relation.total), all(resolve, relation.parts)];
  if (total === null || parts === null) return null;
  const sum = sumOf(parts.map(({ figure }) => figure));
  const isRounded = meets(sum, total.figure);
  const figures = parts.map(({ figure }) => figure);
  if (isRounded && !leansOnRounding(total.figure, figures)) return null;
  const gap = Number((total.figure.value - sum.value).toPrecision(12));
  const terms = sumText(parts.map(({ figure }) => figure.value));
  return {
    kind: 'relation',
    at: total,
    against: parts,
    computed: rounded(sum.value),
    arithmetic: `${terms}＝${figureText(sum.value)}；文中${shown(total)}，${differenceText(gap, total.unit)}`,
    text: `${total.words}为${shown(total)}，各分项相加（${terms}）为${figureText(sum.value)}${total.unit}，总数${differenceText(gap, total.unit)}。`,
    cause: isRounded
      ? '即使各数都经过取整，也要同向取整到极限才能相符，很可能有一项不对。'
      : '分项不全、重复，或总数与分项不是同一时点、同一口径。',
    isDoubt: isRounded,
  };
}

function ratioScale(unit: string): number {
  return unit === '‰' ? 1000 : /[%％]|百分点/.test(unit) ? 100 : 1;
}

function ratioMismatch(
  relation: Extract<Relation, { kind: 'ratio' }>,
  resolve: Resolver,
): Mismatch | null {
  const [ratio, a, b] = [relation.ratio, relation.numerator, relation.denominator].map(resolve);
  if (!ratio || !a || !b) return null;
  const computed = quotientOf(a.figure, b.figure, ratioScale(ratio.unit));
  if (computed === null || meets(cut(ratio.figure), computed)) return null;
  const result = rounded(computed.value, 2);
  return {
    kind: 'relation',
    at: ratio,
    against: [a, b],
    computed: result,
    arithmetic: `${shown(a)}÷${shown(b)}＝${figureText(result)}${ratio.unit}；文中${shown(ratio)}`,
    text: `${ratio.words}为${shown(ratio)}，按${a.words}${shown(a)}与${b.words}${shown(b)}计算应为${figureText(result)}${ratio.unit}。`,
    cause:
      slipWords(ratio.figure.value, computed.value) ||
      '分子、分母可能取自不同时点或口径，或比率没有随数字更新。',
  };
}

function slipWords(stated: number, computed: number): string {
  const times = stated / computed;
  const slip = [10, 100, 1000, 0.1, 0.01, 0.001].find(
    (factor) => Math.abs(times / factor - 1) < 0.05,
  );
  return slip === undefined
    ? ''
    : `两者约差${figureText(slip > 1 ? slip : 1 / slip)}倍，像是单位（%、‰、万）或小数点写错。`;
}

function growthMismatch(
  relation: Extract<Relation, { kind: 'growth' }>,
  resolve: Resolver,
): Mismatch | null {
  const [rate, base, end] = [relation.rate, relation.base, relation.end].map(resolve);
  if (!rate || !base || !end) return null;
  const ratio = quotientOf(end.figure, base.figure, 1);
  if (ratio === null || ratio.low <= 0) return null;
  const yearly = (times: number): number => (times ** (1 / relation.years) - 1) * 100;
  const computed = { value: yearly(ratio.value), low: yearly(ratio.low), high: yearly(ratio.high) };
  if (meets(cut(rate.figure), computed)) return null;
  const result = rounded(computed.value, 2);
  const span = relation.years === 1 ? '' : `，${figureText(relation.years)}年`;
  return {
    kind: 'relation',
    at: rate,
    against: [base, end],
    computed: result,
    arithmetic: `（${figureText(end.figure.value)}÷${figureText(base.figure.value)}）^(1/${figureText(relation.years)})－1＝${figureText(result)}%；文中${shown(rate)}`,
    text: `${rate.words}为${shown(rate)}，由${shown(base)}到${shown(end)}${span}，每年应为${figureText(result)}%。`,
    cause: '基数、年数或增速之一有误，或增速按可比价计算而未说明。',
  };
}

function pairMismatch(
  kind: AuditKind,
  at: ReferredFigure,
  against: ReferredFigure,
  how: string,
  cause: string,
): Mismatch {
  return {
    kind,
    at,
    against: [against],
    computed: against.figure.value,
    arithmetic: `${shown(at)}，${shown(against)}`,
    text: `${at.words}为${shown(at)}，${against.words}为${shown(against)}，${how}。`,
    cause,
  };
}

function equalMismatches(
  relation: Extract<Relation, { kind: 'equal' }>,
  resolve: Resolver,
): Mismatch[] {
  const figures = relation.figures.flatMap((reference) => resolve(reference) ?? []);
  const first = figures.find(({ place }) => place.table !== undefined) ?? figures[0];
  if (first === undefined) return [];
  return figures.flatMap((each) => {
    if (each === first || meets(each.figure, first.figure)) return [];
    const tables = [each, first].filter(({ place }) => place.table !== undefined).length;
    const kind = tables === 2 ? 'table-table' : tables === 1 ? 'text-table' : 'text-text';
    const cause = '两处的统计口径或时点可能不同而未写明，或其中一处没有更新。';
    return [pairMismatch(kind, each, first, '同一件事两个数字', cause)];
  });
}

function mismatchesOf(relation: Relation, resolve: Resolver): readonly Mismatch[] {
  switch (relation.kind) {
    case 'sum':
      return [sumMismatch(relation, resolve)].filter((each) => each !== null);
    case 'ratio':
      return [ratioMismatch(relation, resolve)].filter((each) => each !== null);
    case 'growth':
      return [growthMismatch(relation, resolve)].filter((each) => each !== null);
    case 'equal':
      return equalMismatches(relation, resolve);
    case 'atMost': {
      const [lesser, greater] = [resolve(relation.lesser), resolve(relation.greater)];
      if (lesser === null || greater === null || !isAbove(lesser.figure, greater.figure)) return [];
      if (lesser.unit === '年') {
        return [
          pairMismatch('year', lesser, greater, '前者不应晚于后者', '两处时限不一，其中一处写错。'),
        ];
      }
      const cause = '部分大于全体：两处口径、时点不同，或其中一处有误。';
      return [pairMismatch('part-over-whole', lesser, greater, '前者不可能大于后者', cause)];
    }
  }
}

export function relationFindings(
  relations: readonly Relation[],
  resolve: Resolver,
): readonly AuditFinding[] {
  return relations.flatMap((relation) =>
    mismatchesOf(relation, resolve).map(
      ({ kind, at, against, computed, arithmetic, text, cause, isDoubt = false }) =>
        finding({
          kind,
          severity: isDoubt ? 'warning' : 'error',
          where: at.place,
          against: against.map(({ place }) => place),
          stated: at.figure.value,
          computed,
          unit: at.unit,
          arithmetic,
          cause,
          text,
          mend: MEND_TEXT,
          canUseComputed: at.place.row !== undefined,
          mark: relation.id,
        }),
    ),
  );
}
