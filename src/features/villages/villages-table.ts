/**
 * View model of the village table: columns of plain arrays in pack order, and a query that answers with the row
 * numbers to show. Sorting orders an index by one number a row (names by their rank in Chinese collation, worked
 * out once); rows with nothing to compare stay last whichever way the column is turned; equal rows keep pack order.
 */
import {
  COVERED_AS_DRAWN,
  COVERED_CERTAIN,
  NOT_COVERED,
  POSSIBLE,
  type CoverageStateCode,
} from '../../analysis/coverage-result';
import { type OverlapClass, overlapClass } from '../../analysis/overlap-summary';
import type { OwnFigures } from '../../document/effective-region';
import type { PackIndex } from '../../domain/pack-index';
import type { Village } from '../../domain/village';
import { orderByValue, orderScratch } from '../../geo/value-order';

export type VillageColumn =
  | 'name'
  | 'township'
  | 'county'
  | 'code'
  | 'state'
  | 'distance'
  | 'nearest'
  | 'overlap'
  | 'anyDistance'
  | 'anyNearest'
  | 'households'
  | 'persons'
  | 'accuracy';

/** What the pack says of each village; one entry a village, in pack order. Accuracy in metres. */
export interface VillageFacts {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly townships: readonly string[];
  readonly counties: readonly string[];
  readonly townshipCodes: readonly string[];
  readonly countyCodes: readonly string[];
  readonly accuracyMetres: Float64Array;
  /** Name, township, county and code of a row, folded; made when first searched. */
  readonly searchTexts: () => readonly string[];
}

/**
 * What the analysis says of each village; distances in metres, `nearest` indexes `targetNames`, -1 = none.
 * A distance that is NaN is still to be computed.
 */
export interface VillageAnswer {
  readonly states: Uint8Array;
  readonly distances: Float64Array;
  readonly nearest: Int32Array;
  readonly targetNames: readonly string[];
}

/** The nearest of all projects with a place, chosen or not: metres, and an index into `names`, -1 = none. */
export interface VillageNearest {
  readonly metres: Float64Array;
  readonly project: Int32Array;
  readonly names: readonly string[];
}

/** Estimated poor households and persons of each village; NaN where no figure is known. */
export interface VillagePoverty {
  readonly households: Float64Array;
  readonly persons: Float64Array;
}

/** 1 where a figure is the village's own, imported; 0 where it is spread or unknown. */
export interface OwnFlags {
  readonly households: Uint8Array;
  readonly persons: Uint8Array;
}

export interface VillageTableData {
  readonly facts: VillageFacts;
  readonly answer: VillageAnswer | null;
  /** How many chosen projects reach each village as drawn; null with fewer than two. */
  readonly overlap: Uint16Array | null;
  readonly nearestAny: VillageNearest | null;
  readonly poverty: VillagePoverty;
  /** Null while no village has a figure of its own. */
  readonly own: OwnFlags | null;
}

export type VillageTab = 'all' | 'covered' | 'possible' | 'uncovered';

export interface VillageSort {
  readonly column: VillageColumn;
  readonly descending: boolean;
}

export interface VillageQuery {
  readonly tab: VillageTab;
  /** Part of a name or code; blanks separate words that must all occur. */
  readonly text: string;
  readonly countyCode: string | null;
  /** County or township code set from outside the table. */
  readonly areaCode: string | null;
  /** Only villages that so many chosen projects reach; without an overlap it has no effect. */
  readonly overlapClass: OverlapClass | null;
  /** States that the chips switched off. */
  readonly hiddenStates: ReadonlySet<CoverageStateCode>;
  /** Null keeps pack order (= code order). */
  readonly sort: VillageSort | null;
}

export interface VillageSums {
  readonly villages: number;
  readonly households: number;
  readonly persons: number;
  /** Villages without any figure, left out of the two sums. */
  readonly withoutFigure: number;
}

export interface VillageSelection {
  /** Row numbers in pack order, in the order to show. */
  readonly rows: Int32Array;
  readonly sums: VillageSums;
  /** Villages by state code under all filters but tab and chips: what each tab and chip would show. */
  readonly stateCounts: readonly [number, number, number, number];
}

/** States of a tab, strongest first. */
export const TAB_STATES: Readonly<Record<VillageTab, readonly CoverageStateCode[]>> = {
  all: [COVERED_CERTAIN, COVERED_AS_DRAWN, POSSIBLE, NOT_COVERED],
  covered: [COVERED_CERTAIN, COVERED_AS_DRAWN],
  possible: [POSSIBLE],
  uncovered: [NOT_COVERED],
};

export const WHOLE_TABLE: VillageQuery = {
  tab: 'all',
  text: '',
  countyCode: null,
  areaCode: null,
  overlapClass: null,
  hiddenStates: new Set(),
  sort: null,
};

const COLLATOR = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

/** Full-width letters and digits fold to half width, so that "１４０８" finds 1408. */
function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

const factsByVillages = new WeakMap<readonly Village[], VillageFacts>();

/** Columns of one pack; kept with its villages, which never change while projects are moved. */
export function villageFacts(index: PackIndex): VillageFacts {
  const { villages } = index.pack;
  const kept = factsByVillages.get(villages);
  if (kept) return kept;
  const facts = makeFacts(index);
  factsByVillages.set(villages, facts);
  return facts;
}

function makeFacts(index: PackIndex): VillageFacts {
  const { villages } = index.pack;
  const townships = villages.map((v) => index.townshipByCode.get(v.townshipCode)?.name ?? '');
  const counties = villages.map((v) => index.countyByCode.get(v.countyCode)?.name ?? '');
  let searchTexts: readonly string[] | null = null;
  return {
    codes: villages.map((v) => v.code),
    names: villages.map((v) => v.name),
    townships,
    counties,
    townshipCodes: villages.map((v) => v.townshipCode),
    countyCodes: villages.map((v) => v.countyCode),
    accuracyMetres: Float64Array.from(villages, (v) => v.positionAccuracyMetres),
    searchTexts: () =>
      (searchTexts ??= villages.map((v, i) =>
        foldText(`${v.name} ${townships[i] ?? ''} ${counties[i] ?? ''} ${v.code}`),
      )),
  };
}

/** Which figures are the villages' own; null when none is. `own` by village code. */
export function ownFlags(
  villages: readonly Village[],
  own: ReadonlyMap<string, OwnFigures>,
): OwnFlags | null {
  if (own.size === 0) return null;
  const households = new Uint8Array(villages.length);
  const persons = new Uint8Array(villages.length);
  villages.forEach(({ code }, at) => {
    const figures = own.get(code)?.figures;
    if (figures?.poorHouseholds != null) households[at] = 1;
    if (figures?.poorPersons != null) persons[at] = 1;
  });
  return households.includes(1) || persons.includes(1) ? { households, persons } : null;
}

/** Place of each text in Chinese order; equal texts share a rank. */
function collationRanks(texts: readonly string[]): Float64Array {
  const ordered = [...new Set(texts)].sort((a, b) => COLLATOR.compare(a, b));
  const rankOf = new Map(ordered.map((text, rank) => [text, rank]));
  return Float64Array.from(texts, (text) => rankOf.get(text) ?? Number.NaN);
}

const ranksByTexts = new WeakMap<readonly string[], Float64Array>();

/** Ranks are kept with the array they rank: a pack's names never change. */
function ranksOf(texts: readonly string[]): Float64Array {
  const known = ranksByTexts.get(texts);
  if (known) return known;
  const ranks = collationRanks(texts);
  ranksByTexts.set(texts, ranks);
  return ranks;
}

/** Rank of each village's project by its name; NaN without one. */
function nameRanks(projects: Int32Array, names: readonly string[]): Float64Array {
  const ranks = collationRanks(names);
  return Float64Array.from(projects, (project) => ranks[project] ?? Number.NaN);
}

/** One number a row to order by; NaN and Infinity mean "nothing to compare". Null: the column is not there. */
function sortKeys(data: VillageTableData, column: VillageColumn): ArrayLike<number> | null {
  const { facts, answer, poverty } = data;
  switch (column) {
    case 'name':
      return ranksOf(facts.names);
    case 'township':
      return ranksOf(facts.townships);
    case 'county':
      return ranksOf(facts.counties);
    case 'code':
      // Pack order is code order (geodata/SPEC.md).
      return facts.codes.map((_, row) => row);
    case 'accuracy':
      return facts.accuracyMetres;
    case 'households':
      return poverty.households;
    case 'persons':
      return poverty.persons;
    case 'state':
      return answer?.states ?? null;
    case 'distance':
      return answer?.distances ?? null;
    case 'nearest':
      return answer === null ? null : nameRanks(answer.nearest, answer.targetNames);
    case 'overlap':
      return data.overlap;
    case 'anyDistance':
      return data.nearestAny?.metres ?? null;
    case 'anyNearest': {
      const { nearestAny } = data;
      return nearestAny === null ? null : nameRanks(nearestAny.project, nearestAny.names);
    }
  }
}

/** Rows come in pack order and keep it where keys are equal or there is nothing to compare. */
function sortRows(rows: Int32Array, keys: ArrayLike<number>, descending: boolean): Int32Array {
  const sign = descending ? -1 : 1;
  const known = new Int32Array(rows.length);
  const values = new Float64Array(rows.length);
  const unknown: number[] = [];
  let count = 0;
  let [least, largest] = [Infinity, -Infinity];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const value = sign * (keys[row] as number);
    if (!Number.isFinite(value)) {
      unknown.push(row);
      continue;
    }
    known[count] = row;
    values[count++] = value;
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at++) order[at] = at;
  orderByValue(order, values, 0, order.length, [least, largest], orderScratch(order.length));
  const sorted = new Int32Array(rows.length);
  for (let place = 0; place < count; place++)
    sorted[place] = known[order[place] as number] as number;
  sorted.set(unknown, count);
  return sorted;
}

/** Rows that text and areas let through, in pack order: they do not depend on any answer. */
export function matchingRows(
  facts: VillageFacts,
  { text, countyCode, areaCode }: Pick<VillageQuery, 'text' | 'countyCode' | 'areaCode'>,
): Int32Array {
  const words = foldText(text).split(/\s+/u).filter(Boolean);
  const searchTexts = words.length === 0 ? null : facts.searchTexts();
  const rows = new Int32Array(facts.codes.length);
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    if (countyCode !== null && facts.countyCodes[row] !== countyCode) continue;
    if (areaCode !== null && !(facts.codes[row] ?? '').startsWith(areaCode)) continue;
    const searched = searchTexts?.[row] ?? '';
    if (words.every((word) => searched.includes(word))) rows[count++] = row;
  }
  return rows.slice(0, count);
}

function shownStates(query: VillageQuery): boolean[] {
  const shown = [false, false, false, false];
  for (const state of TAB_STATES[query.tab]) shown[state] = !query.hiddenStates.has(state);
  return shown;
}

/** Sums in pack order, so that the same villages give the same sum however the table is sorted. */
export function sumRows(rows: ArrayLike<number>, poverty: VillagePoverty): VillageSums {
  let households = 0;
  let persons = 0;
  let withoutFigure = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? -1;
    const h = poverty.households[row] ?? Number.NaN;
    const p = poverty.persons[row] ?? Number.NaN;
    if (Number.isNaN(h) && Number.isNaN(p)) withoutFigure++;
    if (!Number.isNaN(h)) households += h;
    if (!Number.isNaN(p)) persons += p;
  }
  return { villages: rows.length, households, persons, withoutFigure };
}

/**
 * Filters, counts, sums and sorts; O(n), and O(n log n) where a sort is asked for. Without an answer, tab and chips have
 * no effect. `matching`: what matchingRows gives for the same query, where it is at hand.
 */
export function selectVillages(
  data: VillageTableData,
  query: VillageQuery,
  matching: Int32Array = matchingRows(data.facts, query),
): VillageSelection {
  const { answer, overlap } = data;
  const { overlapClass: wanted } = query;
  const shown = shownStates(query);
  const stateCounts: [number, number, number, number] = [0, 0, 0, 0];
  const kept = new Int32Array(matching.length);
  let count = 0;
  for (let at = 0; at < matching.length; at++) {
    const row = matching[at] as number;
    if (wanted !== null && overlap !== null && overlapClass(overlap[row] ?? 0) !== wanted) continue;
    if (answer !== null) {
      const state = (answer.states[row] ?? NOT_COVERED) as CoverageStateCode;
      stateCounts[state]++;
      if (shown[state] !== true) continue;
    }
    kept[count++] = row;
  }
  const rows = kept.subarray(0, count);
  const sums = sumRows(rows, data.poverty);
  const keys = query.sort === null ? null : sortKeys(data, query.sort.column);
  if (keys === null) return { rows, sums, stateCounts };
  return { rows: sortRows(rows, keys, query.sort?.descending ?? false), sums, stateCounts };
}

/** Third click on a heading gives pack order back: ascending → descending → none. */
export function nextSort(current: VillageSort | null, column: VillageColumn): VillageSort | null {
  if (current?.column !== column) return { column, descending: false };
  return current.descending ? null : { column, descending: true };
}
