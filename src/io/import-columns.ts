// A layer cut into columns: headings, rows about things, and the figure columns as numbers.
import { type FigureColumns, UNIT_FACTORS } from './column-units';
import { columnNumbers } from './column-values';
import type { ColumnRole, ImportChoices } from './import-choices';
import { type TableShape, headingsOf, rowKind, rowsBelow, textsAbove } from './import-table';
import type { SourceCell, SourceLayer, SourceRow } from './source-layer';

export const FIGURE_ROLES = [
  'households',
  'persons',
  'poorHouseholds',
  'poorPersons',
  'povertyIncidence',
] as const satisfies readonly ColumnRole[];

export type FigureRole = (typeof FIGURE_ROLES)[number];

export interface TableParts {
  readonly headings: readonly string[];
  /** Rows about things. */
  readonly body: readonly SourceRow[];
  readonly totals: readonly SourceRow[];
  readonly remarks: readonly SourceRow[];
  readonly repeatedHeadings: readonly SourceRow[];
  /** Title and unit lines above the heading. */
  readonly above: readonly string[];
}

const latestParts = new WeakMap<SourceLayer, { shape: TableShape; parts: TableParts }>();

/**
 * Sorts a layer's rows by what they are; every row but blank ones is in one of the lists. The latest answer for a layer is
 * kept: guess and previews ask for the same one.
 */
export function tableParts(layer: SourceLayer, shape: TableShape): TableParts {
  const latest = latestParts.get(layer);
  const isSame =
    latest?.shape.skippedRows === shape.skippedRows &&
    latest.shape.headingRows === shape.headingRows;
  if (isSame) return latest.parts;
  const parts = sortedRows(layer, shape);
  latestParts.set(layer, { shape, parts });
  return parts;
}

function sortedRows(layer: SourceLayer, shape: TableShape): TableParts {
  const headings = headingsOf(layer, shape);
  const lists: Record<'body' | 'total' | 'remark' | 'heading', SourceRow[]> = {
    body: [],
    total: [],
    remark: [],
    heading: [],
  };
  for (const row of rowsBelow(layer, shape)) {
    const kind = rowKind(row, headings);
    if (kind !== 'blank') lists[kind].push(row);
  }
  return {
    headings,
    body: lists.body,
    totals: lists.total,
    remarks: lists.remark,
    repeatedHeadings: lists.heading,
    above: textsAbove(layer, shape),
  };
}

export function cellsOf(rows: readonly SourceRow[], column: number): readonly SourceCell[] {
  return rows.map(({ cells }) => cells[column] ?? null);
}

/** The "单位：" line above the heading; empty for none. */
export function unitRemark(above: readonly string[]): string {
  return above.find((text) => /单位\s*[:：]/.test(text)) ?? '';
}

/** Figure columns as printed numbers. */
export function figureColumns(
  roles: readonly ColumnRole[],
  rows: readonly SourceRow[],
): FigureColumns {
  return new Map(
    FIGURE_ROLES.flatMap((role): [ColumnRole, Float64Array][] => {
      const at = roles.indexOf(role);
      return at < 0 ? [] : [[role, columnNumbers(cellsOf(rows, at))]];
    }),
  );
}

/** Counts in plain units, so that columns in 万 and in ones can be compared; shares stay as printed. */
export function plainCounts(figures: FigureColumns, choices: ImportChoices): FigureColumns {
  return new Map(
    [...figures].map(([role, numbers]) => {
      const unit = choices.columns.find((column) => column.role === role)?.unit ?? 'one';
      const factor = role === 'povertyIncidence' ? 1 : UNIT_FACTORS[unit];
      return [role, factor === 1 ? numbers : numbers.map((value) => value * factor)];
    }),
  );
}
