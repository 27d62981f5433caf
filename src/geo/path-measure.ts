// Length and area of what is being drawn, geodesic on WGS84 (GeographicLib), edge by edge: the places that are set are measured
// once, and of those to come only the edges that were not tried last. So a move of the pointer along a border that is followed
// costs no more than one along a straight line.
//
// The area is the sum of the signed areas between each edge and the equator (Karney 2013, section 6). No ring may go round
// a pole.
import geographiclib from 'geographiclib-geodesic';
import type { Position } from 'geojson';
import { samePlace } from './edit-paths';

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

const { Geodesic } = geographiclib;
const NOTHING: PathMeasure = { metres: 0, squareMetres: 0 };

/** `sum` and the edge from a to b, its area down to the equator: signed, positive eastward. */
function withEdge(sum: PathMeasure, a: Position, b: Position): PathMeasure {
  const [lng1 = Number.NaN, lat1 = Number.NaN] = a;
  const [lng2 = Number.NaN, lat2 = Number.NaN] = b;
  const wanted = Geodesic.DISTANCE | Geodesic.AREA;
  const { s12 = 0, S12 = 0 } = Geodesic.WGS84.Inverse(lat1, lng1, lat2, lng2, wanted);
  return { metres: sum.metres + s12, squareMetres: sum.squareMetres + S12 };
}

/** Sums from the first of the places to each of them; edges that the last call had, too, are not measured again. */
function edgeSums(): (places: readonly Position[]) => readonly PathMeasure[] {
  let known: readonly Position[] = [];
  let sums: PathMeasure[] = [];
  return (places) => {
    const other = places.findIndex((place, at) => {
      const before = known[at];
      return !before || !samePlace(before, place);
    });
    sums = other < 0 ? sums.slice(0, places.length) : sums.slice(0, other);
    for (let at = sums.length; at < places.length; at++) {
      const [before, here] = [places[at - 1], places[at]];
      sums.push(before && here ? withEdge(sums[at - 1] ?? NOTHING, before, here) : NOTHING);
    }
    known = places;
    return sums;
  };
}

/** Measures open places as a line or ring, none set yet. */
export function pathMeasurer(isRing: boolean): PathMeasurer {
  let set = NOTHING;
  let first: Position | undefined;
  let last: Position | undefined;
  const sumsAhead = edgeSums();
  return {
    add: (places) => {
      for (const place of places) {
        if (last) set = withEdge(set, last, place);
        first ??= place;
        last = place;
      }
    },
    measure: (ahead = []) => {
      const path = last ? [last, ...ahead] : ahead;
      // Asked for what is set alone, the edges that were tried stay known.
      const next = (ahead.length > 0 && sumsAhead(path).at(-1)) || NOTHING;
      const open = {
        metres: set.metres + next.metres,
        squareMetres: set.squareMetres + next.squareMetres,
      };
      const [start, end] = [first ?? path[0], path.at(-1)];
      if (!isRing || !start || !end) return { ...open, squareMetres: 0 };
      const { metres, squareMetres } = withEdge(open, end, start);
      return { metres, squareMetres: Math.abs(squareMetres) };
    },
  };
}

/** Of open places as a line or ring. */
export function pathMeasure(places: readonly Position[], isRing: boolean): PathMeasure {
  const measurer = pathMeasurer(isRing);
  measurer.add(places);
  return measurer.measure();
}
