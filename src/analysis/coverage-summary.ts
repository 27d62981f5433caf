// 覆盖统计: a coverage result summed over the region, its counties, townships and poverty classes.
// Every unit is in exactly one county, township and class, so each breakdown adds up to the total.
// What does not depend on the answer (which township a unit is in) is looked up once a pack; the sums are columns, four
// states a township, so that an answer a frame costs one pass over the units. Rows are made when they are asked for.
// Households and persons are estimates spread from area figures; units without one are counted, not guessed.
import type { PovertyClass } from '../domain/administrative';
import type { Resolution } from '../domain/figure';
import type { PackIndex } from '../domain/pack-index';
import { COVERED_AS_DRAWN, COVERED_CERTAIN, NOT_COVERED, POSSIBLE } from './coverage-result';
import type { CoverageResult, StateCounts } from './coverage-result';
import type { PovertyEstimate } from './poverty-estimate';

/** Estimated households or persons by state; the four add up to `total` (to rounding of sums). */
export interface StateAmounts {
  readonly certain: number;
  readonly asDrawn: number;
  readonly possible: number;
  readonly notCovered: number;
  readonly total: number;
}

export interface SummaryRow {
  readonly villages: StateCounts;
  readonly households: StateAmounts;
  readonly persons: StateAmounts;
  /** Units that no figure reaches; they are in `villages` and in neither estimate. */
  readonly unitsWithoutEstimate: number;
  /** Where the estimates come from, finest first; empty without any. */
  readonly resolutions: readonly Resolution[];
}

export interface AreaSummary extends SummaryRow {
  readonly code: string;
  readonly name: string;
}

export interface TownshipSummary extends AreaSummary {
  readonly countyCode: string;
}

export interface ClassSummary extends SummaryRow {
  readonly povertyClass: PovertyClass;
}

export interface CoverageSummary {
  readonly distanceMetres: number;
  readonly total: SummaryRow;
  /** Every county, in pack order. */
  readonly byCounty: readonly AreaSummary[];
  /** Every township, in pack order. */
  readonly byTownship: readonly TownshipSummary[];
  /** Classes that the pack has, national first. */
  readonly byPovertyClass: readonly ClassSummary[];
}

/** The areas worth comparing: counties, or the townships of a region that is one county. */
export function comparedAreas({ byCounty, byTownship }: CoverageSummary): {
  readonly word: '县' | '乡镇';
  readonly areas: readonly AreaSummary[];
} {
  return byCounty.length > 1
    ? { word: '县', areas: byCounty }
    : { word: '乡镇', areas: byTownship };
}

const RESOLUTIONS: readonly Resolution[] = ['village', 'township', 'county'];
const CLASSES: readonly PovertyClass[] = [
  'national',
  'provincial',
  'lifted',
  'scattered',
  'with-task',
  'unlisted',
];

/** Sums of several areas: a row of four states each. */
interface Tallies {
  readonly villages: Float64Array;
  readonly households: Float64Array;
  readonly persons: Float64Array;
}

/** What an area's units have, whatever the answer. */
interface Known {
  readonly resolutions: readonly Resolution[];
  readonly without: number;
}

const STATES = 4;

function emptyTallies(areas: number): Tallies {
  return {
    villages: new Float64Array(areas * STATES),
    households: new Float64Array(areas * STATES),
    persons: new Float64Array(areas * STATES),
  };
}

/** Adds rows of `from` to one row of `sum`, in order. */
function addRows(sum: Tallies, at: number, from: Tallies, rows: readonly number[]): void {
  for (const key of ['villages', 'households', 'persons'] as const) {
    const [to, source] = [sum[key], from[key]];
    for (const row of rows) {
      for (let state = 0; state < STATES; state++) {
        const cell = at * STATES + state;
        to[cell] = (to[cell] as number) + (source[row * STATES + state] as number);
      }
    }
  }
}

function mergeKnown(parts: readonly Known[]): Known {
  const seen = new Set(parts.flatMap(({ resolutions }) => resolutions));
  return {
    resolutions: RESOLUTIONS.filter((resolution) => seen.has(resolution)),
    without: parts.reduce((sum, { without }) => sum + without, 0),
  };
}

function byState(sums: Float64Array, area: number): StateAmounts {
  const at = area * STATES;
  const certain = sums[at + COVERED_CERTAIN] ?? 0;
  const asDrawn = sums[at + COVERED_AS_DRAWN] ?? 0;
  const possible = sums[at + POSSIBLE] ?? 0;
  const notCovered = sums[at + NOT_COVERED] ?? 0;
  const total = certain + asDrawn + possible + notCovered;
  return { certain, asDrawn, possible, notCovered, total };
}

function toRow(tallies: Tallies, area: number, { resolutions, without }: Known): SummaryRow {
  return {
    villages: byState(tallies.villages, area),
    households: byState(tallies.households, area),
    persons: byState(tallies.persons, area),
    unitsWithoutEstimate: without,
    resolutions,
  };
}

/** The township of each unit, as its place in the pack. Throws for a unit without one. */
function townshipOfUnits(index: PackIndex): Uint32Array {
  const { villages, townships } = index.pack;
  const places = new Map(townships.map(({ code }, at) => [code, at]));
  return Uint32Array.from(villages, (village) => {
    const at = places.get(village.townshipCode);
    if (at === undefined) throw new Error(`village ${village.code} has no township in the pack`);
    return at;
  });
}

function knownOfTownships(
  count: number,
  townshipOf: Uint32Array,
  { resolution }: PovertyEstimate,
): readonly Known[] {
  const seen = Array.from({ length: count }, () => new Set<Resolution>());
  const without = new Uint32Array(count);
  townshipOf.forEach((township, at) => {
    const own = resolution[at] ?? null;
    if (own === null) without[township] = (without[township] as number) + 1;
    else seen[township]?.add(own);
  });
  return seen.map((each, at) => ({
    resolutions: RESOLUTIONS.filter((resolved) => each.has(resolved)),
    without: without[at] as number,
  }));
}

function tallyTownships(
  states: Uint8Array,
  { households, persons }: PovertyEstimate,
  townshipOf: Uint32Array,
  count: number,
): Tallies {
  const sums = emptyTallies(count);
  for (let at = 0; at < states.length; at++) {
    const cell = (townshipOf[at] as number) * STATES + (states[at] as number);
    sums.villages[cell] = (sums.villages[cell] as number) + 1;
    const [h, p] = [households[at] as number, persons[at] as number];
    if (h === h) sums.households[cell] = (sums.households[cell] as number) + h;
    if (p === p) sums.persons[cell] = (sums.persons[cell] as number) + p;
  }
  return sums;
}

/** Computes on first use, then keeps. */
function once<T>(make: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => (kept ??= { value: make() }).value;
}

/**
 * A function that sums answers over the pack that `index` was built from, with all that does not depend on the answer
 * worked out beforehand. It throws for an answer that was made for other villages.
 */
export function coverageSummariser(
  index: PackIndex,
  estimate: PovertyEstimate,
): (result: Pick<CoverageResult, 'states' | 'distanceMetres'>) => CoverageSummary {
  const { counties, townships, villages } = index.pack;
  const townshipOf = townshipOfUnits(index);
  const known = knownOfTownships(townships.length, townshipOf, estimate);
  const placeOf = new Map(townships.map(({ code }, at) => [code, at]));
  const townshipsOf = counties.map(({ code }) =>
    (index.townshipsByCounty.get(code) ?? []).map((each) => placeOf.get(each.code) as number),
  );
  const knownOf = townshipsOf.map((places) => mergeKnown(places.map((at) => known[at] as Known)));
  const classes = CLASSES.flatMap((povertyClass) => {
    const members = [...counties.keys()].filter(
      (at) => counties[at]?.povertyClass === povertyClass,
    );
    const own = mergeKnown(members.map((at) => knownOf[at] as Known));
    return members.length === 0 ? [] : [{ povertyClass, members, known: own }];
  });
  const all = [...counties.keys()];
  const knownOfAll = mergeKnown(knownOf);
  return (result) => {
    if (result.states.length !== villages.length) {
      throw new Error(`coverage of ${result.states.length} units, pack has ${villages.length}`);
    }
    const tallies = tallyTownships(result.states, estimate, townshipOf, townships.length);
    const countyTallies = emptyTallies(counties.length);
    townshipsOf.forEach((places, at) => addRows(countyTallies, at, tallies, places));
    const rowOf = (members: readonly number[], own: Known): SummaryRow => {
      const sum = emptyTallies(1);
      addRows(sum, 0, countyTallies, members);
      return toRow(sum, 0, own);
    };
    const byCounty = once(() =>
      counties.map(({ code, name }, at) => ({
        code,
        name,
        ...toRow(countyTallies, at, knownOf[at] as Known),
      })),
    );
    const byTownship = once(() =>
      townships.map(({ code, name, countyCode }, at) => ({
        code,
        name,
        countyCode,
        ...toRow(tallies, at, known[at] as Known),
      })),
    );
    const byPovertyClass = once(() =>
      classes.map(({ povertyClass, members, known: own }) => ({
        povertyClass,
        ...rowOf(members, own),
      })),
    );
    return {
      distanceMetres: result.distanceMetres,
      total: rowOf(all, knownOfAll),
      get byCounty() {
        return byCounty();
      },
      get byTownship() {
        return byTownship();
      },
      get byPovertyClass() {
        return byPovertyClass();
      },
    };
  };
}

/** Sums `result` over the pack that `index` was built from. Throws when it was made for other villages. */
export function summariseCoverage(
  result: CoverageResult,
  index: PackIndex,
  estimate: PovertyEstimate,
): CoverageSummary {
  return coverageSummariser(index, estimate)(result);
}
