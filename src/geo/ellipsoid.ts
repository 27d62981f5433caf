// WGS84 as a surface in space: earth-centred (ECEF) coordinates and arc length from chord, without trigonometry.
//
// Surface: xᵀQx = 1 with Q = diag(1/a², 1/a², 1/b²). Two points a chord c apart and the normal-section curvature κ
// at the middle of their arc, in its direction, give the geodesic distance as the arc of a circle of that curvature:
//   s = (2/κ) asin(κc/2),   κ = uᵀQu · √(mᵀQm) / |Qm|,   u = chord direction, m = middle of the chord.
// Odd error terms cancel at the middle; what is left grows with d⁵: 2e-7 m up to 80 km, 6e-5 m at 300 km. Longer
// arcs are halved over the lifted middle and extrapolated: 4e-9 m at 300 km, 7e-6 m at 1,000 km; halved twice:
// 6e-6 m at 2,000 km (measured against GeographicLib at latitudes 0..85; table: docs/performance.md).

export const SEMI_MAJOR_METRES = 6_378_137;
export const FLATTENING = 1 / 298.257223563;
export const SEMI_MINOR_METRES = SEMI_MAJOR_METRES * (1 - FLATTENING);
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
export const RADIANS = Math.PI / 180;

/** Diagonal of Q. */
export const Q_EQUATOR = 1 / (SEMI_MAJOR_METRES * SEMI_MAJOR_METRES);
export const Q_AXIS = 1 / (SEMI_MINOR_METRES * SEMI_MINOR_METRES);

/** Extremes of the radius of curvature: meridian at the equator, anything at the pole. */
export const LEAST_RADIUS_METRES = SEMI_MINOR_METRES ** 2 / SEMI_MAJOR_METRES;
export const LARGEST_RADIUS_METRES = SEMI_MAJOR_METRES ** 2 / SEMI_MINOR_METRES;

/** Sines of 4096 whole steps of a turn; cosines are a quarter turn on. Angles between: short series. */
const SINES = Float64Array.from({ length: 4096 + 1025 }, (_, k) => Math.sin((k / 2048) * Math.PI));
const STEPS_PER_DEGREE = 4096 / 360;
const STEP_RADIANS = Math.PI / 2048;
const SIXTH = 1 / 6;
const TWENTY_FOURTH = 1 / 24;

/**
 * Writes x, y, z in metres of a surface point, given in degrees, to `out[at]`, `out[at + 1]`, `out[at + 2]`.
 * Sines from a table and the series of the rest (at most 8e-4 rad, left out: 1e-22): 2e-8 m from Math.sin's answer.
 */
export function writeEcef(lng: number, lat: number, out: Float64Array, at: number): void {
  const latSteps = lat * STEPS_PER_DEGREE;
  const latStep = Math.floor(latSteps + 0.5);
  const u = (latSteps - latStep) * STEP_RADIANS;
  const uu = u * u;
  const sinU = u - u * uu * SIXTH;
  const cosU = 1 + uu * (uu * TWENTY_FOURTH - 0.5);
  const latSin = SINES[latStep & 4095] as number;
  const latCos = SINES[(latStep & 4095) + 1024] as number;
  const sinLat = latSin * cosU + latCos * sinU;
  const cosLat = latCos * cosU - latSin * sinU;
  const lngSteps = lng * STEPS_PER_DEGREE;
  const lngStep = Math.floor(lngSteps + 0.5);
  const v = (lngSteps - lngStep) * STEP_RADIANS;
  const vv = v * v;
  const sinV = v - v * vv * SIXTH;
  const cosV = 1 + vv * (vv * TWENTY_FOURTH - 0.5);
  const lngSin = SINES[lngStep & 4095] as number;
  const lngCos = SINES[(lngStep & 4095) + 1024] as number;
  const normal = SEMI_MAJOR_METRES / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinLat * sinLat);
  const circle = normal * cosLat;
  out[at] = circle * (lngCos * cosV - lngSin * sinV);
  out[at + 1] = circle * (lngSin * cosV + lngCos * sinV);
  out[at + 2] = normal * (1 - ECCENTRICITY_SQUARED) * sinLat;
}

/** Beyond these chords one arc is not enough: its error, which grows with d⁵, is taken out by halving (Richardson). */
const ONE_ARC_SQUARED = 80_000 ** 2;
const TWO_ARCS_SQUARED = 1_000_000 ** 2;

/** Geodesic metres between two surface points, in ECEF metres; error: `arcErrorMetres` of the result. */
export function arcMetres(
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
): number {
  const squared = (bx - ax) ** 2 + (by - ay) ** 2 + (bz - az) ** 2;
  if (squared < ONE_ARC_SQUARED) return oneArc(ax, ay, az, bx, by, bz);
  return halvedArc(ax, ay, az, bx, by, bz, squared < TWO_ARCS_SQUARED ? 1 : 2);
}

/** Middles of the arcs being halved: scratch, written and read within one call. */
const MIDDLES = new Float64Array(9);

/** Romberg's scheme on the sum of 2^halvings arcs between points lifted to the surface. */
function halvedArc(
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  halvings: 1 | 2,
): number {
  const whole = oneArc(ax, ay, az, bx, by, bz);
  writeLiftedMiddle(ax, ay, az, bx, by, bz, 0);
  const x = MIDDLES[0] as number;
  const y = MIDDLES[1] as number;
  const z = MIDDLES[2] as number;
  const halves = oneArc(ax, ay, az, x, y, z) + oneArc(x, y, z, bx, by, bz);
  const once = halves + (halves - whole) / 15;
  if (halvings === 1) return once;
  writeLiftedMiddle(ax, ay, az, x, y, z, 3);
  writeLiftedMiddle(x, y, z, bx, by, bz, 6);
  const px = MIDDLES[3] as number;
  const py = MIDDLES[4] as number;
  const pz = MIDDLES[5] as number;
  const qx = MIDDLES[6] as number;
  const qy = MIDDLES[7] as number;
  const qz = MIDDLES[8] as number;
  const quarters =
    oneArc(ax, ay, az, px, py, pz) +
    oneArc(px, py, pz, x, y, z) +
    oneArc(x, y, z, qx, qy, qz) +
    oneArc(qx, qy, qz, bx, by, bz);
  const twice = quarters + (quarters - halves) / 15;
  return twice + (twice - once) / 63;
}

/** The surface point above the middle of a chord, along the normal: the larger root of (m + hn)ᵀQ(m + hn) = 1. */
function writeLiftedMiddle(
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  at: number,
): void {
  const x = (ax + bx) / 2;
  const y = (ay + by) / 2;
  const z = (az + bz) / 2;
  const nx = x * Q_EQUATOR;
  const ny = y * Q_EQUATOR;
  const nz = z * Q_AXIS;
  const depth = 1 - (x * nx + y * ny + z * nz);
  const slope = nx * nx + ny * ny + nz * nz;
  const bend = (nx * nx + ny * ny) * Q_EQUATOR + nz * nz * Q_AXIS;
  const h = depth / (slope + Math.sqrt(slope * slope + bend * depth));
  MIDDLES[at] = x + h * nx;
  MIDDLES[at + 1] = y + h * ny;
  MIDDLES[at + 2] = z + h * nz;
}

/** One circle's arc: 2e-7 m off at 80 km, growing with d⁵ (`oneArcErrorMetres`). */
export function oneArc(
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const dz = bz - az;
  const chordSquared = dx * dx + dy * dy + dz * dz;
  if (chordSquared === 0) return 0;
  const mx = ax + bx;
  const my = ay + by;
  const mz = az + bz;
  const mEquator = (mx * mx + my * my) * Q_EQUATOR;
  const mAxis = mz * mz * Q_AXIS;
  const bend = ((dx * dx + dy * dy) * Q_EQUATOR + dz * dz * Q_AXIS) / chordSquared;
  const curvatureSquared =
    (bend * bend * (mEquator + mAxis)) / (mEquator * Q_EQUATOR + mAxis * Q_AXIS);
  // asin(x)/x as a series in x² = (κc/2)².
  const q = (curvatureSquared * chordSquared) / 4;
  const stretch = 1 + q * (1 / 6 + q * (3 / 40 + q * (15 / 336 + q * (105 / 3456))));
  return Math.sqrt(chordSquared) * stretch;
}

/** Bound on the error of `oneArc`: measured (6e-5 m at 300 km, d⁵), with room for the foot of least chord. */
export function oneArcErrorMetres(distanceMetres: number): number {
  const ratio = distanceMetres / 300_000;
  const square = ratio * ratio;
  return 1e-6 + 1.5e-4 * square * square * ratio;
}

/** Beyond it, near the antipodes, only GeographicLib knows; shorter than any way to a place with two shortest ways. */
export const LONGEST_COURSE_METRES = 19_300_000;

/**
 * Bound on the error of a distance to a piece so computed (5 km pieces included; beyond 2,500 km by long-geodesic.ts):
 * measured, with room. Infinity near the antipodes, where GeographicLib must be asked.
 */
export function arcErrorMetres(distanceMetres: number): number {
  if (distanceMetres < 1e6) return 1e-6 + 1e-5 * (distanceMetres / 1e6) ** 2;
  if (distanceMetres < 2.6e6) {
    // A written-out power: `** 6` takes as long as the arc itself.
    const square = (distanceMetres / 3e6) ** 2;
    return 2e-5 + 1e-4 * square * square * square;
  }
  if (distanceMetres < LONGEST_COURSE_METRES) return 6e-5;
  return Number.POSITIVE_INFINITY;
}

/** The longest chord that an arc of this length can have: on the flattest part of the ellipsoid. */
export function longestChordMetres(arc: number): number {
  const half = Math.min(arc / (2 * LARGEST_RADIUS_METRES), Math.PI / 2);
  // The series to x⁷: short by 4e-11 of the arc at most, far below the slack that its users add.
  if (half > 0.25) return 2 * LARGEST_RADIUS_METRES * Math.sin(half);
  const q = half * half;
  return arc * (1 - (q / 6) * (1 - (q / 20) * (1 - q / 42)));
}

/** The shortest chord that an arc of this length can have: on the most curved part. */
export function shortestChordMetres(arc: number): number {
  const half = Math.min(arc / (2 * LEAST_RADIUS_METRES), Math.PI / 2);
  return 2 * LEAST_RADIUS_METRES * Math.sin(half);
}
