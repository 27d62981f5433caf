// 均摊估算: poor households and persons of a village, spread evenly from the finest figure that is really printed.
//
// A county with township figures is spread township by township; a township of it without a figure stays without.
// Any other county is spread whole. The units that share a figure are the village committees (村委会) of the area,
// or all its units when it has none. County totals (table 1) and township sums differ and are never mixed.
// An estimate is a way to weigh villages, never a village's own figure: each carries the resolution it came from.
import { countyCodeOf } from '../domain/administrative';
import type { Figure, Resolution } from '../domain/figure';
import { type PlanTable, readCells } from '../domain/plan-table';
import type { RegionPack } from '../domain/region-pack';
import type { CellReference } from '../domain/source';

/** Who shares an area's figure. */
export type SpreadBasis = 'village-committees' | 'all-units';

/** One printed figure pair and how it was spread. */
export interface SpreadArea {
  readonly areaCode: string;
  readonly resolution: 'township' | 'county';
  /** As printed; null where the table gives none. */
  readonly households: number | null;
  readonly persons: number | null;
  readonly basis: SpreadBasis;
  /** Units among which the figure was divided; at least 1. */
  readonly unitCount: number;
  readonly year: number;
  readonly cells: readonly CellReference[];
}

/** A printed figure that has no place on the map: counted and shown, never spread. */
export interface UnplacedFigure {
  readonly tableId: string;
  /** Data row from 1. */
  readonly row: number;
  readonly name: string;
  readonly reason: 'no-unit-in-list' | 'area-without-villages';
  readonly countyCode: string | null;
  readonly households: number | null;
  readonly persons: number | null;
}

export interface PovertyEstimate {
  /** One entry a village in pack order; NaN where no figure reaches the village. */
  readonly households: Float64Array;
  readonly persons: Float64Array;
  /** Where the estimate comes from; null where there is none. */
  readonly resolution: readonly (Resolution | null)[];
  readonly areas: readonly SpreadArea[];
  readonly unplaced: readonly UnplacedFigure[];
  /** Villages with a figure of their own, from the user's table, in place of the spread one. */
  readonly ownFigureVillages: number;
}

/** One village's estimate; NaN and null when no figure reaches it. */
export interface VillagePovertyEstimate {
  readonly households: number;
  readonly persons: number;
  readonly spreadFrom: Resolution | null;
}

interface AreaFigures {
  households?: Figure;
  persons?: Figure;
}

function figuresByArea(pack: RegionPack): Map<string, AreaFigures> {
  const byArea = new Map<string, AreaFigures>();
  for (const figure of pack.figures) {
    const key =
      figure.measure === 'poorHouseholds'
        ? 'households'
        : figure.measure === 'poorPersons'
          ? 'persons'
          : null;
    if (key === null) continue;
    const entry = byArea.get(figure.areaCode) ?? {};
    const known = entry[key];
    if (known === undefined || figure.year > known.year) entry[key] = figure;
    byArea.set(figure.areaCode, entry);
  }
  return byArea;
}

interface SpreadCode {
  readonly code: string;
  readonly resolution: 'township' | 'county';
}

/** The areas whose figures are spread: townships where the county has any, else the county. */
function spreadCodes(
  pack: RegionPack,
  figures: ReadonlyMap<string, AreaFigures>,
): readonly SpreadCode[] {
  const knownByCounty = new Map<string, SpreadCode[]>();
  for (const { code, countyCode } of pack.townships) {
    if (!figures.has(code)) continue;
    const known = knownByCounty.get(countyCode) ?? [];
    known.push({ code, resolution: 'township' });
    knownByCounty.set(countyCode, known);
  }
  return pack.counties.flatMap((county): readonly SpreadCode[] => {
    const known = knownByCounty.get(county.code);
    if (known !== undefined) return known;
    return figures.has(county.code) ? [{ code: county.code, resolution: 'county' }] : [];
  });
}

function unitsByArea(pack: RegionPack, wanted: ReadonlySet<string>): Map<string, number[]> {
  const units = new Map<string, number[]>([...wanted].map((code) => [code, []]));
  // Villages of one township follow each other: it is looked up once.
  let township: string | null = null;
  let county: string | null = null;
  let list: number[] | undefined;
  pack.villages.forEach((village, at) => {
    if (village.townshipCode !== township || village.countyCode !== county) {
      township = village.townshipCode;
      county = village.countyCode;
      list = units.get(township) ?? units.get(county);
    }
    list?.push(at);
  });
  return units;
}

function printedNumber(table: PlanTable, row: readonly string[], measure: string): number | null {
  const column = table.columns.findIndex((each) => each.measure === measure);
  const text = (row[column] ?? '').trim();
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** Body rows of area tables that name no unit of the list, with their figures (平陆「开发区」). */
function unmatchedRows(pack: RegionPack): UnplacedFigure[] {
  return pack.tables.flatMap((table) =>
    table.rows.flatMap((row, at): UnplacedFigure[] => {
      if (table.level === 'none' || row.role !== 'body' || row.areaCode !== null) return [];
      const households = printedNumber(table, readCells(row), 'poorHouseholds');
      const persons = printedNumber(table, readCells(row), 'poorPersons');
      if (households === null && persons === null) return [];
      const name = row.cells[0] ?? '';
      const place = { tableId: table.id, row: at + 1, countyCode: table.countyCode };
      return [{ ...place, name, reason: 'no-unit-in-list', households, persons }];
    }),
  );
}

function emptyArea(pack: RegionPack, code: string, figures: AreaFigures): UnplacedFigure[] {
  const figure = figures.households ?? figures.persons;
  if (figure === undefined) return [];
  const area = [...pack.townships, ...pack.counties].find((each) => each.code === code);
  return [
    {
      tableId: figure.cell.tableId,
      row: figure.cell.row,
      name: area?.name ?? code,
      reason: 'area-without-villages',
      countyCode: countyCodeOf(code),
      households: figures.households?.value ?? null,
      persons: figures.persons?.value ?? null,
    },
  ];
}

/** Spreads every figure of the pack; the sum over an area equals its printed figure to rounding. */
export function estimatePoverty(pack: RegionPack): PovertyEstimate {
  const figures = figuresByArea(pack);
  const spread = spreadCodes(pack, figures);
  const units = unitsByArea(pack, new Set(spread.map(({ code }) => code)));
  const households = new Float64Array(pack.villages.length).fill(Number.NaN);
  const persons = new Float64Array(pack.villages.length).fill(Number.NaN);
  const resolutions: (Resolution | null)[] = pack.villages.map(() => null);
  const areas: SpreadArea[] = [];
  const unplaced = unmatchedRows(pack);
  for (const { code, resolution } of spread) {
    const known = figures.get(code) ?? {};
    const all = units.get(code) ?? [];
    const committees = all.filter((at) => pack.villages[at]?.kind === 'village-committee');
    const sharing = committees.length > 0 ? committees : all;
    const figure = known.households ?? known.persons;
    if (figure === undefined) continue;
    if (sharing.length === 0) {
      unplaced.push(...emptyArea(pack, code, known));
      continue;
    }
    for (const at of sharing) {
      households[at] = (known.households?.value ?? Number.NaN) / sharing.length;
      persons[at] = (known.persons?.value ?? Number.NaN) / sharing.length;
      resolutions[at] = resolution;
    }
    areas.push({
      areaCode: code,
      resolution,
      households: known.households?.value ?? null,
      persons: known.persons?.value ?? null,
      basis: committees.length > 0 ? 'village-committees' : 'all-units',
      unitCount: sharing.length,
      year: figure.year,
      cells: [known.households, known.persons].flatMap((each) => each?.cell ?? []),
    });
  }
  return { households, persons, resolution: resolutions, areas, unplaced, ownFigureVillages: 0 };
}

/** The estimate of the village at place `at` of the pack. */
export function villageEstimateAt(estimate: PovertyEstimate, at: number): VillagePovertyEstimate {
  return {
    households: estimate.households[at] ?? Number.NaN,
    persons: estimate.persons[at] ?? Number.NaN,
    spreadFrom: estimate.resolution[at] ?? null,
  };
}
