// A row's figures in plain units, with what is odd about them. A figure that can not be read is left empty and told;
// nothing is filled in.
import type { VillageFigures } from '../domain/imported';
import { type NumberReading, readNumber } from './column-text';
import { UNIT_FACTORS, UNIT_WORDS } from './column-units';
import type { ColumnChoice } from './import-choices';
import { FIGURE_ROLES, type FigureRole } from './import-columns';
import type { Finding } from './import-problems';
import type { SourceCell } from './source-layer';

export interface FigureReading {
  readonly figures: VillageFigures;
  readonly findings: readonly (Finding & { readonly column: string })[];
  /** Columns with a sign for "no figure" in this row. */
  readonly noData: readonly string[];
}

interface FigureColumn {
  readonly role: FigureRole;
  readonly at: number;
  readonly choice: ColumnChoice;
}

/** The figure columns of the user's choice, in file order. */
export function chosenFigures(columns: readonly ColumnChoice[]): readonly FigureColumn[] {
  return columns.flatMap((choice, at): readonly FigureColumn[] => {
    const role = FIGURE_ROLES.find((each) => each === choice.role);
    return role === undefined ? [] : [{ role, at, choice }];
  });
}

/** Takes rounding noise off a product such as 0.29 × 0.01. */
function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(14));
}

function printedNumber({ value, unit }: Extract<NumberReading, { kind: 'number' }>): string {
  return `${value}${unit === null || unit === 'one' ? '' : UNIT_WORDS[unit]}`;
}

function oddity(
  role: FigureRole,
  value: number,
  read: Extract<NumberReading, { kind: 'number' }>,
): Omit<Finding, 'mend'> | null {
  if (value < 0) {
    return { code: 'figure-negative', what: `「${printedNumber(read)}」是负数，已按没有数据处理` };
  }
  if (role === 'povertyIncidence' && value > 1) {
    const what = `贫困发生率「${printedNumber(read)}」换算后超过 100%，已按没有数据处理`;
    return { code: 'figure-share', what };
  }
  return null;
}

/** Counts are whole; 万 are printed with few decimals, and so are rounded to ones. */
function whole(value: number, factor: number): number {
  return factor === 1 ? value : Math.round(value);
}

export function readFigures(
  cells: readonly SourceCell[],
  columns: readonly FigureColumn[],
): FigureReading {
  const values: Record<keyof VillageFigures, number | null> = {
    households: null,
    persons: null,
    poorHouseholds: null,
    poorPersons: null,
    povertyIncidence: null,
    elevationMetres: null,
    slopeDegrees: null,
  };
  const findings: (Finding & { column: string })[] = [];
  const noData: string[] = [];
  for (const { role, at, choice } of columns) {
    const cell = cells[at] ?? null;
    const read = readNumber(cell);
    const column = choice.heading;
    if (read.kind === 'no-data') noData.push(column);
    if (read.kind === 'fault') {
      const what = `${read.what}，已按没有数据处理`;
      findings.push({ code: 'figure-unreadable', what, mend: read.mend, column });
    }
    if (read.kind !== 'number') continue;
    const isShare = role === 'povertyIncidence';
    const factor = UNIT_FACTORS[read.unit ?? choice.unit];
    const value = scaled(read.value, factor);
    const odd = oddity(role, value, read);
    if (odd !== null) {
      findings.push({ ...odd, mend: '请核对原表的数值和该列的单位。', column });
      continue;
    }
    if (!isShare && factor === 1 && !Number.isInteger(value)) {
      const what = `「${printedNumber(read)}」不是整数`;
      findings.push({ code: 'figure-fraction', what, mend: '请核对该列的单位或数值。', column });
    }
    values[role] = isShare ? value : whole(value, factor);
  }
  const compared = comparison(values, columns);
  if (compared !== null) findings.push(compared);
  return { figures: values, findings, noData };
}

const PARTS_OF_WHOLES = [
  ['poorHouseholds', 'households', '户'],
  ['poorPersons', 'persons', '人'],
] as const;

/** Part above whole: 贫困户 > 总户数, 贫困人口 > 总人口. */
function comparison(
  values: Readonly<Record<FigureRole, number | null>>,
  columns: readonly FigureColumn[],
): (Finding & { readonly column: string }) | null {
  for (const [part, all, unit] of PARTS_OF_WHOLES) {
    const [a, b] = [values[part], values[all]];
    if (a === null || b === null || a <= b) continue;
    const heading = (role: FigureRole): string =>
      columns.find((each) => each.role === role)?.choice.heading ?? '';
    return {
      code: 'figure-part-above-whole',
      what: `「${heading(part)}」${a} ${unit}大于「${heading(all)}」${b} ${unit}`,
      mend: '已照原值导入；请核对两列的数值和单位。',
      column: heading(part),
    };
  }
  return null;
}

export function isEmptyFigures(figures: VillageFigures): boolean {
  for (const name in figures) if (figures[name as keyof VillageFigures] !== null) return false;
  return true;
}
