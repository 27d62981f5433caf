import type { AreaLevel, AreaMeasure } from '../../analysis/area-measures';
import type { ClassMethod } from '../../analysis/classify';
import type { RampName } from '../../map/style/ramps';

export type ThematicMeasure = AreaMeasure;
export type ThematicLevel = AreaLevel;
export type ThematicMethod = ClassMethod;

/** In the order in which they are offered where a plan does not give what is asked for. */
export const THEMATIC_MEASURES: readonly ThematicMeasure[] = [
  'povertyIncidence',
  'poorHouseholds',
  'poorPersons',
  'povertyVillageShare',
];
export const THEMATIC_LEVELS: readonly ThematicLevel[] = ['township', 'county'];

/** What the user chose for the thematic map. */
export interface ThematicSettings {
  readonly measure: ThematicMeasure;
  readonly level: ThematicLevel;
  readonly method: ThematicMethod;
  /** 3..7; method `custom` has one class more than breaks instead. */
  readonly classCount: number;
  readonly ramp: RampName;
  /** Inner breaks in the measure's unit (shares 0..1); used by method `custom` only. */
  readonly customBreaks: readonly number[];
}

export const DEFAULT_THEMATIC_SETTINGS: ThematicSettings = {
  measure: 'povertyIncidence',
  level: 'township',
  method: 'quantile',
  classCount: 5,
  ramp: 'OrRd',
  customBreaks: [],
};
