// What is exported, whatever the file format: a title, typed columns, rows with at most one geometry each (WGS84), and the
// lines that say where it comes from. Builders make it, `prepareExport` turns it into the chosen coordinate system and
// fields, one writer a format writes it.
import type { Geometry } from 'geojson';

/** code: digits that stay text. share: 0..1, shown as a percentage where a format can. */
export type ExportCellKind = 'text' | 'code' | 'integer' | 'number' | 'share';

export interface ExportColumn {
  readonly heading: string;
  readonly kind: ExportCellKind;
}

/** text and code columns hold text, the others numbers; null and "" are empty cells. */
export type ExportCell = string | number | null;

export interface ExportRow {
  readonly cells: readonly ExportCell[];
  /** WGS84, RFC 7946. */
  readonly geometry: Geometry | null;
}

export interface ExportTable {
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly ExportRow[];
  /** Place among the columns of the name written beside a thing on a drawing. */
  readonly labelColumn: number | null;
  /** Place of the column whose words name the layers of a drawing; null puts all on one layer, named by the title. */
  readonly layerColumn: number | null;
  /** Parameters, sources, licence, engine version: one line each. */
  readonly about: readonly string[];
}

export type GeometryDimension = 'point' | 'line' | 'area';

/** The parts that a collection is made of; a simple geometry is its own part. */
export function simpleParts(
  geometry: Geometry,
): readonly Exclude<Geometry, { geometries: unknown }>[] {
  return geometry.type === 'GeometryCollection'
    ? geometry.geometries.flatMap(simpleParts)
    : [geometry];
}

export function dimensionOf(
  type: Exclude<Geometry['type'], 'GeometryCollection'>,
): GeometryDimension {
  if (type === 'Point' || type === 'MultiPoint') return 'point';
  return type === 'LineString' || type === 'MultiLineString' ? 'line' : 'area';
}

/** Which kinds of geometry the rows have. */
export function dimensionsIn(rows: readonly ExportRow[]): ReadonlySet<GeometryDimension> {
  const found = new Set<GeometryDimension>();
  for (const { geometry } of rows) {
    if (geometry) for (const part of simpleParts(geometry)) found.add(dimensionOf(part.type));
  }
  return found;
}
