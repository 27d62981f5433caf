// What a little more reach pays, read from the marginal curve at the distance in force.
import type { MarginalCurve, MarginalGain } from '../../analysis/marginal-curve';
import { curveAt, marginalGains } from '../../analysis/marginal-curve';
import { formatDistance, formatEstimate, formatInteger } from '../../ui/format';

const FURTHER_METRES = [500, 1000, 2000];
const STEP_METRES = 500;

function gainBetween(curve: MarginalCurve, fromMetres: number, toMetres: number): MarginalGain {
  const before = curveAt(curve.drawn, fromMetres);
  const after = curveAt(curve.drawn, toMetres);
  return {
    fromMetres,
    toMetres,
    villages: after.villages - before.villages,
    households: after.households - before.households,
    persons: after.persons - before.persons,
  };
}

/** Gains of 500 m, 1 km and 2 km more than `distanceMetres`, as drawn; those within the curve's range only. */
export function furtherGains(
  curve: MarginalCurve,
  distanceMetres: number,
): readonly MarginalGain[] {
  return FURTHER_METRES.map((further) => distanceMetres + further)
    .filter((toMetres) => toMetres <= curve.toMetres)
    .map((toMetres) => gainBetween(curve, distanceMetres, toMetres));
}

/** The whole 500 m from the distance on that brings most households; ties: the nearer one. Null when none brings any. */
export function bestGain(curve: MarginalCurve, distanceMetres: number): MarginalGain | null {
  return marginalGains(curve.drawn, curve.toMetres, STEP_METRES)
    .filter(({ fromMetres, villages }) => fromMetres >= distanceMetres && villages > 0)
    .reduce<MarginalGain | null>(
      (best, gain) => (best === null || gain.households > best.households ? gain : best),
      null,
    );
}

export function gainText({ villages, households }: Pick<MarginalGain, 'villages' | 'households'>) {
  return `${formatInteger(villages)} 村，约 ${formatEstimate(households)} 户`;
}

/** The headline: what the next 500 m bring, and where 500 m bring most. */
export function gainHeadline(curve: MarginalCurve, distanceMetres: number): string {
  const [next] = furtherGains(curve, distanceMetres);
  if (next === undefined) return `已到 ${formatDistance(curve.toMetres)}，再远不再统计。`;
  const best = bestGain(curve, distanceMetres);
  const first = `服务距离再加 500 米，多覆盖 ${gainText(next)}`;
  if (best === null) return `${first}；更远也没有新增。`;
  if (best.fromMetres === distanceMetres) return `${first}，往后各段都不比这 500 米多。`;
  const where = `${formatDistance(best.fromMetres)}到 ${formatDistance(best.toMetres)}`;
  return `${first}；往后以 ${where}这 500 米最多，多 ${gainText(best)}。`;
}
