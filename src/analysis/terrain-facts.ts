// Elevation and slope under an object, sampled: on a lattice inside an area and along its border, along a line, at points.
// The lattice is as fine as the terrain's cells, or coarser so that an area takes some 4,000 samples; the spacing is told.
// The steepest slope is that of the steepest sample: coarse cells smooth slopes, so the true one may be steeper.
import type { Geometry, Position } from 'geojson';
import type { ElevationGrid } from '../domain/elevation-grid';
import { containsTest, polygonAreaSquareMetres } from '../geo/area';
import { densified } from '../geo/densify';
import { sampleElevation, sampleSlopeDegrees } from '../geo/elevation';
import { RADIANS, SEMI_MAJOR_METRES } from '../geo/ellipsoid';
import { boundsOf, walkPositions } from '../geo/positions';
import { isArea } from './area-shares';

export interface TerrainSampler {
  /** Metres above sea level at a WGS84 position; null where there is no data. */
  elevationAt(position: Position): number | null;
  slopeDegreesAt(position: Position): number | null;
  /** Size of a cell. */
  readonly cellMetres: number;
}

export interface TerrainFacts {
  /** null when no sample has data. */
  readonly elevationLeastMetres: number | null;
  readonly elevationMostMetres: number | null;
  readonly steepestSlopeDegrees: number | null;
  readonly sampleCount: number;
  /** Samples without an elevation; with any, least and most speak of the others only. */
  readonly missingElevations: number;
  readonly missingSlopes: number;
  readonly spacingMetres: number;
}

const MOST_SAMPLES = 4_000;

/** `toGrid`: WGS84 to the grid's own system; null where that is not defined. */
export function terrainSampler(
  grid: ElevationGrid,
  toGrid: (position: Position) => readonly [x: number, y: number] | null,
): TerrainSampler {
  const sampled =
    (take: (grid: ElevationGrid, x: number, y: number) => number | null) =>
    (position: Position): number | null => {
      const place = toGrid(position);
      return place === null ? null : take(grid, place[0], place[1]);
    };
  const perUnit = grid.unit === 'metre' ? 1 : SEMI_MAJOR_METRES * RADIANS;
  return {
    elevationAt: sampled(sampleElevation),
    slopeDegreesAt: sampled(sampleSlopeDegrees),
    cellMetres: grid.cellHeight * perUnit,
  };
}

/** Lattice points inside the area, rows and columns `step` metres apart. */
function latticeInside(geometry: Geometry, stepMetres: number): Position[] {
  const bounds = boundsOf(geometry);
  if (!isArea(geometry) || bounds === null) return [];
  const [west, south, east, north] = bounds;
  const isIn = containsTest(geometry);
  const rowDegrees = stepMetres / (SEMI_MAJOR_METRES * RADIANS);
  const columnDegrees = rowDegrees / Math.cos(((south + north) / 2) * RADIANS);
  const inside: Position[] = [];
  for (let lat = south + rowDegrees / 2; lat < north; lat += rowDegrees) {
    for (let lng = west + columnDegrees / 2; lng < east; lng += columnDegrees) {
      if (isIn([lng, lat])) inside.push([lng, lat]);
    }
  }
  return inside;
}

/** Samples the whole geometry; deterministic. Null for an empty geometry. */
export function terrainFacts(geometry: Geometry, terrain: TerrainSampler): TerrainFacts | null {
  const coarsest = isArea(geometry)
    ? Math.sqrt(polygonAreaSquareMetres(geometry) / MOST_SAMPLES)
    : 0;
  const spacingMetres = Math.max(terrain.cellMetres, coarsest);
  const places = latticeInside(geometry, spacingMetres);
  walkPositions(densified(geometry, spacingMetres), (position) => places.push(position));
  if (places.length === 0) return null;
  const known = (values: readonly (number | null)[]): number[] =>
    values.filter((value) => value !== null);
  const heights = known(places.map((place) => terrain.elevationAt(place)));
  const slopes = known(places.map((place) => terrain.slopeDegreesAt(place)));
  const fold = (pick: (a: number, b: number) => number, values: readonly number[]) =>
    values.length === 0 ? null : values.reduce((a, b) => pick(a, b));
  return {
    elevationLeastMetres: fold(Math.min, heights),
    elevationMostMetres: fold(Math.max, heights),
    steepestSlopeDegrees: fold(Math.max, slopes),
    sampleCount: places.length,
    missingElevations: places.length - heights.length,
    missingSlopes: places.length - slopes.length,
    spacingMetres,
  };
}
