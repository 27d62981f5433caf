// Names of villages are given to the map for the view and as much again on each side: a province has too many to hand over.
import type { BoundingBox } from '../domain/lng-lat';
import type { Village } from '../domain/village';

/** Zoom from which names of villages are printed. */
export const VILLAGE_NAMES_ZOOM = 11;

function holds(outer: BoundingBox, [west, south, east, north]: BoundingBox): boolean {
  return west >= outer[0] && south >= outer[1] && east <= outer[2] && north <= outer[3];
}

/** Where names are wanted for a view; `before` stays while it holds the view. Null where none are printed. */
export function labelBox(
  view: BoundingBox,
  zoom: number,
  before: BoundingBox | null,
): BoundingBox | null {
  if (zoom < VILLAGE_NAMES_ZOOM) return null;
  if (before && holds(before, view)) return before;
  const [west, south, east, north] = view;
  const [width, height] = [east - west, north - south];
  return [west - width, south - height, east + width, north + height];
}

export function villagesIn(
  villages: readonly Village[],
  [west, south, east, north]: BoundingBox,
): readonly Village[] {
  return villages.filter(
    ({ position: [lng, lat] }) => lng >= west && lng <= east && lat >= south && lat <= north,
  );
}
