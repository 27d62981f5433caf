import Papa from 'papaparse';

type Rows = readonly (readonly string[])[];

/** Rows of a comma-separated text, cells as they are; the line break at the end of the file makes no row. */
export function csvRows(text: string): Rows {
  const rows = Papa.parse<string[]>(text, { delimiter: ',' }).data;
  const last = rows.at(-1);
  return last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows;
}

const PIECE_CHARACTERS = 200_000;

/** Whether quotes opened in a part of the text are closed in it: an escaped quote counts twice. */
function isClosed(text: string, from: number, to: number): boolean {
  let isEven = true;
  for (let at = text.indexOf('"', from); at !== -1 && at < to; at = text.indexOf('"', at + 1))
    isEven = !isEven;
  return isEven;
}

/** The same rows, a piece of the text at a time, so that the caller can breathe. Pieces end where a row does. */
export function* csvRowPieces(text: string, pieceCharacters = PIECE_CHARACTERS): Generator<Rows> {
  for (let from = 0; from < text.length;) {
    let to = from;
    do {
      const end = text.indexOf('\n', Math.max(to, from + pieceCharacters));
      to = end === -1 ? text.length : end + 1;
    } while (to < text.length && !isClosed(text, from, to));
    yield csvRows(text.slice(from, to));
    from = to;
  }
}
