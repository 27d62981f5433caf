// Geodesic distance and direction between places thousands of kilometres apart.
//
// On the auxiliary sphere of reduced latitudes (sin β = z/b, cos β = √(x²+y²)/a) the geodesic is a great circle of length σ
// over a longitude ω that is longer than the true one λ: ω = λ + f sin α₀ I₃(σ), solved by fixed point, which shrinks a
// hundredfold a step; what is left when it stops is put right to first order (∂s/∂λ = a sin α₀). Series: C. F. F. Karney,
// "Algorithms for geodesics", J. Geodesy 87 (2013), eqs. 15–18 and 23–25, here to ε⁴ for the distance and ε³ for the
// longitude: 1e-8 m. Places nearly opposite each other, where the fixed point would not settle, are for GeographicLib.
import {
  FLATTENING,
  LONGEST_COURSE_METRES,
  Q_AXIS,
  Q_EQUATOR,
  SEMI_MAJOR_METRES,
  SEMI_MINOR_METRES,
} from './ellipsoid';

/** Radians on the auxiliary sphere; a little more than the longest course. */
const MOST_SIGMA = 3.05;
const SETTLED_RADIANS = 1e-9;
const MOST_ROUNDS = 20;
const SECOND_ECCENTRICITY_SQUARED = (SEMI_MAJOR_METRES / SEMI_MINOR_METRES) ** 2 - 1;
const N = FLATTENING / (2 - FLATTENING);

/** Karney's A₃ and C₃, polynomials of ε by Horner. */
const A3 = [-(1 - N) / 2, -(2 + N - 3 * N * N) / 8, -(1 + 3 * N + N * N) / 16] as const;
const C31 = [(1 - N) / 4, (1 - N * N) / 8, (3 + 3 * N - N * N) / 64] as const;
const C32 = [(2 - 3 * N + N * N) / 32, (3 - 2 * N - 3 * N * N) / 64] as const;
const C33 = (5 - 9 * N + 5 * N * N) / 192;

/** σ, ε and the sums over l of C (sin 2lσ₂ − sin 2lσ₁) = 2 C cos l(σ₁+σ₂) sin lσ, the C apart: scratch of one call. */
const ARC = new Float64Array(5);

/** Fills ARC for the great circle; `half` = sin β₁ sin β₂. Along the equator, where ε is 0, the sums do not matter. */
function writeArc(sinSigma: number, cosSigma: number, half: number, cosAlphaSquared: number): void {
  const k2 = SECOND_ECCENTRICITY_SQUARED * cosAlphaSquared;
  const root = 1 + Math.sqrt(1 + k2);
  const ratio = cosAlphaSquared > 1e-15 ? cosSigma - (2 * half) / cosAlphaSquared : 0;
  const middle = ratio > 1 ? 1 : ratio < -1 ? -1 : ratio;
  ARC[0] = Math.atan2(sinSigma, cosSigma);
  ARC[1] = k2 / (root * root);
  ARC[2] = 2 * middle * sinSigma;
  ARC[3] = 4 * (2 * middle * middle - 1) * sinSigma * cosSigma;
  ARC[4] = 2 * (4 * middle * middle - 3) * middle * (4 * cosSigma * cosSigma - 1) * sinSigma;
}

/** I₃ over the arc in ARC. */
function longitudeSeries(): number {
  const [sigma = 0, e = 0, first = 0, second = 0, third = 0] = ARC;
  const sum =
    sigma +
    e * (C31[0] + e * (C31[1] + e * C31[2])) * first +
    e * e * ((C32[0] + e * C32[1]) * second + e * C33 * third);
  return (1 + e * (A3[0] + e * (A3[1] + e * A3[2]))) * sum;
}

/** b I₁ over the arc in ARC. */
function lengthSeries(): number {
  const [sigma = 0, e = 0, first = 0, second = 0, third = 0] = ARC;
  const ee = e * e;
  const sum =
    sigma -
    e * (1 / 2 - (3 / 16) * ee) * first -
    ee * ((1 / 16 - ee / 32) * second + (e / 48) * third);
  return (SEMI_MINOR_METRES * (1 + ee * (1 / 4 + ee / 64)) * sum) / (1 - e);
}

/** A unit vector that touches the surface at x, y, z, `east` and `north` being the sine and cosine of its azimuth. */
function writeDirection(
  from: Float64Array,
  at: number,
  east: number,
  north: number,
  out: Float64Array,
): void {
  const x = from[at] as number;
  const y = from[at + 1] as number;
  const z = from[at + 2] as number;
  const circle = Math.sqrt(x * x + y * y);
  const level = circle * Q_EQUATOR;
  const up = z * Q_AXIS;
  const length = Math.sqrt(level * level + up * up);
  const outward = (-north * up) / length;
  out[1] = (outward * x - east * y) / circle;
  out[2] = (outward * y + east * x) / circle;
  out[3] = (north * level) / length;
}

/**
 * The geodesic from the surface point at `from[at…at+2]` to `to[0…2]`, ECEF metres: its length to `out[0]` and its direction
 * at the start, a unit vector that touches the surface, to `out[1…3]`. Error below 1e-6 m from 1,000 km to
 * LONGEST_COURSE_METRES; beyond, `out[0]` is larger than that and right to half a percent. Not for the poles.
 */
export function writeCourse(
  from: Float64Array,
  at: number,
  to: Float64Array,
  out: Float64Array,
): void {
  const x = from[at] as number;
  const y = from[at + 1] as number;
  const tx = to[0] as number;
  const ty = to[1] as number;
  const sinFrom = (from[at + 2] as number) / SEMI_MINOR_METRES;
  const cosFrom = Math.sqrt(x * x + y * y) / SEMI_MAJOR_METRES;
  const sinTo = (to[2] as number) / SEMI_MINOR_METRES;
  const cosTo = Math.sqrt(tx * tx + ty * ty) / SEMI_MAJOR_METRES;
  const lambda = Math.atan2(x * ty - y * tx, x * tx + y * ty);
  let omega = lambda;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const cosOmega = Math.cos(omega);
    const east = cosTo * Math.sin(omega);
    const north = cosFrom * sinTo - sinFrom * cosTo * cosOmega;
    const sinSigma = Math.sqrt(east * east + north * north);
    const cosSigma = sinFrom * sinTo + cosFrom * cosTo * cosOmega;
    const sinAlpha0 = (cosFrom * east) / sinSigma;
    writeArc(sinSigma, cosSigma, sinFrom * sinTo, 1 - sinAlpha0 * sinAlpha0);
    const sigma = ARC[0] as number;
    const change = lambda + FLATTENING * sinAlpha0 * longitudeSeries() - omega;
    omega += change;
    const isSettled = Math.abs(change) < SETTLED_RADIANS;
    if (!isSettled && sigma < MOST_SIGMA && round + 1 < MOST_ROUNDS) continue;
    writeDirection(from, at, east / sinSigma, north / sinSigma, out);
    out[0] =
      isSettled && sigma < MOST_SIGMA
        ? lengthSeries() + SEMI_MAJOR_METRES * sinAlpha0 * change
        : Math.max(SEMI_MINOR_METRES * sigma, LONGEST_COURSE_METRES + 1);
    return;
  }
}
