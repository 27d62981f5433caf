// Geometry and words of the marginal curve's chart. A step function: a value holds from its breakpoint to the next.
import type { CurvePoint, CurveSteps, MarginalCurve } from '../../analysis/marginal-curve';
import { curveAt, curvePoints, marginalGains } from '../../analysis/marginal-curve';
import { formatDistance, formatEstimate, formatInteger } from '../../ui/format';

export type CurveMeasure = 'villages' | 'households';

/** Drawing area in the units of the chart's viewBox; y grows downwards. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CurveScale {
  readonly x: (metres: number) => number;
  readonly y: (value: number) => number;
  /** Value at the top of the plot. */
  readonly top: number;
}

/** The smallest of 1, 2, 2.5, 5 × 10ⁿ that is at least `value`; 1 for 0. */
export function niceTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 2.5, 5, 10].find((step) => step * power >= value) ?? 10);
}

function lastValue(steps: CurveSteps, measure: CurveMeasure): number {
  return steps[measure].at(-1) ?? 0;
}

/** What the plot's height holds: the curve as drawn, or the whole band up to possible. */
export type CurveFit = 'drawn' | 'most';

export function curveScale(
  curve: MarginalCurve,
  measure: CurveMeasure,
  plot: Plot,
  fit: CurveFit = 'most',
): CurveScale {
  const top = niceTop(lastValue(curve[fit], measure));
  return {
    top,
    x: (metres) => plot.left + (metres / Math.max(curve.toMetres, 1)) * plot.width,
    y: (value) => plot.top + (1 - value / top) * plot.height,
  };
}

/** Distance under a horizontal place of the plot, inside the range, in whole tens of metres. */
export function metresAt(curve: MarginalCurve, plot: Plot, x: number): number {
  const metres = ((x - plot.left) / plot.width) * curve.toMetres;
  return Math.min(curve.toMetres, Math.max(0, Math.round(metres / 10) * 10));
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** "H x V y" for each point: along the old value, then up. */
function stairs(points: readonly CurvePoint[], measure: CurveMeasure, scale: CurveScale): string {
  return points
    .map((point) => `H${rounded(scale.x(point.metres))}V${rounded(scale.y(point[measure]))}`)
    .join('');
}

/** From a value back to the left: up first, then along. */
function stairsBack(
  points: readonly CurvePoint[],
  measure: CurveMeasure,
  scale: CurveScale,
): string {
  return points
    .toReversed()
    .map((point, at, all) => {
      const before = all[at + 1];
      const value = before === undefined ? 0 : before[measure];
      return `H${rounded(scale.x(point.metres))}V${rounded(scale.y(value))}`;
    })
    .join('');
}

export interface CurvePaths {
  /** As drawn. */
  readonly line: string;
  /** Between certain and possible, closed. */
  readonly band: string;
}

/** Paths exact to the pixel: at most one step a unit of width. */
export function curvePaths(
  curve: MarginalCurve,
  measure: CurveMeasure,
  plot: Plot,
  scale: CurveScale,
): CurvePaths {
  const points = (steps: CurveSteps): readonly CurvePoint[] =>
    curvePoints(steps, curve.toMetres, plot.width);
  const start = `M${rounded(plot.left)} ${rounded(scale.y(0))}`;
  const certain = points(curve.certain);
  const end = `V${rounded(scale.y(certain.at(-1)?.[measure] ?? 0))}`;
  return {
    line: start + stairs(points(curve.drawn), measure, scale),
    band: `${start}${stairs(points(curve.most), measure, scale)}${end}${stairsBack(certain, measure, scale)}Z`,
  };
}

export interface CurveReading {
  readonly metres: number;
  readonly drawn: CurvePoint;
  readonly certain: CurvePoint;
  readonly most: CurvePoint;
}

export function readCurve(curve: MarginalCurve, metres: number): CurveReading {
  const [drawn, certain, most] = [curve.drawn, curve.certain, curve.most].map((steps) =>
    curveAt(steps, metres),
  ) as [CurvePoint, CurvePoint, CurvePoint];
  return { metres, drawn, certain, most };
}

/** “2 公里：覆盖 214 村（101–352），约 2,317 户（980–4,120）”. */
export function readingText({ metres, drawn, certain, most }: CurveReading): string {
  const villages = `覆盖 ${formatInteger(drawn.villages)} 村（${formatInteger(certain.villages)}–${formatInteger(most.villages)}）`;
  const households = `约 ${formatEstimate(drawn.households)} 户（${formatEstimate(certain.households)}–${formatEstimate(most.households)}）`;
  return `${formatDistance(metres)}：${villages}，${households}`;
}

export interface CurveRow extends CurveReading {
  /** Since the row before; null in the first. */
  readonly gain: { readonly villages: number; readonly households: number } | null;
}

/** The chart as a table: one row every `stepMetres` from 0. */
export function curveRows(curve: MarginalCurve, stepMetres: number): readonly CurveRow[] {
  const gains = marginalGains(curve.drawn, curve.toMetres, stepMetres);
  return [
    { ...readCurve(curve, 0), gain: null },
    ...gains.map((gain, at): CurveRow => {
      const reading = readCurve(curve, gain.toMetres);
      if (at > 0) return { ...reading, gain };
      // The library's first gain also holds what is reached at 0, which has a row of its own here.
      const zero = curveAt(curve.drawn, 0);
      const villages = gain.villages - zero.villages;
      return { ...reading, gain: { villages, households: gain.households - zero.households } };
    }),
  ];
}
