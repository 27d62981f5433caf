// A table on paper: heading row, hairlines between rows, cells shortened to their columns.
import { type Box, HAIRLINE, INK, type PageMark, QUIET_INK, textMark } from './page-marks';
import { shortened } from './page-text';

export interface PageColumn {
  readonly heading: string;
  /** Share of the table's width. */
  readonly share: number;
  readonly align: 'left' | 'right';
}

const ROW_HEIGHT = 5;
const TEXT_SIZE = 2.7;
const CELL_ROOM = 1;

/** Rows below the heading that fit into a height. */
export function tableRoom(height: number, growth: number): number {
  return Math.max(0, Math.floor((height + 1e-6) / (ROW_HEIGHT * growth)) - 1);
}

/** `box`: where the table begins and how wide it is. */
export function tableMarks(
  columns: readonly PageColumn[],
  rows: readonly (readonly string[])[],
  box: Pick<Box, 'x' | 'y' | 'width'>,
  growth: number,
): readonly PageMark[] {
  const [step, size, room] = [ROW_HEIGHT * growth, TEXT_SIZE * growth, CELL_ROOM * growth];
  const rule = (row: number, line: string, width: number): PageMark => {
    const y = box.y + row * step;
    const ends = [
      [box.x, y],
      [box.x + box.width, y],
    ] as const;
    return { kind: 'path', paths: [ends], isClosed: false, line, lineWidth: width * growth };
  };
  const rowMarks = (cells: readonly string[], row: number): PageMark[] => {
    let x = box.x;
    return columns.flatMap(({ share, align }, at) => {
      const width = share * box.width;
      const left = x;
      x += width;
      const text = shortened(cells[at] ?? '', size, width - 2 * room);
      if (text === '') return [];
      return [
        textMark(
          text,
          align === 'left' ? left + room : left + width - room,
          box.y + (row + 0.68) * step,
          size,
          { align, isStrong: row === 0, colour: row === 0 ? QUIET_INK : INK },
        ),
      ];
    });
  };
  return [
    rule(0, INK, 0.3),
    ...rowMarks(
      columns.map(({ heading }) => heading),
      0,
    ),
    rule(1, INK, 0.2),
    ...rows.flatMap((cells, at) => [
      ...rowMarks(cells, at + 1),
      rule(at + 2, at === rows.length - 1 ? INK : HAIRLINE, at === rows.length - 1 ? 0.3 : 0.1),
    ]),
  ];
}
