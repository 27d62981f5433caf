// How far one village is from each of several targets, and in which state each alone would put it. Every distance is
// GeographicLib's, so the states are those of coverage.ts, which asks it too where a decision is near.
import type { ProjectShape } from '../geo/project-shape';
import { villageIndex } from '../geo/village-index';
import { villageDistances } from '../geo/villages-distances';
import { coverageState } from './coverage';
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

export interface ReachingTarget {
  readonly id: string;
  readonly accuracyMetres: number;
  readonly shape: ProjectShape;
}

/** A drawn position in WGS84 degrees, and how far the true one may be from it. */
export interface PlacedVillage {
  readonly lng: number;
  readonly lat: number;
  readonly accuracyMetres: number;
}

/** Nearest first, equals in target order. */
export function villageReach(
  village: PlacedVillage,
  targets: readonly ReachingTarget[],
  serviceMetres: number,
): readonly VillageReach[] {
  const index = villageIndex(Float64Array.of(village.lng), Float64Array.of(village.lat));
  const reaches = targets.map((target): VillageReach => {
    const accuracyMetres = village.accuracyMetres + target.accuracyMetres;
    const metres = villageDistances(index, target.shape).exactAt(0);
    const state = coverageState(metres, serviceMetres, accuracyMetres);
    return { targetId: target.id, metres, accuracyMetres, state };
  });
  return reaches.toSorted((a, b) => a.metres - b.metres);
}
