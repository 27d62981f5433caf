import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/analysis/coverage';
import type { CoverageResult } from '../../src/analysis/coverage-result';
import { reachThresholds } from '../../src/analysis/reach-thresholds';
import { createEngineClient } from '../../src/engine/client';
import type { EngineClient } from '../../src/engine/client';
import { inProcessTransport } from '../../src/engine/in-process-transport';
import type { CoverageQuery, CoverageTarget } from '../../src/engine/protocol';
import { nearestInStretches } from '../../src/engine/nearest-in-stretches';
import { ReachTargets } from '../../src/engine/reach-targets';
import { TargetCache } from '../../src/engine/target-cache';
import { projectShape } from '../../src/geo/project-shape';
import { villageIndex } from '../../src/geo/village-index';
import { villageDistances } from '../../src/geo/villages-distances';
import { anyGeometry } from '../geo/random-shapes';

const SIDE = 24;
const COUNT = SIDE * SIDE;
const LNG = Float64Array.from({ length: COUNT }, (_, k) => 110 + (k % SIDE) / 12);
const LAT = Float64Array.from({ length: COUNT }, (_, k) => 34 + Math.floor(k / SIDE) / 12);
/** 0 to 20 km, so that lists must reach far beyond the service distance for some. */
const ACCURACIES = Float64Array.from({ length: COUNT }, (_, k) => (k % 5) * 5000);
const INDEX = villageIndex(LNG, LAT);

async function loaded(): Promise<EngineClient> {
  const client = createEngineClient(inProcessTransport());
  // The client may hand its arrays over.
  await client.run('load-villages', {
    lng: LNG.slice(),
    lat: LAT.slice(),
    accuracyMetres: ACCURACIES.slice(),
  });
  return client;
}

/** Every distance of every target, nothing kept, nothing left out. */
function prepared(targets: readonly CoverageTarget[]) {
  return targets.map(({ id, accuracyMetres, geometry }) => ({
    id,
    accuracyMetres,
    distances: villageDistances(INDEX, projectShape(geometry)),
  }));
}

function fromScratch({ targets, distanceMetres }: CoverageQuery): CoverageResult {
  return coverage(ACCURACIES, prepared(targets), distanceMetres);
}

function expectSameDecisions(answer: CoverageResult, wanted: CoverageResult): void {
  expect(answer.states).toEqual(wanted.states);
  expect(answer.counts).toEqual(wanted.counts);
  expect(answer.perTarget).toEqual(wanted.perTarget);
}

/** A number of a pending answer is either right or not there. */
function expectTrueOrNothing(answer: CoverageResult, wanted: CoverageResult): void {
  answer.nearestDistanceMetres.forEach((metres, k) => {
    const true_ = wanted.nearestDistanceMetres[k] ?? Number.NaN;
    if (Number.isNaN(metres)) {
      expect(answer.distancesPending).toBe(true);
      expect(answer.nearestTarget[k]).toBe(-1);
    } else {
      expect(metres === true_ || Math.abs(metres - true_) < 2e-4).toBe(true);
    }
  });
}

const step = fc.record({
  slot: fc.nat(3),
  geometry: anyGeometry,
  accuracyMetres: fc.constantFrom(0, 300, 9000),
  metres: fc.nat(40_000),
  isRemoved: fc.boolean(),
  /** Whether the hand rests here, so that the whole answer is asked for. */
  rests: fc.boolean(),
});

describe('the answer at once', () => {
  it('after any edits decides as from scratch; the whole answer is a fresh engine’s, bit by bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (steps) => {
        const client = await loaded();
        const targets: CoverageTarget[] = [];
        for (const { slot, geometry, accuracyMetres, metres, isRemoved, rests } of steps) {
          const id = `p${slot}`;
          const at = targets.findIndex((target) => target.id === id);
          if (isRemoved && at >= 0) targets.splice(at, 1);
          else targets.splice(at < 0 ? targets.length : at, 1, { id, geometry, accuracyMetres });
          const query = { targets: [...targets], distanceMetres: metres };
          const wanted = fromScratch(query);
          const now = await client.run('coverage-now', query);
          expectSameDecisions(now, wanted);
          expectTrueOrNothing(now, wanted);
          if (!rests) continue;
          const whole = await client.run('coverage', query);
          const fresh = await loaded();
          expect(whole).toEqual(await fresh.run('coverage', query));
          expect(whole.distancesPending).toBeUndefined();
          expectSameDecisions(whole, wanted);
          expectTrueOrNothing(whole, wanted);
          // Another distance for the same targets: nothing is pending any more.
          const wider = await client.run('coverage-now', {
            ...query,
            distanceMetres: metres + 700,
          });
          expect(wider.distancesPending).toBeUndefined();
          expect(wider.nearestDistanceMetres).toEqual(whole.nearestDistanceMetres);
        }
      }),
      { seed: 20261122, numRuns: 12 },
    );
  });

  it('leaves out the distances that it cannot vouch for, also where a farther target is listed', async () => {
    const client = await loaded();
    const point = (id: string, lng: number, accuracyMetres: number): CoverageTarget => ({
      id,
      accuracyMetres,
      geometry: { type: 'Point', coordinates: [lng, 34] },
    });
    // 9 km east of the first village and surely known, 18 km west and hardly known.
    const targets = [point('near', 110.1, 0), point('far', 109.8, 40_000)];
    const now = await client.run('coverage-now', { targets, distanceMetres: 1000 });
    expect(ACCURACIES[0]).toBe(0);
    expect(now.states[0]).toBe(1);
    expect(now.nearestDistanceMetres[0]).toBeNaN();
    expect(now.nearestTarget[0]).toBe(-1);
    const whole = await client.run('coverage', { targets, distanceMetres: 1000 });
    expect(whole.nearestTarget[0]).toBe(0);
  });

  it('is whole without targets', async () => {
    const client = await loaded();
    const now = await client.run('coverage-now', { targets: [], distanceMetres: 1000 });
    expect(now.distancesPending).toBeUndefined();
    expect(now.counts.notCovered).toBe(COUNT);
    expect(now.nearestDistanceMetres[0]).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('thresholds up to a distance', () => {
  it('are those of all distances wherever they lie within it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyGeometry, { minLength: 1, maxLength: 3 }),
        async (geometries) => {
          const reach = new ReachTargets(INDEX, ACCURACIES, new TargetCache(), nearestInStretches);
          const targets = geometries.map((geometry, k) => ({
            id: `p${k}`,
            geometry,
            accuracyMetres: k * 3000,
          }));
          const toMetres = 20_000;
          const pace = { breathe: () => Promise.resolve() };
          const lists = await reach.lists(targets, toMetres, pace);
          const some = reachThresholds(ACCURACIES, lists);
          const all = reachThresholds(ACCURACIES, prepared(targets));
          for (const key of ['possibleMetres', 'drawnMetres', 'certainMetres'] as const) {
            all[key].forEach((metres, k) => {
              const got = some[key][k] ?? Number.NaN;
              if (metres > toMetres) expect(got).toBeGreaterThan(toMetres);
              else expect(Math.abs(got - metres)).toBeLessThan(2e-4);
            });
          }
        },
      ),
      { seed: 20261122, numRuns: 25 },
    );
  });
});
