// Parts against wholes within a row of a table: by what the columns count, and by headings that begin with 其中.
import type { AuditFinding } from '../domain/audit-finding';
import { figureText, isAbove } from './audit-number';
import { MEND_TEXT, finding } from './audit-finding-text';
import { type AuditColumn, type AuditTable, cellPlace, rowWords } from './audit-table';

/** Each is at most the next. */
const PARTS: readonly (readonly [part: string, whole: string])[] = [
  ['povertyVillages', 'administrativeVillages'],
  ['exitedVillages', 'povertyVillages'],
  ['exitedHouseholds', 'poorHouseholds'],
  ['exitedPersons', 'poorPersons'],
  ['poorHouseholds', 'poorPersons'],
  ['exitedHouseholds', 'exitedPersons'],
  ['poorPersons', 'population'],
  ['poorPersons', 'ruralPopulation'],
  ['ruralPopulation', 'population'],
  ['poorHouseholds', 'households'],
  ['households', 'population'],
  ['relocationHouseholds', 'relocationPersons'],
];

interface Pair {
  readonly part: AuditColumn;
  readonly whole: AuditColumn;
}

/** The last part of a heading of two rows. */
function ownHeading(heading: string): string {
  return heading.split('|').at(-1)?.trim() ?? heading;
}

function pairsOf({ columns }: AuditTable): Pair[] {
  const amounts = columns.filter(({ kind }) => kind === 'amount');
  const only = (quantity: string): AuditColumn | null => {
    const [first, ...more] = amounts.filter((column) => column.quantity === quantity);
    return first === undefined || more.length > 0 ? null : first;
  };
  const known = PARTS.flatMap(([a, b]) => {
    const [part, whole] = [only(a), only(b)];
    return part === null || whole === null ? [] : [{ part, whole }];
  });
  const named = amounts.flatMap((part, at) => {
    if (!ownHeading(part.heading).startsWith('其中')) return [];
    const whole = amounts
      .slice(0, at)
      .findLast(({ heading }) => !ownHeading(heading).startsWith('其中'));
    const isAlike =
      whole !== undefined && (whole.unit === part.unit || whole.unit === '' || part.unit === '');
    return isAlike ? [{ part, whole }] : [];
  });
  return [...known, ...named];
}

export function partFindings(audited: AuditTable): readonly AuditFinding[] {
  return pairsOf(audited).flatMap(({ part, whole }) =>
    audited.bodyRows.flatMap((row) => {
      const [cell, all] = [part.cells[row] ?? null, whole.cells[row] ?? null];
      if (cell === null || all === null || !isAbove(cell, all)) return [];
      return finding({
        kind: 'part-over-whole',
        severity: 'error',
        where: cellPlace(audited, row, part),
        against: [cellPlace(audited, row, whole)],
        stated: cell.value,
        computed: all.value,
        unit: part.unit,
        arithmetic: `「${part.heading}」${figureText(cell.value)}＞「${whole.heading}」${figureText(all.value)}`,
        cause: '两列可能抄颠倒，或其中一格有误。',
        text:
          `${rowWords(audited, row)}「${part.heading}」${figureText(cell.value)}大于` +
          `「${whole.heading}」${figureText(all.value)}，部分不可能大于全体。`,
        mend: MEND_TEXT,
        canUseComputed: false,
      });
    }),
  );
}
