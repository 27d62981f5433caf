import type { Map as MapLibreMap } from 'maplibre-gl';
import type { BoundingBox } from '../domain/lng-lat';

export const FIT_PADDING_PIXELS = 24;
/** About 1 m a pixel at 35° N. */
export const CLOSEST_ZOOM = 16;
/** Room round the region that the camera may see, as a share of its size on each side. */
const MARGIN_SHARE = 1.2;
/** Zoom levels that the whole region may shrink below filling the screen. */
const ZOOM_OUT_ROOM = 0.7;

/** Keeps the camera by the region, for the size that the map has now. */
export function limitCamera(map: MapLibreMap, [west, south, east, north]: BoundingBox): void {
  const [dx, dy] = [(east - west) * MARGIN_SHARE, (north - south) * MARGIN_SHARE];
  map.setMaxBounds([west - dx, south - dy, east + dx, north + dy]);
  const fitted = map.cameraForBounds([west, south, east, north], { padding: FIT_PADDING_PIXELS });
  if (fitted?.zoom !== undefined) map.setMinZoom(Math.max(0, fitted.zoom - ZOOM_OUT_ROOM));
}
