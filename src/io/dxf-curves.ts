// Curves of a drawing to positions. Arcs are cut so that the chord strays from the curve by at most 1/10,000 of the radius
// (10 cm on a curve of 1 km); splines by de Boor's algorithm, 16 pieces a knot span.
import type { Position } from 'geojson';

export const CURVE_SAGITTA_SHARE = 1e-4;
const ARC_STEP = 2 * Math.acos(1 - CURVE_SAGITTA_SHARE);
export const SPLINE_PIECES = 16;
const MOST_SPLINE_DEGREE = 25;

const FULL_TURN = 2 * Math.PI;

/** Positions on an ellipse from `start` to `end` (radians, counter-clockwise); equal ends are a full turn. */
export function ellipseArc(
  [cx = 0, cy = 0]: Position,
  [majorX = 0, majorY = 0]: Position,
  ratio: number,
  start: number,
  end: number,
): Position[] {
  let sweep = (end - start) % FULL_TURN;
  if (sweep <= 1e-12) sweep += FULL_TURN;
  const pieces = Math.max(2, Math.ceil(sweep / ARC_STEP));
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const angle = start + (sweep * i) / pieces;
    const [u, v] = [Math.cos(angle), Math.sin(angle) * ratio];
    return [cx + u * majorX - v * majorY, cy + u * majorY + v * majorX];
  });
}

export function circleArc(
  centre: Position,
  radius: number,
  start: number,
  end: number,
): Position[] {
  return ellipseArc(centre, [radius, 0], 1, start, end);
}

/** Positions after `from` up to `to` on an arc of this bulge (tangent of a quarter of its angle; positive turns left). */
export function bulgeArc(from: Position, to: Position, bulge: number): Position[] {
  if (bulge === 0) return [to];
  const [ax = 0, ay = 0] = from;
  const [bx = 0, by = 0] = to;
  const angle = 4 * Math.atan(bulge);
  const pieces = Math.max(1, Math.ceil(Math.abs(angle) / ARC_STEP));
  // The centre lies beside the chord's middle, (1 - bulge²) / (4 bulge) chord lengths to its left.
  const side = (1 - bulge * bulge) / (4 * bulge);
  const cx = (ax + bx) / 2 - side * (by - ay);
  const cy = (ay + by) / 2 + side * (bx - ax);
  const positions: Position[] = [];
  for (let i = 1; i < pieces; i++) {
    const turn = (angle * i) / pieces;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    positions.push([
      cx + (ax - cx) * cos - (ay - cy) * sin,
      cy + (ax - cx) * sin + (ay - cy) * cos,
    ]);
  }
  positions.push(to);
  return positions;
}

export interface Spline {
  readonly degree: number;
  readonly knots: readonly number[];
  readonly controls: readonly Position[];
  /** Empty when all are 1. */
  readonly weights: readonly number[];
}

type Homogeneous = [x: number, y: number, w: number];

function mixed(a: Homogeneous, b: Homogeneous, share: number): Homogeneous {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** de Boor: the position at `t` in the knot span that begins at index `span`. */
function splineAt(
  { degree, knots }: Spline,
  points: readonly Homogeneous[],
  span: number,
  t: number,
): Position {
  const work = points.slice(span - degree, span + 1);
  for (let round = 1; round <= degree; round++) {
    for (let j = degree; j >= round; j--) {
      const low = knots[span - degree + j] ?? 0;
      const high = knots[span + 1 + j - round] ?? 0;
      const share = high === low ? 0 : (t - low) / (high - low);
      const [a, b] = [work[j - 1], work[j]];
      if (a && b) work[j] = mixed(a, b, share);
    }
  }
  const [x, y, w] = work[degree] ?? [Number.NaN, Number.NaN, 1];
  return [x / w, y / w];
}

/** Positions along a spline; null when its knots and control points do not fit together. */
export function splinePositions(spline: Spline): Position[] | null {
  const { degree, knots, controls, weights } = spline;
  const isSound =
    degree >= 1 &&
    degree <= MOST_SPLINE_DEGREE &&
    controls.length > degree &&
    knots.length === controls.length + degree + 1 &&
    knots.every((knot, i) => i === 0 || knot >= (knots[i - 1] ?? knot));
  if (!isSound) return null;
  const points = controls.map(([x = 0, y = 0], i): Homogeneous => {
    const w = weights[i] ?? 1;
    return [x * w, y * w, w];
  });
  const positions: Position[] = [];
  for (let span = degree; span < controls.length; span++) {
    const [low = 0, high = 0] = [knots[span], knots[span + 1]];
    if (high <= low) continue;
    const first = positions.length === 0 ? 0 : 1;
    for (let i = first; i <= SPLINE_PIECES; i++) {
      positions.push(splineAt(spline, points, span, low + ((high - low) * i) / SPLINE_PIECES));
    }
  }
  return positions.length > 1 ? positions : null;
}
