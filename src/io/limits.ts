// What a dropped file may cost at most. Everything above is refused with the reason before memory is taken for it.

/** Of one file, as dropped and as unpacked. */
export const MOST_FILE_BYTES = 200 * 1024 * 1024;
/** Of all entries of one zip together. */
export const MOST_UNPACKED_BYTES = 500 * 1024 * 1024;
export const MOST_ZIP_ENTRIES = 10_000;
/** Deflate reaches 1,032 : 1; real tables and XML stay under 100 : 1. Looked at above a megabyte only. */
export const MOST_ZIP_RATIO = 250;
export const MOST_VERTICES = 10_000_000;
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 2_000;
export const MOST_CELLS = 30_000_000;
/** Of brackets in JSON, elements in XML and collections in a geometry. */
export const MOST_NESTING = 200;

const MEND_SMALLER = '请先拆分或简化，只保留需要的部分。';

/** Thrown inside a reader when a limit is passed; `readSources` turns it into a Problem. */
export class LimitPassed extends Error {
  /** Chinese, as is `mend`. */
  readonly what: string;
  readonly mend: string;
  constructor(what: string, mend = MEND_SMALLER) {
    super(what);
    this.what = what;
    this.mend = mend;
  }
}

/** Counts vertices over a whole file. */
export class VertexCount {
  #count = 0;

  /** Adds `more` before they are read. @throws LimitPassed above 10 million. */
  add(more: number): void {
    this.#count += more;
    if (this.#count > MOST_VERTICES) throw new LimitPassed('坐标点超过 1,000 万个');
  }
}

/** Counts cells over a whole file. */
export class CellCount {
  #count = 0;

  /** @throws LimitPassed when the row, its columns or all cells are too many. */
  addRow(row: number, columns: number): void {
    this.#count += columns;
    if (row > MOST_ROWS) throw new LimitPassed('超过 1,048,576 行');
    if (columns > MOST_COLUMNS)
      throw new LimitPassed(`第 ${row} 行有 ${columns} 列，超过 2,000 列`);
    if (this.#count > MOST_CELLS) throw new LimitPassed('超过 3,000 万个单元格');
  }
}
