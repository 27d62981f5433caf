// Geodesic distance on the WGS84 ellipsoid (Karney's algorithm, geographiclib-geodesic).
import geodesic from 'geographiclib-geodesic';
import type { Position } from 'geojson';

/** Metres between two WGS84 positions. */
export function geodesicMetres(from: Position, to: Position): number {
  const { s12 } = geodesic.Geodesic.WGS84.Inverse(
    from[1] ?? 0,
    from[0] ?? 0,
    to[1] ?? 0,
    to[0] ?? 0,
    geodesic.Geodesic.DISTANCE,
  );
  if (s12 === undefined) throw new Error(`no geodesic between ${from} and ${to}`);
  return s12;
}

/** Largest distance in metres from `from` to any of `corners`. */
export function farthestMetres(from: Position, corners: readonly Position[]): number {
  return corners.reduce((most, corner) => Math.max(most, geodesicMetres(from, corner)), 0);
}
