import type { CellReference } from './source';

/** 统计口径. Ratios are shares in 0..1. */
export type Measure =
  | 'administrativeVillages'
  | 'povertyVillages'
  | 'poorHouseholds'
  | 'poorPersons'
  | 'povertyIncidence'
  | 'exitedVillages'
  | 'exitedHouseholds'
  | 'exitedPersons';

export type FigureUnit = 'villages' | 'households' | 'persons' | 'share';

/** The smallest area for which a figure is really known. */
export type Resolution = 'village' | 'township' | 'county';

/**
 * A typed value with its printed cell. `note` is set where the typed value differs from what the
 * heading says (e.g. a ‰ printed under %), with the evidence.
 */
export interface Figure {
  readonly measure: Measure;
  readonly value: number;
  readonly unit: FigureUnit;
  readonly resolution: Resolution;
  readonly areaCode: string;
  readonly year: number;
  readonly printed: string;
  readonly cell: CellReference;
  readonly note: string | null;
}
