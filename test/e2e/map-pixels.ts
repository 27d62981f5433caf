// Where places are on the screen while the camera stands as a link says: Web Mercator, 512 pixels at zoom 0.
import type { Page } from '@playwright/test';

export interface LinkCamera {
  readonly centre: readonly number[];
  readonly zoom: number;
}

/** Of the map's padding, which moves its centre (app/map-stage.tsx). */
const CENTRE_SHIFT_PIXELS = -30;

export function linkOf({ centre, zoom }: LinkCamera): string {
  return `#c=${centre.join(',')},${zoom}&closed=table`;
}

export async function pixelOf(
  page: Page,
  { centre, zoom }: LinkCamera,
  [lng = 0, lat = 0]: readonly number[],
): Promise<readonly [x: number, y: number]> {
  const box = await page.locator('.cuntu-map').boundingBox();
  if (!box) throw new Error('no map');
  const mercator = (degrees: number): number =>
    Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * (180 / Math.PI);
  const perDegree = (512 * 2 ** zoom) / 360;
  const x = (lng - (centre[0] ?? 0)) * perDegree;
  const y = (mercator(centre[1] ?? 0) - mercator(lat)) * perDegree;
  return [box.x + box.width / 2 + CENTRE_SHIFT_PIXELS + x, box.y + box.height / 2 + y];
}
