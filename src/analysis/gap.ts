// 缺口: the villages that no chosen project covers as drawn, worst first, each with what would cover it.
//
// Ranked by estimated poor households, most first; villages without an estimate come last; then by how little is missing;
// then by code. `not-covered` and `possible` are kept apart: the first lack a project, the second better positions.
// extraMetres = d − D: so much more reach from the nearest project covers the village as drawn (“再延伸 n 米即可覆盖”).
// Position and alignment accuracy e bound it: the true lack lies within d − D ± e.
// Clusters: gap-clusters.ts.
import type { PackIndex } from '../domain/pack-index';
import { NOT_COVERED, POSSIBLE } from './coverage-result';
import type { CoverageResult } from './coverage-result';
import { gapClusters } from './gap-clusters';
import type { GapCluster } from './gap-clusters';
import type { GapVillage } from './gap-village';
import { villageEstimateAt } from './poverty-estimate';
import type { PovertyEstimate } from './poverty-estimate';

export interface GapList {
  readonly villages: readonly GapVillage[];
  readonly clusters: readonly GapCluster[];
  /** Sums of the known estimates. */
  readonly poorHouseholds: number;
  readonly poorPersons: number;
  readonly unitsWithoutEstimate: number;
}

export interface GapAnalysis {
  readonly distanceMetres: number;
  readonly clusterRadiusMetres: number;
  readonly notCovered: GapList;
  readonly possible: GapList;
}

export interface GapOptions {
  /** Members of a cluster lie within this of its core; default: the service distance. See gap-clusters.ts. */
  readonly clusterRadiusMetres?: number;
  /** Accuracy of targets that are not in the pack, or are drawn anew, by id. */
  readonly targetAccuracyMetres?: ReadonlyMap<string, number>;
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Descending with null last. */
function byMost(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}

function byLeast(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

function accuracyOfTargets(
  index: PackIndex,
  result: CoverageResult,
  options: GapOptions,
): readonly (number | null)[] {
  return result.targetIds.map(
    (id) =>
      options.targetAccuracyMetres?.get(id) ??
      index.projectById.get(id)?.alignmentAccuracyMetres ??
      null,
  );
}

function villagesInState(
  index: PackIndex,
  result: CoverageResult,
  estimate: PovertyEstimate,
  state: typeof NOT_COVERED | typeof POSSIBLE,
  targetAccuracies: readonly (number | null)[],
): readonly GapVillage[] {
  const found = index.pack.villages.flatMap((village, at): Omit<GapVillage, 'rank'>[] => {
    if (result.states[at] !== state) return [];
    const { households, persons, spreadFrom } = villageEstimateAt(estimate, at);
    const target = result.nearestTarget[at] ?? -1;
    const distance = known(result.nearestDistanceMetres[at] ?? Number.NaN);
    const targetAccuracy = targetAccuracies[target] ?? null;
    return [
      {
        at,
        code: village.code,
        name: village.name,
        nearestTargetId: result.targetIds[target] ?? null,
        distanceMetres: distance,
        extraMetres: distance === null ? null : distance - result.distanceMetres,
        accuracyMetres:
          targetAccuracy === null ? null : village.positionAccuracyMetres + targetAccuracy,
        poorHouseholds: known(households),
        poorPersons: known(persons),
        spreadFrom,
      },
    ];
  });
  found.sort(
    (a, b) =>
      byMost(a.poorHouseholds, b.poorHouseholds) ||
      byLeast(a.extraMetres, b.extraMetres) ||
      (a.code < b.code ? -1 : 1),
  );
  return found.map((village, order) => ({ ...village, rank: order + 1 }));
}

function listOf(
  index: PackIndex,
  villages: readonly GapVillage[],
  clusterRadiusMetres: number,
): GapList {
  let clusters: readonly GapCluster[] | null = null;
  return {
    villages,
    // Dearer than the list by far, and looked at apart: made on first use.
    get clusters() {
      clusters ??= gapClusters(index.pack.villages, villages, clusterRadiusMetres);
      return clusters;
    },
    poorHouseholds: villages.reduce((sum, each) => sum + (each.poorHouseholds ?? 0), 0),
    poorPersons: villages.reduce((sum, each) => sum + (each.poorPersons ?? 0), 0),
    unitsWithoutEstimate: villages.filter((each) => each.poorHouseholds === null).length,
  };
}

/**
 * The gap of one coverage answer over the pack that `index` was built from: every village is either covered (as drawn
 * or certain) or in exactly one of the two lists. Throws when `result` or `estimate` is of other villages.
 */
export function gapAnalysis(
  index: PackIndex,
  result: CoverageResult,
  estimate: PovertyEstimate,
  options: GapOptions = {},
): GapAnalysis {
  const count = index.pack.villages.length;
  if (result.states.length !== count || estimate.households.length !== count) {
    const sizes = `${result.states.length} and ${estimate.households.length}`;
    throw new Error(`gap of answers for ${sizes} units, pack has ${count}`);
  }
  const clusterRadiusMetres = options.clusterRadiusMetres ?? result.distanceMetres;
  const accuracies = accuracyOfTargets(index, result, options);
  const list = (state: typeof NOT_COVERED | typeof POSSIBLE): GapList =>
    listOf(index, villagesInState(index, result, estimate, state, accuracies), clusterRadiusMetres);
  return {
    distanceMetres: result.distanceMetres,
    clusterRadiusMetres,
    notCovered: list(NOT_COVERED),
    possible: list(POSSIBLE),
  };
}
