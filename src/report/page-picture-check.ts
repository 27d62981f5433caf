// A picture that was not drawn, or only in part, must not be printed: statistics of its pixels before the file is given.

const CELLS = 8;
/** A map with nothing but its ground has fewer colours than this; the smallest map of one area has dozens. */
const FEWEST_COLOURS = 8;

export interface PictureFault {
  readonly kind: 'empty-cells' | 'one-colour';
  /** Of 64 cells those without anything; colours found. */
  readonly count: number;
}

/** All transparent or all black: what a buffer holds that nothing was drawn into. */
function isEmptyCell(
  rgba: Uint8ClampedArray,
  width: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
): boolean {
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 4;
      const colour = (rgba[at] ?? 0) + (rgba[at + 1] ?? 0) + (rgba[at + 2] ?? 0);
      if ((rgba[at + 3] ?? 0) > 0 && colour > 0) return false;
    }
  }
  return true;
}

/** RGBA by rows, at least 8 × 8 pixels; null when the picture is drawn everywhere. */
export function pictureFault(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
): PictureFault | null {
  let empty = 0;
  for (let cell = 0; cell < CELLS * CELLS; cell++) {
    const [column, row] = [cell % CELLS, Math.floor(cell / CELLS)];
    const edge = (at: number, side: number): number => Math.floor((at * side) / CELLS);
    const box = [
      edge(column, width),
      edge(row, height),
      edge(column + 1, width),
      edge(row + 1, height),
    ] as const;
    if (isEmptyCell(rgba, width, box)) empty += 1;
  }
  if (empty > 0) return { kind: 'empty-cells', count: empty };
  const colours = new Set<number>();
  for (let at = 0; at < rgba.length && colours.size < FEWEST_COLOURS; at += 4)
    colours.add(((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0));
  return colours.size < FEWEST_COLOURS ? { kind: 'one-colour', count: colours.size } : null;
}
