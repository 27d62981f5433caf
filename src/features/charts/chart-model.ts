// What every chart says besides its drawing: a title, one sentence of what can be seen, and the same figures as a table.

export interface ChartTable {
  readonly headings: readonly string[];
  /** Formatted; the first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

export interface ChartWords {
  readonly title: string;
  /** Read out in place of the drawing, and shown below it. */
  readonly summary: string;
  readonly table: ChartTable;
  /** Where figures come from and what they leave out. */
  readonly notes: readonly string[];
}

/** Drawing area in the units of a chart's viewBox; y grows downwards. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Places along an axis from 0: at most `most` + 1 round values, the last at or above `value`. */
export function roundTicks(value: number, most: number): readonly number[] {
  if (!(value > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(value / most));
  const step =
    ([1, 2, 5, 10, 20].find((each) => value / (each * power) <= most + 1e-9) ?? 20) * power;
  const count = Math.ceil(value / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}
