// Lines of a delimited text that holds no quotes. One pass finds where they lie; a line's cells are cut when the row is
// asked for, so that a list of a nation's villages never stands in memory as millions of cells.
import { unguarded } from './csv';
import { CellCount, MOST_CELLS, MOST_COLUMNS } from './limits';
import type { RowList, SourceRow } from './source-layer';

const APOSTROPHE = 39;
const RETURN = 13;

/** An empty field is null, and a formula guard is taken off. */
function cellAt(text: string, from: number, to: number): string | null {
  if (from === to) return null;
  const cell = text.slice(from, to);
  return text.charCodeAt(from) === APOSTROPHE ? unguarded(cell) : cell;
}

function cellsOf(text: string, from: number, to: number, mark: number): (string | null)[] {
  const cells: (string | null)[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) !== mark) continue;
    cells.push(cellAt(text, start, at));
    start = at + 1;
  }
  cells.push(cellAt(text, start, to));
  return cells;
}

/** Lines end with \n or \r\n, and no quote protects a delimiter. */
export function hasPlainLines(text: string): boolean {
  return !text.includes('"') && !(text.includes('\r') && /\r(?!\n)/.test(text));
}

/** Lines that are not blank. `text` has plain lines. */
export class CsvLines implements RowList {
  /** Where each line starts and ends in the text, without its line end, and its row number: in threes. */
  private places = new Uint32Array(3 * 1024);
  private count = 0;
  private readonly mark: number;

  /** @throws LimitPassed for too many rows, columns or cells. */
  constructor(
    private readonly text: string,
    delimiter: string,
  ) {
    this.mark = delimiter.charCodeAt(0);
    const cells = new CellCount();
    // Less text than cells are allowed can not hold too many.
    const isHuge = text.length >= MOST_CELLS;
    let row = 0;
    for (let from = 0, end = 0; from < text.length; from = end + 1) {
      end = text.indexOf('\n', from);
      if (end < 0) end = text.length;
      const to = end > from && text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
      row += 1;
      if (!this.startsVisibly(from) && this.isBlank(from, to)) continue;
      const isCounted = isHuge || to - from >= MOST_COLUMNS;
      cells.addRow(row, isCounted ? cellsOf(text, from, to, this.mark).length : 0);
      this.add(from, to, row);
    }
  }

  private startsVisibly(at: number): boolean {
    const code = this.text.charCodeAt(at);
    const isVisible = (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
    return isVisible && code !== this.mark;
  }

  private isBlank(from: number, to: number): boolean {
    const cells = cellsOf(this.text, from, to, this.mark);
    return cells.every((cell) => cell === null || cell.trim() === '');
  }

  private add(from: number, to: number, row: number): void {
    const at = 3 * this.count;
    if (at === this.places.length) {
      const grown = new Uint32Array(2 * at);
      grown.set(this.places);
      this.places = grown;
    }
    this.places[at] = from;
    this.places[at + 1] = to;
    this.places[at + 2] = row;
    this.count += 1;
  }

  get length(): number {
    return this.count;
  }

  at(place: number): SourceRow {
    const at = 3 * place;
    const [from, to] = [this.places[at] as number, this.places[at + 1] as number];
    const cells = cellsOf(this.text, from, to, this.mark);
    return { row: this.places[at + 2] as number, cells, geometry: null };
  }
}
