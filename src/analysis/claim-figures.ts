// Figures that claims are recomputed from: the printed figure of an area, shared evenly by its units.
//
// Poor households and persons: the same spread as everywhere (poverty-estimate.ts). Poverty villages are known only as a
// number a township: a township with P of them among N village committees gives P/N to each committee.
// An even share is an estimate. Hard limits hold however the figure really lies: with k of the N units reached, between
// max(0, k + P − N) and min(k, P) poverty villages; all of a township's persons or none of them while it is partly reached.
import type { Measure } from '../domain/figure';
import { type PlanTable, readCells } from '../domain/plan-table';
import type { RegionPack } from '../domain/region-pack';
import { COVERED_AS_DRAWN, COVERED_CERTAIN, POSSIBLE } from './coverage-result';
import { estimatePoverty } from './poverty-estimate';

export interface SharedFigure {
  readonly total: number;
  /** Places in pack order of the units that share it. */
  readonly units: readonly number[];
}

export interface ClaimFigure {
  /** Even share of each village in pack order; NaN where no figure reaches it. */
  readonly weights: Float64Array;
  readonly shared: readonly SharedFigure[];
  /** The other reading: the county's own row, shared by its village committees; empty without such rows. */
  readonly countyShared: readonly SharedFigure[];
  /** All printed figures together, those without a place on the map included. */
  readonly sum: number;
  /** True where a unit counts as one at most (villages), false for persons and households. */
  readonly isCountOfUnits: boolean;
  /** Village committees in counties that have no such figure at all. */
  readonly unknownUnits: readonly number[];
  /** By county: one value a table that gives it (its own row, or the rows of its township table). */
  readonly byCounty: ReadonlyMap<string, readonly number[]>;
}

export type ClaimFigureMeasure = 'poorHouseholds' | 'poorPersons' | 'povertyVillages';
export type ClaimFigures = Readonly<Record<ClaimFigureMeasure, ClaimFigure>>;

/** Sum of a township table's body rows, the rows without a unit included (平陆「开发区」); null without numbers. */
function bodySum(table: PlanTable, measure: Measure): number | null {
  const column = table.columns.findIndex((each) => each.measure === measure);
  if (table.level !== 'township' || column < 0) return null;
  const cells = table.rows
    .filter(({ role }) => role === 'body')
    .map((row) => readCells(row)[column]);
  const numbers = cells.flatMap((cell) => (/^\d+$/.test(cell ?? '') ? [Number(cell)] : []));
  return numbers.length === 0 ? null : numbers.reduce((a, b) => a + b);
}

function countyReadings(pack: RegionPack, measure: Measure): Map<string, number[]> {
  const readings = new Map<string, number[]>();
  for (const { code } of pack.counties) {
    const own = pack.figures.filter((each) => each.measure === measure && each.areaCode === code);
    const townships = pack.tables
      .filter(({ countyCode }) => countyCode === code)
      .flatMap((table) => bodySum(table, measure) ?? []);
    const all = [...own.map(({ value }) => value), ...townships];
    if (all.length > 0) readings.set(code, all);
  }
  return readings;
}

function countyShares(pack: RegionPack, measure: Measure): SharedFigure[] {
  return pack.counties.flatMap(({ code }): SharedFigure[] => {
    const own = pack.figures.find((each) => each.measure === measure && each.areaCode === code);
    if (own === undefined) return [];
    const units = pack.villages.flatMap(({ countyCode, kind }, at) =>
      countyCode === code && kind === 'village-committee' ? [at] : [],
    );
    return [{ total: own.value, units }];
  });
}

function spreadFigure(pack: RegionPack, measure: 'poorHouseholds' | 'poorPersons'): ClaimFigure {
  const estimate = estimatePoverty(pack);
  const key = measure === 'poorHouseholds' ? 'households' : 'persons';
  const weights = estimate[key];
  const units = new Map<string, number[]>();
  pack.villages.forEach(({ townshipCode, countyCode }, at) => {
    const resolution = estimate.resolution[at] ?? null;
    if (resolution === null) return;
    const code = resolution === 'county' ? countyCode : townshipCode;
    const list = units.get(code) ?? [];
    list.push(at);
    units.set(code, list);
  });
  const shared = estimate.areas.flatMap((area): SharedFigure[] => {
    const total = area[key];
    return total === null ? [] : [{ total, units: units.get(area.areaCode) ?? [] }];
  });
  const placed = shared.reduce((sum, { total }) => sum + total, 0);
  const unplaced = estimate.unplaced.reduce((sum, each) => sum + (each[key] ?? 0), 0);
  return {
    weights,
    shared,
    countyShared: countyShares(pack, measure),
    sum: placed + unplaced,
    isCountOfUnits: false,
    unknownUnits: [],
    byCounty: countyReadings(pack, measure),
  };
}

function povertyVillageFigure(pack: RegionPack): ClaimFigure {
  const byArea = new Map<string, { value: number; year: number }>();
  for (const { measure, areaCode, value, year } of pack.figures) {
    const known = byArea.get(areaCode);
    if (measure === 'povertyVillages' && (known === undefined || year > known.year)) {
      byArea.set(areaCode, { value, year });
    }
  }
  const byCounty = countyReadings(pack, 'povertyVillages');
  const units = new Map<string, number[]>();
  const unknownUnits: number[] = [];
  pack.villages.forEach(({ townshipCode, countyCode, kind }, at) => {
    if (kind !== 'village-committee') return;
    const list = units.get(townshipCode) ?? [];
    list.push(at);
    units.set(townshipCode, list);
    if (!byCounty.has(countyCode)) unknownUnits.push(at);
  });
  const weights = new Float64Array(pack.villages.length).fill(Number.NaN);
  const shared: SharedFigure[] = [];
  for (const { code } of pack.townships) {
    const figure = byArea.get(code);
    const sharing = units.get(code) ?? [];
    if (figure === undefined || sharing.length === 0) continue;
    shared.push({ total: figure.value, units: sharing });
    for (const at of sharing) weights[at] = figure.value / sharing.length;
  }
  const sum = [...byCounty.values()].reduce((all, [first = 0]) => all + first, 0);
  return { weights, shared, countyShared: [], sum, isCountOfUnits: true, unknownUnits, byCounty };
}

export function claimFigures(pack: RegionPack): ClaimFigures {
  return {
    poorHouseholds: spreadFigure(pack, 'poorHouseholds'),
    poorPersons: spreadFigure(pack, 'poorPersons'),
    povertyVillages: povertyVillageFigure(pack),
  };
}

/** Amounts reached, by how sure it is. `limits` hold however the area figures lie among their units. */
export interface ReachedAmount {
  readonly asDrawn: number;
  readonly least: number;
  readonly most: number;
  readonly limits: readonly [least: number, most: number];
  /** The same by the counties' own rows; null without. */
  readonly countyLimits: readonly [least: number, most: number] | null;
}

function reachedUnits(units: readonly number[], states: Uint8Array, from: number): number {
  return units.reduce((count, at) => count + ((states[at] ?? 0) >= from ? 1 : 0), 0);
}

function limitsOf(
  shared: readonly SharedFigure[],
  isCountOfUnits: boolean,
  states: Uint8Array,
): [least: number, most: number] {
  let [lowest, highest] = [0, 0];
  for (const { total, units } of shared) {
    const sure = reachedUnits(units, states, COVERED_CERTAIN);
    const maybe = reachedUnits(units, states, POSSIBLE);
    if (isCountOfUnits) {
      lowest += Math.max(0, sure + total - units.length);
      highest += Math.min(maybe, total);
    } else {
      lowest += units.length > 0 && sure === units.length ? total : 0;
      highest += maybe > 0 ? total : 0;
    }
  }
  return [lowest, highest];
}

/** The figure summed over villages by coverage state; villages without a share count only in the upper limit. */
export function reachedAmount(figure: ClaimFigure, states: Uint8Array): ReachedAmount {
  const { weights, shared, countyShared, isCountOfUnits, unknownUnits } = figure;
  let [asDrawn, least, most] = [0, 0, 0];
  weights.forEach((weight, at) => {
    if (Number.isNaN(weight)) return;
    const state = states[at] ?? 0;
    if (state >= COVERED_CERTAIN) least += weight;
    if (state >= COVERED_AS_DRAWN) asDrawn += weight;
    if (state >= POSSIBLE) most += weight;
  });
  const extra = reachedUnits(unknownUnits, states, POSSIBLE);
  const [lowest, highest] = limitsOf(shared, isCountOfUnits, states);
  return {
    asDrawn,
    least,
    most,
    limits: [lowest, highest + extra],
    countyLimits: countyShared.length === 0 ? null : limitsOf(countyShared, false, states),
  };
}
