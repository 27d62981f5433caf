import {
  type LorenzCurve,
  type LorenzLevel,
  type PoorUnits,
  lorenz,
} from '../../analysis/chart-lorenz';
import { formatEstimate, formatInteger, formatShare } from '../../ui/format';
import type { ChartWords } from './chart-model';

export const LORENZ_LEVELS: Readonly<Record<LorenzLevel, string>> = {
  village: '行政村',
  township: '乡镇',
};

export interface LorenzView extends ChartWords {
  readonly curve: LorenzCurve | null;
}

const STEPS = 10;

/** Share of the amount in the poorest `units` of all; linear between units. */
export function amountAt({ points, unitCount }: LorenzCurve, units: number): number {
  const at = Math.min(Math.floor(units * unitCount + 1e-9), unitCount - 1);
  const [low, high] = [points[at], points[at + 1]];
  if (low === undefined || high === undefined) return 1;
  return low.amount + (units * unitCount - at) * (high.amount - low.amount);
}

function notesOf(level: LorenzLevel, { spreadUnits, without }: PoorUnits): readonly string[] {
  const word = LORENZ_LEVELS[level];
  return [
    `横轴：${word}由贫困人口少到多排列的累计比例；纵轴：贫困人口的累计比例。对角线是各${word}一样多。`,
    ...(level === 'village' && spreadUnits > 0
      ? [
          `其中 ${formatInteger(spreadUnits)} 个村的贫困人口是把乡镇（没有乡镇数的用县）数字均摊得来的估算，同一乡镇（县）内各村被当作一样多，真实的基尼系数不会更低。`,
        ]
      : []),
    ...(level === 'township' ? ['只用规划印出乡镇数的乡镇，不含只有县级数字的县。'] : []),
    ...(without > 0 ? [`${formatInteger(without)} 个${word}没有数据，不在图内。`] : []),
  ];
}

export function lorenzView(level: LorenzLevel, units: PoorUnits): LorenzView {
  const curve = lorenz(units.values);
  const word = LORENZ_LEVELS[level];
  const title = `贫困人口在${word}间的分布（洛伦兹曲线）`;
  const notes = notesOf(level, units);
  const headings = [`贫困人口最少的${word}`, '占贫困人口'];
  if (curve === null) {
    return {
      curve,
      title,
      notes,
      summary: `没有${word}有贫困人口数据`,
      table: { headings, rows: [] },
    };
  }
  const half = amountAt(curve, 0.5);
  return {
    curve,
    title,
    notes,
    summary: `${formatInteger(curve.unitCount)} 个${word}，共约 ${formatEstimate(curve.total)} 人；基尼系数 ${curve.gini.toFixed(3)}；贫困人口少的一半${word}合占 ${formatShare(half)}`,
    table: {
      headings,
      rows: Array.from({ length: STEPS }, (_, at) => (at + 1) / STEPS).map((share) => [
        formatShare(share, 0),
        formatShare(amountAt(curve, share)),
      ]),
    },
  };
}
