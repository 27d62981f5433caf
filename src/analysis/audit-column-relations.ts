// Columns that are sums, quotients or growths of others. A relation is believed where it holds in most rows (at least 4
// rows, at least 70 % of those that can be judged, figures printed on intervals) and then tested on all: the few rows that
// break it are findings. Sums of up to four columns in any order are tried, and of longer runs of neighbours; large tables
// are screened on rows spread evenly.
import {
  type Interval,
  type PrintedFigure,
  cutOrRounded,
  meets,
  plainUnit,
  quotientOf,
  sumOf,
} from './audit-number';
import type { AuditColumn, AuditTable } from './audit-table';
import { combinations, neighbourRuns } from './audit-column-terms';
import { type TotalGroup, columnSum, totalGroups } from './audit-totals';

export const LEAST_ROWS = 4;
export const LEAST_SHARE = 0.7;
export const SCREENED_ROWS = 300;
/** A candidate that fails this often from the start is given up. */
const HOPELESS_AFTER = 12;
const HOPELESS_SHARE = 0.3;

/** sum: target = terms. ratio: target = terms[0] ÷ terms[1] × scale. growth: (terms[1] ÷ terms[0] − 1) × scale. part: of a total row. */
export interface ColumnRelation {
  readonly kind: 'sum' | 'ratio' | 'growth' | 'part';
  readonly target: AuditColumn;
  readonly terms: readonly AuditColumn[];
  readonly scale: number;
  /** What the relation gives for a row; null where it can not be judged. */
  readonly expected: (row: number) => Interval | null;
  readonly held: number;
  readonly judged: number;
}

type Candidate = Omit<ColumnRelation, 'held' | 'judged'>;

/** A figure read in its own last digit; quotients may be cut off. */
export function statedInterval(
  { kind }: Pick<ColumnRelation, 'kind'>,
  figure: PrintedFigure,
): Interval {
  return kind === 'sum' ? figure : cutOrRounded(figure);
}

/** At most `most` rows, evenly. */
export function spreadRows(rows: readonly number[], most: number): readonly number[] {
  if (rows.length <= most) return rows;
  return Array.from({ length: most }, (_, at) => rows[Math.floor((at * rows.length) / most)] ?? 0);
}

interface Tally {
  readonly held: number;
  readonly judged: number;
  readonly values: ReadonlySet<number>;
  /** Held rows in which the figures are large or fine enough that chance hardly agrees. */
  readonly telling: number;
}

function tallyOf(candidate: Candidate, rows: readonly number[]): Tally {
  let [held, judged, telling] = [0, 0, 0];
  const values = new Set<number>();
  for (const row of rows) {
    const figure = candidate.target.cells[row] ?? null;
    const expected = figure === null ? null : candidate.expected(row);
    if (figure === null || expected === null) continue;
    if (judged >= HOPELESS_AFTER && held < judged * HOPELESS_SHARE) break;
    judged += 1;
    const stated = statedInterval(candidate, figure);
    if (!meets(expected, stated)) continue;
    held += 1;
    values.add(figure.value);
    const width = Math.max(stated.high - stated.low, expected.high - expected.low);
    const size = Math.abs(figure.value);
    if (candidate.kind === 'sum' ? size >= 10 : width <= size * 0.2) telling += 1;
  }
  return { held, judged, values, telling };
}

function isBelieved({ held, judged, values, telling }: Tally): boolean {
  const isSure = held >= LEAST_ROWS && held >= judged * LEAST_SHARE && values.size >= 3;
  return isSure && (telling >= 3 || (held >= 8 && held >= judged * 0.9));
}

/** The believed candidate that holds most often; among equals the first, which has the fewest terms. */
function bestOf(candidates: Iterable<Candidate>, rows: readonly number[]): ColumnRelation | null {
  const screen = spreadRows(rows, SCREENED_ROWS);
  let best: ColumnRelation | null = null;
  for (const candidate of candidates) {
    const few = tallyOf(candidate, screen);
    if (!isBelieved(few)) continue;
    const tally = screen.length === rows.length ? few : tallyOf(candidate, rows);
    if (!isBelieved(tally)) continue;
    const share = tally.held / tally.judged;
    if (best === null || share > best.held / best.judged) {
      best = { ...candidate, held: tally.held, judged: tally.judged };
    }
  }
  return best;
}

function isSameUnit(a: AuditColumn, b: AuditColumn): boolean {
  return a.unit === b.unit || a.unit === '' || b.unit === '';
}

function sumCandidate(target: AuditColumn, terms: readonly AuditColumn[]): Candidate {
  const expected = (row: number): Interval | null => {
    const cells = terms.flatMap((term) => term.cells[row] ?? []);
    // A sum of which only one part is not nought proves nothing.
    const isPlain = cells.filter(({ value }) => value !== 0).length < 2 && terms.length > 1;
    return cells.length < terms.length ||
      (isPlain && target.cells[row]?.value === sumOf(cells).value)
      ? null
      : sumOf(cells);
  };
  return { kind: 'sum', target, terms, scale: 1, expected };
}

function* sumCandidates(
  target: AuditColumn,
  amounts: readonly AuditColumn[],
): Generator<Candidate> {
  const others = amounts.filter((each) => each !== target && isSameUnit(each, target));
  for (const terms of combinations(others)) yield sumCandidate(target, terms);
  for (const terms of neighbourRuns(target, others)) yield sumCandidate(target, terms);
}

function scalesOf({ kind, unit }: AuditColumn): readonly number[] {
  if (kind === 'share' || kind === 'rate') return unit === '‰' ? [1000, 100, 1] : [100, 1000, 1];
  return [1];
}

function ratioCandidate(
  target: AuditColumn,
  a: AuditColumn,
  b: AuditColumn,
  scale: number,
): Candidate {
  const factor =
    (scale * plainUnit(a.unit).factor) / plainUnit(b.unit).factor / plainUnit(target.unit).factor;
  const expected = (row: number): Interval | null => {
    const [numerator, denominator] = [a.cells[row] ?? null, b.cells[row] ?? null];
    return numerator === null || denominator === null
      ? null
      : quotientOf(numerator, denominator, factor);
  };
  return { kind: 'ratio', target, terms: [a, b], scale, expected };
}

function growthCandidate(
  target: AuditColumn,
  before: AuditColumn,
  after: AuditColumn,
  scale: number,
): Candidate {
  const expected = (row: number): Interval | null => {
    const [a, b] = [before.cells[row] ?? null, after.cells[row] ?? null];
    const ratio = a === null || b === null ? null : quotientOf(b, a, scale);
    if (ratio === null) return null;
    return { value: ratio.value - scale, low: ratio.low - scale, high: ratio.high - scale };
  };
  return { kind: 'growth', target, terms: [before, after], scale, expected };
}

function partCandidate(
  audited: AuditTable,
  target: AuditColumn,
  of: AuditColumn,
  group: TotalGroup,
  scale: number,
): Candidate {
  const printed = of.cells[group.totalRow] ?? columnSum(audited, of, group.members)?.sum ?? null;
  const expected = (row: number): Interval | null => {
    const part = of.cells[row] ?? null;
    return part === null || printed === null ? null : quotientOf(part, printed, scale);
  };
  return { kind: 'part', target, terms: [of], scale, expected };
}

function* quotientCandidates(audited: AuditTable, target: AuditColumn): Generator<Candidate> {
  const numbers = audited.columns.filter((each) => each.kind !== 'label' && each !== target);
  const amounts = numbers.filter(({ kind }) => kind === 'amount');
  const groups = totalGroups(audited);
  for (const scale of scalesOf(target)) {
    if (target.kind === 'rate') {
      for (const a of amounts)
        for (const b of amounts) if (a !== b) yield growthCandidate(target, a, b, scale);
      continue;
    }
    for (const a of amounts)
      for (const b of amounts) if (a !== b) yield ratioCandidate(target, a, b, scale);
    const [group] = groups;
    if (target.kind === 'share' && group !== undefined) {
      for (const of of amounts) yield partCandidate(audited, target, of, group, scale);
    }
  }
}

/** At most one relation a column: a sum for amounts, a quotient for the others. */
export function columnRelations(audited: AuditTable): readonly ColumnRelation[] {
  const amounts = audited.columns.filter(({ kind }) => kind === 'amount');
  return audited.columns.flatMap((target) => {
    if (target.kind === 'label') return [];
    const candidates =
      target.kind === 'amount'
        ? sumCandidates(target, amounts)
        : quotientCandidates(audited, target);
    const found = bestOf(candidates, audited.bodyRows);
    return found === null ? [] : [found];
  });
}
