// 缺口: the villages that no chosen project covers as drawn, worst first, each with what would cover it.
//
// Ranked by estimated poor households, most first; villages without an estimate come last; then by how little is missing;
// then by code. `not-covered` and `possible` are kept apart: the first lack a project, the second better positions.
// extraMetres = d − D: so much more reach from the nearest project covers the village as drawn (“再延伸 n 米即可覆盖”).
// Position and alignment accuracy e bound it: the true lack lies within d − D ± e.
// The order is made by gap-ranks.ts, clusters by gap-cluster-choice.ts, both from columns; a row is made when it is read,
// so a list of 600,000 villages costs no more than what is seen of it.
import type { PackIndex } from '../domain/pack-index';
import { NOT_COVERED, POSSIBLE } from './coverage-result';
import type { CoverageResult } from './coverage-result';
import { type GapCluster, clusterOf } from './gap-cluster';
import type { ClusterChoice } from './gap-cluster-choice';
import {
  type GapColumns,
  type GapRanks,
  type GapState,
  codeOrderOf,
  gapClusters,
  gapRanks,
} from './gap-ranks';
import type { GapVillage } from './gap-village';
import { villageEstimateAt } from './poverty-estimate';
import type { PovertyEstimate } from './poverty-estimate';

interface GapSums {
  /** Sums of the known estimates. */
  readonly poorHouseholds: number;
  readonly poorPersons: number;
  readonly unitsWithoutEstimate: number;
}

export interface GapList extends GapSums {
  readonly villages: readonly GapVillage[];
  readonly clusters: readonly GapCluster[];
}

export interface GapAnalysis {
  readonly distanceMetres: number;
  readonly clusterRadiusMetres: number;
  readonly notCovered: GapList;
  readonly possible: GapList;
}

/** One list, row by row. */
export interface GapRows extends GapSums {
  readonly count: number;
  /** The village at a 0-based place in the list. */
  readonly at: (order: number) => GapVillage;
  /** Where a village stands in the list; −1 when it is not in it. */
  readonly orderOf: (code: string) => number;
}

/** The clusters of one list, cluster by cluster. */
export interface ClusterRows {
  readonly count: number;
  readonly at: (order: number) => GapCluster;
  /** Where the cluster with this core stands; −1 without one. */
  readonly orderOf: (coreCode: string) => number;
}

/** What rows are read from: the villages, one answer about them, and what they weigh. */
export interface GapSource {
  readonly index: PackIndex;
  readonly result: CoverageResult;
  readonly estimate: PovertyEstimate;
}

export interface GapOptions {
  /** Members of a cluster lie within this of its core; default: the service distance. See gap-cluster-choice.ts. */
  readonly clusterRadiusMetres?: number;
  /** Accuracy of targets that are not in the pack, or are drawn anew, by id. */
  readonly targetAccuracyMetres?: ReadonlyMap<string, number>;
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function accuracyOfTargets(
  { index, result }: GapSource,
  options: GapOptions,
): readonly (number | null)[] {
  return result.targetIds.map(
    (id) =>
      options.targetAccuracyMetres?.get(id) ??
      index.projectById.get(id)?.alignmentAccuracyMetres ??
      null,
  );
}

/** Makes the village at a place of the pack into a row of the list. */
function villageMaker(
  source: GapSource,
  options: GapOptions,
): (at: number, rank: number) => GapVillage {
  const { index, result, estimate } = source;
  const targetAccuracies = accuracyOfTargets(source, options);
  return (at, rank) => {
    const village = index.pack.villages[at];
    if (village === undefined) throw new Error(`gap village ${at} of another pack`);
    const { households, persons, spreadFrom } = villageEstimateAt(estimate, at);
    const target = result.nearestTarget[at] ?? -1;
    const distance = known(result.nearestDistanceMetres[at] ?? Number.NaN);
    const targetAccuracy = targetAccuracies[target] ?? null;
    return {
      at,
      code: village.code,
      name: village.name,
      rank,
      nearestTargetId: result.targetIds[target] ?? null,
      distanceMetres: distance,
      extraMetres: distance === null ? null : distance - result.distanceMetres,
      accuracyMetres:
        targetAccuracy === null ? null : village.positionAccuracyMetres + targetAccuracy,
      poorHouseholds: known(households),
      poorPersons: known(persons),
      spreadFrom,
    };
  };
}

/** The rows of `ranks`, which were made of the same answer and estimate. */
export function gapRows(source: GapSource, ranks: GapRanks, options: GapOptions = {}): GapRows {
  const villageAt = villageMaker(source, options);
  const { places, poorHouseholds, poorPersons, unitsWithoutEstimate } = ranks;
  return {
    count: places.length,
    at: (order) => villageAt(places[order] ?? -1, order + 1),
    orderOf: (code) => places.indexOf(source.index.villageIndexByCode.get(code) ?? -1),
    poorHouseholds,
    poorPersons,
    unitsWithoutEstimate,
  };
}

/** The clusters of one list, whose villages `rowAt` gives in rank order; `choice` names places of the pack. */
export function clusterRows(
  { pack, villageIndexByCode }: PackIndex,
  { places }: GapRanks,
  { cores, starts, members }: ClusterChoice,
  rowAt: (order: number) => GapVillage,
): ClusterRows {
  const orderOf = new Uint32Array(pack.villages.length);
  places.forEach((at, order) => (orderOf[at] = order));
  const row = (at: number): GapVillage => rowAt(orderOf[at] ?? -1);
  return {
    count: cores.length,
    at: (order) => {
      const inside = Array.from(members.subarray(starts[order], starts[order + 1]), row);
      return clusterOf(pack.villages, row(cores[order] ?? -1), inside, order + 1);
    },
    orderOf: (code) => cores.indexOf(villageIndexByCode.get(code) ?? -1),
  };
}

/** The columns that the ranking needs of the pack's villages. */
export function gapColumns(index: PackIndex, estimate: PovertyEstimate): GapColumns {
  const { households, persons } = estimate;
  return { households, persons, codeOrder: codeOrderOf(index.pack.villages) };
}

function listOf(
  source: GapSource,
  columns: GapColumns,
  state: GapState,
  clusterRadiusMetres: number,
  options: GapOptions,
): GapList {
  const ranks = gapRanks(source.result, columns, state);
  const rows = gapRows(source, ranks, options);
  const { count, poorHouseholds, poorPersons, unitsWithoutEstimate } = rows;
  const villages = Array.from({ length: count }, (_, order) => rows.at(order));
  let clusters: readonly GapCluster[] | null = null;
  return {
    villages,
    // Dearer than the list by far, and looked at apart: made on first use.
    get clusters() {
      if (clusters === null) {
        const units = source.index.pack.villages;
        const positions = {
          lng: Float64Array.from(units, ({ position }) => position[0]),
          lat: Float64Array.from(units, ({ position }) => position[1]),
        };
        const choice = gapClusters(source.result, columns, positions, state, clusterRadiusMetres);
        const villageAt = (order: number): GapVillage => villages[order] as GapVillage;
        const found = clusterRows(source.index, ranks, choice, villageAt);
        clusters = Array.from({ length: found.count }, (_, order) => found.at(order));
      }
      return clusters;
    },
    poorHouseholds,
    poorPersons,
    unitsWithoutEstimate,
  };
}

/**
 * The whole gap of one coverage answer over the pack that `index` was built from: every village is either covered (as
 * drawn or certain) or in exactly one of the two lists. Throws when `result` or `estimate` is of other villages.
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
  const source = { index, result, estimate };
  const columns = gapColumns(index, estimate);
  const list = (state: GapState): GapList =>
    listOf(source, columns, state, clusterRadiusMetres, options);
  return {
    distanceMetres: result.distanceMetres,
    clusterRadiusMetres,
    notCovered: list(NOT_COVERED),
    possible: list(POSSIBLE),
  };
}
