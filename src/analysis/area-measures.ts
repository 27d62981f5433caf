// 专题图统计口径: the value of one measure for each area, straight from the plan tables' typed figures.
// Township and county figures are never mixed: a county's table-1 total differs from the sum of its townships,
// so each value says which level printed it, and ratios are formed only within one area of one table.
import type { Figure, FigureUnit, Measure, Resolution } from '../domain/figure';
import type { RegionPack } from '../domain/region-pack';
import type { CellReference } from '../domain/source';

export type AreaMeasure =
  'poorHouseholds' | 'poorPersons' | 'povertyIncidence' | 'povertyVillageShare';

export type AreaLevel = 'township' | 'county';

/** What a share is a share of; null for counts. The plan does not define incidence further than its heading. */
export type Denominator = 'not-stated' | 'administrative-villages';

export interface AreaValue {
  readonly areaCode: string;
  /** Households, persons, or a share in 0..1. */
  readonly value: number;
  readonly resolution: Resolution;
  readonly year: number;
  /** Where the typed value differs from what the heading says (e.g. 闻喜's ‰), with the evidence. */
  readonly note: string | null;
  /** The printed cells it rests on: one, or numerator and denominator. */
  readonly cells: readonly CellReference[];
  readonly printed: readonly string[];
}

export interface AreaMeasureTable {
  readonly measure: AreaMeasure;
  readonly level: AreaLevel;
  readonly unit: FigureUnit;
  readonly denominator: Denominator | null;
  /** Every area of the level in pack order, by code; null = 无数据. */
  readonly values: ReadonlyMap<string, AreaValue | null>;
  /**
   * At township level: counties none of whose townships has the figure but which have one themselves (the eight
   * 插花型 counties), by 6-digit code. A different kind of number: show it apart, say 县级. Empty at county level.
   */
  readonly countyOnly: ReadonlyMap<string, AreaValue>;
  /** Different notes among all values, in pack order. */
  readonly notes: readonly string[];
  readonly years: readonly number[];
}

const UNITS: Readonly<Record<AreaMeasure, FigureUnit>> = {
  poorHouseholds: 'households',
  poorPersons: 'persons',
  povertyIncidence: 'share',
  povertyVillageShare: 'share',
};

const DENOMINATORS: Readonly<Record<AreaMeasure, Denominator | null>> = {
  poorHouseholds: null,
  poorPersons: null,
  povertyIncidence: 'not-stated',
  povertyVillageShare: 'administrative-villages',
};

/** Figures of one measure by area code; where two tables print one, the newest year, then the first printed. */
function figuresOf(pack: RegionPack, measure: Measure): Map<string, Figure> {
  const byArea = new Map<string, Figure>();
  for (const figure of pack.figures) {
    if (figure.measure !== measure) continue;
    const known = byArea.get(figure.areaCode);
    if (known === undefined || figure.year > known.year) byArea.set(figure.areaCode, figure);
  }
  return byArea;
}

function directValue(figure: Figure): AreaValue {
  return {
    areaCode: figure.areaCode,
    value: figure.value,
    resolution: figure.resolution,
    year: figure.year,
    note: figure.note,
    cells: [figure.cell],
    printed: [figure.printed],
  };
}

function shareValue(part: Figure, whole: Figure | undefined): AreaValue | null {
  const sameRow = whole?.cell.tableId === part.cell.tableId && whole.cell.row === part.cell.row;
  if (whole === undefined || !sameRow || whole.value <= 0) return null;
  return {
    areaCode: part.areaCode,
    value: part.value / whole.value,
    resolution: part.resolution,
    year: part.year,
    note: part.note ?? whole.note,
    cells: [part.cell, whole.cell],
    printed: [part.printed, whole.printed],
  };
}

function valuesByArea(pack: RegionPack, measure: AreaMeasure): Map<string, AreaValue> {
  if (measure !== 'povertyVillageShare') {
    const figures = [...figuresOf(pack, measure).values()];
    return new Map(figures.map((figure) => [figure.areaCode, directValue(figure)]));
  }
  const wholes = figuresOf(pack, 'administrativeVillages');
  const shares = [...figuresOf(pack, 'povertyVillages').values()].flatMap((part) => {
    const share = shareValue(part, wholes.get(part.areaCode));
    return share === null ? [] : [[part.areaCode, share] as const];
  });
  return new Map(shares);
}

function countiesAlone(
  pack: RegionPack,
  known: ReadonlyMap<string, AreaValue>,
): Map<string, AreaValue> {
  const resolved = new Set(
    pack.townships.filter((t) => known.has(t.code)).map((township) => township.countyCode),
  );
  const alone = pack.counties.flatMap((county) => {
    const value = known.get(county.code);
    return value === undefined || resolved.has(county.code) ? [] : [[county.code, value] as const];
  });
  return new Map(alone);
}

/** One measure over all areas of a level. Pure look-up and, for 贫困村占比, one division within a printed row. */
export function areaMeasures(
  pack: RegionPack,
  measure: AreaMeasure,
  level: AreaLevel,
): AreaMeasureTable {
  const known = valuesByArea(pack, measure);
  const areas = level === 'township' ? pack.townships : pack.counties;
  const values = new Map(areas.map((area) => [area.code, known.get(area.code) ?? null]));
  const countyOnly = level === 'township' ? countiesAlone(pack, known) : new Map();
  const shown: AreaValue[] = [...values.values(), ...countyOnly.values()].filter((v) => v !== null);
  return {
    measure,
    level,
    unit: UNITS[measure],
    denominator: DENOMINATORS[measure],
    values,
    countyOnly,
    notes: [...new Set(shown.flatMap((value) => value.note ?? []))],
    years: [...new Set(shown.map((value) => value.year))].toSorted((a, b) => a - b),
  };
}
