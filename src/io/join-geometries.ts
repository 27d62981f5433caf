import type { Geometry, Position } from 'geojson';

type Family = 'Point' | 'LineString' | 'Polygon';

function familyOf(geometry: Geometry): Family | null {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return 'Point';
    case 'LineString':
    case 'MultiLineString':
      return 'LineString';
    case 'Polygon':
    case 'MultiPolygon':
      return 'Polygon';
    case 'GeometryCollection':
      return null;
  }
}

/**
 * One geometry with the parts of all: the only one itself, a Multi… when all are of one kind, else a collection.
 * Null for none. Throws nothing; coordinates are shared, not copied.
 */
export function joinGeometries(geometries: readonly Geometry[]): Geometry | null {
  const [first, ...others] = geometries;
  if (!first) return null;
  if (others.length === 0) return first;
  const family = familyOf(first);
  if (family === null || others.some((geometry) => familyOf(geometry) !== family)) {
    return { type: 'GeometryCollection', geometries: [...geometries] };
  }
  // flatMap, not push(...): a spread of a hundred thousand vertices overflows the stack.
  const points: Position[] = geometries.flatMap((geometry) =>
    geometry.type === 'Point'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPoint'
        ? geometry.coordinates
        : [],
  );
  const lines: Position[][] = geometries.flatMap((geometry) =>
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : [],
  );
  const polygons: Position[][][] = geometries.flatMap((geometry) =>
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [],
  );
  if (family === 'Point') return { type: 'MultiPoint', coordinates: points };
  if (family === 'LineString') return { type: 'MultiLineString', coordinates: lines };
  return { type: 'MultiPolygon', coordinates: polygons };
}
