// Distances from every village to one shape, with a promise about their error, so that a threshold can be decided
// exactly: a distance within DISTANCE_FIELD_ERROR_METRES of a threshold is asked for again, from GeographicLib.

/** Every `metres` entry is within this of the true geodesic distance. */
export const DISTANCE_FIELD_ERROR_METRES = 1e-4;

export interface DistanceField {
  /** Geodesic metres on WGS84, one entry a village, in pack order; 0 inside a polygon; Infinity for an empty shape. */
  readonly metres: Float64Array;
  /** The same distance by GeographicLib (about 15 nm). Slow (tens of microseconds); kept in `metres` once computed. */
  readonly exactAt: (village: number) => number;
}
