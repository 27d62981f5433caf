// Mercator in units in which the region is a thousand wide: whole numbers of useful size for SVG paths.
import type { HandoutArea, HandoutPath } from '../handout-model';

const REGION_WIDTH = 1000;

/** Shares of the world's width, y downwards. */
function mercator(lng: number, lat: number): readonly [number, number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [(lng + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export interface Projection {
  readonly width: number;
  readonly height: number;
  /** Units a width of the world. */
  readonly unitsPerWorld: number;
  readonly place: (lng: number, lat: number) => readonly [x: number, y: number];
  /** SVG path of runs of lng, lat. */
  readonly path: (runs: readonly HandoutPath[], isClosed: boolean) => string;
}

export function projectionOf(areas: readonly HandoutArea[]): Projection {
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { rings } of areas) {
    for (const ring of rings) {
      for (let at = 0; at < ring.length; at += 2) {
        const [x, y] = mercator(ring[at] as number, ring[at + 1] as number);
        west = Math.min(west, x);
        east = Math.max(east, x);
        north = Math.min(north, y);
        south = Math.max(south, y);
      }
    }
  }
  const unitsPerWorld = REGION_WIDTH / (east - west);
  const place = (lng: number, lat: number): readonly [number, number] => {
    const [x, y] = mercator(lng, lat);
    return [(x - west) * unitsPerWorld, (y - north) * unitsPerWorld];
  };
  const path = (runs: readonly HandoutPath[], isClosed: boolean): string =>
    runs
      .map((run) => {
        const places = Array.from({ length: run.length / 2 }, (_, at) => {
          const [x, y] = place(run[at * 2] as number, run[at * 2 + 1] as number);
          return `${x.toFixed(2)} ${y.toFixed(2)}`;
        });
        return `M${places.join('L')}${isClosed ? 'Z' : ''}`;
      })
      .join('');
  return {
    width: REGION_WIDTH,
    height: (south - north) * unitsPerWorld,
    unitsPerWorld,
    place,
    path,
  };
}
