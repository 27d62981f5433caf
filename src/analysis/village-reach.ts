// How far one village is from each of several targets, and in which state each alone would put it: the same distances and
// the same comparison as coverage.ts, asked for one village.
import { type PreparedTarget, coverageState, settledMetres } from './coverage';
import type { CoverageStateCode } from './coverage-result';

export interface VillageReach {
  readonly targetId: string;
  /** Geodesic metres between the drawn positions. */
  readonly metres: number;
  /** Accuracies of village and target added up. */
  readonly accuracyMetres: number;
  /** By this target alone. */
  readonly state: CoverageStateCode;
}

/** Nearest first, equals in target order. `village`: its place among those that the targets were prepared for. */
export function villageReach(
  village: number,
  villageAccuracyMetres: number,
  targets: readonly PreparedTarget[],
  serviceMetres: number,
): readonly VillageReach[] {
  const reaches = targets.map((target): VillageReach => {
    const count = target.distances.metres.length;
    if (!(village >= 0 && village < count)) throw new RangeError(`village ${village} of ${count}`);
    const accuracyMetres = villageAccuracyMetres + target.accuracyMetres;
    const metres = settledMetres(target.distances, village, serviceMetres, accuracyMetres);
    const state = coverageState(metres, serviceMetres, accuracyMetres);
    return { targetId: target.id, metres, accuracyMetres, state };
  });
  return reaches.toSorted((a, b) => a.metres - b.metres);
}
