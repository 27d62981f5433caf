// 规划对象的合计: objects counted and added up by kind, county, year or stage. What is not filled in is counted apart and never
// taken as 0, so a sum always says of how many objects it speaks. The county of an object is given by the caller (from its
// facts); an object in several counties stands under 跨县, so that every breakdown adds up to the total.
import type { FieldId, PlanObject, PlanObjectKind } from '../domain/plan-object';
import { numberValue, textValue } from '../domain/plan-object';
import type { RelocationProgramme } from '../domain/relocation';

/** Known values added up, and how many objects have none. */
export interface KnownSum {
  readonly sum: number;
  readonly known: number;
  readonly missing: number;
}

export interface ObjectTotals {
  readonly count: number;
  /** Objects without geometry. */
  readonly undrawn: number;
  readonly investmentYuan: KnownSum;
  /** Persons and households who move, are led or are served; kinds without such a field are not counted as missing. */
  readonly persons: KnownSum;
  readonly households: KnownSum;
}

const PERSONS: Readonly<Record<PlanObjectKind, FieldId | null>> = {
  site: 'persons',
  zone: 'ledPersons',
  belt: 'ledPersons',
  project: 'servedPersons',
  reference: null,
};

const HOUSEHOLDS: Readonly<Record<PlanObjectKind, FieldId | null>> = {
  site: 'households',
  zone: 'ledHouseholds',
  belt: null,
  project: null,
  reference: null,
};

const INVESTMENT: Readonly<Record<PlanObjectKind, FieldId | null>> = {
  site: 'investmentYuan',
  zone: 'investmentYuan',
  belt: null,
  project: 'investmentYuan',
  reference: null,
};

function known(
  objects: readonly PlanObject[],
  fieldOf: Readonly<Record<PlanObjectKind, FieldId | null>>,
): KnownSum {
  const asked = objects.flatMap((object) => {
    const field = fieldOf[object.kind];
    return field === null ? [] : [numberValue(object, field)];
  });
  const values = asked.filter((value) => value !== null);
  return {
    sum: values.reduce((sum, value) => sum + value, 0),
    known: values.length,
    missing: asked.length - values.length,
  };
}

export function objectTotals(objects: readonly PlanObject[]): ObjectTotals {
  return {
    count: objects.length,
    undrawn: objects.filter(({ geometry }) => geometry === null).length,
    investmentYuan: known(objects, INVESTMENT),
    persons: known(objects, PERSONS),
    households: known(objects, HOUSEHOLDS),
  };
}

/** How objects are told apart. */
export type GroupBy = 'kind' | 'county' | 'year' | 'stage';

/** Keys that are no county, year or stage. */
export const UNKNOWN_GROUP = 'unknown';
export const SEVERAL_COUNTIES = 'several';

export interface ObjectGroup extends ObjectTotals {
  /** Kind, county code, year, stage id, or one of the two above. */
  readonly key: string;
}

function keyOf(
  object: PlanObject,
  by: GroupBy,
  countiesOf: (object: PlanObject) => readonly string[],
): string {
  switch (by) {
    case 'kind':
      return object.kind;
    case 'year':
      return String(numberValue(object, 'year') ?? UNKNOWN_GROUP);
    case 'stage':
      return textValue(object, 'stage') ?? UNKNOWN_GROUP;
    case 'county': {
      const counties = countiesOf(object);
      return counties.length > 1 ? SEVERAL_COUNTIES : (counties[0] ?? UNKNOWN_GROUP);
    }
  }
}

/** Groups in order of key, unknown and several last; they add up to objectTotals(objects). */
export function objectTotalsBy(
  objects: readonly PlanObject[],
  by: GroupBy,
  countiesOf: (object: PlanObject) => readonly string[],
): readonly ObjectGroup[] {
  const groups = new Map<string, PlanObject[]>();
  for (const object of objects) {
    const key = keyOf(object, by, countiesOf);
    groups.set(key, [...(groups.get(key) ?? []), object]);
  }
  const rank = (key: string): number =>
    key === UNKNOWN_GROUP ? 2 : key === SEVERAL_COUNTIES ? 1 : 0;
  return [...groups]
    .toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([key, members]) => ({ key, ...objectTotals(members) }));
}

/** One figure that the plan prints against the sites as drawn. */
export interface PrintedComparison {
  readonly measure: 'sites' | 'persons' | 'registeredPoorPersons' | 'investmentYuan';
  readonly printed: number;
  readonly actual: number;
  /** actual − printed. */
  readonly difference: number;
  /** Sites that do not say. */
  readonly missing: number;
}

/** 69 个安置点、5.3 万人、17.1 亿元: the drawn sites against the figures that the programme gives. */
export function compareWithProgramme(
  objects: readonly PlanObject[],
  programme: RelocationProgramme,
): readonly PrintedComparison[] {
  const sites = objects.filter(({ kind }) => kind === 'site');
  const row = (
    measure: PrintedComparison['measure'],
    printed: number | null,
    { sum, missing }: KnownSum,
  ): readonly PrintedComparison[] =>
    printed === null ? [] : [{ measure, printed, actual: sum, difference: sum - printed, missing }];
  const ofSites = (field: FieldId): KnownSum => known(sites, { ...INVESTMENT, site: field });
  const count = { sum: sites.length, known: sites.length, missing: 0 };
  return [
    ...row('sites', programme.siteCount, count),
    ...row('persons', programme.persons, ofSites('persons')),
    ...row(
      'registeredPoorPersons',
      programme.registeredPoorPersons,
      ofSites('registeredPoorPersons'),
    ),
    ...row('investmentYuan', programme.investmentYuan, ofSites('investmentYuan')),
  ];
}
