// A village's own figures, from a table that the office imported, in place of the spread estimate. Printed area figures
// are not reduced by them: the two come from different lists, often of different years, and a difference of the two would
// be nobody's figure. The neighbours therefore keep their even share, flagged as the estimate that it is.
import type { VillageFigures } from '../domain/imported';
import type { Resolution } from '../domain/figure';
import type { Village } from '../domain/village';
import type { PovertyEstimate } from './poverty-estimate';

function isCount(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/**
 * The estimate with own figures laid over it, `villages` in the estimate's order, `own` by village code. A village whose
 * counts are all its own has resolution `village`; while one of the two stays an estimate, so does the flag.
 * Without any own figure the same estimate comes back. Throws RangeError when the lengths differ.
 */
export function withOwnFigures(
  estimate: PovertyEstimate,
  villages: readonly Village[],
  own: ReadonlyMap<string, { readonly figures: VillageFigures }>,
): PovertyEstimate {
  if (villages.length !== estimate.households.length) {
    throw new RangeError(`${villages.length} villages, ${estimate.households.length} estimates`);
  }
  const given: { readonly at: number; readonly figures: VillageFigures }[] = [];
  for (const [at, { code }] of own.size === 0 ? [] : villages.entries()) {
    const figures = own.get(code)?.figures;
    const hasAny = isCount(figures?.poorHouseholds) || isCount(figures?.poorPersons);
    if (figures && hasAny) given.push({ at, figures });
  }
  if (given.length === 0) return estimate;
  const households = estimate.households.slice();
  const persons = estimate.persons.slice();
  const resolution: (Resolution | null)[] = [...estimate.resolution];
  for (const { at, figures } of given) {
    const { poorHouseholds, poorPersons } = figures;
    if (isCount(poorHouseholds)) households[at] = poorHouseholds;
    if (isCount(poorPersons)) persons[at] = poorPersons;
    const isSpread = (own: number | null, spread: Float64Array): boolean =>
      !isCount(own) && !Number.isNaN(spread[at]);
    if (!isSpread(poorHouseholds, households) && !isSpread(poorPersons, persons)) {
      resolution[at] = 'village';
    }
  }
  return { ...estimate, households, persons, resolution, ownFigureVillages: given.length };
}
