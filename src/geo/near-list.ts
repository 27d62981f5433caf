// Villages near one shape, nearest first, out to a limit: made once per shape, then the villages within any distance
// up to the limit are a prefix found by binary search (a slider step touches no geometry).
import { arcErrorMetres } from './ellipsoid';
import { type FoundPlaces, addFound, noneFound } from './found-places';
import { exactNearestMetres, NearestSearch } from './nearest-search';
import type { ProjectShape } from './project-shape';
import { orderByValue, orderScratch } from './value-order';
import type { VillageIndex } from './village-index';
import { visitRunsNear } from './villages-distances';

export interface NearList {
  /** Distances beyond this are not known. */
  readonly limitMetres: number;
  /** Input places of the villages, nearest first; some just beyond the limit may be among them. */
  readonly villages: Uint32Array;
  /** Geodesic metres of each, ascending; error `arcErrorMetres`. 0 inside a polygon. */
  readonly metres: Float64Array;
  /** How many villages are within `metres` (boundary included, exact). Throws RangeError beyond the limit. */
  readonly countWithin: (metres: number) => number;
}

/** Index places and metres of all villages within `limitMetres`, unsorted. */
function findNear(index: VillageIndex, shape: ProjectShape, limitMetres: number): FoundPlaces {
  const found = noneFound();
  const search = new NearestSearch(shape);
  const isArea = shape.insides.length > 0;
  let witness = -1;
  visitRunsNear(index, shape, limitMetres, (from, to) => {
    for (let place = from; place < to; place++) {
      if (isArea && search.inside(index, place)) {
        addFound(found, place, 0);
        continue;
      }
      search.nearestWithin(index, place, witness, limitMetres);
      if (search.piece < 0) continue;
      witness = search.piece;
      addFound(found, place, search.metres);
    }
  });
  return found;
}

/** First place in [from, to) of `sorted` whose value is more than `value`. */
function firstAbove(sorted: Float64Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Villages within `limitMetres` of `shape`, sorted by distance. Throws RangeError for a limit that is not finite. */
export function nearList(index: VillageIndex, shape: ProjectShape, limitMetres: number): NearList {
  if (!(limitMetres >= 0) || !Number.isFinite(limitMetres)) {
    throw new RangeError(`limit ${limitMetres} m, expected 0 or more`);
  }
  const room = arcErrorMetres(limitMetres);
  const found = findNear(index, shape, limitMetres + 2 * room);
  const order = Uint32Array.from({ length: found.count }, (_, at) => at);
  const range = [0, limitMetres + 3 * room] as const;
  orderByValue(order, found.metres, 0, found.count, range, orderScratch(found.count));
  const places = order.map((at) => found.places[at] as number);
  const villages = places.map((place) => index.ids[place] as number);
  const metres = Float64Array.from(order, (at) => found.metres[at] as number);

  /** Asks GeographicLib for the distances [from, to) that rounding could misjudge (few, usually none); sorts them. */
  function settleExactly(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const [place, village] = [places[at] as number, villages[at] as number];
      const known = metres[at] as number;
      const exact = known === 0 ? 0 : exactNearestMetres(shape, index, place, known);
      let slot = at;
      for (; slot > from && (metres[slot - 1] as number) > exact; slot--) {
        places[slot] = places[slot - 1] as number;
        villages[slot] = villages[slot - 1] as number;
        metres[slot] = metres[slot - 1] as number;
      }
      places[slot] = place;
      villages[slot] = village;
      metres[slot] = exact;
    }
  }
  return {
    limitMetres,
    villages,
    metres,
    countWithin(service) {
      if (!(service >= 0) || service > limitMetres) {
        throw new RangeError(`distance ${service} m, this list ends at ${limitMetres} m`);
      }
      // Exact values among approximate ones may stand out of order by the error: three times it is safe.
      const error = 3 * arcErrorMetres(service);
      const from = firstAbove(metres, service - error, 0, metres.length);
      const to = firstAbove(metres, service + error, from, metres.length);
      if (from === to) return from;
      settleExactly(from, to);
      return firstAbove(metres, service, from, to);
    },
  };
}
