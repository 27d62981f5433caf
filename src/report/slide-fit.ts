// How much room text takes, by estimate: what a slide shows can not be measured where it is written, and nothing may be cut
// off. A Chinese character is one em wide, a Latin one at most 0.62 (bold capitals a little more, digits less); lines are
// 1.45 em, which the tallest Chinese faces take. Rounded up everywhere: a little white is better than a lost line.
import type { ListColumn } from './list-table';
import type { ReportTable } from './report-model';
import { cellText } from './report-text';

const POINTS_AN_INCH = 72;
const LATIN_EM = 0.62;
const LINE_EM = 1.45;
/** Before the first block of Chinese radicals. */
const LAST_NARROW = 0x2e7f;

/** Width in em. */
export function textEms(text: string): number {
  let ems = 0;
  for (const character of text) ems += (character.codePointAt(0) ?? 0) > LAST_NARROW ? 1 : LATIN_EM;
  return ems;
}

export function linesOf(text: string, widthInches: number, points: number): number {
  const perLine = Math.max(1, (widthInches * POINTS_AN_INCH) / points);
  // A word or a full stop that may not begin a line moves on whole: one em is lost on each line.
  const usable = Math.max(1, perLine - 1);
  return text.split('\n').reduce((lines, part) => {
    const ems = textEms(part);
    return lines + (ems <= perLine ? 1 : Math.ceil(ems / usable));
  }, 0);
}

export function heightOf(lines: number, points: number): number {
  return (lines * points * LINE_EM) / POINTS_AN_INCH;
}

/** The largest of the sizes at which the paragraphs fit the box, or null. */
export function fittingSize(
  paragraphs: readonly string[],
  box: { readonly w: number; readonly h: number },
  sizes: readonly number[],
): number | null {
  const fits = (points: number): boolean => {
    const lines = paragraphs.reduce((sum, each) => sum + linesOf(each, box.w, points), 0);
    return heightOf(lines, points) <= box.h;
  };
  return sizes.find(fits) ?? null;
}

/** Paragraphs in parts that each fit the box at this size; one that is longer than a box is cut between characters. */
export function paragraphPages(
  paragraphs: readonly string[],
  box: { readonly w: number; readonly h: number },
  points: number,
): readonly (readonly string[])[] {
  const room = Math.max(1, Math.floor((box.h * POINTS_AN_INCH) / (points * LINE_EM)));
  const mostEms = Math.max(1, (box.w * POINTS_AN_INCH) / points - 1) * room;
  const pieces = paragraphs.flatMap((paragraph) => cutAt(paragraph, mostEms));
  const pages: string[][] = [];
  let left = 0;
  for (const piece of pieces) {
    const lines = linesOf(piece, box.w, points);
    const page = pages.at(-1);
    if (page === undefined || lines > left) {
      pages.push([piece]);
      left = room - lines;
    } else {
      page.push(piece);
      left -= lines;
    }
  }
  return pages;
}

function cutAt(text: string, mostEms: number): readonly string[] {
  if (textEms(text) <= mostEms) return [text];
  const parts: string[] = [];
  let part = '';
  let ems = 0;
  for (const character of text) {
    const wide = textEms(character);
    if (ems + wide > mostEms) {
      parts.push(part);
      [part, ems] = ['', 0];
    }
    part += character;
    ems += wide;
  }
  return [...parts, part];
}

/** Inner margins of a table cell, in inches. */
export const CELL_MARGIN = { x: 0.07, y: 0.04 };
const [LEAST_EMS, MOST_EMS] = [2, 18];
/** Both margins of a cell and a little more. */
const CELL_MARGIN_EMS = 1.3;

export interface TablePage {
  /** Texts of the rows of this page, heading row apart. */
  readonly rows: readonly (readonly string[])[];
  readonly rowHeights: readonly number[];
}

export interface PagedTable {
  readonly headings: readonly string[];
  readonly headingHeight: number;
  readonly columnWidths: readonly number[];
  readonly pages: readonly TablePage[];
}

/** The level at which values cut down to it add up to `total`; Infinity where they do uncut. */
function cutLevel(values: readonly number[], total: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  let rest = total;
  for (const [at, value] of sorted.entries()) {
    const share = rest / (sorted.length - at);
    if (value > share) return share;
    rest -= value;
  }
  return Infinity;
}

/**
 * Widths in inches that add up to `width`, by the widest text of each column. Where there is not room for all, the widest
 * columns give way and break their lines, so that numbers stay on one.
 */
export function columnWidths(
  columns: readonly ListColumn<string>[],
  rows: readonly (readonly string[])[],
  width: number,
  points: number,
): readonly number[] {
  const natural = columns.map(({ heading }, at) => {
    // A heading may break once; a name should not.
    const widest = rows.reduce(
      (most, row) => Math.max(most, textEms(row[at] ?? '')),
      textEms(heading) / 2,
    );
    return Math.min(Math.max(widest, LEAST_EMS), MOST_EMS) + CELL_MARGIN_EMS;
  });
  const level = cutLevel(natural, (width * POINTS_AN_INCH) / points);
  const cut = natural.map((each) => Math.min(each, level));
  const sum = cut.reduce((total, each) => total + each, 0);
  return cut.map((each) => (each / sum) * width);
}

/** The table cut into pages of at most `height`, each to be drawn below the heading row. At least one page, of no rows. */
export function pagedTable(
  { columns, rows }: Pick<ReportTable, 'columns' | 'rows'>,
  room: { readonly width: number; readonly height: number; readonly points: number },
): PagedTable {
  const texts = rows.map((row) => columns.map((column) => cellText(column, row[column.key])));
  const headings = columns.map(({ heading }) => heading);
  const widths = columnWidths(columns, texts, room.width, room.points);
  const rowHeight = (cells: readonly string[]): number => {
    const lines = cells.map((cell, at) =>
      linesOf(cell, (widths[at] ?? 1) - 2 * CELL_MARGIN.x, room.points),
    );
    return heightOf(Math.max(1, ...lines), room.points) + 2 * CELL_MARGIN.y;
  };
  const headingHeight = rowHeight(headings);
  const pages: { rows: (readonly string[])[]; rowHeights: number[] }[] = [
    { rows: [], rowHeights: [] },
  ];
  let left = room.height - headingHeight;
  for (const cells of texts) {
    const height = rowHeight(cells);
    let page = pages.at(-1);
    if (page === undefined || (height > left && page.rows.length > 0)) {
      page = { rows: [], rowHeights: [] };
      pages.push(page);
      left = room.height - headingHeight;
    }
    page.rows.push(cells);
    page.rowHeights.push(height);
    left -= height;
  }
  return { headings, headingHeight, columnWidths: widths, pages };
}
