// Every figure of tables and text that has a name: what it measures, of which units, in which year, within which words.
// Figures of one key are the same thing stated twice.
import type { AuditPlace } from '../domain/audit-finding';
import type { Claim } from '../domain/claim';
import type { Statement } from '../domain/statement';
import type { Target } from '../domain/target';
import { type Interval, plainUnit, statedFigure } from './audit-number';
import type { AuditInput } from './audit-input';
import { type AuditColumn, type AuditTable, cellPlace, rowWords } from './audit-table';

/** What the area of a claim begins with: it speaks of objects. */
export const CLAIM_AREA = 'object:';

export interface NamedFigure {
  readonly place: AuditPlace;
  /** “表3「合计」行「贫困人口」”, or the chapter and the subject. */
  readonly words: string;
  readonly measure: string;
  /** Codes joined, '' = the whole region; a claim's are the ids of its objects. */
  readonly area: string;
  readonly scope: string;
  readonly year: number | null;
  readonly figure: Interval;
  /** 万 and 亿 written out. */
  readonly unit: string;
  readonly printed: string;
}

export function statementPlace({ id, chapter }: Statement | Claim | Target): AuditPlace {
  return { text: id, chapter };
}

/** “第三章 一：“…””, the quotation cut where it is long. */
export function quoted(printed: string): string {
  return printed.length > 60 ? `“${printed.slice(0, 58)}……”` : `“${printed}”`;
}

function scaled(cell: Interval, factor: number): Interval {
  return { value: cell.value * factor, low: cell.low * factor, high: cell.high * factor };
}

/** A table's total speaks for the whole unit only where its rows name all, or nearly all, of the unit's parts. */
function totalArea(input: AuditInput, { table }: AuditTable): string | null {
  const named = new Set(
    table.rows.flatMap(({ role, areaCode }) => (role === 'body' ? (areaCode ?? []) : [])),
  );
  const [parts, area] =
    table.level === 'county'
      ? [input.counties.map(({ code }) => code), '']
      : [
          input.townships
            .filter(({ countyCode }) => countyCode === table.countyCode)
            .map(({ code }) => code),
          table.countyCode,
        ];
  if (area === null || parts.length === 0) return null;
  const missing = parts.filter((code) => !named.has(code)).length;
  return missing <= parts.length * (table.level === 'county' ? 0 : 0.1) ? area : null;
}

/** Of several columns with one quantity none is the figure. */
function quantityColumns({ columns }: AuditTable): AuditColumn[] {
  const named = columns.filter(({ kind, quantity }) => kind !== 'label' && quantity !== null);
  return named.filter(
    ({ quantity, index }) =>
      !named.some((other) => other.quantity === quantity && other.index !== index),
  );
}

function tableFigures(input: AuditInput, audited: AuditTable): NamedFigure[] {
  const { table } = audited;
  const whole = totalArea(input, audited);
  const isSingleTotal = audited.totalRows.length === 1;
  return table.rows.flatMap(({ role, areaCode }, row) => {
    const area = role === 'body' ? areaCode : isSingleTotal ? (areaCode ?? whole) : areaCode;
    if (area === null) return [];
    return quantityColumns(audited).flatMap((column) => {
      const cell = column.cells[row] ?? null;
      if (cell === null) return [];
      const { factor, unit } = plainUnit(cell.unit || column.unit || '');
      return {
        place: cellPlace(audited, row, column),
        words: `${rowWords(audited, row)}「${column.heading}」`,
        measure: column.quantity ?? '',
        area: area === regionCode(input) ? '' : area,
        scope: '',
        year: table.year,
        figure: scaled(cell, factor),
        unit,
        printed: table.rows[row]?.cells[column.index] ?? '',
      };
    });
  });
}

/** A region of one county is that county. */
function regionCode({ counties }: AuditInput): string | null {
  const [only, ...more] = counties;
  return only === undefined || more.length > 0 ? null : only.code;
}

/** The document that the pack is of; what another document (the province's) says is compared with itself only. */
export function mainDocument({ statements, tables, targets }: AuditInput): string {
  return (statements[0] ?? tables[0] ?? targets[0])?.documentId ?? '';
}

function areaOf(input: AuditInput, documentId: string, codes: readonly string[]): string {
  return `${documentId === mainDocument(input) ? '' : `${documentId}:`}${unitsOf(input, codes)}`;
}

function unitsOf(input: AuditInput, codes: readonly string[]): string {
  const all = input.counties.map(({ code }) => code);
  const isAll = codes.length === all.length && all.every((code) => codes.includes(code));
  return isAll ? '' : codes.toSorted().join('+');
}

function statementFigure(input: AuditInput, statement: Statement): NamedFigure[] {
  if (statement.value === null) return [];
  const { subject, chapter, printed, measure, scope, year, areaCodes, unit } = statement;
  return [
    {
      place: statementPlace(statement),
      words: `${chapter}“${subject}”`,
      measure,
      area: areaCodes === null ? `none:${subject}` : areaOf(input, statement.documentId, areaCodes),
      scope,
      year,
      figure: statedFigure({ ...statement, value: statement.value }),
      unit,
      printed,
    },
  ];
}

/** A claim that is among the statements too is one figure, not two. */
function isStated(statements: readonly Statement[], claim: Claim): boolean {
  const { measure, value, year, unit } = claim;
  return statements.some(
    (each) =>
      each.measure === measure && each.value === value && each.year === year && each.unit === unit,
  );
}

/**
 * Claims speak of objects and have no scope: two are one thing only with the same words, in different chapters (what one
 * passage says twice of an object, 有效 and 实际 灌溉面积, are two things).
 */
export function claimFigure(claim: Claim): NamedFigure {
  const { subject, chapter, printed, measure, year, unit, objectIds } = claim;
  return {
    place: statementPlace(claim),
    words: `${chapter}“${subject}”`,
    measure,
    area: `${CLAIM_AREA}${objectIds.join('+')}:${subject}`,
    scope: '',
    year,
    figure: statedFigure({ ...claim, most: null }),
    unit,
    printed,
  };
}

export function targetFigures(input: AuditInput, target: Target): NamedFigure[] {
  const { name, chapter, printed, measure, areaCodes, unit, base, qualifier } = target;
  const common = {
    place: statementPlace(target),
    measure,
    area: areaOf(input, target.documentId, areaCodes),
    scope: '',
    unit,
    printed,
  };
  const figureOf = (value: number, how: Target['qualifier']): Interval =>
    statedFigure({ value, most: null, qualifier: how, unit, printed });
  const aim =
    target.value === null
      ? []
      : [
          {
            ...common,
            words: `${chapter}指标“${name}”目标`,
            year: target.year,
            figure: figureOf(target.value, qualifier),
          },
        ];
  const start =
    base === null
      ? []
      : [
          {
            ...common,
            words: `${chapter}指标“${name}”基期`,
            year: base.year,
            figure: figureOf(base.value, 'exact'),
          },
        ];
  return [...aim, ...start];
}

export function namedFigures(
  input: AuditInput,
  tables: readonly AuditTable[],
): readonly NamedFigure[] {
  return [
    ...tables.flatMap((table) => tableFigures(input, table)),
    ...input.statements.flatMap((statement) => statementFigure(input, statement)),
    ...input.claims.filter((claim) => !isStated(input.statements, claim)).map(claimFigure),
    ...input.targets.flatMap((target) => targetFigures(input, target)),
  ];
}
