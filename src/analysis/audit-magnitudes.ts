// Figures ten, a hundred or a thousand times too large or small. Units of one table differ in size by far more than that, so
// a figure is judged by what goes with it: where two columns keep a steady ratio (persons to households), a row whose ratio is
// off by just such a factor, all others keeping theirs, has a zero too many or too few in one of the two; which of them, the
// other columns, the total row and the size of the rest of the column say; where they hardly do, the finding names both. Where nothing goes with a column, only a figure far above all others that a shift
// brings well among them is told, and never one that its total row confirms.
import type { AuditFinding } from '../domain/audit-finding';
import { MEND_TEXT, finding } from './audit-finding-text';
import { medianOf } from './audit-median';
import { figureText, meets, rounded } from './audit-number';
import { type AuditColumn, type AuditTable, cellPlace, rowWords } from './audit-table';
import {
  type ColumnRelation,
  SCREENED_ROWS,
  spreadRows,
  statedInterval,
} from './audit-column-relations';
import { type TotalGroup, columnSum, totalGroups } from './audit-totals';

const LEAST_ROWS = 6;
/** Decades: half of the rows keep their ratio within this, and all others within the second. */
const STEADY = 0.12;
const OTHERS_WITHIN = 0.5;
/** Decades that a factor of ten may miss by. */
const NEAR_FACTOR = 0.25;
/** A column alone: its other figures span at most this factor, the odd one is this far above them. */
const LONE_SPAN = 8;
const LONE_ABOVE = 4;
const MOST_COLUMNS = 20;

/** Without its slip a figure is at most this many times outside the span of the others. */
const MENDED_WITHIN = 2;
/** A count of one digit is often ten times another by chance. */
const FEW = 10;
/** Decades by which one figure must be farther from its column's middle than the other to be the one at fault. */
const CLEARLY_FARTHER = 0.5;

/** What is said of an odd figure beside its size. */
interface Reason {
  readonly arithmetic: string;
  readonly cause: string;
  /** The figure beside it that may be the wrong one instead. */
  readonly rival?: Suspect | null;
}

interface Oddity {
  readonly row: number;
  /** Decades by which the first column is too large. */
  readonly decades: number;
}

function ratios(
  a: AuditColumn,
  b: AuditColumn,
  rows: readonly number[],
): { row: number; log: number }[] {
  return rows.flatMap((row) => {
    const [x, y] = [a.cells[row]?.value ?? 0, b.cells[row]?.value ?? 0];
    return x > 0 && y > 0 ? [{ row, log: Math.log10(x / y) }] : [];
  });
}

interface SteadyPair {
  readonly columns: readonly [AuditColumn, AuditColumn];
  /** Decimal logarithm of the first to the second. */
  readonly usual: number;
  readonly odd: readonly Oddity[];
}

/** null where the two columns keep no steady ratio. */
function steadyPair(a: AuditColumn, b: AuditColumn, rows: readonly number[]): SteadyPair | null {
  const some = ratios(a, b, spreadRows(rows, SCREENED_ROWS));
  if (some.length < LEAST_ROWS) return null;
  const usual = medianOf(some.map(({ log }) => log));
  if (medianOf(some.map(({ log }) => Math.abs(log - usual))) > STEADY) return null;
  const logs = rows.length > SCREENED_ROWS ? ratios(a, b, rows) : some;
  const apart = logs.map(({ row, log }) => ({ row, off: log - usual }));
  const far = apart.filter(({ off }) => Math.abs(off) > OTHERS_WITHIN);
  if (far.length > Math.max(1, logs.length * 0.05)) return null;
  const odd = far.flatMap(({ row, off }) => {
    const decades = Math.round(off);
    return decades !== 0 && Math.abs(off - decades) <= NEAR_FACTOR ? [{ row, decades }] : [];
  });
  return { columns: [a, b], usual, odd };
}

/** Whether the figure keeps the usual ratio to a column that it has one to: then it is not the odd one. */
function isInLine(pairs: readonly SteadyPair[], column: AuditColumn, row: number): boolean {
  return pairs.some(({ columns: [a, b], usual }) => {
    if (a !== column && b !== column) return false;
    const [ratio] = ratios(a, b, [row]);
    return ratio !== undefined && Math.abs(ratio.log - usual) <= OTHERS_WITHIN;
  });
}

function isOfFew(value: number, decades: number): boolean {
  return Number.isInteger(value) && Math.min(value, value / 10 ** decades) < FEW;
}

function groupOf(groups: readonly TotalGroup[], row: number): TotalGroup | null {
  return groups.find(({ members }) => members.includes(row)) ?? null;
}

/** Whether a sum or quotient of columns that the figure takes part in holds in its row. */
function isRelated(
  relations: readonly ColumnRelation[],
  column: AuditColumn,
  row: number,
): boolean {
  return relations.some((relation) => {
    const figure = relation.target.cells[row] ?? null;
    if (figure === null || (relation.target !== column && !relation.terms.includes(column)))
      return false;
    const expected = relation.expected(row);
    return expected !== null && meets(expected, statedInterval(relation, figure));
  });
}

/** Whether the rows of the column add up to its total as printed: null where there is no total. */
function isConfirmed(
  audited: AuditTable,
  column: AuditColumn,
  group: TotalGroup | null,
): boolean | null {
  const total = group === null ? null : (column.cells[group.totalRow] ?? null);
  if (group === null || total === null || column.kind !== 'amount') return null;
  const found = columnSum(audited, column, group.members);
  return found === null ? null : meets(found.sum, total);
}

function magnitudeFinding(
  audited: AuditTable,
  column: AuditColumn,
  row: number,
  decades: number,
  { arithmetic, cause, rival = null }: Reason,
): AuditFinding | null {
  const cell = column.cells[row];
  if (!cell) return null;
  const wanted = rounded(cell.value / 10 ** decades, 6);
  const times = figureText(10 ** Math.abs(decades));
  return finding({
    kind: 'magnitude',
    severity: 'warning',
    where: cellPlace(audited, row, column),
    against: rival === null ? [] : [cellPlace(audited, row, rival.column)],
    stated: cell.value,
    computed: wanted,
    unit: column.unit,
    arithmetic,
    cause,
    text:
      `${rowWords(audited, row)}「${column.heading}」印作${figureText(cell.value)}${column.unit}，` +
      `与同列其他行相比${decades > 0 ? '大' : '小'}了约${times}倍；如为${figureText(wanted)}${column.unit}则与其他行相当。` +
      (rival === null ? '' : rivalText(rival)),
    mend: MEND_TEXT,
    canUseComputed: rival === null,
  });
}

function rivalText({ row, column, decades }: Suspect): string {
  const value = column.cells[row]?.value ?? 0;
  const [printed, mended] = [value, rounded(value / 10 ** decades, 6)].map(figureText);
  return `也可能是同行「${column.heading}」的${printed}${column.unit}有误，应为${mended}${column.unit}，两个数字本身看不出是哪一个。`;
}

interface Suspect {
  readonly row: number;
  readonly column: AuditColumn;
  readonly decades: number;
  readonly beside: AuditColumn;
  votes: number;
}

interface Judged extends Suspect {
  /** Steady pairs that point at it, then a total that its column misses. */
  readonly evidence: number;
  readonly far: number;
}

/** Most evidence first, then farthest from the others of its column. */
const byGuilt = (a: Judged, b: Judged): number => b.evidence - a.evidence || b.far - a.far;

/** Of every row the suspect with most against it, and the next one where nothing clearly tells the two apart. */
function blamed(
  audited: AuditTable,
  suspects: readonly Suspect[],
  pairs: readonly SteadyPair[],
  relations: readonly ColumnRelation[],
): readonly (Judged & { readonly rival: Judged | null })[] {
  const groups = totalGroups(audited);
  const byRow = new Map<number, Judged[]>();
  for (const each of suspects) {
    const { row, column, decades, votes } = each;
    const confirmed = isConfirmed(audited, column, groupOf(groups, row));
    if (confirmed === true || isRelated(relations, column, row)) continue;
    if (isInLine(pairs, column, row) || !fitsMended(audited, each)) continue;
    if (isOfFew(column.cells[row]?.value ?? 0, decades)) continue;
    const evidence = votes * 2 + (confirmed === false ? 1 : 0);
    const judged = { ...each, evidence, far: farFromOthers(audited, each) };
    byRow.set(row, [...(byRow.get(row) ?? []), judged]);
  }
  return [...byRow.values()].flatMap((judged) => {
    const [first, next] = judged.toSorted(byGuilt);
    if (first === undefined) return [];
    const isClear =
      next === undefined ||
      next.evidence < first.evidence ||
      first.far - next.far > CLEARLY_FARTHER;
    return [{ ...first, rival: isClear ? null : next }];
  });
}

/** For each odd row the column that most steady pairs point at; a column confirmed by its total is not blamed. */
function pairedFindings(
  audited: AuditTable,
  columns: readonly AuditColumn[],
  relations: readonly ColumnRelation[],
): { found: AuditFinding[]; paired: Set<AuditColumn> } {
  const paired = new Set<AuditColumn>();
  const pairs: SteadyPair[] = [];
  const suspects = new Map<string, Suspect>();
  const accuse = (row: number, column: AuditColumn, beside: AuditColumn, decades: number): void => {
    const key = `${row}/${column.index}`;
    const known = suspects.get(key);
    if (known === undefined) suspects.set(key, { row, column, decades, beside, votes: 1 });
    else known.votes += 1;
  };
  columns.forEach((a, at) => {
    for (const b of columns.slice(at + 1)) {
      const pair = steadyPair(a, b, audited.bodyRows);
      if (pair === null) continue;
      pairs.push(pair);
      paired.add(a).add(b);
      for (const { row, decades } of pair.odd) {
        accuse(row, a, b, decades);
        accuse(row, b, a, -decades);
      }
    }
  });
  const found = blamed(audited, [...suspects.values()], pairs, relations).flatMap((each) => {
    const { row, column, decades, beside, rival } = each;
    const [x, y] = [column, beside].map((one) => figureText(one.cells[row]?.value ?? 0));
    const arithmetic = `「${column.heading}」${x}÷「${beside.heading}」${y}，与其他行的比相差约${figureText(10 ** Math.abs(decades))}倍`;
    const cause = '像是多写或少写了零，或小数点错位。';
    return magnitudeFinding(audited, column, row, decades, { arithmetic, cause, rival }) ?? [];
  });
  return { found, paired };
}

/** Above 0, of the other rows. */
function othersOf({ bodyRows }: AuditTable, { row, column }: Suspect): number[] {
  return bodyRows.flatMap((each) => {
    const value = column.cells[each]?.value ?? 0;
    return each !== row && value > 0 ? [value] : [];
  });
}

/** Whether the figure would be one among the others without the slip. */
function fitsMended(audited: AuditTable, suspect: Suspect): boolean {
  const { row, column, decades } = suspect;
  const mended = (column.cells[row]?.value ?? 0) / 10 ** decades;
  const others = othersOf(audited, suspect);
  const [least, most] = [
    others.reduce((all, each) => Math.min(all, each), Infinity),
    others.reduce((all, each) => Math.max(all, each), 0),
  ];
  return mended * MENDED_WITHIN >= least && mended <= most * MENDED_WITHIN;
}

/** Decades between the figure and the middle of its column. */
function farFromOthers(audited: AuditTable, suspect: Suspect): number {
  const { row, column } = suspect;
  const others = othersOf(audited, suspect);
  const value = column.cells[row]?.value ?? 0;
  return others.length === 0 || value <= 0 ? 0 : Math.abs(Math.log10(value / medianOf(others)));
}

function loneFindings(
  audited: AuditTable,
  column: AuditColumn,
  relations: readonly ColumnRelation[],
): AuditFinding[] {
  const rows = audited.bodyRows.filter((row) => (column.cells[row]?.value ?? 0) > 0);
  if (rows.length < LEAST_ROWS) return [];
  const top = rows.reduce((a, b) =>
    (column.cells[a]?.value ?? 0) >= (column.cells[b]?.value ?? 0) ? a : b,
  );
  const value = column.cells[top]?.value ?? 0;
  const others = rows.flatMap((row) => (row === top ? [] : (column.cells[row]?.value ?? [])));
  const least = others.reduce((all, each) => Math.min(all, each), Infinity);
  const most = others.reduce((all, each) => Math.max(all, each), 0);
  if (column.kind === 'share' && value > (column.unit === '‰' ? 1000 : 100)) return [];
  const decades = [1, 2, 3].find(
    (power) => value / 10 ** power >= least && value / 10 ** power <= most,
  );
  if (decades === undefined || isOfFew(value, decades)) return [];
  if (most > least * LONE_SPAN || value < most * LONE_ABOVE) return [];
  const confirmed = isConfirmed(audited, column, groupOf(totalGroups(audited), top));
  if (confirmed === true || isRelated(relations, column, top)) return [];
  const arithmetic = `其他${others.length}行在${figureText(least)}与${figureText(most)}之间`;
  const cause = '像是多写了零，或小数点错位。';
  return [magnitudeFinding(audited, column, top, decades, { arithmetic, cause })].filter(
    (each) => each !== null,
  );
}

export function magnitudeFindings(
  audited: AuditTable,
  relations: readonly ColumnRelation[],
): readonly AuditFinding[] {
  const numbers = audited.columns.filter(({ kind }) => kind !== 'label' && kind !== 'rate');
  if (audited.bodyRows.length < LEAST_ROWS || numbers.length > MOST_COLUMNS) return [];
  const amounts = numbers.filter(({ kind }) => kind === 'amount');
  const { found, paired } = pairedFindings(audited, amounts, relations);
  const lone = numbers
    .filter((column) => !paired.has(column))
    .flatMap((column) => loneFindings(audited, column, relations));
  return [...found, ...lone];
}
