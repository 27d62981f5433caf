// 洛伦兹曲线: how unevenly an amount lies over units, from the unit that has least to the one that has most, all units alike.
// Gini = 1 − twice the area under the curve (trapezoids), which equals half of the mean absolute difference of all pairs
// over the mean: 0 for equal shares, 1 − 1/n when one of n units has everything. No correction for small n is made.
import type { RegionPack } from '../domain/region-pack';
import { areaMeasures } from './area-measures';
import type { PovertyEstimate } from './poverty-estimate';

/** Shares in 0..1, both running from 0 to 1. */
export interface LorenzPoint {
  readonly units: number;
  readonly amount: number;
}

export interface LorenzCurve {
  /** One more than units. */
  readonly points: readonly LorenzPoint[];
  readonly gini: number;
  readonly unitCount: number;
  readonly total: number;
}

/** Null when there is nothing to share. Throws RangeError for a value that is negative or no number. */
export function lorenz(values: readonly number[]): LorenzCurve | null {
  const bad = values.find((value) => !(value >= 0));
  if (bad !== undefined) throw new RangeError(`${bad} is no amount`);
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  const points: LorenzPoint[] = [{ units: 0, amount: 0 }];
  let [sum, twiceArea, before] = [0, 0, 0];
  values
    .toSorted((a, b) => a - b)
    .forEach((value, at) => {
      sum += value;
      const amount = sum / total;
      twiceArea += (before + amount) / values.length;
      before = amount;
      points.push({ units: (at + 1) / values.length, amount });
    });
  return { points, gini: 1 - twiceArea, unitCount: values.length, total };
}

export type LorenzLevel = 'village' | 'township';

export interface PoorUnits {
  /** Poor persons of each unit that has a figure. */
  readonly values: readonly number[];
  /** Units whose value is an area's figure spread evenly: the curve is too even among them. */
  readonly spreadUnits: number;
  /** Units without any figure. */
  readonly without: number;
}

/** Poor persons by unit: villages' estimates (own figures where there are any), or townships' printed figures. */
export function poorUnits(
  pack: RegionPack,
  estimate: PovertyEstimate,
  level: LorenzLevel,
): PoorUnits {
  if (level === 'township') {
    const all = [...areaMeasures(pack, 'poorPersons', 'township').values.values()];
    const values = all.flatMap((each) => (each === null ? [] : [each.value]));
    return { values, spreadUnits: 0, without: all.length - values.length };
  }
  const places = [...estimate.persons.keys()].filter((at) => !Number.isNaN(estimate.persons[at]));
  return {
    values: places.map((at) => estimate.persons[at] as number),
    spreadUnits: places.filter((at) => estimate.resolution[at] !== 'village').length,
    without: estimate.persons.length - places.length,
  };
}
