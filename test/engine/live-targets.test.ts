import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { createEngineClient, EngineFailed } from '../../src/engine/client';
import type { EngineClient } from '../../src/engine/client';
import { inProcessTransport } from '../../src/engine/in-process-transport';
import type { CoverageTarget } from '../../src/engine/protocol';
import { anyGeometry } from '../geo/random-shapes';

const SIDE = 24;
const COUNT = SIDE * SIDE;

async function loaded(): Promise<EngineClient> {
  const client = createEngineClient(inProcessTransport());
  await client.run('load-villages', {
    lng: Float64Array.from({ length: COUNT }, (_, k) => 110 + (k % SIDE) / 12),
    lat: Float64Array.from({ length: COUNT }, (_, k) => 34 + Math.floor(k / SIDE) / 12),
    accuracyMetres: new Float64Array(COUNT),
  });
  return client;
}

const step = fc.record({ slot: fc.nat(3), geometry: anyGeometry, metres: fc.nat(40_000) });

describe('within, overlap, nearest', () => {
  it('after any edits agree with coverage, call after call', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const client = await loaded();
        const targets: CoverageTarget[] = [];
        for (const { slot, geometry, metres: distanceMetres } of steps) {
          const id = `p${slot}`;
          const at = targets.findIndex((target) => target.id === id);
          targets.splice(at < 0 ? targets.length : at, 1, { id, geometry, accuracyMetres: 0 });
          const query = { targets: [...targets], distanceMetres };
          const answer = await client.run('coverage', query);
          const covered = [...answer.states].flatMap((state, k) => (state > 0 ? [k] : []));
          const within = await client.run('within', query);
          expect([...within].toSorted((a, b) => a - b)).toEqual(covered);
          const overlap = await client.run('overlap', query);
          expect(overlap.covered).toBe(covered.length);
          const reached = answer.perTarget.reduce((sum, each) => sum + each.counts.certain, 0);
          expect(overlap.counts.reduce((sum, count) => sum + count, 0)).toBe(reached);
          const nearest = await client.run('nearest', { targets: query.targets });
          nearest.metres.forEach((metres, k) => {
            const wanted = answer.nearestDistanceMetres[k] ?? Number.NaN;
            expect(metres === wanted || Math.abs(metres - wanted) < 2e-4).toBe(true);
            expect(Math.sign(nearest.project[k] ?? 0)).toBe(
              Math.sign(answer.nearestTarget[k] ?? 0),
            );
          });
        }
      }),
      { seed: 20261122, numRuns: 25 },
    );
  });
});

describe('a refused geometry', () => {
  const refused: readonly (readonly [Geometry, string, string])[] = [
    [{ type: 'Point', coordinates: [110, 86] }, '86°', '纬度'],
    [{ type: 'Point', coordinates: [361, 6] }, '361°', '经度'],
    [
      {
        type: 'LineString',
        coordinates: [
          [110, 35],
          [Number.NaN, 35],
        ],
      },
      'NaN, 35',
      '不是数字',
    ],
    [
      { type: 'Polygon', coordinates: [[-180, -90, 0, 90, 180].map((lng) => [lng, 60])] },
      '360°',
      '绕极点',
    ],
  ];
  it.each(refused)(
    'is told in Chinese with the project and the value: %#',
    async (geometry, value, word) => {
      const client = await loaded();
      const targets = [{ id: 'a1', name: '甲渠', geometry, accuracyMetres: 0 }];
      for (const kind of ['coverage', 'within', 'overlap'] as const) {
        const error: unknown = await client
          .run(kind, { targets, distanceMetres: 5 })
          .catch((e: unknown) => e);
        expect(error).toBeInstanceOf(EngineFailed);
        const { problem } = error as EngineFailed;
        expect(problem?.text).toContain('项目“甲渠”');
        expect(problem?.text).toContain(value);
        expect(problem?.text).toContain(word);
        expect(problem?.mend).not.toBe('');
      }
    },
  );
  it('names the village data when they are the ones refused', async () => {
    const client = createEngineClient(inProcessTransport());
    const one = Float64Array.of(0);
    const call = client.run('load-villages', {
      lng: Float64Array.of(200),
      lat: one,
      accuracyMetres: one,
    });
    const error: unknown = await call.catch((e: unknown) => e);
    expect((error as EngineFailed).problem?.text).toContain('200, 0');
  });
});
