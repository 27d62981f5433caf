// Rows that break a relation which the other rows keep, and whole columns whose figures are ten times what their unit says.
import type { AuditFinding } from '../domain/audit-finding';
import { type Interval, figureText, meets, rounded } from './audit-number';
import { MEND_TEXT, differenceText, finding, sumText } from './audit-finding-text';
import { type AuditTable, cellPlace, columnPlace, rowWords } from './audit-table';
import { type ColumnRelation, statedInterval } from './audit-column-relations';

function relationWords({ kind, target, terms, scale }: ColumnRelation): string {
  const names = terms.map(({ heading }) => `「${heading}」`);
  const times = scale === 1 ? '' : `×${scale}`;
  switch (kind) {
    case 'sum':
      return `「${target.heading}」＝${names.join('＋')}`;
    case 'ratio':
      return `「${target.heading}」＝${names.join('÷')}${times}`;
    case 'growth':
      return `「${target.heading}」＝（${names[1]}÷${names[0]}－1）${times}`;
    case 'part':
      return `「${target.heading}」＝${names[0]}÷合计${times}`;
  }
}

function rowArithmetic({ kind, terms }: ColumnRelation, row: number, expected: Interval): string {
  const values = terms.flatMap((term) => term.cells[row]?.value ?? []);
  const result = figureText(expected.value);
  if (kind === 'sum') return `${sumText(values)}＝${result}`;
  return `${values.map(figureText).join('、')}，算得${result}`;
}

const SLIPS = [10, 100, 1000, 0.1, 0.01, 0.001];

function slipOf(stated: Interval, expected: Interval): number | null {
  return (
    SLIPS.find((factor) =>
      meets(
        { value: stated.value * factor, low: stated.low * factor, high: stated.high * factor },
        expected,
      ),
    ) ?? null
  );
}

function rowFinding(
  audited: AuditTable,
  relation: ColumnRelation,
  row: number,
): AuditFinding | null {
  const { target, held, judged } = relation;
  const figure = target.cells[row] ?? null;
  const expected = figure === null ? null : relation.expected(row);
  if (figure === null || expected === null) return null;
  const stated = statedInterval(relation, figure);
  if (meets(stated, expected)) return null;
  const { unit, heading } = target;
  const isRatio = relation.kind !== 'sum';
  const slip = isRatio ? slipOf(stated, expected) : null;
  const gap = Number((figure.value - expected.value).toPrecision(12));
  const words = `${figureText(figure.value)}${unit}`;
  return finding({
    kind: slip === null ? 'column-relation' : 'unit-slip',
    severity: 'error',
    where: cellPlace(audited, row, target),
    against: relation.terms.map((term) => cellPlace(audited, row, term)),
    stated: figure.value,
    computed: rounded(expected.value, isRatio ? 2 : 4),
    unit,
    arithmetic: `${rowArithmetic(relation, row, expected)}；印${figureText(figure.value)}，${differenceText(rounded(gap), unit)}`,
    cause:
      slip === null
        ? `其余${held}行都符合${relationWords(relation)}。`
        : `其余${held}行都符合${relationWords(relation)}，本行正好差${figureText(slip > 1 ? slip : 1 / slip)}倍，像是单位或小数点写错。`,
    text:
      `${rowWords(audited, row)}「${heading}」印作${words}，按${relationWords(relation)}应为` +
      `${figureText(rounded(expected.value, isRatio ? 2 : 4))}${unit}（${judged}行中${held}行符合）。`,
    mend: MEND_TEXT,
    canUseComputed: true,
  });
}

/** A column printed under % whose rows all come out in ‰, or the reverse. */
function columnSlip(audited: AuditTable, relation: ColumnRelation): AuditFinding | null {
  const { target, scale, held, judged } = relation;
  const read = scale === 1000 ? '‰' : '%';
  if (target.kind !== 'share' || scale === 1 || (target.unit !== '%' && target.unit !== '‰'))
    return null;
  if (read === target.unit) return null;
  return finding({
    kind: 'unit-slip',
    severity: 'error',
    where: columnPlace(audited, target),
    against: relation.terms.map((term) => columnPlace(audited, term)),
    stated: target.unit,
    computed: read,
    unit: '',
    arithmetic: `${judged}行中${held}行符合${relationWords(relation)}，即以${read}计`,
    cause: `表头的单位写错，数字其实以${read}计。`,
    text: `${audited.name}「${target.heading}」列表头印${target.unit}，但${judged}行中有${held}行按${read}才与其他列相符。`,
    mend: `请把表头单位改为${read}，或把各行数字换算成${target.unit}。`,
    canUseComputed: false,
  });
}

export function columnRelationFindings(
  audited: AuditTable,
  relations: readonly ColumnRelation[],
): readonly AuditFinding[] {
  return relations.flatMap((relation) => {
    const slip = columnSlip(audited, relation);
    const rows =
      relation.kind === 'part' ? audited.bodyRows : [...audited.bodyRows, ...audited.totalRows];
    const broken = rows
      .toSorted((a, b) => a - b)
      .flatMap((row) => rowFinding(audited, relation, row) ?? []);
    return slip === null ? broken : [slip, ...broken];
  });
}
