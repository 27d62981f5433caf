// What known sums of unknown numbers fix, by Gaussian elimination to the reduced row echelon form.

const EPSILON = 1e-9;

interface FormRow {
  readonly pivot: number;
  readonly row: readonly number[];
}

/** The reduced row echelon form of equations, each the coefficients of the unknowns. */
export type EchelonForm = readonly FormRow[];

function without(row: readonly number[], { pivot, row: other }: FormRow): readonly number[] {
  const factor = row[pivot] ?? 0;
  if (Math.abs(factor) < EPSILON) return row;
  return row.map((value, at) => (at === pivot ? 0 : value - factor * (other[at] ?? 0)));
}

export function echelonForm(equations: readonly (readonly number[])[]): EchelonForm {
  let form: readonly FormRow[] = [];
  for (const equation of equations) {
    const rest = form.reduce(without, equation);
    const pivot = rest.findIndex((value) => Math.abs(value) > EPSILON);
    if (pivot < 0) continue;
    const head = rest[pivot] as number;
    const added = { pivot, row: rest.map((value) => value / head) };
    form = [...form.map((each) => ({ ...each, row: without(each.row, added) })), added];
  }
  return form;
}

/** Whether the equations fix this sum of the unknowns. */
export function isFixedBy(form: EchelonForm, sum: readonly number[]): boolean {
  return form.reduce(without, sum).every((value) => Math.abs(value) < EPSILON);
}
