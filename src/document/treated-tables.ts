// What analyses read of the plan's tables once the document's treatments of the audit are laid over the pack: the computed
// value in place of the printed cell, or nothing where the cell is left out. The printed cell stays beside it everywhere.
// A cell that another version of the pack prints otherwise is read as printed: its treatment was about something else.
import type { AuditTreatment } from '../domain/audit-finding';
import type { Figure } from '../domain/figure';
import { type PlanColumn, type PlanRow, type PlanTable, readCells } from '../domain/plan-table';
import type { RegionPack } from '../domain/region-pack';
import type { CellReference } from '../domain/source';
import { UNIT_EXPONENTS } from '../domain/units';

type Tables = Pick<RegionPack, 'tables' | 'figures'>;

/** Places in `rows` and `columns` from 0; `text` is a number in the column's implied unit, empty when left out. */
interface Reading {
  readonly table: PlanTable;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function plainNumber(printed: string): number | null {
  const text = printed.normalize('NFKC').replaceAll(',', '').trim();
  const number = /^\d+(?:\.\d+)?/.exec(text)?.[0];
  return number === undefined ? null : Number(number);
}

/** A number as the column's cells hold it: counts are whole, a share is at most all. */
function readable({ measure, impliedUnit }: PlanColumn, value: number): string | null {
  const exponent = UNIT_EXPONENTS[impliedUnit];
  const exact = Number(value.toPrecision(12));
  if (measure === null || exponent === undefined) return String(exact);
  if (exponent < 0) return exact * 10 ** exponent > 1 ? null : String(exact);
  return String(Math.round(exact * 10 ** exponent) / 10 ** exponent);
}

/**
 * The computed value as a number in the column's unit; null where it can be none. Where the finding states the very number
 * of the cell, the computed one is of its kind, whatever the heading prints as its unit; else the finding's unit counts.
 */
function computedIn(
  column: PlanColumn,
  { stated, computed, unit, cell }: AuditTreatment,
): string | null {
  if (typeof computed !== 'number' || !Number.isFinite(computed) || computed < 0) return null;
  if (plainNumber(cell?.printed ?? '') === stated) return readable(column, computed);
  const to = UNIT_EXPONENTS[column.impliedUnit];
  const from = UNIT_EXPONENTS[unit === '' ? column.impliedUnit : unit];
  return from === undefined || to === undefined
    ? null
    : readable(column, computed * 10 ** (from - to));
}

/** How a treatment has its cell read; null when it changes nothing. */
function readingOf(tables: readonly PlanTable[], treatment: AuditTreatment): Reading | null {
  const { way, cell } = treatment;
  if (way === 'accept' || cell === null) return null;
  const table = tables.find(({ id }) => id === cell.tableId);
  const column = table?.columns.findIndex(({ heading }) => heading === cell.column) ?? -1;
  const row = cell.row - 1;
  const heading = table?.columns[column];
  if (!table || !heading || table.rows[row]?.cells[column] !== cell.printed) return null;
  const text = way === 'exclude' ? '' : computedIn(heading, treatment);
  return text === null ? null : { table, row, column, text };
}

/** Whether the treatment is of a cell that is still printed so and can be read as it says. */
export function isInForce(tables: readonly PlanTable[], treatment: AuditTreatment): boolean {
  return readingOf(tables, treatment) !== null;
}

function cellKey(tableId: string, row: number, column: string): string {
  return JSON.stringify([tableId, row, column]);
}

function treatedFigure(figure: Figure, reading: Reading, treatment: AuditTreatment): Figure {
  const { table, column, text } = reading;
  const unit = table.columns[column]?.impliedUnit ?? '';
  const value = Number(`${text}e${UNIT_EXPONENTS[unit] ?? 0}`);
  const why = treatment.note.trim() === '' ? '' : `（${treatment.note.trim()}）`;
  const said = `数据体检：原表印作「${figure.printed}」，采用计算值 ${text}${unit}${why}。`;
  return { ...figure, value, note: figure.note === null ? said : `${said}${figure.note}` };
}

function treatedTable(table: PlanTable, readings: readonly Reading[]): PlanTable {
  const own = readings.filter((reading) => reading.table === table);
  if (own.length === 0) return table;
  const rows = table.rows.map((line, row): PlanRow => {
    const changed = own.filter((reading) => reading.row === row);
    if (changed.length === 0) return line;
    const readAs = [...readCells(line)];
    for (const { column, text } of changed) readAs[column] = text;
    return { ...line, readAs };
  });
  return { ...table, rows };
}

/** Tables and figures under the treatments; the pack's own arrays where no treatment changes a reading. */
export function treatedTables(
  { tables, figures }: Tables,
  treatments: ReadonlyMap<string, AuditTreatment>,
): Tables {
  const byCell = new Map<string, readonly [Reading, AuditTreatment]>();
  const inOrder = [...treatments.values()].sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
  for (const treatment of inOrder) {
    const reading = readingOf(tables, treatment);
    if (reading === null || treatment.cell === null) continue;
    const { tableId, row, column } = treatment.cell;
    byCell.set(cellKey(tableId, row, column), [reading, treatment]);
  }
  if (byCell.size === 0) return { tables, figures };
  const readings = [...byCell.values()].map(([reading]) => reading);
  return {
    tables: tables.map((table) => treatedTable(table, readings)),
    figures: figures.flatMap((figure) => {
      const { tableId, row, column } = figure.cell;
      const found = byCell.get(cellKey(tableId, row, column));
      if (found === undefined) return [figure];
      const [reading, treatment] = found;
      return reading.text === '' ? [] : [treatedFigure(figure, reading, treatment)];
    }),
  };
}

/**
 * Whether analyses read a cell (`row` from 1): of a column with a measure those of the rows that name areas, and a county's
 * incidence in the total row of its townships.
 */
export function isReadCell(tables: readonly PlanTable[], cell: CellReference): boolean {
  const table = tables.find(({ id }) => id === cell.tableId);
  const measure = table?.columns.find(({ heading }) => heading === cell.column)?.measure ?? null;
  const row = table?.rows[cell.row - 1];
  if (!table || !row || measure === null) return false;
  return row.role === 'body' || (measure === 'povertyIncidence' && table.countyCode !== null);
}
