// The ellipsoidal gnomonic plane (C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 2013, §8): geodesics are
// straight lines in it, so that edges can be crossed and areas cut by plane geometry and the cuts lie on the geodesic.
//
// ρ = m/M (reduced length over geodesic scale) at the bearing from the centre. A geodesic within r of the centre is straight
// to (f/8)(r/a)³ r: 6e-7 m at 25 km, 2e-4 m at 100 km, 0.1 m at 500 km. The way back is Newton's on ρ, to 1e-9 m.
import geographiclib from 'geographiclib-geodesic';
import type { Geometry, Position } from 'geojson';
import { SEMI_MAJOR_METRES } from './ellipsoid';
import { boundsOf, walkPositions } from './positions';

const { Geodesic } = geographiclib;
const WGS84 = Geodesic.WGS84;
const SCALES = Geodesic.REDUCEDLENGTH | Geodesic.GEODESICSCALE;

/** Metres east and north. */
export type PlanePoint = readonly [x: number, y: number];

/** A plane that a geometry is worked on in. */
export interface Plane {
  readonly toPlane: (position: Position) => PlanePoint;
  /** WGS84 degrees, longitude within ±180. */
  readonly toGlobe: (point: PlanePoint) => Position;
}

/** Half of the widest shape that is worked on: beyond, edges are no longer straight to 0.1 m. */
const LARGEST_RADIUS_METRES = 500_000;

export function gnomonicPlane(centreLng: number, centreLat: number): Plane {
  return {
    toPlane: ([lng = Number.NaN, lat = Number.NaN]) => {
      const wanted = Geodesic.AZIMUTH | SCALES;
      const {
        azi1 = Number.NaN,
        m12 = Number.NaN,
        M12 = Number.NaN,
      } = WGS84.Inverse(centreLat, centreLng, lat, lng, wanted);
      const rho = m12 / M12;
      const azimuth = (azi1 * Math.PI) / 180;
      return [rho * Math.sin(azimuth), rho * Math.cos(azimuth)];
    },
    toGlobe: ([x, y]) => {
      const rho = Math.hypot(x, y);
      const azimuth = (Math.atan2(x, y) * 180) / Math.PI;
      const wanted = Geodesic.STANDARD | Geodesic.DISTANCE_IN | SCALES;
      let along = SEMI_MAJOR_METRES * Math.atan(rho / SEMI_MAJOR_METRES);
      const line = WGS84.DirectLine(centreLat, centreLng, azimuth, along, wanted);
      const at = (metres: number): ReturnType<typeof line.GenPosition> =>
        line.GenPosition(false, metres, wanted);
      for (let round = 0; round < 8; round++) {
        const { m12 = Number.NaN, M12 = Number.NaN } = at(along);
        const step = (m12 / M12 - rho) * M12 * M12;
        along -= step;
        if (Math.abs(step) < 1e-9) break;
      }
      const { lon2 = Number.NaN, lat2 = Number.NaN } = at(along);
      return [lon2, lat2];
    },
  };
}

/**
 * The plane about the middle of some geometries; null when they are empty, hold a position that is not one, or reach
 * farther than 500 km from their middle (a shape across the antimeridian does).
 */
export function planeAround(geometries: readonly Geometry[]): Plane | null {
  const all: Geometry = { type: 'GeometryCollection', geometries: [...geometries] };
  const bounds = boundsOf(all);
  if (bounds === null) return null;
  const [west, south, east, north] = bounds;
  const plane = gnomonicPlane((west + east) / 2, (south + north) / 2);
  let isSound = Math.abs(south) <= 90 && Math.abs(north) <= 90;
  walkPositions(all, (position) => {
    const [x, y] = isSound ? plane.toPlane(position) : [Number.NaN, Number.NaN];
    if (!(Math.hypot(x, y) <= LARGEST_RADIUS_METRES)) isSound = false;
  });
  return isSound ? plane : null;
}
