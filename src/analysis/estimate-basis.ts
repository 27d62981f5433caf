// What the spread figures add up to, and why that is not the plan's own total: five poor counties are spread from
// their township tables, the others from the county table, and the two kinds of table do not agree with each other.
// Every list of estimates carries this sentence, so that its sum is never taken for the plan's.
import { countyCodeOf } from '../domain/administrative';
import type { RegionPack } from '../domain/region-pack';
import type { PovertyEstimate } from './poverty-estimate';

/** Households and persons. */
export interface PovertyAmounts {
  readonly households: number;
  readonly persons: number;
}

export interface EstimateBasis {
  /** Sum of everything that is spread over villages. */
  readonly spread: PovertyAmounts;
  /** Counties by where their figures are taken from. */
  readonly townshipCounties: number;
  readonly countyCounties: number;
  /** Sum of the county tables over all counties; null unless every county has such a figure. */
  readonly countyTables: PovertyAmounts | null;
  /** Printed rows that match no unit. */
  readonly unplaced: PovertyAmounts;
  readonly unplacedNames: readonly string[];
  /** Villages whose own figures, imported by the user, stand in place of the spread ones. */
  readonly ownFigureVillages: number;
}

function countyTableSums(pack: RegionPack): PovertyAmounts | null {
  const sumOf = (measure: 'poorHouseholds' | 'poorPersons'): number | null => {
    const byCounty = new Map<string, number>();
    for (const figure of pack.figures)
      if (figure.measure === measure && figure.resolution === 'county')
        byCounty.set(figure.areaCode, figure.value);
    if (byCounty.size < pack.counties.length) return null;
    return [...byCounty.values()].reduce((sum, value) => sum + value, 0);
  };
  const households = sumOf('poorHouseholds');
  const persons = sumOf('poorPersons');
  return households === null || persons === null ? null : { households, persons };
}

export function estimateBasis(pack: RegionPack, estimate: PovertyEstimate): EstimateBasis {
  const sum = (values: readonly (number | null)[]): number =>
    values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const { areas, unplaced } = estimate;
  const townships = areas.filter((area) => area.resolution === 'township');
  return {
    spread: {
      households: sum(areas.map((area) => area.households)),
      persons: sum(areas.map((area) => area.persons)),
    },
    townshipCounties: new Set(townships.map((area) => countyCodeOf(area.areaCode))).size,
    countyCounties: areas.length - townships.length,
    countyTables: countyTableSums(pack),
    unplaced: {
      households: sum(unplaced.map((row) => row.households)),
      persons: sum(unplaced.map((row) => row.persons)),
    },
    unplacedNames: unplaced.map((row) => row.name),
    ownFigureVillages: estimate.ownFigureVillages,
  };
}

const INTEGER = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 });

function amounts({ households, persons }: PovertyAmounts): string {
  // Persons without households: the tables give none.
  const own = households === 0 && persons > 0 ? '' : `${INTEGER.format(households)} 户、`;
  return `${own}${INTEGER.format(persons)} 人`;
}

/** The basis as sentences, for screen and exports alike. */
export function estimateBasisText(basis: EstimateBasis): string {
  const { townshipCounties, countyCounties, countyTables, unplacedNames, ownFigureVillages } =
    basis;
  const parts = [
    `估算口径：${townshipCounties} 县按分乡镇表、${countyCounties} 县按县级表均摊，合计 ${amounts(basis.spread)}`,
  ];
  if (countyTables) parts.push(`县级表各县合计 ${amounts(countyTables)}，两套表数字不同，不能混加`);
  if (unplacedNames.length > 0)
    parts.push(`「${unplacedNames.join('」「')}」对不上单位，${amounts(basis.unplaced)}未摊`);
  if (ownFigureVillages > 0)
    parts.push(
      `${INTEGER.format(ownFigureVillages)} 村以本村数字（导入）代替均摊，各村之和随之不同`,
    );
  return `${parts.join('；')}。`;
}
