// The engine's gap lists, clusters and curve against the same analyses made in one go from the villages themselves.
import { beforeAll, describe, expect, it } from 'vitest';
import { NOT_COVERED, POSSIBLE } from '../../src/analysis/coverage-result';
import { clusterRows, gapAnalysis, gapColumns, gapRows } from '../../src/analysis/gap';
import { marginalCurve } from '../../src/analysis/marginal-curve';
import { reachThresholds } from '../../src/analysis/reach-thresholds';
import { indexPack } from '../../src/domain/pack-index';
import { createEngineClient } from '../../src/engine/client';
import { inProcessTransport } from '../../src/engine/in-process-transport';
import { EngineCancelled } from '../../src/engine/protocol';
import { type PackEngine, packEngine } from '../analysis/pack-engine';

let pack: PackEngine;
beforeAll(async () => {
  pack = await packEngine();
});

async function clientOf({ index: { pack: region } }: PackEngine) {
  const client = createEngineClient(inProcessTransport());
  await client.run('load-villages', {
    lng: Float64Array.from(region.villages, ({ position }) => position[0]),
    lat: Float64Array.from(region.villages, ({ position }) => position[1]),
    accuracyMetres: Float64Array.from(region.villages, (v) => v.positionAccuracyMetres),
  });
  return client;
}

describe('gap answers of the engine', () => {
  it.each([1, 2, 5])('lists and clusters are the analysis, by the first %d projects', async (n) => {
    const targets = pack.targets.slice(0, n);
    const query = { targets, distanceMetres: 2000 };
    const result = await pack.coverage(targets, 2000);
    const { index, estimate } = pack;
    const whole = gapAnalysis(index, result, estimate);
    const client = await clientOf(pack);
    const columns = gapColumns(index, estimate);
    const lists = await client.run('gap', { ...query, columns });
    for (const kind of ['notCovered', 'possible'] as const) {
      const rows = gapRows({ index, result, estimate }, lists[kind]);
      expect(Array.from({ length: rows.count }, (_, at) => rows.at(at))).toEqual(
        whole[kind].villages,
      );
      expect(rows.poorHouseholds).toBe(whole[kind].poorHouseholds);
      expect(rows.unitsWithoutEstimate).toBe(whole[kind].unitsWithoutEstimate);
      expect(rows.orderOf(whole[kind].villages[7]!.code)).toBe(7);
      expect(rows.orderOf('000000000000')).toBe(-1);
      const state = kind === 'notCovered' ? NOT_COVERED : POSSIBLE;
      const choice = await client.run('gap-clusters', {
        ...query,
        columns,
        state,
        radiusMetres: 2000,
      });
      const clusters = clusterRows(index, lists[kind], choice, rows.at);
      expect(Array.from({ length: clusters.count }, (_, at) => clusters.at(at))).toEqual(
        whole[kind].clusters,
      );
      expect(clusters.orderOf(whole[kind].clusters[3]!.id)).toBe(3);
    }
    client.close();
  });
  it('ranks villages by estimate, lack and code as a comparator does, in whatever order the pack has them', async () => {
    const turned = indexPack({
      ...pack.index.pack,
      villages: pack.index.pack.villages.toReversed(),
    });
    const estimate = {
      ...pack.estimate,
      households: pack.estimate.households.toReversed(),
      persons: pack.estimate.persons.toReversed(),
      resolution: pack.estimate.resolution.toReversed(),
    };
    const targets = pack.targets.slice(0, 3);
    const result = await pack.coverage(targets, 2000);
    const mirrored = {
      ...result,
      states: result.states.toReversed(),
      // Whole kilometres: many lacks are equal, so that codes decide.
      nearestDistanceMetres: result.nearestDistanceMetres
        .toReversed()
        .map((metres) => Math.ceil(metres / 1000) * 1000),
      nearestTarget: result.nearestTarget.toReversed(),
    };
    for (const list of [
      gapAnalysis(turned, mirrored, estimate).notCovered,
      gapAnalysis(turned, mirrored, estimate).possible,
    ]) {
      const wanted = list.villages.toSorted(
        (a, b) =>
          (b.poorHouseholds ?? -1) - (a.poorHouseholds ?? -1) ||
          a.extraMetres! - b.extraMetres! ||
          (a.code < b.code ? -1 : 1),
      );
      expect(list.villages.map(({ code }) => code)).toEqual(wanted.map(({ code }) => code));
    }
  });
  it('the curve is the one from all thresholds', async () => {
    const targets = pack.targets.slice(0, 4);
    const thresholds = reachThresholds(pack.villageAccuracies, pack.prepared(targets));
    const client = await clientOf(pack);
    const { households, persons } = pack.estimate;
    const curve = await client.run('curve', {
      targets,
      toMetres: 10_000,
      estimate: { households, persons },
    });
    const wanted = marginalCurve(thresholds, pack.estimate, 10_000);
    expect(curve.drawn.villages).toEqual(wanted.drawn.villages);
    expect(curve.total).toEqual(wanted.total);
    expect(curve.unitsWithoutEstimate).toBe(
      pack.estimate.resolution.filter((each) => each === null).length,
    );
    client.close();
  });
  it('clusters can be left on the way', async () => {
    const client = await clientOf(pack);
    const abort = new AbortController();
    const asked = client.run(
      'gap-clusters',
      {
        targets: pack.targets.slice(0, 1),
        distanceMetres: 0,
        columns: gapColumns(pack.index, pack.estimate),
        state: NOT_COVERED,
        radiusMetres: 50_000,
      },
      { signal: abort.signal, onProgress: () => abort.abort() },
    );
    await expect(asked).rejects.toBeInstanceOf(EngineCancelled);
    client.close();
  });
});
