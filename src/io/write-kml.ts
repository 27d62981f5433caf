// An export table as KML 2.2: one placemark a row with its label as name and typed extended data; WGS84 by definition of the
// format. Sources stand in the document's description, which viewers show as HTML: so they are escaped for HTML and for XML.
import type { Geometry, Position } from 'geojson';
import { escapeXml } from './clean-text';
import type { ExportCell, ExportColumn } from './export-table';
import type { PreparedRow, PreparedTable } from './prepare-export';
import type { Written } from './written';

const TYPES = { text: 'string', code: 'string', integer: 'int', number: 'double', share: 'double' };

/** aabbggrr: accent line 2 px, fill at 15 %, dots and labels at three quarters of the usual size. */
const STYLE =
  '<Style id="s"><IconStyle><color>ffad5c0b</color><scale>0.75</scale></IconStyle><LabelStyle><scale>0.75</scale></LabelStyle>' +
  '<LineStyle><color>ffad5c0b</color><width>2</width></LineStyle><PolyStyle><color>26ad5c0b</color></PolyStyle></Style>';

function coordinates(positions: readonly Position[]): string {
  return `<coordinates>${positions.map((position) => position.join(',')).join(' ')}</coordinates>`;
}

function polygonKml(rings: readonly Position[][]): string {
  const [outer = [], ...holes] = rings;
  const ring = (positions: Position[]): string =>
    `<LinearRing>${coordinates(positions)}</LinearRing>`;
  const inner = holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`).join('');
  return `<Polygon><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${inner}</Polygon>`;
}

function multi(parts: readonly string[]): string {
  return `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
}

function pointKml(position: Position): string {
  return `<Point>${coordinates([position])}</Point>`;
}

function lineKml(positions: readonly Position[]): string {
  return `<LineString>${coordinates(positions)}</LineString>`;
}

function geometryKml(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return pointKml(geometry.coordinates);
    case 'MultiPoint':
      return multi(geometry.coordinates.map(pointKml));
    case 'LineString':
      return lineKml(geometry.coordinates);
    case 'MultiLineString':
      return multi(geometry.coordinates.map(lineKml));
    case 'Polygon':
      return polygonKml(geometry.coordinates);
    case 'MultiPolygon':
      return multi(geometry.coordinates.map(polygonKml));
    case 'GeometryCollection':
      return multi(geometry.geometries.map(geometryKml));
  }
}

/** An `int` of KML has 32 bits. */
function typeOf({ kind }: ExportColumn, at: number, rows: readonly PreparedRow[]): string {
  const fits = (cell: ExportCell | undefined): boolean =>
    typeof cell !== 'number' || (Number.isInteger(cell) && Math.abs(cell) < 2 ** 31);
  return kind === 'integer' && !rows.every(({ cells }) => fits(cells[at])) ? 'double' : TYPES[kind];
}

function placemark(
  { label, cells, geometry }: PreparedRow,
  columns: readonly ExportColumn[],
): string {
  const data = columns
    .map(({ heading }, at) => {
      const cell = cells[at] ?? null;
      if (cell === null || cell === '') return '';
      return `<SimpleData name="${escapeXml(heading)}">${escapeXml(String(cell))}</SimpleData>`;
    })
    .join('');
  return (
    `<Placemark><name>${escapeXml(label)}</name><styleUrl>#s</styleUrl>` +
    `<ExtendedData><SchemaData schemaUrl="#f">${data}</SchemaData></ExtendedData>` +
    `${geometry === null ? '' : geometryKml(geometry)}</Placemark>`
  );
}

export function writeKmlExport({ title, columns, rows, about }: PreparedTable): Written {
  const fields = columns
    .map(
      (column, at) =>
        `<SimpleField name="${escapeXml(column.heading)}" type="${typeOf(column, at, rows)}"></SimpleField>`,
    )
    .join('');
  const description = escapeXml(about.map(escapeXml).join('<br>'));
  const placemarks = rows.map((row) => placemark(row, columns)).join('\n');
  const text =
    '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>' +
    `<name>${escapeXml(title)}</name><description>${description}</description>${STYLE}` +
    `<Schema name="fields" id="f">${fields}</Schema>\n${placemarks}\n</Document></kml>\n`;
  return { bytes: new TextEncoder().encode(text), notes: [] };
}
