import type { MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from './lng-lat';

/**
 * What a county is in its plan: 国家级贫困县 / 省级贫困县 / 插花型非贫困县 (运城 plan, table 1 备注), a county that was on a list and
 * left it (脱贫县), one that never was but has poor people (有扶贫任务的非贫困县), one that is none of these.
 */
export type PovertyClass =
  'national' | 'provincial' | 'lifted' | 'scattered' | 'with-task' | 'unlisted';

/** Whether the county is on a list of poor counties. */
export function isPovertyCounty(povertyClass: PovertyClass): boolean {
  return povertyClass === 'national' || povertyClass === 'provincial';
}

/** Code of the county that a county, township or village lies in: an NBS code begins with those of the areas round it. */
export const countyCodeOf = (code: string): string => code.slice(0, 6);

/** 县: 6-digit NBS code, e.g. "140829". */
export interface County {
  readonly code: string;
  readonly name: string;
  readonly povertyClass: PovertyClass;
  /** A point inside the county for its label. */
  readonly labelPoint: LngLat;
  readonly geometry: Polygon | MultiPolygon;
}

/** How a township's seat became known. */
export type SeatMethod = 'gazetteer' | 'median-of-known-villages' | 'unknown';

/**
 * 乡镇: 9-digit NBS code, e.g. "140829101". `geometry` is a planning cell (Voronoi of seats clipped
 * to the county), not a legal boundary; null when the seat is unknown and the cell merged into its neighbours.
 */
export interface Township {
  readonly code: string;
  readonly name: string;
  readonly countyCode: string;
  readonly seat: LngLat | null;
  readonly seatAccuracyMetres: number | null;
  readonly seatMethod: SeatMethod;
  readonly geometry: Polygon | MultiPolygon | null;
}
