// The headlines of what is on the screen, as a scene keeps them and as the present mode shows them large: the same
// functions as the coverage panel's. Pure.
import type { CoverageResult } from '../analysis/coverage-result';
import type { CoverageSummary } from '../analysis/coverage-summary';
import type { PackIndex } from '../domain/pack-index';
import type { SceneFigure } from '../domain/scene';
import { headlineOf } from '../features/coverage/coverage-view';
import { summaryView } from '../features/coverage/summary-view';
import type { LiveFigures } from '../features/present/present-panel-props';
import { formatEstimate, formatInteger, formatQuantity } from '../ui/format';
import type { Analysis } from './use-analysis';

export function liveFigures(
  index: PackIndex,
  result: CoverageResult | null,
  summary: CoverageSummary | null,
): LiveFigures {
  const units = index.pack.villages.length;
  if (!result || !summary) return { covered: null, notCovered: 0, households: null, units };
  const { poverty } = summaryView(index, summary);
  return {
    covered: headlineOf(result.counts),
    notCovered: result.counts.notCovered,
    households:
      poverty.flag === '' || poverty.households === null
        ? null
        : { ...poverty.households, flag: poverty.flag },
    units,
  };
}

type Asked = Pick<Analysis, 'index' | 'shown' | 'summary'> & {
  readonly coverage: Pick<Analysis['coverage'], 'result' | 'resultTargets'>;
};

/** The headlines if the answer on the screen is of the projects asked about and of `distanceMetres`, else null. */
export function answeredFigures(asked: Asked, distanceMetres: number): LiveFigures | null {
  const { index, shown, summary } = asked;
  const { result, resultTargets } = asked.coverage;
  if (shown.length === 0) return liveFigures(index, null, null);
  const isAnswered = resultTargets === shown && result?.distanceMetres === distanceMetres;
  return isAnswered ? liveFigures(index, result, summary) : null;
}

/** As texts, for a scene's `figures`. */
export function sceneFigures(live: LiveFigures): readonly SceneFigure[] {
  const { covered, households } = live;
  if (!covered) return [{ label: '村级单位', text: formatQuantity(live.units, '个') }];
  const range = `确定 ${formatInteger(covered.atLeast)}，最多 ${formatInteger(covered.atMost)}`;
  const figures = [
    { label: '覆盖', text: `${formatQuantity(covered.asDrawn, '村')}（${range}）` },
    { label: '未覆盖', text: formatQuantity(live.notCovered, '村') },
  ];
  if (!households) return figures;
  const spread = `${formatEstimate(households.atLeast)}–${formatEstimate(households.atMost)}`;
  const text = `≈${formatEstimate(households.asDrawn)} 户（${spread}）`;
  return [...figures, { label: '覆盖贫困户', text }];
}
