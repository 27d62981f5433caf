// What every reader gives: a file's tables and features as they stand in it, before anybody decides what they mean.
// Coordinates are the file's own; nothing is converted, trimmed or dropped here.
import type { Geometry } from 'geojson';

export type SourceFormat =
  'csv' | 'xlsx' | 'geojson' | 'shapefile' | 'kml' | 'dxf' | 'geopackage' | 'geotiff';

/** One file as the user dropped it; `path` holds folders for a dropped folder. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A date cell comes as ISO text; a formula as its stored result, never run. */
export type SourceCell = string | number | boolean | null;

export interface SourceRow {
  /** As the file's own program shows it, from 1 (for features: the feature's place). */
  readonly row: number;
  readonly cells: readonly SourceCell[];
  /** In the file's coordinates; null in a table or for an empty geometry. */
  readonly geometry: Geometry | null;
}

/** Rows by their place; an array is one. */
export interface RowList {
  readonly length: number;
  at(place: number): SourceRow | undefined;
}

/** What the file itself says of its coordinates. */
export interface DeclaredCrs {
  /** As `parseCrs` reads it; null when the file names a system that we can not read. */
  readonly crs: string | null;
  /** The .prj text, the GeoJSON member, … as printed, at most 200 characters. */
  readonly printed: string;
}

/** One sheet, one feature class, one DXF file. */
export interface SourceLayer {
  readonly name: string;
  /**
   * Column names of a format that has them (shapefile, GeoJSON, KML, GeoPackage, DXF). null for a plain table, whose
   * heading rows are still among `rows`.
   */
  readonly headings: readonly string[] | null;
  readonly rows: readonly SourceRow[];
  /** In place of `rows`, which is empty then, of a text table read with `keepsRows: false`: rows are made when asked for. */
  readonly list?: RowList;
  readonly declaredCrs: DeclaredCrs | null;
}

/** One opened file (the .shp with its companions is one). */
export interface SourceFile {
  readonly fileName: string;
  readonly format: SourceFormat;
  /** null for a binary format. */
  readonly encoding: string | null;
  readonly sha256: string;
  readonly layers: readonly SourceLayer[];
}
