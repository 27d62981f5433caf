// WGS84 geometry into the coordinate systems of export-crs.ts, position by position (crs-convert.ts), rounded to 0.1 mm.
import type { Geometry, Position } from 'geojson';
import { parseCrs } from './crs';
import { converterTo } from './crs-convert';
import type { ExportCrs } from './export-crs';

class Inconvertible extends Error {}

function positionMover(crs: ExportCrs): (position: Position) => Position {
  const parsed = parseCrs(crs.id);
  if (!parsed.ok) throw new Error(`an export system that the readers do not know: ${crs.id}`);
  const convert = converterTo(parsed.value);
  const scale = 10 ** crs.decimals;
  return ([lng = Number.NaN, lat = Number.NaN, ...height]) => {
    const conversion = convert(lng, lat);
    if (!conversion.ok) throw new Inconvertible(conversion.what);
    const [x, y] = conversion.position;
    return [Math.round(x * scale) / scale, Math.round(y * scale) / scale, ...height];
  };
}

function moved(geometry: Geometry, move: (position: Position) => Position): Geometry {
  const path = (positions: Position[]): Position[] => positions.map(move);
  const paths = (lines: Position[][]): Position[][] => lines.map(path);
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: move(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: path(geometry.coordinates) };
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: paths(geometry.coordinates) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(paths) };
    case 'GeometryCollection':
      return {
        type: 'GeometryCollection',
        geometries: geometry.geometries.map((each) => moved(each, move)),
      };
  }
}

/**
 * Converts one geometry after another; a height is kept as it is. null where the system has no coordinates for it (a
 * Gauss-Krüger zone ten degrees away).
 */
export function geometryConverter(crs: ExportCrs): (geometry: Geometry) => Geometry | null {
  const move = positionMover(crs);
  return (geometry) => {
    try {
      return moved(geometry, move);
    } catch (cause) {
      if (!(cause instanceof Inconvertible)) throw cause;
      return null;
    }
  };
}
