// 覆盖统计: a coverage result summed over the region, its counties, townships and poverty classes.
// Every unit is in exactly one county, township and class, so each breakdown adds up to the total.
// Households and persons are estimates spread from area figures; units without one are counted, not guessed.
import type { PovertyClass } from '../domain/administrative';
import type { Resolution } from '../domain/figure';
import type { PackIndex } from '../domain/pack-index';
import { COVERED_AS_DRAWN, COVERED_CERTAIN, POSSIBLE } from './coverage-result';
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

const RESOLUTIONS: readonly Resolution[] = ['village', 'township', 'county'];
const CLASSES: readonly PovertyClass[] = ['national', 'provincial', 'scattered'];

/** Sums by state code. */
interface Tally {
  readonly villages: Float64Array;
  readonly households: Float64Array;
  readonly persons: Float64Array;
  readonly seen: Set<Resolution>;
  without: number;
}

function emptyTally(): Tally {
  return {
    villages: new Float64Array(4),
    households: new Float64Array(4),
    persons: new Float64Array(4),
    seen: new Set(),
    without: 0,
  };
}

function addTo(sums: Float64Array, state: number, amount: number): void {
  sums[state] = (sums[state] ?? 0) + amount;
}

function merge(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies) {
    for (let state = 0; state < 4; state++) {
      addTo(sum.villages, state, tally.villages[state] ?? 0);
      addTo(sum.households, state, tally.households[state] ?? 0);
      addTo(sum.persons, state, tally.persons[state] ?? 0);
    }
    for (const resolution of tally.seen) sum.seen.add(resolution);
    sum.without += tally.without;
  }
  return sum;
}

function byState(sums: Float64Array): StateAmounts {
  const certain = sums[COVERED_CERTAIN] ?? 0;
  const asDrawn = sums[COVERED_AS_DRAWN] ?? 0;
  const possible = sums[POSSIBLE] ?? 0;
  const notCovered = sums[0] ?? 0;
  const total = certain + asDrawn + possible + notCovered;
  return { certain, asDrawn, possible, notCovered, total };
}

function toRow(tally: Tally): SummaryRow {
  return {
    villages: byState(tally.villages),
    households: byState(tally.households),
    persons: byState(tally.persons),
    unitsWithoutEstimate: tally.without,
    resolutions: RESOLUTIONS.filter((resolution) => tally.seen.has(resolution)),
  };
}

function tallyByTownship(
  result: CoverageResult,
  index: PackIndex,
  estimate: PovertyEstimate,
): Map<string, Tally> {
  const tallies = new Map(index.pack.townships.map(({ code }) => [code, emptyTally()]));
  index.pack.villages.forEach((village, at) => {
    const tally = tallies.get(village.townshipCode);
    if (tally === undefined) throw new Error(`village ${village.code} has no township in the pack`);
    const state = result.states[at] ?? 0;
    const [households, persons] = [estimate.households[at], estimate.persons[at]];
    const resolution = estimate.resolution[at] ?? null;
    addTo(tally.villages, state, 1);
    if (resolution === null) tally.without++;
    else tally.seen.add(resolution);
    if (households !== undefined && !Number.isNaN(households)) {
      addTo(tally.households, state, households);
    }
    if (persons !== undefined && !Number.isNaN(persons)) addTo(tally.persons, state, persons);
  });
  return tallies;
}

/** Sums `result` over the pack that `index` was built from. Throws when it was made for other villages. */
export function summariseCoverage(
  result: CoverageResult,
  index: PackIndex,
  estimate: PovertyEstimate,
): CoverageSummary {
  const { pack } = index;
  if (result.states.length !== pack.villages.length) {
    throw new Error(`coverage of ${result.states.length} units, pack has ${pack.villages.length}`);
  }
  const tallies = tallyByTownship(result, index, estimate);
  const tallyOf = (code: string): Tally => tallies.get(code) ?? emptyTally();
  const counties = pack.counties.map((county) => {
    const townships = index.townshipsByCounty.get(county.code) ?? [];
    return { county, tally: merge(townships.map((township) => tallyOf(township.code))) };
  });
  return {
    distanceMetres: result.distanceMetres,
    total: toRow(merge(counties.map(({ tally }) => tally))),
    byCounty: counties.map(({ county, tally }) => ({
      code: county.code,
      name: county.name,
      ...toRow(tally),
    })),
    byTownship: pack.townships.map((township) => ({
      code: township.code,
      name: township.name,
      countyCode: township.countyCode,
      ...toRow(tallyOf(township.code)),
    })),
    byPovertyClass: CLASSES.flatMap((povertyClass) => {
      const members = counties.filter(({ county }) => county.povertyClass === povertyClass);
      if (members.length === 0) return [];
      return [{ povertyClass, ...toRow(merge(members.map(({ tally }) => tally))) }];
    }),
  };
}
