/**
 * What the table viewer says about a plan table besides showing it as printed: rows that name no unit of the
 * pack, columns whose own figures contradict the printed unit, and the position of a marked cell.
 */
import type { PlanColumn, PlanRow, PlanTable } from '../../domain/plan-table';
import type { CellReference } from '../../domain/source';

/** Positions in `rows` and `columns`, from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export interface UnitNote {
  readonly heading: string;
  readonly text: string;
}

/** A body row of an area table whose name matches no unit (平陆「开发区」): kept, shown, counted, on no map. */
export function isUnmatched(table: PlanTable, row: number): boolean {
  const line = table.rows[row];
  return table.level !== 'none' && line?.role === 'body' && line.areaCode === null;
}

export function unmatchedRows(table: PlanTable): readonly number[] {
  return table.rows.map((_, row) => row).filter((row) => isUnmatched(table, row));
}

function unitWord(unit: string): string {
  return unit === '' ? '未标单位' : unit;
}

/** One note a column whose implied unit differs from the printed one. */
export function unitNotes(columns: readonly PlanColumn[]): readonly UnitNote[] {
  return columns
    .filter((column) => column.printedUnit !== column.impliedUnit)
    .map((column) => ({
      heading: column.heading,
      text:
        `表头印作 ${unitWord(column.printedUnit)}，本表数字实为 ${unitWord(column.impliedUnit)}，` +
        `按 ${unitWord(column.impliedUnit)} 读数。${column.evidence ?? ''}`,
    }));
}

/** What analyses read instead of the printed cell, where a treatment of the 数据体检 says so; null elsewhere. */
export function treatedReading(row: PlanRow, column: number): string | null {
  const read = row.readAs?.[column];
  if (read === undefined || read === row.cells[column]) return null;
  return read === '' ? '分析不计入' : `分析按 ${read} 读`;
}

/** Place of a referenced cell; null when the table has no such row or heading. */
export function cellPosition(table: PlanTable, cell: CellReference | null): CellPosition | null {
  if (cell === null || cell.tableId !== table.id) return null;
  const column = table.columns.findIndex((c) => c.heading === cell.column);
  const row = cell.row - 1;
  return column < 0 || table.rows[row] === undefined ? null : { row, column };
}
