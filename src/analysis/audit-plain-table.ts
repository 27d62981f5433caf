// A table that comes as headings and rows alone (a file of the user's), as the audit reads it: what a column counts is told
// by its heading, the units in brackets.
import type { Measure } from '../domain/figure';
import type { PlainTable } from '../domain/plain-table';
import type { PlanColumn, PlanTable } from '../domain/plan-table';
import { plainText } from './audit-number';
import { headingUnit } from './audit-table';

/** First match wins; a heading of a share or a mean counts nothing. */
const HEADINGS: readonly (readonly [
  heading: RegExp,
  measure: Measure | null,
  quantity: string | null,
])[] = [
  [/贫困发生率/, 'povertyIncidence', null],
  [/率|占|比重|比例|人均|户均|平均|增长|增幅|[%‰]/, null, null],
  [/^(已)?脱贫村|退出村/, 'exitedVillages', null],
  [/^(已)?脱贫户/, 'exitedHouseholds', null],
  [/^(已)?脱贫(人口|人数)/, 'exitedPersons', null],
  [/^(建档立卡)?贫困村/, 'povertyVillages', null],
  [/^(建档立卡)?贫困户/, 'poorHouseholds', null],
  [/^(建档立卡)?贫困(人口|人数)/, 'poorPersons', null],
  [/^行政村|^村数/, 'administrativeVillages', null],
  [/^(农业|农村|乡村)(总)?人口/, null, 'ruralPopulation'],
  [/^(总)?(人口|人数)(数|总数)?$/, null, 'population'],
  [/^(总)?户数$/, null, 'households'],
];

function planColumn(heading: string): PlanColumn {
  const bare = plainText(heading).replace(/[(][^()]*[)]$/, '');
  const [, measure = null, quantity = null] = HEADINGS.find(([words]) => words.test(bare)) ?? [];
  const unit = headingUnit(heading);
  return {
    heading,
    measure,
    printedUnit: unit,
    impliedUnit: unit,
    evidence: null,
    ...(quantity === null ? {} : { quantity }),
  };
}

export function planTableOf({ id, title, headings, rows }: PlainTable): PlanTable {
  return {
    id,
    title,
    chapter: title,
    documentId: '',
    year: null,
    level: 'none',
    countyCode: null,
    columns: headings.map(planColumn),
    rows: rows.map((row) => ({ ...row, areaCode: null })),
    notes: [],
  };
}
