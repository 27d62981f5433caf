// An export table as GeoJSON: headings are property names, an empty cell is null. In WGS84 by RFC 7946. In any other system
// RFC 7946 has no word for it, so the file carries the member "crs" of the 2008 specification, which QGIS and GDAL still
// honour, and its name says so (export-format.ts). One feature a line.
import type { Geometry } from 'geojson';
import type { PreparedTable } from './prepare-export';
import type { Written } from './written';

function featureText(
  headings: readonly string[],
  cells: readonly (string | number | null)[],
  geometry: Geometry | null,
): string {
  // Not built as an object: a heading may be any word, "__proto__" too, and digits would change the order.
  const properties = headings
    .map((heading, at) => `${JSON.stringify(heading)}:${JSON.stringify(cells[at] ?? null)}`)
    .join(',');
  return `{"type":"Feature","properties":{${properties}},"geometry":${JSON.stringify(geometry)}}`;
}

function crsMember({ crs }: PreparedTable): string {
  if (crs.id === 'wgs84') return '';
  const name = crs.epsg === null ? crs.id : `urn:ogc:def:crs:EPSG::${crs.epsg}`;
  return `"crs":{"type":"name","properties":{"name":${JSON.stringify(name)}}},`;
}

export function writeGeoJsonExport(table: PreparedTable): Written {
  const headings = table.columns.map(({ heading }) => heading);
  const features = table.rows.map(({ cells, geometry }) => featureText(headings, cells, geometry));
  const about = JSON.stringify({ title: table.title, notes: table.about });
  const text = `{"type":"FeatureCollection",${crsMember(table)}"about":${about},"features":[\n${features.join(',\n')}\n]}\n`;
  return { bytes: new TextEncoder().encode(text), notes: [] };
}
