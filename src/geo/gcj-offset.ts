// GCJ-02 and BD-09, the offset systems of Chinese web maps: positions read as WGS84 lie 500 and 1,200 m off.
//
// GCJ-02 adds to WGS84 a sum of waves, worked out as metres on Krasovsky's ellipsoid, inside a box round China only; BD-09
// turns and stretches GCJ-02 a little. Neither is published: these are the formulas known since 2013, as the library gcoord
// has them, which the tests compare. Written here because its general entry takes eight times as long a place.
// The inverse is a fixed point: the offset hardly changes over its own length, so each step leaves a thousandth of the error.
import type { Position } from 'geojson';

export type OffsetName = 'gcj02' | 'bd09';

type Place = readonly [x: number, y: number];

const KRASOVSKY_RADIUS_METRES = 6_378_245;
const KRASOVSKY_E2 = 0.006693421622965823;
const BOX = { west: 72.004, south: 0.8293, east: 137.8347, north: 55.8271 } as const;
const { PI, sin, cos, sqrt, abs, atan2 } = Math;
const DEGREE = PI / 180;

/** Waves that run east in both offsets. */
function ripple(x: number): number {
  return 20 * sin(6 * PI * x) + 20 * sin(2 * PI * x);
}

function eastMetres(x: number, y: number): number {
  const waves =
    ripple(x) +
    (20 * sin(PI * x) + 40 * sin((PI / 3) * x)) +
    (150 * sin((PI / 12) * x) + 300 * sin((PI / 30) * x));
  return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + (waves * 2) / 3;
}

function northMetres(x: number, y: number): number {
  const waves =
    ripple(x) +
    (20 * sin(PI * y) + 40 * sin((PI / 3) * y)) +
    (160 * sin((PI / 12) * y) + 320 * sin((PI / 30) * y));
  return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + (waves * 2) / 3;
}

function toGcj02(lng: number, lat: number): Place {
  const isInChina = lng >= BOX.west && lng <= BOX.east && lat >= BOX.south && lat <= BOX.north;
  if (!isInChina) return [lng, lat];
  const [x, y] = [lng - 105, lat - 35];
  const root = 1 - KRASOVSKY_E2 * sin(lat * DEGREE) ** 2;
  const across = KRASOVSKY_RADIUS_METRES / sqrt(root);
  const along = (across * (1 - KRASOVSKY_E2)) / root;
  return [
    lng + eastMetres(x, y) / (across * cos(lat * DEGREE) * DEGREE),
    lat + northMetres(x, y) / (along * DEGREE),
  ];
}

function toBd09(lng: number, lat: number): Place {
  const [x, y] = toGcj02(lng, lat);
  const wave = (3000 * PI) / 180;
  const radius = sqrt(x * x + y * y) + 2e-5 * sin(y * wave);
  const angle = atan2(y, x) + 3e-6 * cos(x * wave);
  return [radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006];
}

/** WGS84 degrees to the offset system's. Outside China GCJ-02 is WGS84. */
export function toOffset(name: OffsetName, lng: number, lat: number): Place {
  return name === 'gcj02' ? toGcj02(lng, lat) : toBd09(lng, lat);
}

const MOST_STEPS = 12;

/** The WGS84 place that `toOffset` moves to these degrees, to the last digits. */
export function fromOffset(name: OffsetName, x: number, y: number): Place {
  let [lng, lat] = [x, y];
  for (let step = 0; step < MOST_STEPS; step++) {
    const [u, v] = toOffset(name, lng, lat);
    const [nextLng, nextLat] = [lng + x - u, lat + y - v];
    if (nextLng === lng && nextLat === lat) break;
    [lng, lat] = [nextLng, nextLat];
  }
  return [lng, lat];
}

/** A position that was really GCJ-02, in WGS84. */
export function fromGcj02([x = Number.NaN, y = Number.NaN]: Position): Position {
  return [...fromOffset('gcj02', x, y)];
}
