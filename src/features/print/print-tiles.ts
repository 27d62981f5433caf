// The map of a large sheet in parts, for one picture of it would be larger than a graphics card draws: one camera moved over
// the frame at one zoom, so that all parts are of the same tiles of the map and the same scale. Each is drawn with a margin
// that is cut away: what names are printed at its edge is decided with the same neighbours on both sides of the cut.
// Sides are multiples of 8 CSS pixels and the ratio one of 1/8, so that every cut falls between two pixels of both pictures.
import type { MapCamera } from '../../map/map-types';
import type { StillSize } from '../../map/still-image';
import type { Box } from '../../report/page-marks';
import { type MapFrame, shiftedBy, zoomOfScale } from '../../report/page-scale';
import { PRINT_DPI, type PageSize, dotsFor, pixelMillimetres } from '../../report/page-size';
import { MOST_PX, MOST_SIDE_PX } from './print-plan';

/** CSS pixels: longer than a name, and what stands beside it. */
const MARGIN = 128;
const STEP = 8;
/** Parts lie over each other by so many CSS pixels: viewers leave a hairline between pictures that only touch. */
const BLEED = 2;

export interface PrintTile {
  readonly camera: MapCamera;
  /** What of the picture is printed, in its pixels. */
  readonly crop: Box;
  /** Where in the frame, as shares of its sides. */
  readonly place: Box;
}

export interface TiledPicture {
  /** Of each part, margin included. */
  readonly size: StillSize;
  readonly dpi: number;
  /** Pixels of the whole map. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly tiles: readonly PrintTile[];
}

const upToStep = (pixels: number): number => Math.ceil(pixels / STEP) * STEP;

/** CSS pixels of the printed part of each tile; the whole where one picture holds it. */
function partSize(
  [width, height]: readonly [number, number],
  ratio: number,
  mostSide: number,
): readonly [width: number, height: number, margin: number] {
  const fits = (w: number, h: number): boolean =>
    Math.max(w, h) * ratio <= mostSide && w * h * ratio ** 2 <= MOST_PX;
  if (fits(width, height)) return [width, height, 0];
  let [columns, rows] = [1, 1];
  for (;;) {
    const [w, h] = [upToStep(width / columns), upToStep(height / rows)];
    if (fits(w + 2 * MARGIN, h + 2 * MARGIN)) return [w, h, MARGIN];
    if (w > h) columns += 1;
    else rows += 1;
  }
}

/** The frame at 300 dpi; coarser only where not even a part of it could be drawn by this machine. */
export function tiledPicture(frame: MapFrame, size: PageSize, mostSidePx: number): TiledPicture {
  const pixelMm = pixelMillimetres(size);
  const sides = [frame.width, frame.height].map((mm) => Math.round(mm / pixelMm));
  const [width = 0, height = 0] = sides;
  const mostSide = Math.min(mostSidePx, MOST_SIDE_PX);
  const wanted = Math.ceil((dotsFor(1000 * pixelMm, PRINT_DPI) / 1000) * STEP - 0.01) / STEP;
  const ratio = Math.min(wanted, Math.floor((mostSide / (4 * MARGIN)) * STEP) / STEP);
  const [partWidth, partHeight, margin] = partSize([width, height], ratio, mostSide);
  const zoom = zoomOfScale(frame.denominator, frame.centre[1], pixelMm);
  const tiles: PrintTile[] = [];
  for (let top = 0; top < height; top += partHeight)
    for (let left = 0; left < width; left += partWidth) {
      const printed = [
        Math.min(partWidth + (margin && BLEED), width - left),
        Math.min(partHeight + (margin && BLEED), height - top),
      ].map((pixels) => Math.floor(pixels * ratio));
      const [cropWidth = 0, cropHeight = 0] = printed;
      const off = [left + (partWidth - width) / 2, top + (partHeight - height) / 2] as const;
      tiles.push({
        camera: { center: shiftedBy(frame.centre, zoom, off), zoom, bearing: 0, pitch: 0 },
        crop: { x: margin * ratio, y: margin * ratio, width: cropWidth, height: cropHeight },
        place: {
          x: left / width,
          y: top / height,
          width: cropWidth / ratio / width,
          height: cropHeight / ratio / height,
        },
      });
    }
  return {
    size: { width: partWidth + 2 * margin, height: partHeight + 2 * margin, pixelRatio: ratio },
    dpi: Math.round((ratio * 25.4) / pixelMm),
    widthPx: Math.floor(width * ratio),
    heightPx: Math.floor(height * ratio),
    tiles,
  };
}
