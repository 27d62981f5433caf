// 搬迁村对安置点: who moves where. Three ways:
//   list          as the user says, village by village; nothing is decided here.
//   whole-village nearest first, each village as one ("以自然村落为单元整体迁出", 第五章 三): pairs of village and site in
//                 order of distance; a village takes the first site that has room for all of it. A greedy way, not proven
//                 the best; `leastPersonMetres` says how far from the best it can be at most.
//   split         villages may be divided: as many persons as fit, then the least sum of persons × metres, proven (transport.ts).
// Distances are geodesic from the village's point to the nearest point of the site, true to 0.1 mm, in whole millimetres.
// Equal distances go by village code, then by the order of the sites. Sites without a capacity take part in the list only.
import type { Geometry } from 'geojson';
import type { LngLat } from '../domain/lng-lat';
import { projectShape } from '../geo/project-shape';
import { villageIndex } from '../geo/village-index';
import { villageDistances } from '../geo/villages-distances';
import { transport } from './transport';

/** Where the number of persons comes from; an estimate stays marked as one. */
export type PeopleSource = 'typed' | 'imported' | 'estimate';

export interface MovingVillage {
  readonly code: string;
  readonly countyCode: string;
  readonly position: LngLat;
  /** Persons who move, whole; never guessed here. */
  readonly persons: number;
  /** null where only persons are known. */
  readonly households: number | null;
  readonly source: PeopleSource;
}

export interface ReceivingSite {
  readonly id: string;
  readonly geometry: Geometry;
  /** null where the site lies in no county of the region, or in several. */
  readonly countyCode: string | null;
  /** Persons; null where it is not known. */
  readonly capacityPersons: number | null;
}

export interface VillageFlow {
  readonly villageCode: string;
  readonly siteId: string;
  readonly persons: number;
  /** The village's households by its share of persons, rounded; null where they are not known. */
  readonly households: number | null;
  readonly metres: number;
  readonly source: PeopleSource;
}

export type UnassignedReason =
  | 'not-listed'
  | 'rest-not-listed'
  | 'unknown-site'
  | 'no-site-in-county'
  | 'no-site-with-room'
  /** Part of the village went somewhere. */
  | 'rest-without-room';

export const UNASSIGNED_WORDS: Readonly<Record<UnassignedReason, string>> = {
  'not-listed': '名单里没有安置点',
  'rest-not-listed': '其余人口没有列出安置点',
  'unknown-site': '名单里的安置点不存在',
  'no-site-in-county': '本县没有填了容量的安置点',
  'no-site-with-room': '没有容量够的安置点',
  'rest-without-room': '其余人口没有容量可去',
};

export interface UnassignedVillage {
  readonly villageCode: string;
  readonly persons: number;
  readonly reason: UnassignedReason;
}

export interface SiteLoad {
  readonly siteId: string;
  readonly persons: number;
  readonly capacityPersons: number | null;
  readonly villageCodes: readonly string[];
}

export interface Assignment {
  readonly method: 'list' | 'whole-village' | 'split';
  /** In village order; lines for the map. */
  readonly flows: readonly VillageFlow[];
  readonly unassigned: readonly UnassignedVillage[];
  /** Every site, in site order. */
  readonly loads: readonly SiteLoad[];
  /** Sites that nearest-with-capacity could not use. */
  readonly sitesWithoutCapacity: readonly string[];
  readonly persons: number;
  /** Of `persons`: those whose number is an estimate. */
  readonly estimatedPersons: number;
  /** Sum of persons × metres. */
  readonly personMetres: number;
  /**
   * No assignment of as many persons has less; equal to `personMetres` when it is proven the best. null for lists, and
   * where divided villages would place more persons than whole ones.
   */
  readonly leastPersonMetres: number | null;
}

const MILLIMETRES = 1000;

/** Whole millimetres from each village to each site. */
function distances(
  villages: readonly MovingVillage[],
  sites: readonly ReceivingSite[],
): readonly (readonly number[])[] {
  const index = villageIndex(
    Float64Array.from(villages, ({ position }) => position[0]),
    Float64Array.from(villages, ({ position }) => position[1]),
  );
  const columns = sites.map(({ geometry }) => {
    const { metres } = villageDistances(index, projectShape(geometry));
    return villages.map((_, at) => Math.round((metres[at] as number) * MILLIMETRES));
  });
  return villages.map((_, at) => columns.map((column) => column[at] as number));
}

interface Move {
  readonly village: number;
  readonly site: number;
  readonly persons: number;
}

interface Rest {
  readonly village: number;
  readonly persons: number;
  readonly reason: UnassignedReason;
}

function assignment(
  method: Assignment['method'],
  villages: readonly MovingVillage[],
  sites: readonly ReceivingSite[],
  ways: readonly (readonly number[])[],
  moves: readonly Move[],
  rests: readonly Rest[],
): Assignment {
  const flows = moves.map(({ village, site, persons }): VillageFlow => {
    const from = villages[village] as MovingVillage;
    const share = from.persons > 0 ? persons / from.persons : 1;
    return {
      villageCode: from.code,
      siteId: (sites[site] as ReceivingSite).id,
      persons,
      households: from.households === null ? null : Math.round(from.households * share),
      metres: (ways[village]?.[site] as number) / MILLIMETRES,
      source: from.source,
    };
  });
  const loads = sites.map(({ id, capacityPersons }): SiteLoad => {
    const own = flows.filter(({ siteId }) => siteId === id);
    const villageCodes = own.map(({ villageCode }) => villageCode);
    return { siteId: id, persons: total(own), capacityPersons, villageCodes };
  });
  return {
    method,
    flows,
    unassigned: rests.map(({ village, persons, reason }) => ({
      villageCode: (villages[village] as MovingVillage).code,
      persons,
      reason,
    })),
    loads,
    sitesWithoutCapacity:
      method === 'list'
        ? []
        : sites.filter((site) => site.capacityPersons === null).map(({ id }) => id),
    persons: total(flows),
    estimatedPersons: total(flows.filter(({ source }) => source === 'estimate')),
    personMetres: flows.reduce((sum, { persons, metres }) => sum + persons * metres, 0),
    leastPersonMetres: null,
  };
}

function total(items: readonly { readonly persons: number }[]): number {
  return items.reduce((sum, { persons }) => sum + persons, 0);
}

/** One line of a list; a village may be listed with several sites. */
export interface ListedMove {
  readonly villageCode: string;
  readonly siteId: string;
  /** null: all of the village that no other line takes. */
  readonly persons: number | null;
}

function checkVillages(villages: readonly MovingVillage[]): void {
  for (const { code, persons } of villages) {
    if (Number.isSafeInteger(persons) && persons >= 0) continue;
    throw new RangeError(`${persons} persons of ${code}, expected a whole number of 0 or more`);
  }
}

/**
 * As listed. Capacities are not looked at (object-checks.ts does). Listed persons beyond the village's own are taken as
 * they are. Lines of villages that are not given are left out. Throws RangeError for persons that are no whole number.
 */
export function assignByList(
  villages: readonly MovingVillage[],
  sites: readonly ReceivingSite[],
  list: readonly ListedMove[],
): Assignment {
  checkVillages(villages);
  const siteAt = new Map(sites.map(({ id }, at) => [id, at]));
  const moves: Move[] = [];
  const rests: Rest[] = [];
  villages.forEach(({ code, persons }, village) => {
    const lines = list.filter(({ villageCode }) => villageCode === code);
    const known = lines.filter(({ siteId }) => siteAt.has(siteId));
    let left = persons - known.reduce((sum, line) => sum + (line.persons ?? 0), 0);
    for (const line of known) {
      const amount = line.persons ?? Math.max(left, 0);
      if (line.persons === null) left -= amount;
      if (amount > 0)
        moves.push({ village, site: siteAt.get(line.siteId) as number, persons: amount });
    }
    if (left <= 0) return;
    const reason =
      known.length > 0 ? 'rest-not-listed' : lines.length > 0 ? 'unknown-site' : 'not-listed';
    rests.push({ village, persons: left, reason });
  });
  return assignment('list', villages, sites, distances(villages, sites), moves, rests);
}

export interface NearestOptions {
  readonly isSameCounty: boolean;
  /** true: villages move as one. */
  readonly isWhole: boolean;
}

/** Distances with Infinity where a village may not go. */
function allowedWays(
  villages: readonly MovingVillage[],
  sites: readonly ReceivingSite[],
  ways: readonly (readonly number[])[],
  isSameCounty: boolean,
): readonly (readonly number[])[] {
  return villages.map(({ countyCode }, village) =>
    sites.map((site, at) => {
      const isOut =
        site.capacityPersons === null || (isSameCounty && site.countyCode !== countyCode);
      return isOut ? Infinity : (ways[village]?.[at] as number);
    }),
  );
}

function nearestFirst(
  villages: readonly MovingVillage[],
  rooms: readonly number[],
  ways: readonly (readonly number[])[],
): readonly Move[] {
  const pairs = ways.flatMap((row, village) =>
    row.flatMap((way, site) => (way === Infinity ? [] : [{ village, site, way }])),
  );
  const code = (village: number): string => (villages[village] as MovingVillage).code;
  const ordered = pairs.toSorted(
    (a, b) => a.way - b.way || code(a.village).localeCompare(code(b.village)) || a.site - b.site,
  );
  const free = [...rooms];
  const moved = new Map<number, Move>();
  for (const { village, site } of ordered) {
    const { persons } = villages[village] as MovingVillage;
    if (persons === 0 || moved.has(village) || (free[site] as number) < persons) continue;
    moved.set(village, { village, site, persons });
    free[site] = (free[site] as number) - persons;
  }
  return [...moved.values()].toSorted((a, b) => a.village - b.village);
}

/**
 * Nearest with capacity. Deterministic. O(villages × sites) exact distances, then a sort or a flow (232 villages and 69
 * sites: some 0.6 s on two busy cores). Throws RangeError for persons or capacities that are no whole number of 0 or more.
 */
export function assignNearest(
  villages: readonly MovingVillage[],
  sites: readonly ReceivingSite[],
  { isSameCounty, isWhole }: NearestOptions,
): Assignment {
  checkVillages(villages);
  const ways = distances(villages, sites);
  const allowed = allowedWays(villages, sites, ways, isSameCounty);
  const supplies = villages.map(({ persons }) => persons);
  const rooms = sites.map(({ capacityPersons }) => capacityPersons ?? 0);
  const split = transport(supplies, rooms, allowed).map(({ from, to, amount }): Move => ({
    village: from,
    site: to,
    persons: amount,
  }));
  const moves = isWhole ? nearestFirst(villages, rooms, allowed) : split;
  const rests = villages.flatMap(({ persons }, village): Rest[] => {
    const moved = total(moves.filter((move) => move.village === village));
    if (moved >= persons) return [];
    const hasWay = (allowed[village] ?? []).some((way) => way !== Infinity);
    const none = isSameCounty && !hasWay ? 'no-site-in-county' : 'no-site-with-room';
    return [{ village, persons: persons - moved, reason: moved > 0 ? 'rest-without-room' : none }];
  });
  const method = isWhole ? 'whole-village' : 'split';
  const result = assignment(method, villages, sites, ways, moves, rests);
  if (total(split) !== result.persons) return result;
  const least = split.reduce((sum, { village, site, persons }) => {
    return sum + persons * ((ways[village]?.[site] as number) / MILLIMETRES);
  }, 0);
  return { ...result, leastPersonMetres: Math.min(least, result.personMetres) };
}
