// Long edges cut into short ones along the geodesic, so that what is drawn straight is what is computed.
import type { Geometry, Position } from 'geojson';
import { cutGeodesic, geodesicDistanceMetres } from './geodesic';

/** Longest drawn edge: a straight map line is then within 0.1 m of the geodesic at our latitudes. */
export const DRAWN_EDGE_METRES = 2_000;

/** A degree of the meridian at the poles is 111,694 m. */
const LONGEST_DEGREE_METRES = 111_700;

function densifiedPath(path: readonly Position[], longestMetres: number): Position[] {
  const [first] = path;
  if (first === undefined) return [];
  const dense: Position[] = [first];
  // What is less than this in both coordinates is shorter than the longest edge wherever degrees are longest.
  const shortDegrees = longestMetres / (LONGEST_DEGREE_METRES * Math.SQRT2);
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1] as Position, path[i] as Position];
    const isSurelyShort =
      Math.abs((a[0] ?? 0) - (b[0] ?? 0)) < shortDegrees &&
      Math.abs((a[1] ?? 0) - (b[1] ?? 0)) < shortDegrees;
    const parts = isSurelyShort
      ? 1
      : Math.max(1, Math.ceil(geodesicDistanceMetres(a, b) / longestMetres));
    if (parts === 1) dense.push(b);
    else for (const stop of cutGeodesic(a, b, parts).slice(1)) dense.push(stop);
  }
  return dense;
}

/** The same geometry with no edge longer than `longestMetres`; original vertices stay. */
export function densified<G extends Geometry>(geometry: G, longestMetres?: number): G;
export function densified(geometry: Geometry, longestMetres = DRAWN_EDGE_METRES): Geometry {
  const paths = (list: readonly (readonly Position[])[]): Position[][] =>
    list.map((path) => densifiedPath(path, longestMetres));
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return geometry;
    case 'LineString':
      return { ...geometry, coordinates: densifiedPath(geometry.coordinates, longestMetres) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: paths(geometry.coordinates) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map(paths) };
    case 'GeometryCollection':
      return {
        ...geometry,
        geometries: geometry.geometries.map((each) => densified(each, longestMetres)),
      };
  }
}
