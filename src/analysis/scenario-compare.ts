// 情景对比: two states of a plan side by side: numbers, villages by name, objects. Everything here is put together from
// village-changes.ts, object-changes.ts and object-totals.ts, so that a comparison can not say other than its parts.
import type { PlanObject } from '../domain/plan-object';
import type { Village } from '../domain/village';
import type { CoverageResult } from './coverage-result';
import { type ObjectChanges, objectChanges } from './object-changes';
import { type ObjectTotals, objectTotals } from './object-totals';
import { type VillageChanges, villageChanges } from './village-changes';

export interface ScenarioState {
  readonly objects: readonly PlanObject[];
  /** Of the same villages and, to be comparable, at the distances that the two scenarios set. */
  readonly coverage: CoverageResult;
}

/** A number before, after, and the difference. */
export interface NumberChange {
  readonly measure:
    | 'covered'
    | 'certain'
    | 'possible'
    | 'notCovered'
    | 'objects'
    | 'investmentYuan'
    | 'persons'
    | 'households';
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** Objects whose figure is not filled in, before and after; 0 for counts. */
  readonly missing: readonly [before: number, after: number];
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
  return { measure, before, after, difference: after - before, missing };
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
  return {
    distanceMetres: [before.coverage.distanceMetres, after.coverage.distanceMetres],
    numbers: [
      change('covered', from.certain + from.asDrawn, to.certain + to.asDrawn),
      change('certain', from.certain, to.certain),
      change('possible', from.possible, to.possible),
      change('notCovered', from.notCovered, to.notCovered),
      change('objects', before.objects.length, after.objects.length),
      ...sums(objectTotals(before.objects), objectTotals(after.objects)),
    ],
    villages: villageChanges(villages, before.coverage, after.coverage),
    objects: objectChanges(before.objects, after.objects),
  };
}
