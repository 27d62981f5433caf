// Rows of a table against its total rows: amounts must add up, shares and means of the whole must lie among those of the
// parts. The cause is looked for in the figures: a row counted twice or left out, two digits exchanged, a zero too many.
import type { AuditFinding } from '../domain/audit-finding';
import {
  type Interval,
  type PrintedFigure,
  figureText,
  isAbove,
  meets,
  rounded,
} from './audit-number';
import { MEND_TEXT, differenceText, finding, sumText } from './audit-finding-text';
import { type AuditColumn, type AuditTable, cellPlace, rowWords } from './audit-table';
import { type TotalGroup, columnSum, totalGroups } from './audit-totals';

function areDigitsExchanged(a: number, b: number): boolean {
  if (!Number.isInteger(a) || !Number.isInteger(b)) return false;
  const [x, y] = [String(a), String(b)];
  if (x.length !== y.length) return false;
  const differing = [...x].flatMap((digit, at) => (digit === y[at] ? [] : [at]));
  const [first = 0, second = -1] = differing;
  return (
    differing.length === 2 &&
    second === first + 1 &&
    x[first] === y[second] &&
    x[second] === y[first]
  );
}

function isShifted(a: number, b: number): boolean {
  return [10, 100, 1000].some((factor) => a * factor === b || b * factor === a);
}

/** One cell that, read otherwise, makes the sum right. */
function cellCause(
  audited: AuditTable,
  column: AuditColumn,
  group: TotalGroup,
  gap: number,
): string {
  const total = column.cells[group.totalRow]?.value ?? 0;
  if (areDigitsExchanged(total, total - gap)) {
    return `合计像是把${figureText(total - gap)}的两位数字写颠倒了。`;
  }
  for (const row of group.members) {
    const value = column.cells[row]?.value ?? null;
    if (value === null || value === 0) continue;
    const wanted = Number((value + gap).toPrecision(12));
    const where = `${rowWords(audited, row)}的${figureText(value)}`;
    if (gap === value) return `相差的正是${where}，像是合计重复加了这一行。`;
    if (gap === -value) return `相差的正是${where}，像是合计漏加了这一行。`;
    if (isShifted(value, wanted))
      return `${where}如为${figureText(wanted)}则相符，像是多写或少写了零。`;
    if (areDigitsExchanged(value, wanted)) {
      return `${where}如为${figureText(wanted)}则相符，像是两位数字写颠倒了。`;
    }
  }
  return '';
}

function sumFinding(
  audited: AuditTable,
  column: AuditColumn,
  group: TotalGroup,
): AuditFinding | null {
  const total = column.cells[group.totalRow] ?? null;
  const found = columnSum(audited, column, group.members);
  if (total === null || found === null || meets(found.sum, total)) return null;
  const { sum, hasBlank } = found;
  if (hasBlank && isAbove(total, sum)) return null;
  const { heading, unit } = column;
  const gap = Number((total.value - sum.value).toPrecision(12));
  const values = group.members.flatMap((row) => column.cells[row]?.value ?? []);
  const rows = `${group.members.length}行`;
  const stated = `${figureText(total.value)}${unit}`;
  return finding({
    kind: 'row-sum',
    severity: 'error',
    where: cellPlace(audited, group.totalRow, column),
    against: [],
    stated: total.value,
    computed: rounded(sum.value),
    unit,
    arithmetic: `${sumText(values)}＝${figureText(sum.value)}；合计印${figureText(total.value)}，${differenceText(gap, unit)}`,
    cause: cellCause(audited, column, group, gap),
    text:
      `${rowWords(audited, group.totalRow)}「${heading}」印作${stated}，` +
      `所属${rows}相加为${figureText(sum.value)}${unit}，合计${differenceText(gap, unit)}。`,
    mend: MEND_TEXT,
    canUseComputed: true,
  });
}

function rangeOf(figures: readonly PrintedFigure[]): Interval {
  return {
    value: Number.NaN,
    low: figures.reduce((least, { low }) => Math.min(least, low), Infinity),
    high: figures.reduce((most, { high }) => Math.max(most, high), -Infinity),
  };
}

const AVERAGE = /人均|户均|亩均|村均|平均/;
const PARTS_OF_WHOLE = /占|比重|构成|比例/;
const WHOLE_SHARE = { '%': 100, '‰': 1000 } as const;

/** Shares of one whole (占比) whose total row says 100 %. */
function isSharesOfOneWhole(column: AuditColumn, group: TotalGroup): boolean {
  if (column.kind !== 'share' || !PARTS_OF_WHOLE.test(column.heading)) return false;
  const whole = column.unit === '‰' ? WHOLE_SHARE['‰'] : WHOLE_SHARE['%'];
  const values = group.members.flatMap((row) => column.cells[row]?.value ?? []);
  const sum = values.reduce((all, each) => all + each, 0);
  return column.cells[group.totalRow]?.value === whole && sum > whole / 2 && sum < whole * 1.5;
}

function rangeFinding(
  audited: AuditTable,
  column: AuditColumn,
  group: TotalGroup,
): AuditFinding | null {
  const { kind, heading, unit } = column;
  if (kind !== 'share' && kind !== 'rate' && !(kind === 'mean' && AVERAGE.test(heading)))
    return null;
  const total = column.cells[group.totalRow] ?? null;
  const members = group.members.flatMap((row) => column.cells[row] ?? []);
  if (total === null || members.length < 2 || members.length < group.members.length) return null;
  const range = rangeOf(members);
  if (total.low <= range.high && total.high >= range.low) return null;
  const least = members.reduce((all, { value }) => Math.min(all, value), Infinity);
  const most = members.reduce((all, { value }) => Math.max(all, value), -Infinity);
  const side =
    total.value > most
      ? `高于最高的${figureText(most)}${unit}`
      : `低于最低的${figureText(least)}${unit}`;
  return finding({
    kind: 'average-out-of-range',
    severity: 'error',
    where: cellPlace(audited, group.totalRow, column),
    against: [],
    stated: total.value,
    computed: `${figureText(least)}—${figureText(most)}`,
    unit,
    arithmetic: `各行最低${figureText(least)}${unit}，最高${figureText(most)}${unit}；合计行印${figureText(total.value)}${unit}`,
    cause: '合计行与各行的单位或口径可能不同，或合计行抄错。',
    text:
      `${rowWords(audited, group.totalRow)}「${heading}」印作${figureText(total.value)}${unit}，${side}，` +
      '合计的比率不可能落在各行之外。',
    mend: MEND_TEXT,
    canUseComputed: false,
  });
}

export function tableSumFindings(audited: AuditTable): readonly AuditFinding[] {
  return totalGroups(audited).flatMap((group) =>
    audited.columns.flatMap((column) => {
      const isSum = column.kind === 'amount' || isSharesOfOneWhole(column, group);
      const found = isSum
        ? sumFinding(audited, column, group)
        : rangeFinding(audited, column, group);
      return found === null ? [] : [found];
    }),
  );
}
