// Elevation and slope under an object, sampled: on a lattice inside an area and along its border, along a line, at points.
// The lattice is as fine as the terrain's cells, finer in an area of few cells and coarser in one of many, so that it takes
// some 100 to 4,000 samples. The steepest slope is that of the steepest sample; mean slope and steep share are those of the
// lattice alone, each of whose samples stands for the same area. Coarse cells smooth slopes: the true ones may be steeper.
import type { Geometry, Position } from 'geojson';
import type { ElevationGrid } from '../domain/elevation-grid';
import { containsTest, polygonAreaSquareMetres } from '../geo/area';
import { densified } from '../geo/densify';
import { cellMetres, sampleElevation, sampleSlopeDegrees } from '../geo/elevation';
import { RADIANS, SEMI_MAJOR_METRES } from '../geo/ellipsoid';
import { boundsOf, walkPositions } from '../geo/positions';
import { isArea } from './area-shares';

export interface TerrainSample {
  /** Metres above sea level. */
  readonly elevationMetres: number;
  /** null at the grid's edge and beside a gap. */
  readonly slopeDegrees: number | null;
  /** Size of a cell of the grid that answered. */
  readonly cellMetres: number;
}

export interface TerrainSampler {
  /** At a WGS84 position; null where there is no elevation. */
  sampleAt(position: Position): TerrainSample | null;
  /** Size of a cell, of the finest grid. */
  readonly cellMetres: number;
}

export interface TerrainLayer {
  readonly grid: ElevationGrid;
  /** WGS84 to the grid's own system; null where that is not defined. */
  readonly toGrid: (position: Position) => readonly [x: number, y: number] | null;
}

export interface TerrainFacts {
  /** null when no sample has data. */
  readonly elevationLeastMetres: number | null;
  readonly elevationMostMetres: number | null;
  readonly steepestSlopeDegrees: number | null;
  /** Over an area, where it has data; null for lines and points. */
  readonly meanSlopeDegrees: number | null;
  /** Share in 0..1 of an area's surface with data that is steeper than STEEP_DEGREES; null for lines and points. */
  readonly steepShare: number | null;
  readonly sampleCount: number;
  /** Samples without an elevation; with any, least and most speak of the others only. */
  readonly missingElevations: number;
  readonly missingSlopes: number;
  readonly spacingMetres: number;
  /** Size of a cell of the coarsest grid met; null when no sample has data. */
  readonly cellMetres: number | null;
}

/** 25°: from here on the law forbids new fields and the plan returns fields to forest (第八章 二). */
export const STEEP_DEGREES = 25;

const MOST_SAMPLES = 4_000;
const LEAST_SAMPLES = 100;

/** Throws RangeError without a layer. The first layer that has an elevation answers. */
export function terrainSampler(layers: readonly TerrainLayer[]): TerrainSampler {
  if (layers.length === 0) throw new RangeError('a terrain has at least one layer, got 0');
  return {
    sampleAt: (position) => {
      for (const { grid, toGrid } of layers) {
        const place = toGrid(position);
        const elevationMetres = place && sampleElevation(grid, place[0], place[1]);
        if (place === null || elevationMetres === null) continue;
        const slopeDegrees = sampleSlopeDegrees(grid, place[0], place[1]);
        return { elevationMetres, slopeDegrees, cellMetres: cellMetres(grid) };
      }
      return null;
    },
    cellMetres: Math.min(...layers.map(({ grid }) => cellMetres(grid))),
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

function spacingOf(geometry: Geometry, terrain: TerrainSampler): number {
  if (!isArea(geometry)) return terrain.cellMetres;
  const area = polygonAreaSquareMetres(geometry);
  const fine = Math.min(terrain.cellMetres, Math.sqrt(area / LEAST_SAMPLES));
  return Math.max(fine, Math.sqrt(area / MOST_SAMPLES));
}

type Sample = TerrainSample | null;

function slopesOf(samples: readonly Sample[]): number[] {
  return samples.flatMap((sample) => sample?.slopeDegrees ?? []);
}

/** To the centimetre: what interpolation leaves in the last digits breaks no limit. */
function roundedMetres(metres: number): number {
  return Math.round(metres * 100) / 100;
}

function most(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => Math.max(a, b));
}

/** Samples the whole geometry; deterministic. Null for an empty geometry. */
export function terrainFacts(geometry: Geometry, terrain: TerrainSampler): TerrainFacts | null {
  const spacingMetres = spacingOf(geometry, terrain);
  const sampleAt = (position: Position): Sample => terrain.sampleAt(position);
  const inside = latticeInside(geometry, spacingMetres).map(sampleAt);
  const along: Sample[] = [];
  walkPositions(densified(geometry, spacingMetres), (position) => along.push(sampleAt(position)));
  const samples = [...inside, ...along];
  if (samples.length === 0) return null;
  const known = samples.filter((sample) => sample !== null);
  const heights = known.map(({ elevationMetres }) => roundedMetres(elevationMetres));
  const slopes = slopesOf(samples);
  const surface = slopesOf(inside);
  const shareOf = (sum: number): number | null =>
    surface.length === 0 ? null : sum / surface.length;
  const depth = most(heights.map((metres) => -metres));
  return {
    elevationLeastMetres: depth === null ? null : -depth,
    elevationMostMetres: most(heights),
    steepestSlopeDegrees: most(slopes),
    meanSlopeDegrees: shareOf(surface.reduce((sum, degrees) => sum + degrees, 0)),
    steepShare: shareOf(surface.filter((degrees) => degrees > STEEP_DEGREES).length),
    sampleCount: samples.length,
    missingElevations: samples.length - known.length,
    missingSlopes: samples.length - slopes.length,
    spacingMetres,
    cellMetres: most(known.map((sample) => sample.cellMetres)),
  };
}
