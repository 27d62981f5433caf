// Symbols of point objects, told apart by shape and not by colour alone: a house for a site, a diamond for a project, a
// square for a zone or belt, a triangle on its tip for land to keep free. Computed as pixels, the same outline as SVG.
import type { PlanMark } from '../sources/plan-object-features';
import { rgba } from './palette';
import type { PixelImage } from './pixel-image';

/** Corners in a box of 1 × 1, y down. */
export type IconOutline = readonly (readonly [x: number, y: number])[];

const HOUSE: IconOutline = [
  [0.5, 0.08],
  [0.94, 0.48],
  [0.8, 0.48],
  [0.8, 0.9],
  [0.2, 0.9],
  [0.2, 0.48],
  [0.06, 0.48],
];
const DIAMOND: IconOutline = [
  [0.5, 0.08],
  [0.92, 0.5],
  [0.5, 0.92],
  [0.08, 0.5],
];
const SQUARE: IconOutline = [
  [0.18, 0.18],
  [0.82, 0.18],
  [0.82, 0.82],
  [0.18, 0.82],
];
const WARNING: IconOutline = [
  [0.08, 0.14],
  [0.92, 0.14],
  [0.5, 0.9],
];

export function planOutline(mark: PlanMark): IconOutline {
  switch (mark) {
    case 'site':
      return HOUSE;
    case 'zone':
    case 'belt':
      return SQUARE;
    case 'reference':
      return WARNING;
    default:
      return DIAMOND;
  }
}

function isInside(outline: IconOutline, x: number, y: number): boolean {
  let inside = false;
  outline.forEach(([x1, y1], at) => {
    const [x0, y0] = outline[(at + outline.length - 1) % outline.length]!;
    if (y1 > y !== y0 > y && x < ((x0 - x1) * (y - y1)) / (y0 - y1) + x1) inside = !inside;
  });
  return inside;
}

const SAMPLES = 4;
const HALO_SCALE = 1.28;

/** A filled outline in a halo, anti-aliased by 4 × 4 samples a pixel. */
export function iconImage(
  colour: string,
  halo: string,
  sizePixels: number,
  outline: IconOutline,
): PixelImage {
  const data = new Uint8ClampedArray(sizePixels * sizePixels * 4);
  const [fill, ring] = [rgba(colour), rgba(halo)];
  const shrunk = 1 / HALO_SCALE;
  const inner = (v: number): number => 0.5 + (v - 0.5) / shrunk;
  for (let y = 0; y < sizePixels; y++) {
    for (let x = 0; x < sizePixels; x++) {
      let [filled, haloed] = [0, 0];
      for (let k = 0; k < SAMPLES * SAMPLES; k++) {
        const u = (x + ((k % SAMPLES) + 0.5) / SAMPLES) / sizePixels;
        const v = (y + (Math.floor(k / SAMPLES) + 0.5) / SAMPLES) / sizePixels;
        if (isInside(outline, inner(u), inner(v))) filled++;
        else if (isInside(outline, u, v)) haloed++;
      }
      const seen = filled + haloed;
      const at = (y * sizePixels + x) * 4;
      for (let channel = 0; channel < 3 && seen > 0; channel++) {
        data[at + channel] = (fill[channel]! * filled + ring[channel]! * haloed) / seen;
      }
      data[at + 3] = (255 * seen) / (SAMPLES * SAMPLES);
    }
  }
  return { width: sizePixels, height: sizePixels, data };
}
