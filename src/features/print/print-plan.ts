// Settings → where everything stands, which camera draws the map and how fine the picture is. Preview and print ask the same.
import type { BoundingBox } from '../../domain/lng-lat';
import type { MapCamera } from '../../map/map-types';
import type { StillSize } from '../../map/still-image';
import { type PageLayout, pageLayout } from '../../report/page-layout';
import type { Box } from '../../report/page-marks';
import {
  type MapFrame,
  fittingDenominator,
  frameExtent,
  middleOf,
  roundDenominator,
  zoomOfScale,
} from '../../report/page-scale';
import { PRINT_DPI, type PageSize, dotsFor, dpiOf, pixelMillimetres } from '../../report/page-size';
import type { PrintSettings } from './print-settings';

/** A picture of this side and this many pixels is drawn by any card of the last ten years, and fits into memory. */
export const MOST_SIDE_PX = 8192;
export const MOST_PX = 56_000_000;

export interface PicturePlan {
  readonly camera: MapCamera;
  readonly size: StillSize;
  /** Dots an inch on paper. */
  readonly dpi: number;
}

/** North-up camera and picture of a frame, at 300 dpi or as fine as `mostSidePx` of this machine allows. */
export function picturePlan(frame: MapFrame, size: PageSize, mostSidePx: number): PicturePlan {
  const pixelMm = pixelMillimetres(size);
  const [width, height] = [frame.width, frame.height].map((mm) => Math.round(mm / pixelMm)) as [
    number,
    number,
  ];
  const wanted = dotsFor(frame.width, PRINT_DPI) / width;
  const bySide = Math.min(mostSidePx, MOST_SIDE_PX) / Math.max(width, height);
  const byArea = Math.sqrt(MOST_PX / (width * height));
  const pixelRatio = Math.min(wanted, bySide, byArea);
  return {
    camera: {
      center: frame.centre,
      zoom: zoomOfScale(frame.denominator, frame.centre[1], pixelMm),
      bearing: 0,
      pitch: 0,
    },
    size: { width, height, pixelRatio },
    dpi: Math.round(dpiOf(width * pixelRatio, frame.width)),
  };
}

export interface SheetPlan {
  readonly layout: PageLayout;
  readonly frame: MapFrame;
  readonly extent: BoundingBox;
  /** Sheets across and down that the chosen extent would need at this scale; null where one holds it. */
  readonly sheetsNeeded: readonly [across: number, down: number] | null;
}

function frameOf(map: Box, extent: BoundingBox, scale: PrintSettings['scale']): MapFrame {
  const denominator =
    scale === 'fit' ? roundDenominator(fittingDenominator(extent, map.width, map.height)) : scale;
  return { ...map, centre: middleOf(extent), denominator };
}

/** Sides of the extent in frames, at the frame's scale. */
function framesNeeded(frame: MapFrame, extent: BoundingBox): readonly [number, number] {
  const wide = fittingDenominator(extent, frame.width, Number.MAX_VALUE);
  const high = fittingDenominator(extent, Number.MAX_VALUE, frame.height);
  const count = (needed: number): number => Math.ceil(needed / frame.denominator - 0.02);
  return [count(wide), count(high)];
}

/** `extent`: WGS84, what the user chose to show. */
export function sheetPlan(settings: PrintSettings, extent: BoundingBox): SheetPlan {
  const { size, orientation, parts, scale, secrecy } = settings;
  const layout = pageLayout({ size, orientation, parts, hasSecrecy: secrecy !== '' });
  const frame = frameOf(layout.map, extent, scale);
  const needed = framesNeeded(frame, extent);
  return {
    layout,
    frame,
    extent: frameExtent(frame),
    sheetsNeeded: needed[0] > 1 || needed[1] > 1 ? needed : null,
  };
}

/** Said in words wherever the picture is coarser than print asks; empty where it is not. */
export function dpiWarning(dpi: number, size: PageSize): string {
  return dpi >= PRINT_DPI - 1
    ? ''
    : `${size} 幅面的地图图像为 ${dpi} dpi（这台机器的显卡画不了更大的图像）；文字、图例和线划仍为矢量`;
}
