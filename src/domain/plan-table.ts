import type { Measure } from './figure';

/** 列: how a printed column is read. `scale` turns the printed number into the typed value's unit. */
export interface PlanColumn {
  readonly heading: string;
  readonly measure: Measure | null;
  /** Unit as the heading prints it, e.g. "%" or "户"; empty when none is printed. */
  readonly printedUnit: string;
  /** Unit that the column's own figures imply for body rows; equals printedUnit unless there is evidence. */
  readonly impliedUnit: string;
  readonly evidence: string | null;
  /** The audit's word for what a column without `measure` counts, as in a Statement; absent for words and serial numbers. */
  readonly quantity?: string | undefined;
}

/** body rows describe areas; total rows repeat or sum them and never become area figures twice. */
export type PlanRowRole = 'body' | 'total';

export interface PlanRow {
  readonly cells: readonly string[];
  /** Cells as analyses read them; absent where that is as printed. The document's treatments of the audit set it. */
  readonly readAs?: readonly string[] | undefined;
  readonly role: PlanRowRole;
  /** Code of the area that the row names (6 or 9 digits); null when it names no unit (平陆「开发区」) or is no area. */
  readonly areaCode: string | null;
  /** Row of the user's file, from 1; absent in the tables of a plan, where rows count from the first below the heading. */
  readonly fileRow?: number | undefined;
}

/** 规划表: a table exactly as printed, mistakes included. */
export interface PlanTable {
  readonly id: string;
  readonly title: string;
  readonly chapter: string;
  readonly documentId: string;
  readonly year: number | null;
  readonly level: 'county' | 'township' | 'none';
  readonly countyCode: string | null;
  readonly columns: readonly PlanColumn[];
  readonly rows: readonly PlanRow[];
  readonly notes: readonly string[];
}

/** What analyses read of a row. */
export function readCells({ cells, readAs }: PlanRow): readonly string[] {
  return readAs ?? cells;
}
