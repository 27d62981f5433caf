import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TransportFlow, transport } from '../../src/analysis/transport';

interface Problem {
  readonly supplies: number[];
  readonly capacities: number[];
  readonly costs: number[][];
}

const amountOf = (flows: readonly TransportFlow[]): number =>
  flows.reduce((sum, { amount }) => sum + amount, 0);
const costOf = (flows: readonly TransportFlow[], { costs }: Problem): number =>
  flows.reduce((sum, { from, to, amount }) => sum + amount * (costs[from]?.[to] ?? NaN), 0);

/** Every way to send whole units, one unit after the other, remembering what is left. */
function bruteForce({ supplies, capacities, costs }: Problem): readonly [number, number] {
  const known = new Map<string, readonly [number, number]>();
  const best = (at: number, left: number, room: readonly number[]): readonly [number, number] => {
    if (at === supplies.length) return [0, 0];
    const key = `${at}/${left}/${room.join()}`;
    const seen = known.get(key);
    if (seen) return seen;
    let top = best(at + 1, supplies[at + 1] ?? 0, room);
    if (left > 0) {
      room.forEach((free, to) => {
        const cost = costs[at]?.[to] ?? Infinity;
        if (free === 0 || cost === Infinity) return;
        const [amount, sum] = best(
          at,
          left - 1,
          room.map((each, k) => (k === to ? each - 1 : each)),
        );
        const next = [amount + 1, sum + cost] as const;
        if (next[0] > top[0] || (next[0] === top[0] && next[1] < top[1])) top = next;
      });
    }
    known.set(key, top);
    return top;
  };
  return best(0, supplies[0] ?? 0, capacities);
}

const problem: fc.Arbitrary<Problem> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([n, m]) => {
    const cost = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Infinity));
    return fc.record({
      supplies: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: n, maxLength: n }),
      capacities: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: m, maxLength: m }),
      costs: fc.array(fc.array(cost, { minLength: m, maxLength: m }), {
        minLength: n,
        maxLength: n,
      }),
    });
  });

describe('transport', () => {
  it('is as large and as cheap as the best of all ways', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const flows = transport(given.supplies, given.capacities, given.costs);
        const [amount, cost] = bruteForce(given);
        expect(amountOf(flows)).toBe(amount);
        expect(costOf(flows, given)).toBe(cost);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('never sends more than there is, than there is room, or where it may not', () => {
    fc.assert(
      fc.property(problem, ({ supplies, capacities, costs }) => {
        const flows = transport(supplies, capacities, costs);
        supplies.forEach((supply, at) => {
          expect(amountOf(flows.filter(({ from }) => from === at))).toBeLessThanOrEqual(supply);
        });
        capacities.forEach((room, at) => {
          expect(amountOf(flows.filter(({ to }) => to === at))).toBeLessThanOrEqual(room);
        });
        for (const { from, to } of flows) expect(costs[from]?.[to]).toBeLessThan(Infinity);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('takes back an earlier way when that is cheaper for all', () => {
    // The first would take the near site; the second can go nowhere else.
    expect(
      transport(
        [1, 1],
        [1, 1],
        [
          [1, 2],
          [1, Infinity],
        ],
      ),
    ).toEqual([
      { from: 0, to: 1, amount: 1 },
      { from: 1, to: 0, amount: 1 },
    ]);
  });

  it('refuses what is no whole number', () => {
    expect(() => transport([1.5], [2], [[1]])).toThrow(RangeError);
    expect(() => transport([1], [2], [[-1]])).toThrow(RangeError);
  });
});
