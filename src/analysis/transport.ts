// The transport problem: persons of many places to sites with room, as many as possible, then with the least sum of
// persons × cost. Solved exactly by successive shortest paths with potentials (Edmonds & Karp 1972; Ahuja, Magnanti & Orlin,
// Network Flows, §9.7): every path is a shortest one, so after each the flow is the cheapest of its size, and the last
// can not be made larger. All numbers are whole, so nothing is lost by rounding. Dense Dijkstra: O((n + m)²) a path.

export interface TransportFlow {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

const NONE = -1;

interface Network {
  readonly costs: readonly (readonly number[])[];
  /** What is left at each place, and the room left at each site. */
  readonly supply: number[];
  readonly room: number[];
  /** flow[from][to] */
  readonly flow: number[][];
  /** Potentials: places, then sites. */
  readonly potential: number[];
}

/** Reduced cost of the arc between a place and a site, either way, of what may still be changed; Infinity for none. */
function reducedCost(net: Network, u: number, v: number): number {
  const places = net.supply.length;
  const isForward = u < places;
  const [from, to] = isForward ? [u, v - places] : [v, u - places];
  const cost = net.costs[from]?.[to] ?? Infinity;
  if (cost === Infinity || (!isForward && net.flow[from]?.[to] === 0)) return Infinity;
  return (isForward ? cost : -cost) + (net.potential[u] ?? 0) - (net.potential[v] ?? 0);
}

interface Path {
  /** Node before each node; NONE at a place that still has persons. */
  readonly before: Int32Array;
  /** The site with room that is reached most cheaply. */
  readonly end: number;
}

/** Dijkstra from every place that has persons left to the nearest site that has room; lowers nothing else. */
function cheapestPath(net: Network): Path | null {
  const places = net.supply.length;
  const count = places + net.room.length;
  const distance = new Float64Array(count).fill(Infinity);
  const before = new Int32Array(count).fill(NONE);
  const done = new Uint8Array(count);
  for (let u = 0; u < places; u++) {
    if ((net.supply[u] ?? 0) > 0) distance[u] = -(net.potential[u] ?? 0);
  }
  let end = NONE;
  for (;;) {
    let u = NONE;
    for (let v = 0; v < count; v++) {
      const isNearer = u === NONE || (distance[v] as number) < (distance[u] as number);
      if (done[v] === 0 && isNearer) u = v;
    }
    if (u === NONE || distance[u] === Infinity) break;
    done[u] = 1;
    if (u >= places && (net.room[u - places] ?? 0) > 0) {
      end = u;
      break;
    }
    const [first, last] = u < places ? [places, count] : [0, places];
    for (let v = first; v < last; v++) {
      if (done[v] === 1) continue;
      const next = (distance[u] as number) + reducedCost(net, u, v);
      if (next < (distance[v] as number)) {
        distance[v] = next;
        before[v] = u;
      }
    }
  }
  if (end === NONE) return null;
  const limit = distance[end] as number;
  for (let v = 0; v < count; v++) {
    net.potential[v] = (net.potential[v] ?? 0) + Math.min(distance[v] as number, limit);
  }
  return { before, end };
}

/** Sends as much as fits along the path. */
function send(net: Network, { before, end }: Path): void {
  const places = net.supply.length;
  const arcs: (readonly [from: number, to: number, sign: 1 | -1])[] = [];
  let node = end;
  for (let last = before[node] as number; last !== NONE; last = before[node] as number) {
    arcs.push(last < places ? [last, node - places, 1] : [node, last - places, -1]);
    node = last;
  }
  const room = net.room[end - places] ?? 0;
  let amount = Math.min(net.supply[node] ?? 0, room);
  for (const [from, to, sign] of arcs) {
    if (sign < 0) amount = Math.min(amount, net.flow[from]?.[to] ?? 0);
  }
  for (const [from, to, sign] of arcs) {
    const row = net.flow[from];
    if (row !== undefined) row[to] = (row[to] ?? 0) + sign * amount;
  }
  net.supply[node] = (net.supply[node] ?? 0) - amount;
  net.room[end - places] = room - amount;
}

/**
 * The cheapest of the largest flows. `supplies` and `capacities` are whole numbers ≥ 0; `costs[from][to]` whole numbers ≥ 0,
 * Infinity where a way is not allowed. Flows in order of place, then site. Throws RangeError for other numbers.
 */
export function transport(
  supplies: readonly number[],
  capacities: readonly number[],
  costs: readonly (readonly number[])[],
): readonly TransportFlow[] {
  const ways = costs.flat().filter((cost) => cost !== Infinity);
  for (const value of [...supplies, ...capacities, ...ways]) {
    if (value >= 0 && Number.isSafeInteger(value)) continue;
    throw new RangeError(`transport of ${value}, expected a whole number of 0 or more`);
  }
  const net: Network = {
    costs,
    supply: [...supplies],
    room: [...capacities],
    flow: supplies.map(() => capacities.map(() => 0)),
    potential: [...supplies, ...capacities].map(() => 0),
  };
  for (let path = cheapestPath(net); path !== null; path = cheapestPath(net)) send(net, path);
  return net.flow.flatMap((row, from) =>
    row.flatMap((amount, to) => (amount > 0 ? [{ from, to, amount }] : [])),
  );
}
