// Elevation and slope at a position of a regular grid of heights.
//
// Elevation: bilinear between the four cell centres round the position. Slope: Horn (1981), the weighted differences of the
// eight neighbours of the nearest cell, as GIS programs compute it. Half a cell from the edge and next to a gap both answer
// null rather than a guess.
import type { ElevationGrid } from '../domain/elevation-grid';
import { RADIANS, SEMI_MAJOR_METRES } from './ellipsoid';

function heightAt(grid: ElevationGrid, column: number, row: number): number {
  if (column < 0 || row < 0 || column >= grid.width || row >= grid.height) return Number.NaN;
  return grid.values[row * grid.width + column] ?? Number.NaN;
}

/** Elevation in metres; null outside the grid or beside a gap. x, y in the grid's system (degrees: longitude, latitude). */
export function sampleElevation(grid: ElevationGrid, x: number, y: number): number | null {
  // Places in cells, counted from the centre of the north-west cell.
  const u = (x - grid.west) / grid.cellWidth - 0.5;
  const v = (grid.north - y) / grid.cellHeight - 0.5;
  const [column, row] = [Math.floor(u), Math.floor(v)];
  const [right, down] = [u - column, v - row];
  const corner = (dc: number, dr: number, share: number): number =>
    share === 0 ? 0 : share * heightAt(grid, column + dc, row + dr);
  const height =
    corner(0, 0, (1 - right) * (1 - down)) +
    corner(1, 0, right * (1 - down)) +
    corner(0, 1, (1 - right) * down) +
    corner(1, 1, right * down);
  return Number.isFinite(height) ? height : null;
}

/** Height of a cell on the ground, metres. */
export function cellMetres({ cellHeight, unit }: Pick<ElevationGrid, 'cellHeight' | 'unit'>) {
  return unit === 'metre' ? cellHeight : cellHeight * SEMI_MAJOR_METRES * RADIANS;
}

/** Metres to a unit of x and of y at this latitude. On the sphere: 0.3 % off at most, far below a grid's own error. */
function metresPerUnit(grid: ElevationGrid, y: number): readonly [number, number] {
  if (grid.unit === 'metre') return [1, 1];
  const degree = SEMI_MAJOR_METRES * RADIANS;
  return [degree * Math.cos(y * RADIANS), degree];
}

/** Slope in degrees at the cell that holds the position; null at the grid's edge or beside a gap. */
export function sampleSlopeDegrees(grid: ElevationGrid, x: number, y: number): number | null {
  const column = Math.floor((x - grid.west) / grid.cellWidth);
  const row = Math.floor((grid.north - y) / grid.cellHeight);
  const [perX, perY] = metresPerUnit(grid, y);
  const z = (dc: number, dr: number): number => heightAt(grid, column + dc, row + dr);
  const east = z(1, -1) + 2 * z(1, 0) + z(1, 1) - z(-1, -1) - 2 * z(-1, 0) - z(-1, 1);
  const south = z(-1, 1) + 2 * z(0, 1) + z(1, 1) - z(-1, -1) - 2 * z(0, -1) - z(1, -1);
  const rise = Math.hypot(east / (8 * grid.cellWidth * perX), south / (8 * grid.cellHeight * perY));
  const slope = Math.atan(rise) / RADIANS;
  return Number.isFinite(slope) && Number.isFinite(z(0, 0)) ? slope : null;
}
