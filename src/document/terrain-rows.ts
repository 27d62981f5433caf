// Heights of a terrain grid as rows of whole decimetres, each but the first of a row as its difference from the one before
// it: neighbours differ by little, so the text is short and packs well. null is a cell without a height.
import { MOST_HEIGHT_METRES, MOST_TERRAIN_CELLS, type TerrainGrid } from '../domain/elevation-grid';
import type { BoundingBox } from '../domain/lng-lat';

const DECIMETRES = 10;

type HeightRow = readonly (number | null)[];

/** Row `row` of the grid, from the north. */
export function heightRow({ values, width }: TerrainGrid, row: number): HeightRow {
  let before = 0;
  return Array.from(values.subarray(row * width, (row + 1) * width), (metres) => {
    if (Number.isNaN(metres)) return null;
    const height = Math.round(metres * DECIMETRES);
    const difference = height - before;
    before = height;
    return difference;
  });
}

function readRow(row: unknown, into: Float32Array): boolean {
  if (!Array.isArray(row) || row.length !== into.length) return false;
  let height = 0;
  for (const [column, difference] of (row as readonly unknown[]).entries()) {
    if (difference === null) {
      into[column] = Number.NaN;
      continue;
    }
    if (!Number.isSafeInteger(difference)) return false;
    height += Number(difference);
    if (Math.abs(height) > MOST_HEIGHT_METRES * DECIMETRES) return false;
    into[column] = height / DECIMETRES;
  }
  return true;
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

const isBounds = (value: unknown): value is BoundingBox =>
  Array.isArray(value) && value.length === 4 && value.every(isNumber);

/** The grid from what it says of itself and its rows as `heightRow` gave them; null when anything is not as it must be. */
export function terrainFromRows(
  about: Readonly<Record<string, unknown>>,
  rows: readonly unknown[],
): TerrainGrid | null {
  const { west, north, cellWidth, cellHeight, width, height, crs, unit, thinnedBy, bounds } = about;
  if (!isNumber(west) || !isNumber(north)) return null;
  if (!isNumber(cellWidth) || !isNumber(cellHeight) || !(cellWidth > 0 && cellHeight > 0)) {
    return null;
  }
  if (!isCount(width) || !isCount(height) || !isCount(thinnedBy)) return null;
  if (width * height > MOST_TERRAIN_CELLS || rows.length !== height) return null;
  if (!isBounds(bounds)) return null;
  if (typeof crs !== 'string' || crs === '' || (unit !== 'degree' && unit !== 'metre')) return null;
  const values = new Float32Array(width * height);
  const areRows = rows.every((row, at) =>
    readRow(row, values.subarray(at * width, (at + 1) * width)),
  );
  if (!areRows) return null;
  return {
    west,
    north,
    cellWidth,
    cellHeight,
    width,
    height,
    values,
    crs,
    unit,
    bounds,
    thinnedBy,
  };
}
