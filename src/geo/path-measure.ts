// Length and area of what is being drawn, geodesic on WGS84 (GeographicLib): the places that are set are measured once, those
// to come are tried on each move at no cost that grows with the ones that are set.
//
// A ring with places to come is two rings that share the edge from its last place back to its first: the one that is set,
// and the first and last of it with the places to come. Signed areas add up; the shared edge is walked once in each
// direction and counts in neither length.
import geographiclib from 'geographiclib-geodesic';
import type { Position } from 'geojson';

export interface PathMeasure {
  /** Along the places; of a ring the way back to the first is counted. */
  readonly metres: number;
  /** 0 for a line. */
  readonly squareMetres: number;
}

export interface PathMeasurer {
  /** Sets further WGS84 places. */
  readonly add: (places: readonly Position[]) => void;
  /** Of the open places that are set, and of those to come after them. */
  readonly measure: (ahead?: readonly Position[]) => PathMeasure;
}

const { WGS84 } = geographiclib.Geodesic;

function startPath(isRing: boolean, places: readonly Position[]) {
  const path = WGS84.Polygon(!isRing);
  for (const [lng = Number.NaN, lat = Number.NaN] of places) path.AddPoint(lat, lng);
  return path;
}

function measured(path: ReturnType<typeof startPath>): PathMeasure {
  const { perimeter = 0, area = 0 } = path.Compute(false, true);
  return { metres: perimeter, squareMetres: area };
}

/** Measures open places as a line or ring, none set yet. */
export function pathMeasurer(isRing: boolean): PathMeasurer {
  const path = startPath(isRing, []);
  let ends: readonly Position[] = [];
  return {
    add: (places) => {
      for (const [lng = Number.NaN, lat = Number.NaN] of places) path.AddPoint(lat, lng);
      ends = [...ends, ...places];
      ends = [...ends.slice(0, 1), ...ends.slice(-1)];
    },
    measure: (ahead = []) => {
      const [first, last] = ends;
      const set = measured(path);
      const joint = isRing ? [first, last] : [last];
      const shared = joint.filter((place) => place !== undefined);
      const next = measured(startPath(isRing, [...shared, ...ahead]));
      const twice = isRing ? measured(startPath(true, shared)).metres : 0;
      return {
        metres: set.metres + next.metres - twice,
        squareMetres: isRing ? Math.abs(set.squareMetres + next.squareMetres) : 0,
      };
    },
  };
}

/** Of open places as a line or ring. */
export function pathMeasure(places: readonly Position[], isRing: boolean): PathMeasure {
  const { metres, squareMetres } = measured(startPath(isRing, places));
  return { metres, squareMetres: isRing ? Math.abs(squareMetres) : 0 };
}
