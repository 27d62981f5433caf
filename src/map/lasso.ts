// Freehand loop over the map: an SVG sheet catches the pointer until it is lifted or Esc is pressed.
import type { Polygon, Position } from 'geojson';
import type { LngLat } from '../domain/lng-lat';

const SVG = 'http://www.w3.org/2000/svg';
/** Pixels between kept points: hand tremor is finer. */
const STEP_PIXELS = 4;
const FEWEST_POINTS = 4;

export interface Lasso {
  readonly done: Promise<Polygon | null>;
  cancel(): void;
}

type Pixel = readonly [x: number, y: number];

/** @param toLngLat CSS pixels from the container's top left → WGS84 */
export function startLasso(
  container: HTMLElement,
  colour: string,
  toLngLat: (pixel: Pixel) => LngLat,
): Lasso {
  const sheet = document.createElementNS(SVG, 'svg');
  sheet.setAttribute('class', 'cuntu-lasso');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('stroke', colour);
  path.setAttribute('fill', colour);
  sheet.append(path);
  container.append(sheet);

  let pixels: Pixel[] | null = null;
  let settle: (polygon: Polygon | null) => void = () => undefined;
  const done = new Promise<Polygon | null>((resolve) => (settle = resolve));
  const finish = (polygon: Polygon | null): void => {
    window.removeEventListener('keydown', onKey, true);
    sheet.remove();
    settle(polygon);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    finish(null);
  };
  const at = (event: PointerEvent): Pixel => {
    const box = sheet.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  sheet.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    sheet.setPointerCapture(event.pointerId);
    pixels = [at(event)];
  });
  sheet.addEventListener('pointermove', (event) => {
    const last = pixels?.at(-1);
    const next = at(event);
    if (!pixels || !last || Math.hypot(next[0] - last[0], next[1] - last[1]) < STEP_PIXELS) return;
    pixels.push(next);
    path.setAttribute('d', `M${pixels.map((pixel) => pixel.join(' ')).join('L')}Z`);
  });
  sheet.addEventListener('pointerup', () => finish(lassoPolygon((pixels ?? []).map(toLngLat))));
  sheet.addEventListener('pointercancel', () => finish(null));
  window.addEventListener('keydown', onKey, true);
  return { done, cancel: () => finish(null) };
}

/** Closed ring, counter-clockwise as RFC 7946 asks; null for fewer than four points. */
export function lassoPolygon(points: readonly LngLat[]): Polygon | null {
  if (points.length < FEWEST_POINTS) return null;
  const ring: Position[] = points.map((point) => [...point]);
  let doubled = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x0, y0] = ring[i] as [number, number];
    const [x1, y1] = ring[(i + 1) % ring.length] as [number, number];
    doubled += x0 * y1 - x1 * y0;
  }
  if (doubled < 0) ring.reverse();
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}
