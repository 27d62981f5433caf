// Which village is under the pointer: nearest drawn dot within a pixel tolerance, measured on the screen.
// A linear scan over a longitude/latitude window: 3,349 villages take well under 0.1 ms.
import type { LngLat } from '../../domain/lng-lat';

export interface PickWindow {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/**
 * Index of the nearest village inside the window, -1 for none.
 * @param positions lng, lat of each village
 * @param mask 1 = drawn; null = all
 * @param pixelDistance screen distance from the pointer to a position
 */
export function nearestVillage(
  positions: Float64Array,
  mask: Uint8Array | null,
  window: PickWindow,
  tolerancePixels: number,
  pixelDistance: (position: LngLat) => number,
): number {
  let best = -1;
  let nearest = tolerancePixels;
  for (let i = 0; i * 2 < positions.length; i++) {
    const lng = positions[i * 2]!;
    const lat = positions[i * 2 + 1]!;
    if (lng < window.west || lng > window.east || lat < window.south || lat > window.north)
      continue;
    if (mask && !mask[i]) continue;
    const distance = pixelDistance([lng, lat]);
    if (distance <= nearest) [nearest, best] = [distance, i];
  }
  return best;
}
