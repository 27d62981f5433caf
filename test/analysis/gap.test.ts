import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { COVERED_AS_DRAWN } from '../../src/analysis/coverage-result';
import { type GapList, gapAnalysis } from '../../src/analysis/gap';
import { type GapCluster, clusterOf } from '../../src/analysis/gap-cluster';
import { clusterSteps } from '../../src/analysis/gap-cluster-choice';
import type { GapVillage } from '../../src/analysis/gap-village';
import { summariseCoverage } from '../../src/analysis/coverage-summary';
import type { LngLat } from '../../src/domain/lng-lat';
import type { Village } from '../../src/domain/village';
import { geodesicDistanceMetres } from '../../src/geo/geodesic';
import { pointDistanceMetres } from '../../src/geo/neighbours';
import { type PackEngine, packEngine } from './pack-engine';

let pack: PackEngine;
beforeAll(async () => {
  pack = await packEngine();
});

function inOrder(list: GapList): void {
  expect(list.villages.map(({ rank }) => rank)).toEqual(list.villages.map((_, at) => at + 1));
  const households = list.villages.map(({ poorHouseholds }) => poorHouseholds ?? -1);
  expect(households).toEqual(households.toSorted((a, b) => b - a));
}

describe('gap of the real pack', () => {
  it('gap and covered are all villages, each once, whatever is chosen', async () => {
    const choice = fc.record({
      chosen: fc.subarray([...pack.targets.keys()]),
      distance: fc.double({ min: 0, max: 20_000, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(choice, async ({ chosen, distance }) => {
        const targets = chosen.map((at) => pack.targets[at]!);
        const result = await pack.coverage(targets, distance);
        const gap = gapAnalysis(pack.index, result, pack.estimate, { clusterRadiusMetres: 2000 });
        const seen = new Uint8Array(result.states.length);
        for (const { at } of [...gap.notCovered.villages, ...gap.possible.villages]) seen[at]! += 1;
        expect(seen).toEqual(result.states.map((state) => Number(state < COVERED_AS_DRAWN)));
        expect(gap.notCovered.villages).toHaveLength(result.counts.notCovered);
        expect(gap.possible.villages).toHaveLength(result.counts.possible);
        for (const list of [gap.notCovered, gap.possible]) {
          inOrder(list);
          const clustered = list.clusters.flatMap(({ villages }) => villages.map(({ at }) => at));
          expect(clustered.toSorted((a, b) => a - b)).toEqual(
            list.villages.map(({ at }) => at).toSorted((a, b) => a - b),
          );
        }
        const sums = summariseCoverage(result, pack.index, pack.estimate).total;
        expect(gap.notCovered.poorHouseholds).toBeCloseTo(sums.households.notCovered, 6);
        expect(gap.possible.poorPersons).toBeCloseTo(sums.persons.possible, 6);
      }),
      { seed: 20164, numRuns: 25 },
    );
  });
  it('says how much further: that much more reach covers the village as drawn, less does not', async () => {
    const dayudu = pack.targets.filter(({ id }) => id === 'dayudu');
    const result = await pack.coverage(dayudu, 2000);
    const { notCovered, possible } = gapAnalysis(pack.index, result, pack.estimate);
    for (const village of [...notCovered.villages.slice(0, 5), ...possible.villages.slice(0, 5)]) {
      expect(village.nearestTargetId).toBe('dayudu');
      expect(village.extraMetres).toBeCloseTo(village.distanceMetres! - 2000, 9);
      const reached = await pack.coverage(dayudu, 2000 + village.extraMetres! + 0.001);
      expect(reached.states[village.at]).toBeGreaterThanOrEqual(COVERED_AS_DRAWN);
      const short = await pack.coverage(dayudu, 2000 + village.extraMetres! - 0.001);
      expect(short.states[village.at]).toBeLessThan(COVERED_AS_DRAWN);
      const own = pack.index.pack.villages[village.at]!.positionAccuracyMetres;
      expect(village.accuracyMetres).toBe(own + dayudu[0]!.accuracyMetres);
    }
  });
  it('a spur to the core covers its cluster, and the bounds of the extension hold', async () => {
    const dayudu = pack.targets.filter(({ id }) => id === 'dayudu');
    const result = await pack.coverage(dayudu, 2000);
    const { villages } = pack.index.pack;
    const { clusters } = gapAnalysis(pack.index, result, pack.estimate).possible;
    expect(clusters.length).toBeGreaterThan(10);
    for (const cluster of clusters.slice(0, 20)) {
      const spurEnd = {
        id: 'spur',
        geometry: { type: 'Point' as const, coordinates: [...cluster.centre] },
        accuracyMetres: 0,
      };
      const extended = await pack.coverage([...dayudu, spurEnd], 2000);
      for (const { at } of cluster.villages) {
        expect(extended.states[at]).toBeGreaterThanOrEqual(COVERED_AS_DRAWN);
      }
      const metres = cluster.villages.map(({ distanceMetres }) => distanceMetres!);
      expect(cluster.extraToNearestMetres).toBe(Math.min(...metres) - 2000);
      expect(cluster.extraToAllMetres).toBe(Math.max(...metres) - 2000);
      const reach = cluster.villages.map(({ at }) =>
        geodesicDistanceMetres([...cluster.centre], [...villages[at]!.position]),
      );
      expect(cluster.radiusMetres).toBeCloseTo(Math.max(...reach), 4);
      expect(cluster.radiusMetres).toBeLessThanOrEqual(2000);
    }
  });
  it('without projects lists every village with no distance', async () => {
    const gap = gapAnalysis(pack.index, await pack.coverage([], 2000), pack.estimate);
    expect(gap.possible.villages).toHaveLength(0);
    expect(gap.notCovered.villages).toHaveLength(3349);
    expect(gap.notCovered.villages[0]).toMatchObject({
      nearestTargetId: null,
      distanceMetres: null,
      extraMetres: null,
      accuracyMetres: null,
    });
  });
  it('refuses an answer for other villages', async () => {
    const result = await pack.coverage([], 2000);
    const other = { ...result, states: new Uint8Array(3) };
    expect(() => gapAnalysis(pack.index, other, pack.estimate)).toThrow('3 and 3349');
  });
});

/** A plainly synthetic unit and its gap entry. */
function unit(at: number, position: LngLat, households: number | null): [Village, GapVillage] {
  const code = String(100000000000 + at);
  const village: Village = {
    code,
    name: `甲${at}村`,
    kind: 'village-committee',
    townshipCode: code.slice(0, 9),
    countyCode: code.slice(0, 6),
    position,
    positionAccuracyMetres: at * 10,
    positionMethod: at === 0 ? 'surveyed' : 'within-township',
    sourceId: 'synthetic',
  };
  const gap: GapVillage = {
    at,
    code,
    name: village.name,
    rank: at + 1,
    nearestTargetId: 'x',
    distanceMetres: 5000 + at,
    extraMetres: 3000 + at,
    accuracyMetres: null,
    poorHouseholds: households,
    poorPersons: households,
    spreadFrom: null,
  };
  return [village, gap];
}

/** Clusters of members in any order, with what each tells. */
function gapClusters(
  villages: readonly Village[],
  members: readonly GapVillage[],
  radiusMetres: number,
): readonly GapCluster[] {
  const rows = members.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const column = (valueOf: (member: GapVillage) => number | null): Float64Array =>
    Float64Array.from(rows, (row) => valueOf(row) ?? Number.NaN);
  const steps = clusterSteps(
    {
      lng: column(({ at }) => villages[at]!.position[0]),
      lat: column(({ at }) => villages[at]!.position[1]),
      households: column(({ poorHouseholds }) => poorHouseholds),
      distanceMetres: column(({ distanceMetres }) => distanceMetres),
      target: new Int32Array(rows.length),
    },
    radiusMetres,
  );
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { cores, starts, members: inside } = step.value;
  return Array.from(cores, (core, k) =>
    clusterOf(
      villages,
      rows[core]!,
      Array.from(inside.subarray(starts[k], starts[k + 1]), (row) => rows[row]!),
      k + 1,
    ),
  );
}

/** The same choice, by looking at every core anew each time. */
function bruteForce(
  villages: readonly Village[],
  members: readonly GapVillage[],
  radius: number,
): readonly (readonly string[])[] {
  let left = [...members];
  const chosen: string[][] = [];
  while (left.length > 0) {
    const offers = left.map((core) => {
      const near = left.filter(
        ({ at }) =>
          pointDistanceMetres(villages[core.at]!.position, villages[at]!.position) <= radius,
      );
      const sum = near.reduce((all, each) => all + (each.poorHouseholds ?? 0), 0);
      return { core, near, sum };
    });
    offers.sort(
      (a, b) =>
        b.sum - a.sum ||
        b.near.length - a.near.length ||
        a.core.distanceMetres! - b.core.distanceMetres! ||
        (a.core.code < b.core.code ? -1 : 1),
    );
    const best = offers[0]!;
    chosen.push([best.core.code, ...best.near.map(({ code }) => code)]);
    left = left.filter((each) => !best.near.includes(each));
  }
  return chosen;
}

describe('gap clusters', () => {
  it('equal the greedy choice made by brute force, whatever the order of input', () => {
    const cloud = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        fc.option(fc.integer({ min: 0, max: 5 })),
      ),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(cloud, fc.integer({ min: 0, max: 20_000 }), (points, radius) => {
        const units = points.map(([x, y, households], at) =>
          unit(at, [111 + x / 1000, 35 + y / 1000], households),
        );
        const villages = units.map(([village]) => village);
        const members = units.map(([, gap]) => gap);
        const clusters = gapClusters(villages, members.toReversed(), radius);
        const asLists = clusters.map(({ id, villages: inside }) => [
          id,
          ...inside.map(({ code }) => code),
        ]);
        const byId = (a: readonly string[], b: readonly string[]): number =>
          (a[0] ?? '') < (b[0] ?? '') ? -1 : 1;
        expect(asLists.toSorted(byId)).toEqual(
          bruteForce(villages, members, radius).toSorted(byId),
        );
      }),
      { seed: 20165, numRuns: 200 },
    );
  });
  it('states sums, positions of its own and the worst accuracy', () => {
    const units = [
      unit(0, [111, 35], 4),
      unit(1, [111.001, 35], null),
      unit(2, [111.002, 35], 3),
      unit(3, [112, 35], null),
    ];
    const clusters = gapClusters(
      units.map(([village]) => village),
      units.map(([, gap]) => gap),
      500,
    );
    expect(clusters).toHaveLength(2);
    expect(clusters[0]).toMatchObject({
      id: '100000000000',
      rank: 1,
      poorHouseholds: 7,
      unitsWithoutEstimate: 1,
      spurMetres: 5000,
      extraToNearestMetres: 3000,
      extraToAllMetres: 3002,
      ownPositions: 1,
      worstPositionAccuracyMetres: 20,
    });
    expect(clusters[1]).toMatchObject({ rank: 2, poorHouseholds: null, ownPositions: 0 });
  });
});
