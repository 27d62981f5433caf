import type { BoundingBox } from './lng-lat';

/** Heights in metres, row by row from the north-west. Positions are in the grid's own coordinate system. */
export interface ElevationGrid {
  /** Outer corner of the north-west cell. */
  readonly west: number;
  readonly north: number;
  /** Width and height of a cell in the unit of the system, both positive. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly width: number;
  readonly height: number;
  /** width × height values; NaN where there is none. */
  readonly values: Float32Array | Float64Array;
  /** As `parseCrs` reads it; null when the file does not say or we can not read it. */
  readonly crs: string | null;
  readonly unit: 'degree' | 'metre';
}

/** An elevation grid that a document keeps, in its own system: resampling would change heights and smooth slopes. */
export interface TerrainGrid extends ElevationGrid {
  /** Whole decimetres. */
  readonly values: Float32Array;
  readonly crs: string;
  /** All that the grid covers, WGS84. */
  readonly bounds: BoundingBox;
  /** A cell is the mean of so many by so many cells of the file; 1: as in the file. */
  readonly thinnedBy: number;
}

/** A finer or larger grid is thinned, so that a document stays light: at most some 10 MB of text. */
export const MOST_TERRAIN_CELLS = 4_000_000;

/** Above any ground and below any trench: whatever lies beyond marks a cell without a height (-32768 and its like). */
export const MOST_HEIGHT_METRES = 12_000;
