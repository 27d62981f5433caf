// 经纬网: meridians and parallels of a map extent at a round interval. On a north-up Web Mercator map both are straight, so
// a line is known by its degree.
import type { BoundingBox } from '../domain/lng-lat';

export interface GraticuleLine {
  /** Degrees of longitude or latitude. */
  readonly at: number;
  /** "111°30′E" */
  readonly label: string;
}

export interface Graticule {
  readonly meridians: readonly GraticuleLine[];
  readonly parallels: readonly GraticuleLine[];
}

const INTERVALS_MINUTES = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 1800] as const;
const MINUTES = 60;
/** More lines than this across the shorter side make a net, not a reference. */
const MOST_LINES = 5;

/** Minutes of arc, positive east or north, as "35°15′N"; no minutes where they are nought. */
export function arcText(minutes: number, axis: 'lng' | 'lat'): string {
  const whole = Math.abs(minutes);
  const degree = Math.floor(whole / MINUTES);
  const rest = whole % MINUTES;
  const letters = axis === 'lng' ? ['E', 'W'] : ['N', 'S'];
  const side = minutes === 0 ? '' : letters[minutes > 0 ? 0 : 1];
  return `${degree}°${rest === 0 ? '' : `${String(rest).padStart(2, '0')}′`}${side}`;
}

function linesBetween(
  from: number,
  to: number,
  interval: number,
  axis: 'lng' | 'lat',
): GraticuleLine[] {
  const first = Math.ceil((from * MINUTES) / interval - 1e-9);
  const last = Math.floor((to * MINUTES) / interval + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => {
    const minutes = (first + step) * interval;
    return { at: minutes / MINUTES, label: arcText(minutes, axis) };
  });
}

/** The same interval both ways; at most five lines across the shorter side, at least one line where one can fall. */
export function graticule([west, south, east, north]: BoundingBox): Graticule {
  const shorter = Math.min(east - west, north - south) * MINUTES;
  const interval =
    INTERVALS_MINUTES.find((each) => shorter / each <= MOST_LINES) ?? INTERVALS_MINUTES.at(-1)!;
  return {
    meridians: linesBetween(west, east, interval, 'lng'),
    parallels: linesBetween(south, north, interval, 'lat'),
  };
}
