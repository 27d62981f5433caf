import type { County, Township } from './administrative';
import type { Project } from './project';
import type { RegionPack } from './region-pack';
import type { Village } from './village';

/** What a look-up is asked for; a Map is one. */
export type LookUp<T> = Pick<ReadonlyMap<string, T>, 'get' | 'has'>;

/**
 * Look-ups by code over one pack, built once after loading. Child lists keep file order (= code order).
 * An area without children has an empty list; an unknown code has no entry.
 */
export interface PackIndex {
  readonly pack: RegionPack;
  readonly countyByCode: ReadonlyMap<string, County>;
  readonly townshipByCode: ReadonlyMap<string, Township>;
  readonly villageByCode: LookUp<Village>;
  readonly projectById: ReadonlyMap<string, Project>;
  /** Position of a village in `pack.villages`, which is its place in every engine array. */
  readonly villageIndexByCode: ReadonlyMap<string, number>;
  readonly townshipsByCounty: ReadonlyMap<string, readonly Township[]>;
  readonly villagesByTownship: ReadonlyMap<string, readonly Village[]>;
  readonly villagesByCounty: ReadonlyMap<string, readonly Village[]>;
}

function byCode<T extends { readonly code: string }>(items: readonly T[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const item of items) found.set(item.code, item);
  return found;
}

/** Villages between two steps: some milliseconds of work, but when the map grows. */
const VILLAGES_A_STEP = 25_000;

function* places(
  items: readonly { readonly code: string }[],
): Generator<void, Map<string, number>> {
  const found = new Map<string, number>();
  for (const [at, { code }] of items.entries()) {
    if (at % VILLAGES_A_STEP === VILLAGES_A_STEP - 1) yield;
    found.set(code, at);
  }
  return found;
}

/** By way of the places: a second map of all villages would take as long again to fill. */
function byPlace<T>(items: readonly T[], placeOf: ReadonlyMap<string, number>): LookUp<T> {
  return {
    get: (code) => {
      const at = placeOf.get(code);
      return at === undefined ? undefined : items[at];
    },
    has: (code) => placeOf.has(code),
  };
}

function childrenOf<T>(
  parentCodes: readonly string[],
  items: readonly T[],
  parentOf: (item: T) => string,
): Map<string, T[]> {
  const lists = new Map<string, T[]>(parentCodes.map((code) => [code, []]));
  // In file order children of one parent follow each other.
  let parent: string | null = null;
  let list: T[] | undefined;
  for (const item of items) {
    const code = parentOf(item);
    if (code !== parent) {
      parent = code;
      list = lists.get(code);
    }
    list?.push(item);
  }
  return lists;
}

/** `indexPack` in steps, between which a page may breathe. */
export function* indexPackSteps(pack: RegionPack): Generator<void, PackIndex> {
  const countyCodes = pack.counties.map((county) => county.code);
  const townshipCodes = pack.townships.map((township) => township.code);
  const villageIndexByCode = yield* places(pack.villages);
  yield;
  const villagesByTownship = childrenOf(townshipCodes, pack.villages, (v) => v.townshipCode);
  yield;
  return {
    pack,
    countyByCode: byCode(pack.counties),
    townshipByCode: byCode(pack.townships),
    villageByCode: byPlace(pack.villages, villageIndexByCode),
    projectById: new Map(pack.projects.map((project) => [project.id, project])),
    villageIndexByCode,
    townshipsByCounty: childrenOf(countyCodes, pack.townships, (t) => t.countyCode),
    villagesByTownship,
    villagesByCounty: childrenOf(countyCodes, pack.villages, (v) => v.countyCode),
  };
}

/** Builds every look-up of `PackIndex`; O(number of records). */
export function indexPack(pack: RegionPack): PackIndex {
  const steps = indexPackSteps(pack);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
