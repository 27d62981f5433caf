import { beforeAll, describe, expect, it } from 'vitest';
import { overlapClass, overlapClasses, overlapRows } from '../../src/analysis/overlap-summary';
import { type PlacedVillage, villageReach } from '../../src/analysis/village-reach';
import { createEngine } from '../../src/engine/run';
import { projectShape } from '../../src/geo/project-shape';
import { type PackEngine, packEngine } from './pack-engine';

const FIGURES = {
  households: Float64Array.of(1, 2, 4, Number.NaN, 8, 16),
  persons: Float64Array.of(10, 20, 40, Number.NaN, 80, 160),
};

describe('overlapRows', () => {
  it('adds up villages and estimates by class, three and more together', () => {
    const rows = overlapRows(Uint16Array.of(0, 1, 2, 1, 3, 5), FIGURES, 5);
    expect(rows).toEqual([
      { class: 0, villages: 1, households: 1, persons: 10 },
      { class: 1, villages: 2, households: 2, persons: 20 },
      { class: 2, villages: 1, households: 4, persons: 40 },
      { class: 3, villages: 2, households: 24, persons: 240 },
    ]);
  });
  it('has no row that the projects cannot fill, and no sum where nothing is known', () => {
    const rows = overlapRows(Uint16Array.of(1, 1, 1, 2, 1, 1), FIGURES, 2);
    expect(rows.map((row) => row.class)).toEqual([0, 1, 2]);
    expect(rows[0]).toEqual({ class: 0, villages: 0, households: 0, persons: 0 });
    expect(rows[2]).toMatchObject({ villages: 1, households: null, persons: null });
  });
  it('refuses counts of other villages', () => {
    expect(() => overlapRows(new Uint16Array(5), FIGURES, 2)).toThrow('5 units, estimate of 6');
  });
  it('puts every count in a class', () => {
    expect([0, 1, 2, 3, 4, 65_535].map(overlapClass)).toEqual([0, 1, 2, 3, 3, 3]);
    expect(overlapClasses(Uint16Array.of(0, 1, 2, 3, 4, 65_535))).toEqual(
      Uint8Array.of(0, 1, 2, 3, 3, 3),
    );
  });
});

describe('on the shipped pack', () => {
  const PACE = { breathe: () => Promise.resolve() };
  const METRES = 5000;
  let pack: PackEngine;
  beforeAll(async () => {
    pack = await packEngine();
  });

  const placed = (at: number): PlacedVillage => {
    const { position, positionAccuracyMetres } = pack.index.pack.villages[at] ?? {};
    if (position === undefined || positionAccuracyMetres === undefined) throw new Error(`no ${at}`);
    return { lng: position[0], lat: position[1], accuracyMetres: positionAccuracyMetres };
  };

  it('classes add up to all villages, and to the union as drawn', async () => {
    const { villages } = pack.index.pack;
    const engine = createEngine();
    const columns = {
      lng: Float64Array.from(villages, ({ position }) => position[0]),
      lat: Float64Array.from(villages, ({ position }) => position[1]),
      accuracyMetres: pack.villageAccuracies,
    };
    await engine.run('load-villages', columns, PACE);
    const query = { targets: pack.targets, distanceMetres: METRES };
    const { counts } = await engine.run('overlap', query, PACE);
    const union = await pack.coverage(pack.targets, METRES);
    const rows = overlapRows(counts, pack.estimate, pack.targets.length);
    expect(rows.reduce((sum, row) => sum + row.villages, 0)).toBe(villages.length);
    expect(rows[0]?.villages).toBe(union.counts.possible + union.counts.notCovered);

    const most = counts.reduce((best, count, at) => (count > (counts[best] ?? 0) ? at : best), 0);
    const village = placed(most);
    const reach = await engine.run('village-reach', { ...query, village }, PACE);
    expect(reach.filter(({ state }) => state >= 2)).toHaveLength(counts[most] ?? 0);
    expect(reach[0]?.metres).toBeCloseTo(union.nearestDistanceMetres[most] ?? Number.NaN, 3);
    expect(reach[0]?.targetId).toBe(union.targetIds[union.nearestTarget[most] ?? -1]);
  });

  it('villageReach gives what coverage gives for each target alone, nearest first', async () => {
    const shaped = pack.targets.map((target) => ({
      id: target.id,
      accuracyMetres: target.accuracyMetres,
      shape: projectShape(target.geometry),
    }));
    const each = await Promise.all(pack.targets.map((target) => pack.coverage([target], METRES)));
    for (const village of [0, 500, 1500, 3000]) {
      const reach = villageReach(placed(village), shaped, METRES);
      const states = Object.fromEntries(reach.map(({ targetId, state }) => [targetId, state]));
      const wanted = each.map((result) => [result.targetIds[0], result.states[village]]);
      expect(states).toEqual(Object.fromEntries(wanted));
      const metres = reach.map((one) => one.metres);
      expect(metres).toEqual(metres.toSorted((a, b) => a - b));
    }
  });
});
