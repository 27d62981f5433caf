import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage, coverageState } from '../../src/analysis/coverage';
import type { PreparedTarget } from '../../src/analysis/coverage';

function target(id: string, metres: readonly number[], accuracyMetres = 0): PreparedTarget {
  const own = Float64Array.from(metres);
  return { id, accuracyMetres, distances: { metres: own, exactAt: (at) => own[at] ?? Number.NaN } };
}

describe('coverageState', () => {
  it('gives each boundary to the stronger state', () => {
    expect(coverageState(1900, 2000, 100)).toBe(3);
    expect(coverageState(1900.001, 2000, 100)).toBe(2);
    expect(coverageState(2000, 2000, 100)).toBe(2);
    expect(coverageState(2000.001, 2000, 100)).toBe(1);
    expect(coverageState(2100, 2000, 100)).toBe(1);
    expect(coverageState(2100.001, 2000, 100)).toBe(0);
    expect(coverageState(0, 0, 0)).toBe(3);
  });
});

describe('coverage', () => {
  it('judges each target with its own accuracy and keeps the strongest state', () => {
    const near = target('near but vague', [500], 5000);
    const far = target('farther but surveyed', [900], 50);
    const result = coverage(Float64Array.of(10), [near, far], 1000);
    expect([...result.states]).toEqual([3]);
    expect([...result.nearestDistanceMetres]).toEqual([500]);
    expect([...result.nearestTarget]).toEqual([0]);
    expect(result.perTarget.map((each) => each.counts.asDrawn)).toEqual([1, 0]);
    expect(result.perTarget.map((each) => each.counts.certain)).toEqual([0, 1]);
  });
  it('without targets covers nothing', () => {
    const result = coverage(Float64Array.of(1, 2), [], 1000);
    expect(result.counts).toEqual({ certain: 0, asDrawn: 0, possible: 0, notCovered: 2, total: 2 });
    expect([...result.nearestDistanceMetres]).toEqual([Infinity, Infinity]);
    expect([...result.nearestTarget]).toEqual([-1, -1]);
  });
  it('asks for the exact distance when a threshold is closer than the error', () => {
    const asked: number[] = [];
    const metres = Float64Array.of(1000.00002, 1500, 1100.00002, 899.99998);
    const distances = { metres, exactAt: (at: number) => (asked.push(at), metres[at] ?? 0) };
    coverage(new Float64Array(4).fill(100), [{ id: 'a', accuracyMetres: 0, distances }], 1000);
    expect(asked).toEqual([0, 2, 3]);
  });
  it('refuses a negative distance and targets of other villages', () => {
    expect(() => coverage(Float64Array.of(1), [], -1)).toThrow('-1 m');
    expect(() => coverage(Float64Array.of(1), [target('two', [1, 2])], 5)).toThrow('2 villages');
  });
  it('states always add up; more distance only strengthens; union = strongest single target', () => {
    const metres = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), {
      minLength: 6,
      maxLength: 6,
    });
    const targets = fc.array(fc.record({ metres, accuracy: fc.nat(3000) }), { maxLength: 4 });
    const accuracies = fc.array(fc.nat(3000), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(targets, accuracies, fc.nat(6000), fc.nat(2000), (list, own, service, more) => {
        const made = list.map((each, at) => target(`t${at}`, each.metres, each.accuracy));
        const result = coverage(Float64Array.from(own), made, service);
        for (const counts of [result.counts, ...result.perTarget.map((each) => each.counts)]) {
          const { certain, asDrawn, possible, notCovered, total } = counts;
          expect(certain + asDrawn + possible + notCovered).toBe(total);
          expect(total).toBe(6);
        }
        const single = made.map((each) => coverage(Float64Array.from(own), [each], service).states);
        const wider = coverage(Float64Array.from(own), made, service + more).states;
        result.states.forEach((state, at) => {
          expect(state).toBe(Math.max(0, ...single.map((states) => states[at] ?? 0)));
          expect(wider[at]).toBeGreaterThanOrEqual(state);
        });
      }),
      { seed: 20261122 },
    );
  });
});
