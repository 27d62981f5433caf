// Features with properties of their own to rows under common headings, in order of first appearance. A heading is only ever
// looked up in a Map, so that no name in a file ("__proto__") can reach an object of ours.
import type { Geometry } from 'geojson';
import { CellCount } from './limits';
import type { SourceCell, SourceRow } from './source-layer';

export class FeatureRows {
  readonly #columns = new Map<string, number>();
  readonly #rows: { row: number; cells: SourceCell[]; geometry: Geometry | null }[] = [];
  readonly #count: CellCount;

  constructor(count: CellCount = new CellCount()) {
    this.#count = count;
  }

  get size(): number {
    return this.#rows.length;
  }

  /** @throws LimitPassed */
  add(
    row: number,
    properties: Iterable<readonly [string, SourceCell]>,
    geometry: Geometry | null,
  ): void {
    const cells: SourceCell[] = [];
    for (const [heading, cell] of properties) {
      let column = this.#columns.get(heading);
      if (column === undefined) {
        column = this.#columns.size;
        this.#columns.set(heading, column);
      }
      while (cells.length < column) cells.push(null);
      cells[column] = cell === '' ? null : cell;
    }
    this.#count.addRow(row, Math.max(cells.length, this.#columns.size));
    this.#rows.push({ row, cells, geometry });
  }

  finish(): { readonly headings: readonly string[]; readonly rows: readonly SourceRow[] } {
    for (const { cells } of this.#rows) {
      while (cells.length < this.#columns.size) cells.push(null);
    }
    return { headings: [...this.#columns.keys()], rows: this.#rows };
  }
}
