// 情景对比: two states of a plan side by side: numbers, villages by name, objects. Everything here is put together from
// village-changes.ts, object-changes.ts and object-totals.ts, so that a comparison can not say other than its parts.
import type { PlanObject } from '../domain/plan-object';
import type { Village } from '../domain/village';
import type { CoverageResult } from './coverage-result';
import type { StateAmounts, SummaryRow } from './coverage-summary';
import { objectSize } from './object-facts';
import { type ObjectChanges, objectChanges } from './object-changes';
import { type ObjectTotals, objectTotals } from './object-totals';
import { type VillageChanges, villageChanges } from './village-changes';

export interface ScenarioState {
  readonly objects: readonly PlanObject[];
  /** Of the same villages and, to be comparable, at the distances that the two scenarios set. */
  readonly coverage: CoverageResult;
  /** Of `coverage`, over the whole region. */
  readonly sums: SummaryRow;
}

/** From what is reached wherever things truly are to what may be reached. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

/** A number before, after, and the difference. */
export interface NumberChange {
  readonly measure:
    | 'covered'
    | 'certain'
    | 'possible'
    | 'notCovered'
    | 'poorHouseholds'
    | 'poorPersons'
    | 'objects'
    | 'squareMetres'
    | 'investmentYuan'
    | 'persons'
    | 'households';
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** Objects whose figure is not filled in, before and after; 0 for counts. */
  readonly missing: readonly [before: number, after: number];
  /** null for numbers that no accuracy blurs. */
  readonly range: readonly [before: NumberRange, after: NumberRange] | null;
}

export interface ScenarioComparison {
  readonly distanceMetres: readonly [before: number, after: number];
  readonly numbers: readonly NumberChange[];
  readonly villages: VillageChanges;
  readonly objects: ObjectChanges;
}

function change(
  measure: NumberChange['measure'],
  before: number,
  after: number,
  missing: readonly [number, number] = [0, 0],
): NumberChange {
  return { measure, before, after, difference: after - before, missing, range: null };
}

/** What is reached as drawn, between what is certain and what is possible. */
function reached(
  measure: NumberChange['measure'],
  before: Omit<StateAmounts, 'total'>,
  after: Omit<StateAmounts, 'total'>,
): NumberChange {
  const asDrawn = ({ certain, asDrawn: drawn }: typeof before): number => certain + drawn;
  const range = (amounts: typeof before): NumberRange => ({
    least: amounts.certain,
    most: asDrawn(amounts) + amounts.possible,
  });
  return {
    ...change(measure, asDrawn(before), asDrawn(after)),
    range: [range(before), range(after)],
  };
}

/** Surface of zones, belts and sites with one; a zone or belt without a place is missing. */
function surface(objects: readonly PlanObject[]): {
  readonly sum: number;
  readonly missing: number;
} {
  const own = objects.filter(({ kind }) => kind !== 'reference' && kind !== 'project');
  const sizes = own.map(({ geometry }) => geometry && objectSize(geometry).squareMetres);
  return {
    sum: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    missing: own.filter(({ kind, geometry }) => kind !== 'site' && geometry === null).length,
  };
}

function sums(before: ObjectTotals, after: ObjectTotals): NumberChange[] {
  return (['investmentYuan', 'persons', 'households'] as const).map((measure) => {
    const [from, to] = [before[measure], after[measure]];
    return change(measure, from.sum, to.sum, [from.missing, to.missing]);
  });
}

/** Throws RangeError when an answer is of another number of villages. */
export function compareScenarios(
  villages: readonly Village[],
  before: ScenarioState,
  after: ScenarioState,
): ScenarioComparison {
  const [from, to] = [before.coverage.counts, after.coverage.counts];
  const [area, areaAfter] = [surface(before.objects), surface(after.objects)];
  return {
    distanceMetres: [before.coverage.distanceMetres, after.coverage.distanceMetres],
    numbers: [
      reached('covered', from, to),
      change('certain', from.certain, to.certain),
      change('possible', from.possible, to.possible),
      change('notCovered', from.notCovered, to.notCovered),
      reached('poorHouseholds', before.sums.households, after.sums.households),
      reached('poorPersons', before.sums.persons, after.sums.persons),
      change('objects', before.objects.length, after.objects.length),
      change('squareMetres', area.sum, areaAfter.sum, [area.missing, areaAfter.missing]),
      ...sums(objectTotals(before.objects), objectTotals(after.objects)),
    ],
    villages: villageChanges(villages, before.coverage, after.coverage),
    objects: objectChanges(before.objects, after.objects),
  };
}
