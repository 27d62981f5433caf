import type { LngLat } from './lng-lat';

/** 村委会 / 居委会 / other (farm branch, forest station …). */
export type VillageKind = 'village-committee' | 'residents-committee' | 'other';

/**
 * surveyed 0–50 m; gazetteer ~300 m; within-township / within-county: only the containing area is known; imported: from a
 * table of the user's, as accurate as he says.
 */
export type PositionMethod =
  'surveyed' | 'gazetteer' | 'within-township' | 'within-county' | 'imported';

/** 行政村 or 社区: one unit of the NBS list, keyed by its 12-digit code kept as text. */
export interface Village {
  readonly code: string;
  readonly name: string;
  readonly kind: VillageKind;
  readonly townshipCode: string;
  readonly countyCode: string;
  readonly position: LngLat;
  /** The true position lies within this many metres of `position`. */
  readonly positionAccuracyMetres: number;
  readonly positionMethod: PositionMethod;
  readonly sourceId: string;
}
