// 缺口片区: gap villages that one extension of their nearest project would serve together.
//
// Greedy maximum covering (Church & ReVelle 1974), for each nearest project on its own: the gap village with the most
// estimated poor households within `radiusMetres` (geodesic) of it becomes a cluster's core, those villages its members;
// they are taken out and the next is chosen, until none is left. So a spur from the project to the core, with a service
// distance of the radius, covers the whole cluster as drawn. Ties: more villages, then the nearer core, then code.
// No seed and no order of input matters. (Single linkage was tried: at 2 km, the villages' own spacing, it chained 2,173
// of 3,152 villages into one cluster 158 km across.)
// Positions known only to the township are spread evenly (geodata/SPEC.md): a cluster says how many members have a
// position of their own, because a cluster of spread positions shows where to look, not where to build.
import type { LngLat } from '../domain/lng-lat';
import type { Village } from '../domain/village';
import { neighboursWithin, pointDistanceMetres } from '../geo/neighbours';
import type { GapVillage } from './gap-village';

export interface GapCluster {
  /** Code of its core village. */
  readonly id: string;
  /** 1-based place: most poor households first, unknown last, then the nearer core, then id. */
  readonly rank: number;
  readonly nearestTargetId: string | null;
  readonly core: GapVillage;
  /** The core included; in code order. */
  readonly villages: readonly GapVillage[];
  /** Sums of the known estimates; null when no member has one. */
  readonly poorHouseholds: number | null;
  readonly poorPersons: number | null;
  readonly unitsWithoutEstimate: number;
  /** A straight spur from the project to the core: all members then lie within the radius of its end. */
  readonly spurMetres: number | null;
  /** More reach of the project as it is (d − D): the least that covers one member, and the least that covers all. */
  readonly extraToNearestMetres: number | null;
  readonly extraToAllMetres: number | null;
  /** Position of the core. */
  readonly centre: LngLat;
  /** Farthest member from the centre; at most the radius asked for. */
  readonly radiusMetres: number;
  /** Members whose own position is known (surveyed, gazetteer or imported). */
  readonly ownPositions: number;
  /** Largest position accuracy among the members: each may be off by so much. */
  readonly worstPositionAccuracyMetres: number;
}

/** One nearest project's gap villages in code order, with who is near whom. */
interface Field {
  readonly members: readonly GapVillage[];
  readonly near: readonly (readonly number[])[];
  readonly taken: Uint8Array;
}

/** A core that could be chosen, with what it would bring when last looked at. */
interface Offer {
  readonly core: number;
  readonly households: number;
  readonly count: number;
}

function offerOf({ members, near, taken }: Field, core: number): Offer {
  let [households, count] = [0, 0];
  for (const at of near[core] ?? []) {
    if (taken[at] === 1) continue;
    households += members[at]?.poorHouseholds ?? 0;
    count += 1;
  }
  return { core, households, count };
}

/** Negative when `a` is the better offer. Members are in code order, so the place stands for the code. */
function compareOffers(members: readonly GapVillage[], a: Offer, b: Offer): number {
  if (a.households !== b.households) return b.households - a.households;
  if (a.count !== b.count) return b.count - a.count;
  const metresA = members[a.core]?.distanceMetres ?? Infinity;
  const metresB = members[b.core]?.distanceMetres ?? Infinity;
  return metresA === metresB ? a.core - b.core : metresA - metresB;
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

/**
 * The greedy choice: [core, members] as places in `field.members`. Offers only fall as villages are taken, so one that is
 * still the best after being looked at again is the best of all ("lazy greedy").
 */
function chooseCores(field: Field): readonly (readonly [number, readonly number[]])[] {
  const { members, near, taken } = field;
  const offers = new Offers(
    (a, b) => compareOffers(members, a, b) < 0,
    members.map((_, core) => offerOf(field, core)),
  );
  const chosen: (readonly [number, readonly number[]])[] = [];
  for (let best = offers.best(); best !== undefined; best = offers.best()) {
    if (taken[best.core] === 1) {
      offers.replaceBest(undefined);
      continue;
    }
    const now = offerOf(field, best.core);
    if (compareOffers(members, now, best) > 0) {
      offers.replaceBest(now);
      continue;
    }
    const cluster = (near[best.core] ?? []).filter((at) => taken[at] === 0);
    for (const at of cluster) taken[at] = 1;
    chosen.push([best.core, cluster]);
    offers.replaceBest(undefined);
  }
  return chosen;
}

function villageOf(villages: readonly Village[], member: GapVillage): Village {
  const village = villages[member.at];
  if (village === undefined) throw new Error(`gap village ${member.at} of ${villages.length}`);
  return village;
}

function sumOfKnown(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0);
}

function clusterOf(
  villages: readonly Village[],
  core: GapVillage,
  members: readonly GapVillage[],
): Omit<GapCluster, 'rank'> {
  const units = members.map((member) => villageOf(villages, member));
  const centre = villageOf(villages, core).position;
  const extras = members.flatMap((member) => member.extraMetres ?? []);
  const own = units.filter(
    ({ positionMethod: method }) => method !== 'within-township' && method !== 'within-county',
  );
  return {
    id: core.code,
    nearestTargetId: core.nearestTargetId,
    core,
    villages: members,
    poorHouseholds: sumOfKnown(members.map((member) => member.poorHouseholds)),
    poorPersons: sumOfKnown(members.map((member) => member.poorPersons)),
    unitsWithoutEstimate: members.filter((member) => member.poorHouseholds === null).length,
    spurMetres: core.distanceMetres,
    extraToNearestMetres: extras.length === 0 ? null : Math.min(...extras),
    extraToAllMetres: extras.length === 0 ? null : Math.max(...extras),
    centre,
    radiusMetres: units.reduce(
      (most, { position }) => Math.max(most, pointDistanceMetres(centre, position)),
      0,
    ),
    ownPositions: own.length,
    worstPositionAccuracyMetres: units.reduce(
      (most, unit) => Math.max(most, unit.positionAccuracyMetres),
      0,
    ),
  };
}

function byTarget(members: readonly GapVillage[]): readonly (readonly GapVillage[])[] {
  const groups = new Map<string | null, GapVillage[]>();
  for (const member of members) {
    const group = groups.get(member.nearestTargetId) ?? [];
    group.push(member);
    groups.set(member.nearestTargetId, group);
  }
  return [...groups.values()];
}

function clustersOfTarget(
  villages: readonly Village[],
  members: readonly GapVillage[],
  radiusMetres: number,
): readonly Omit<GapCluster, 'rank'>[] {
  const positions = members.map((member) => villageOf(villages, member).position);
  const near = neighboursWithin(positions, radiusMetres);
  const field = { members, near, taken: new Uint8Array(members.length) };
  return chooseCores(field).map(([core, places]) =>
    clusterOf(
      villages,
      members[core] as GapVillage,
      places.map((at) => members[at] as GapVillage),
    ),
  );
}

function compareClusters(a: Omit<GapCluster, 'rank'>, b: Omit<GapCluster, 'rank'>): number {
  const [householdsA, householdsB] = [a.poorHouseholds ?? -1, b.poorHouseholds ?? -1];
  if (householdsA !== householdsB) return householdsB - householdsA;
  const [spurA, spurB] = [a.spurMetres ?? Infinity, b.spurMetres ?? Infinity];
  if (spurA !== spurB) return spurA - spurB;
  return a.id < b.id ? -1 : 1;
}

/**
 * Clusters of `members` (any order), ranked; every member is in exactly one. `villages` are the pack's, which
 * `GapVillage.at` points into. Throws RangeError for a radius that is negative or not finite.
 */
export function gapClusters(
  villages: readonly Village[],
  members: readonly GapVillage[],
  radiusMetres: number,
): readonly GapCluster[] {
  return byTarget(members.toSorted((a, b) => (a.code < b.code ? -1 : 1)))
    .flatMap((group) => clustersOfTarget(villages, group, radiusMetres))
    .toSorted(compareClusters)
    .map((cluster, order) => ({ ...cluster, rank: order + 1 }));
}
