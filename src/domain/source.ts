/** A cited document, data set or page. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly licence: string;
  readonly citation: string;
  readonly note: string;
}

/** One cell of a plan table. `row` counts data rows from 1; `column` is the printed heading. */
export interface CellReference {
  readonly tableId: string;
  readonly row: number;
  readonly column: string;
}
