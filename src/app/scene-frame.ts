import type { BoundingBox } from '../domain/lng-lat';
import type { RegionPack } from '../domain/region-pack';
import type { MapCamera } from '../map/map-types';
import { regionBounds } from '../map/sources/area-features';
import { fittingDenominator, middleOf, zoomOfScale } from '../report/page-scale';
import { type FrameSize, sceneCamera } from './scene-view';

const FIT_PADDING_PIXELS = 24;

function cameraOfBounds(bbox: BoundingBox, { width, height }: FrameSize): MapCamera {
  const room = 2 * FIT_PADDING_PIXELS;
  const center = middleOf(bbox);
  // As if a pixel were a millimetre.
  const denominator = fittingDenominator(bbox, width - room, height - room);
  return { center, zoom: zoomOfScale(denominator, center[1], 1), bearing: 0, pitch: 0 };
}

/** The camera of a scene's picture of this size in CSS pixels; of a view without one, over the whole region. */
export function pictureCamera(view: string, pack: RegionPack, size: FrameSize): MapCamera {
  return sceneCamera(view, size) ?? cameraOfBounds(regionBounds(pack) ?? pack.bbox, size);
}
