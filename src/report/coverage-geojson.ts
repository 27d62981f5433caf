import type { FeatureCollection, Point } from 'geojson';
import type { CoverageTable } from './coverage-table';

/** The list as points (WGS84) with the columns' headings as property names; unknown figures are null. */
export function coverageFeatures(
  table: CoverageTable,
): FeatureCollection<Point, Record<string, string | number | null>> {
  const columns = table.columns.filter(({ key }) => key !== 'lng' && key !== 'lat');
  return {
    type: 'FeatureCollection',
    features: table.rows.map((row) => ({
      type: 'Feature',
      id: row.code,
      properties: Object.fromEntries(columns.map(({ key, heading }) => [heading, row[key]])),
      geometry: { type: 'Point', coordinates: [row.lng, row.lat] },
    })),
  };
}

/** Parameters and sources, for the collection's foreign member. */
export function coverageAbout(table: CoverageTable): Readonly<Record<string, unknown>> {
  return {
    title: table.title,
    parameters: Object.fromEntries(table.header.map(({ label, value }) => [label, value])),
    notes: table.footer,
  };
}
