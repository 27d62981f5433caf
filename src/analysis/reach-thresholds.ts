// The service distances at which each village changes state, over all targets at once. With d = geodesic distance
// and e = village accuracy + target accuracy (coverage.ts), a village is
//   possible from min(d − e), covered as drawn from min d, certain from min(d + e) on, each minimum over the targets.
// The three minima may come from different targets, so they cannot be had from the nearest distance alone.
// They are as exact as the distance fields: to DISTANCE_FIELD_ERROR_METRES.
import type { PreparedTarget } from './coverage';

/** Metres, one entry a village in pack order; Infinity without targets. possible ≤ drawn ≤ certain. */
export interface ReachThresholds {
  readonly possibleMetres: Float64Array;
  readonly drawnMetres: Float64Array;
  readonly certainMetres: Float64Array;
}

/**
 * O(entries of the targets). Of targets that list only the villages near them (reach-list.ts) the thresholds are right up
 * to the lists' service distance and may be too long beyond. Throws RangeError when a target was prepared for other
 * villages.
 */
export function reachThresholds(
  villageAccuracies: Float64Array,
  targets: readonly PreparedTarget[],
): ReachThresholds {
  const total = villageAccuracies.length;
  const possible = new Float64Array(total).fill(Number.POSITIVE_INFINITY);
  const drawn = possible.slice();
  const certain = possible.slice();
  for (const { accuracyMetres, distances } of targets) {
    const { metres, villages } = distances;
    if (villages === undefined && metres.length !== total) {
      throw new RangeError(`target for ${metres.length} villages, have ${total}`);
    }
    for (let entry = 0; entry < metres.length; entry++) {
      const at = villages === undefined ? entry : (villages[entry] as number);
      const distance = metres[entry] as number;
      const accuracy = (villageAccuracies[at] as number) + accuracyMetres;
      const least = Math.max(0, distance - accuracy);
      if (least < (possible[at] as number)) possible[at] = least;
      if (distance < (drawn[at] as number)) drawn[at] = distance;
      if (distance + accuracy < (certain[at] as number)) certain[at] = distance + accuracy;
    }
  }
  return { possibleMetres: possible, drawnMetres: drawn, certainMetres: certain };
}
