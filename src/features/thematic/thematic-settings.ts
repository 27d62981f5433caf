import type { RampName } from '../../map/style/ramps';

export type ThematicMeasure =
  'povertyIncidence' | 'poorHouseholds' | 'poorPersons' | 'povertyVillageShare';

export type ThematicLevel = 'township' | 'county';

export type ThematicMethod = 'quantile' | 'natural' | 'equal' | 'custom';

/** What the user chose for the thematic map. */
export interface ThematicSettings {
  readonly measure: ThematicMeasure;
  readonly level: ThematicLevel;
  readonly method: ThematicMethod;
  /** 3..7; with own breaks it is their number plus one. */
  readonly classCount: number;
  readonly ramp: RampName;
  /** Inner breaks, ascending, in the measure's unit (shares 0..1); used by method `custom` only. */
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
