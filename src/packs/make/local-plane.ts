// An affine plane in metres around a centre, good for one county (about 60 km): straight lines stay straight,
// so polygons that tile in the plane tile in degrees too. Scale error under 0.5 % within a county; only used to
// lay out planning cells and spread points. Distances that are published come from `geodesic-metres.ts`.
import type { Position } from 'geojson';

const SEMI_MAJOR_METRES = 6378137;
const ECCENTRICITY_SQUARED = 0.00669437999014;
const RADIANS = Math.PI / 180;

export interface LocalPlane {
  readonly toMetres: (position: Position) => [x: number, y: number];
  readonly toDegrees: (point: Position) => [lng: number, lat: number];
}

/** Plane with its origin at `centre` (WGS84 degrees), scaled by the ellipsoid's radii of curvature there. */
export function localPlane(centre: Position): LocalPlane {
  const [lng0 = 0, lat0 = 0] = centre;
  const sine = Math.sin(lat0 * RADIANS);
  const w = Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
  const metresPerDegreeLat = ((SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED)) / w ** 3) * RADIANS;
  const metresPerDegreeLng = (SEMI_MAJOR_METRES / w) * Math.cos(lat0 * RADIANS) * RADIANS;
  return {
    toMetres: ([lng = 0, lat = 0]) => [
      (lng - lng0) * metresPerDegreeLng,
      (lat - lat0) * metresPerDegreeLat,
    ],
    toDegrees: ([x = 0, y = 0]) => [lng0 + x / metresPerDegreeLng, lat0 + y / metresPerDegreeLat],
  };
}
