// 坐标取整: places moved to the middle-most line of a stated grid of degrees, so that nobody can read a place more finely.
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';

export interface PublishGrid {
  readonly degrees: 0.01 | 0.02 | 0.05;
  /** How it is called in words. */
  readonly text: string;
  /** Distances are rounded to this: two exact ones would fix a place again. */
  readonly metres: number;
}

/** By the length of a hundredth of a degree of latitude; along a parallel it is shorter. */
export const PUBLISH_GRIDS: readonly PublishGrid[] = [
  { degrees: 0.01, text: '0.01°（约 1 公里）', metres: 1000 },
  { degrees: 0.02, text: '0.02°（约 2 公里）', metres: 2000 },
  { degrees: 0.05, text: '0.05°（约 5 公里）', metres: 5000 },
];

/** The nearest multiple of the grid, written with no more digits than the grid has. */
export function onGrid(value: number, { degrees }: PublishGrid): number {
  return Number((Math.round(value / degrees) * degrees).toFixed(2));
}

/** A distance, to the grid's step. */
export function metresOnGrid(metres: number, grid: PublishGrid): number {
  return Math.round(metres / grid.metres) * grid.metres;
}

/** A run of numbers lng, lat, lng, lat … */
export function runOnGrid(run: readonly number[], grid: PublishGrid): readonly number[] {
  return run.map((value) => onGrid(value, grid));
}

/** Without neighbours that have fallen together. */
function positionsOnGrid(positions: readonly Position[], grid: PublishGrid): Position[] {
  const moved = positions.map(([lng = 0, lat = 0]) => [onGrid(lng, grid), onGrid(lat, grid)]);
  return moved.filter(
    (each, at) => at === 0 || each[0] !== moved[at - 1]?.[0] || each[1] !== moved[at - 1]?.[1],
  );
}

/** Rings that still enclose something, of all parts. */
export function areaOnGrid(geometry: Polygon | MultiPolygon, grid: PublishGrid): MultiPolygon {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const coordinates = parts
    .map((rings) => rings.map((ring) => positionsOnGrid(ring, grid)))
    .filter(([outer]) => (outer?.length ?? 0) >= 4)
    .map((rings) => rings.filter((ring) => ring.length >= 4));
  return { type: 'MultiPolygon', coordinates };
}

/** A line or ring too small for the grid becomes the one place where it lies; heights are left out. */
export function geometryOnGrid(geometry: Geometry, grid: PublishGrid): Geometry {
  const line = (positions: readonly Position[]): Geometry => {
    const moved = positionsOnGrid(positions, grid);
    return moved.length > 1
      ? { type: 'LineString', coordinates: moved }
      : { type: 'Point', coordinates: moved[0] ?? [] };
  };
  const rings = (polygon: readonly Position[][]): Position[][] =>
    polygon.map((ring) => positionsOnGrid(ring, grid)).filter((ring) => ring.length >= 4);
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: positionsOnGrid([geometry.coordinates], grid)[0] ?? [] };
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: positionsOnGrid(geometry.coordinates, grid) };
    case 'LineString':
      return line(geometry.coordinates);
    case 'MultiLineString':
      return { type: 'GeometryCollection', geometries: geometry.coordinates.map(line) };
    case 'Polygon': {
      const outer = rings([geometry.coordinates[0] ?? []]);
      if (outer.length === 0) return line(geometry.coordinates[0] ?? []);
      return { type: 'Polygon', coordinates: rings(geometry.coordinates) };
    }
    case 'MultiPolygon':
      return {
        type: 'GeometryCollection',
        geometries: geometry.coordinates.map((polygon) =>
          geometryOnGrid({ type: 'Polygon', coordinates: polygon }, grid),
        ),
      };
    case 'GeometryCollection':
      return {
        type: 'GeometryCollection',
        geometries: geometry.geometries.map((part) => geometryOnGrid(part, grid)),
      };
  }
}
