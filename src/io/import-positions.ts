// The coordinates of a row as the file has them: two columns, one column with both, or a point geometry.
import {
  isDegreesMinutesSeconds,
  plainDecimals,
  readCoordinate,
  splitPair,
  tidyText,
} from './column-text';
import type { SourceCell, SourceRow } from './source-layer';

/** Places of the coordinate columns; `y` null where one column holds both. */
export interface PositionColumns {
  readonly x: number;
  readonly y: number | null;
}

export type RowPosition =
  | { readonly kind: 'none' }
  /** In the file's coordinates and order. */
  | { readonly kind: 'point'; readonly x: number; readonly y: number }
  /** Chinese, without place and full stop. `column` is the faulty one's place. */
  | {
      readonly kind: 'fault';
      readonly column: number | null;
      readonly what: string;
      readonly mend: string;
    };

function decimalsOf(cell: SourceCell): number {
  const plain = typeof cell === 'string' ? plainDecimals(cell) : -1;
  if (plain >= 0) return plain;
  if (isDegreesMinutesSeconds(cell)) return 5;
  return /\.(\d+)/.exec(tidyText(cell))?.[1]?.length ?? 0;
}

function fromCells(
  cells: readonly [x: SourceCell, y: SourceCell],
  places: readonly [x: number, y: number],
): RowPosition {
  const x = readCoordinate(cells[0]);
  const y = readCoordinate(cells[1]);
  if (x.kind === 'fault') return { ...x, column: places[0] };
  if (y.kind === 'fault') return { ...y, column: places[1] };
  if (x.kind === 'number' && y.kind === 'number') {
    return { kind: 'point', x: x.value, y: y.value };
  }
  if (x.kind !== 'number' && y.kind !== 'number') return { kind: 'none' };
  const missing = x.kind === 'number' ? places[1] : places[0];
  const what = '坐标只有一半，另一半是空的';
  return { kind: 'fault', column: missing, what, mend: '请补全两个坐标，或把两格都留空。' };
}

function fromPair(cell: SourceCell, place: number): RowPosition {
  if (tidyText(cell) === '') return { kind: 'none' };
  const pair = splitPair(cell);
  if (pair !== null) return fromCells(pair, [place, place]);
  return {
    kind: 'fault',
    column: place,
    what: `「${tidyText(cell).slice(0, 24)}」不是一对坐标`,
    mend: '请写成「经度,纬度」，如 111.217400,34.837300，或分成两列。',
  };
}

/** Null for a row of a layer without coordinate columns and with a geometry that is no point. */
export function rowPosition(row: SourceRow, columns: PositionColumns | null): RowPosition | null {
  const { geometry } = row;
  if (geometry?.type === 'Point') {
    const [x = Number.NaN, y = Number.NaN] = geometry.coordinates;
    if (Number.isFinite(x) && Number.isFinite(y)) return { kind: 'point', x, y };
    const what = `坐标「${String(x)}, ${String(y)}」不是数字`;
    return { kind: 'fault', column: null, what, mend: '请在原软件中改正该点的坐标。' };
  }
  if (geometry !== null) return null;
  if (columns === null) return { kind: 'none' };
  const cell = row.cells[columns.x] ?? null;
  if (columns.y === null) return fromPair(cell, columns.x);
  return fromCells([cell, row.cells[columns.y] ?? null], [columns.x, columns.y]);
}

/** Decimals of a row's coordinate columns as printed, the fewer of both. */
export function positionDecimals({ cells }: SourceRow, { x, y }: PositionColumns): number {
  const cell = cells[x] ?? null;
  const pair = y === null ? splitPair(cell) : ([cell, cells[y] ?? null] as const);
  return pair === null ? 0 : Math.min(...pair.map(decimalsOf));
}

/** Places of the roles x and y among the columns. */
export function positionColumns(roles: readonly string[]): PositionColumns | null {
  const [x, y] = [roles.indexOf('x'), roles.indexOf('y')];
  if (x < 0) return null;
  return { x, y: y < 0 ? null : y };
}
