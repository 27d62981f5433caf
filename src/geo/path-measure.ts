// Length and area of what is being drawn, geodesic on WGS84 (GeographicLib): the places that are set are measured once,
// the one under the pointer is tried on each move at no cost that grows with them.
import geographiclib from 'geographiclib-geodesic';
import type { Position } from 'geojson';

export interface PathMeasure {
  /** Along the places; of a ring the way back to the first is counted. */
  readonly metres: number;
  /** 0 for a line. */
  readonly squareMetres: number;
}

const NOTHING: PathMeasure = { metres: 0, squareMetres: 0 };

/** Measures open WGS84 places as a line or ring, with or without one more at the end. */
export function pathMeasurer(
  places: readonly Position[],
  isRing: boolean,
): (next?: Position) => PathMeasure {
  const path = geographiclib.Geodesic.WGS84.Polygon(!isRing);
  for (const [lng = Number.NaN, lat = Number.NaN] of places) path.AddPoint(lat, lng);
  return (next) => {
    if (places.length === 0) return NOTHING;
    const [lng = Number.NaN, lat = Number.NaN] = next ?? [];
    const { perimeter = 0, area = 0 } = next
      ? path.TestPoint(lat, lng, false, true)
      : path.Compute(false, true);
    return { metres: perimeter, squareMetres: isRing ? Math.abs(area) : 0 };
  };
}
