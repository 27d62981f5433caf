// 缺口片区: gap villages that one extension of their nearest project would serve together.
//
// Greedy maximum covering (Church & ReVelle 1974), for each nearest project on its own: the gap village with the most
// estimated poor households within `radiusMetres` (geodesic) of it becomes a cluster's core, those villages its members;
// they are taken out and the next is chosen, until none is left. So a spur from the project to the core, with a service
// distance of the radius, covers the whole cluster as drawn. Ties: more villages, then the nearer core, then code.
// No seed and no order of input matters. (Single linkage was tried: at 2 km, the villages' own spacing, it chained 2,173
// of 3,152 villages into one cluster 158 km across.)
// Works on columns, so that the engine can do it without villages; what a cluster tells is in gap-cluster.ts.
import { neighboursWithin } from '../geo/neighbours';

/** Gap villages as columns of equal length, in code order; WGS84 degrees and metres. */
export interface ClusterField {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** Estimates; NaN where there is none. */
  readonly households: Float64Array;
  /** To the nearest project; not finite without any. */
  readonly distanceMetres: Float64Array;
  /** Which project that is; −1 without any. */
  readonly target: Int32Array;
}

/** Clusters, most poor households first, unknown last, then the nearer core, then code. Places are rows of the field. */
export interface ClusterChoice {
  readonly cores: Uint32Array;
  /** Members of cluster k: `members` from `starts[k]` to `starts[k + 1]`, ascending. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

/** A core that could be chosen, with what it would bring when last looked at. */
interface Offer {
  readonly core: number;
  readonly households: number;
  readonly count: number;
}

interface Cluster {
  readonly core: number;
  readonly members: readonly number[];
  /** Sum of the known; −1 when none is. */
  readonly households: number;
}

/** Rows looked at between two yields. */
const STRETCH = 2048;

function known(value: number | undefined, otherwise: number): number {
  return value !== undefined && Number.isFinite(value) ? value : otherwise;
}

/** Binary heap of offers, best first. */
class Offers {
  private readonly heap: Offer[];

  constructor(
    private readonly isBetter: (a: Offer, b: Offer) => boolean,
    offers: readonly Offer[],
  ) {
    this.heap = [...offers];
    for (let at = this.heap.length >> 1; at >= 0; at--) this.sink(at);
  }

  best(): Offer | undefined {
    return this.heap[0];
  }

  /** Puts `offer` in the place of the best, or only takes that away. */
  replaceBest(offer: Offer | undefined): void {
    const put = offer ?? this.heap.pop();
    if (put === undefined || this.heap.length === 0) return;
    this.heap[0] = put;
    this.sink(0);
  }

  private sink(from: number): void {
    let at = from;
    for (;;) {
      let best = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        const [a, b] = [this.heap[child], this.heap[best]];
        if (a !== undefined && b !== undefined && this.isBetter(a, b)) best = child;
      }
      if (best === at) return;
      const [a, b] = [this.heap[at] as Offer, this.heap[best] as Offer];
      [this.heap[at], this.heap[best]] = [b, a];
      at = best;
    }
  }
}

/** One nearest project's villages: rows of the field, with who is near whom by places in `rows`. */
class Greedy {
  private readonly near: (readonly number[])[] = [];
  private readonly taken: Uint8Array;

  constructor(
    private readonly field: ClusterField,
    private readonly rows: Uint32Array,
  ) {
    this.taken = new Uint8Array(rows.length);
  }

  /**
   * Offers only fall as villages are taken, so one that is still the best after being looked at again is the best of all
   * ("lazy greedy"). Yields the rows done since the last yield.
   */
  *choose(radiusMetres: number): Generator<number, Cluster[]> {
    const { field, rows, taken, near } = this;
    const column = (values: Float64Array): Float64Array =>
      Float64Array.from(rows, (row) => values[row] as number);
    const nearTo = neighboursWithin(column(field.lng), column(field.lat), radiusMetres);
    const first: Offer[] = [];
    for (let at = 0; at < rows.length; at++) {
      near.push(nearTo(at));
      first.push(this.offerOf(at));
      if (at % STRETCH === STRETCH - 1) yield STRETCH;
    }
    yield rows.length % STRETCH;
    const offers = new Offers((a, b) => this.compare(a, b) < 0, first);
    const chosen: Cluster[] = [];
    let looked = 0;
    for (let best = offers.best(); best !== undefined; best = offers.best()) {
      if (++looked % STRETCH === 0) yield 0;
      if (taken[best.core] === 1) {
        offers.replaceBest(undefined);
        continue;
      }
      const now = this.offerOf(best.core);
      if (this.compare(now, best) > 0) {
        offers.replaceBest(now);
        continue;
      }
      chosen.push(this.take(best.core));
      offers.replaceBest(undefined);
    }
    return chosen;
  }

  private offerOf(core: number): Offer {
    let [households, count] = [0, 0];
    for (const at of this.near[core] as readonly number[]) {
      if (this.taken[at] === 1) continue;
      households += known(this.field.households[this.rows[at] as number], 0);
      count += 1;
    }
    return { core, households, count };
  }

  /** Negative when `a` is the better offer. Rows are in code order, so the place stands for the code. */
  private compare(a: Offer, b: Offer): number {
    if (a.households !== b.households) return b.households - a.households;
    if (a.count !== b.count) return b.count - a.count;
    const { field, rows } = this;
    const metresA = known(field.distanceMetres[rows[a.core] as number], Infinity);
    const metresB = known(field.distanceMetres[rows[b.core] as number], Infinity);
    return metresA === metresB ? a.core - b.core : metresA - metresB;
  }

  private take(core: number): Cluster {
    const { field, rows, taken } = this;
    const free = (this.near[core] as readonly number[]).filter((at) => taken[at] === 0);
    for (const at of free) taken[at] = 1;
    const members = free.map((at) => rows[at] as number);
    const estimates = members.map((row) => field.households[row] as number).filter(Number.isFinite);
    const households = estimates.length === 0 ? -1 : estimates.reduce((sum, each) => sum + each, 0);
    return { core: rows[core] as number, members, households };
  }
}

function rowsByTarget(target: Int32Array): readonly Uint32Array[] {
  const groups = new Map<number, number[]>();
  target.forEach((each, row) => {
    const group = groups.get(each) ?? [];
    group.push(row);
    groups.set(each, group);
  });
  return [...groups.values()].map((rows) => Uint32Array.from(rows));
}

function ranked({ distanceMetres }: ClusterField, clusters: Cluster[]): ClusterChoice {
  clusters.sort((a, b) => {
    if (a.households !== b.households) return b.households - a.households;
    const spurA = known(distanceMetres[a.core], Infinity);
    const spurB = known(distanceMetres[b.core], Infinity);
    return spurA === spurB ? a.core - b.core : spurA - spurB;
  });
  const starts = new Uint32Array(clusters.length + 1);
  const members = new Uint32Array(distanceMetres.length);
  clusters.forEach((cluster, k) => {
    const start = starts[k] as number;
    members.set(cluster.members, start);
    starts[k + 1] = start + cluster.members.length;
  });
  return { cores: Uint32Array.from(clusters, ({ core }) => core), starts, members };
}

/**
 * Clusters of the field's rows; every row is in exactly one. Yields how many rows are done, in stretches, so that a long
 * choice can be left. Throws RangeError for a radius that is negative or not finite.
 */
export function* clusterSteps(
  field: ClusterField,
  radiusMetres: number,
): Generator<number, ClusterChoice> {
  const clusters: Cluster[] = [];
  let done = 0;
  for (const rows of rowsByTarget(field.target)) {
    const choice = new Greedy(field, rows).choose(radiusMetres);
    let step = choice.next();
    for (; !step.done; step = choice.next()) yield (done += step.value);
    for (const cluster of step.value) clusters.push(cluster);
  }
  return ranked(field, clusters);
}
