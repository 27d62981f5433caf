/**
 * One village's coverage in words. e = village accuracy + alignment accuracy of the nearest project; the state is
 * the strongest over all chosen projects, so a farther project can decide it (a vaguer line makes 可能, a better one
 * 确定): then it is said.
 */
import { coverageState } from '../../analysis/coverage';
import {
  NOT_COVERED,
  type CoverageResult,
  type CoverageStateCode,
} from '../../analysis/coverage-result';
import { COVERAGE_STATE_SENTENCES, COVERAGE_STATE_WORDS } from '../../analysis/coverage-words';
import type { PackIndex } from '../../domain/pack-index';
import type { Village } from '../../domain/village';
import { formatDistance } from '../../ui/format';
import { inspectRow, type InspectRow } from './inspect-view';

const MILLIMETRES = new Intl.NumberFormat('zh-CN', {
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
});

/** "距最近项目 1,234.567 米；精度 ±5.2 公里 → 可能覆盖"; metres in. */
export function coverageSentence(
  distanceMetres: number,
  accuracyMetres: number,
  state: CoverageStateCode,
): string {
  return `距最近项目 ${MILLIMETRES.format(distanceMetres)} 米；精度 ±${formatDistance(accuracyMetres)} → ${COVERAGE_STATE_WORDS[state]}`;
}

/** Rows for a village in an answer; none when the answer has no target. */
export function coverageRows(
  index: PackIndex,
  village: Village,
  coverage: CoverageResult,
): readonly InspectRow[] {
  const place = index.villageIndexByCode.get(village.code);
  const distance = place === undefined ? undefined : coverage.nearestDistanceMetres[place];
  if (place === undefined || distance === undefined) return [];
  const state = (coverage.states[place] ?? NOT_COVERED) as CoverageStateCode;
  if (Number.isNaN(distance)) {
    const note = `${COVERAGE_STATE_SENTENCES[state]}到最近项目的距离待算。`;
    return [inspectRow('状态', COVERAGE_STATE_WORDS[state], { note })];
  }
  if (!Number.isFinite(distance)) return [];
  const nearestId = coverage.targetIds[coverage.nearestTarget[place] ?? -1] ?? '';
  const nearest = index.projectById.get(nearestId);
  const alignment = nearest?.alignmentAccuracyMetres ?? 0;
  const accuracy = village.positionAccuracyMetres + alignment;
  const byNearest = coverageState(distance, coverage.distanceMetres, accuracy);
  const decidedElsewhere =
    byNearest === state ? '' : `状态由较远的另一项目决定，合并后为${COVERAGE_STATE_WORDS[state]}。`;
  return [
    inspectRow('状态', COVERAGE_STATE_WORDS[state], {
      note: `${coverageSentence(distance, accuracy, byNearest)}。${COVERAGE_STATE_SENTENCES[state]}${decidedElsewhere}`,
    }),
    inspectRow('最近项目', nearest?.name ?? nearestId, {
      links: nearest ? [{ text: '查看项目', to: { kind: 'project', id: nearest.id } }] : [],
    }),
    inspectRow('距离', `${MILLIMETRES.format(distance)} 米`, {
      note: `服务距离 ${formatDistance(coverage.distanceMetres)}，WGS84 椭球面测地距离。`,
    }),
    inspectRow('精度合计', `±${formatDistance(accuracy)}`, {
      note: `村点 ±${formatDistance(village.positionAccuracyMetres)} + 线位 ±${formatDistance(alignment)}。`,
    }),
  ];
}
