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

/** Bellman–Ford over what may still be changed: a cycle of negative cost would make the flow cheaper. */
function hasCheaperCycle(
  { supplies, capacities, costs }: Problem,
  flows: readonly TransportFlow[],
): boolean {
  const [n, m] = [supplies.length, capacities.length];
  const [source, sink] = [n + m, n + m + 1];
  const arcs: [number, number, number][] = [];
  const sent = (from: number, to: number): number =>
    flows.find((flow) => flow.from === from && flow.to === to)?.amount ?? 0;
  supplies.forEach((supply, from) => {
    const gone = amountOf(flows.filter((flow) => flow.from === from));
    if (gone < supply) arcs.push([source, from, 0]);
    if (gone > 0) arcs.push([from, source, 0]);
    costs[from]?.forEach((cost, to) => {
      if (cost !== Infinity) arcs.push([from, n + to, cost]);
      if (sent(from, to) > 0) arcs.push([n + to, from, -cost]);
    });
  });
  capacities.forEach((room, to) => {
    const come = amountOf(flows.filter((flow) => flow.to === to));
    if (come < room) arcs.push([n + to, sink, 0]);
    if (come > 0) arcs.push([sink, n + to, 0]);
  });
  const distance = Array.from({ length: n + m + 2 }, () => 0);
  for (let round = 0; round <= n + m + 2; round++) {
    let changed = false;
    for (const [from, to, cost] of arcs) {
      if ((distance[from] ?? 0) + cost < (distance[to] ?? 0)) {
        distance[to] = (distance[from] ?? 0) + cost;
        changed = true;
      }
    }
    if (!changed) return false;
  }
  return true;
}

describe('transport', () => {
  it('leaves no cycle that would be cheaper, also for many places and tight room', () => {
    const size = 12;
    const large = fc.record({
      supplies: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: size, maxLength: size }),
      capacities: fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 8, maxLength: 8 }),
      costs: fc.array(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 8, maxLength: 8 }), {
        minLength: size,
        maxLength: size,
      }),
    });
    fc.assert(
      fc.property(large, (given) => {
        const flows = transport(given.supplies, given.capacities, given.costs);
        expect(hasCheaperCycle(given, flows)).toBe(false);
        const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
        expect(amountOf(flows)).toBe(Math.min(sum(given.supplies), sum(given.capacities)));
      }),
      { seed: 232, numRuns: 60 },
    );
  });

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
