// Indicators as the page lists them: the share as drawn with its range, or what is missing.
import type { Indicator, KnownIndicator } from '../../analysis/indicators';
import { INDICATOR_WORDS, WEIGHT_WORDS } from '../../analysis/indicators';
import type { StateCounts } from '../../analysis/coverage-result';
import type { Project } from '../../domain/project';
import { ALIGNMENT_WORDS } from '../../domain/wording';
import { formatDistance, formatEstimate, formatInteger, formatShare } from '../../ui/format';

export interface IndicatorParts {
  /** Shares in 0..1 that add up to the best case: certain, drawn but not certain, possible. */
  readonly certain: number;
  readonly asDrawn: number;
  readonly possible: number;
}

export interface KnownIndicatorView {
  readonly status: 'known';
  readonly id: string;
  readonly title: string;
  readonly share: string;
  readonly range: string;
  readonly parts: IndicatorParts;
  /** 确定 + 按标绘 + 可能 + 未达 = 全部, in units. */
  readonly identity: string;
  /** What counts and how much of it there is. */
  readonly basis: string;
  readonly flags: readonly string[];
}

export interface MissingIndicatorView {
  readonly status: 'missing';
  readonly id: string;
  readonly title: string;
  readonly needs: readonly string[];
}

export type IndicatorView = KnownIndicatorView | MissingIndicatorView;

function targetsText(ids: readonly string[], projects: readonly Project[]): string {
  return ids
    .map((id) => {
      const project = projects.find((each) => each.id === id);
      return project ? `${project.name}（${ALIGNMENT_WORDS[project.alignment]}）` : id;
    })
    .join('、');
}

function basisText(indicator: KnownIndicator, projects: readonly Project[]): string {
  const { weights, total, units, unitsWithoutWeight, targetIds } = indicator;
  const amount =
    weights.basis === 'unit-count' ? `${formatInteger(total)} 个` : `${formatEstimate(total)} 人`;
  const counted = `${formatInteger(units - unitsWithoutWeight)} / ${formatInteger(units)} 个单位`;
  return (
    `所用：${targetsText(targetIds, projects)}。` +
    `权重：${WEIGHT_WORDS[weights.basis]}，合计 ${amount}，${counted}有数；来源：${weights.source}。`
  );
}

/** Throws when the states do not add up: a wrong sum must never be shown. */
function identityText({ certain, asDrawn, possible, notCovered, total }: StateCounts): string {
  const sum = certain + asDrawn + possible + notCovered;
  if (sum !== total) throw new Error(`states add up to ${sum}, units are ${total}`);
  const [c, a, p, n, t] = [certain, asDrawn, possible, notCovered, total].map(formatInteger);
  return `单位数：确定 ${c} + 按标绘 ${a} + 可能 ${p} + 未达 ${n} = 全部 ${t}`;
}

export interface CandidateView {
  readonly id: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** The candidates that have a place, with how well it is known. */
export function candidateViews(
  candidates: readonly Project[],
  chosen: readonly string[],
): readonly CandidateView[] {
  return candidates.flatMap(({ id, name, alignment, geometry, alignmentAccuracyMetres }) => {
    if (geometry === null || alignmentAccuracyMetres === null) return [];
    const accuracy = `${ALIGNMENT_WORDS[alignment]} ±${formatDistance(alignmentAccuracyMetres)}`;
    return [{ id, text: `${name}（${accuracy}）`, isChosen: chosen.includes(id) }];
  });
}

/** What cannot be ticked yet, and how it can. `usual`: ids of the projects that are meant before the user chooses. */
export function withoutPlaceText(candidates: readonly Project[], usual: readonly string[]): string {
  const without = candidates.filter(({ geometry }) => geometry === null);
  if (without.length === 0) return '';
  const meant = without.filter(({ id }) => usual.includes(id)).map(({ name }) => name);
  const others = without.length - meant.length;
  const rest = others === 0 ? '' : `${meant.length > 0 ? '等，另有 ' : ''}${others} 项设施`;
  return `还没有位置、不能算：${meant.join('、')}${rest}。在“对象”里绘制或导入位置后即可勾选。`;
}

export function indicatorView(indicator: Indicator, projects: readonly Project[]): IndicatorView {
  const title = `${INDICATOR_WORDS[indicator.id]} · ${formatDistance(indicator.distanceMetres)}以内`;
  const { id } = indicator;
  if (indicator.status === 'missing') {
    return { status: 'missing', id, title, needs: indicator.needs };
  }
  const { certain, drawn, most } = indicator.shares;
  return {
    status: 'known',
    id,
    title,
    share: formatShare(drawn),
    range: `确定 ${formatShare(certain)}，最多 ${formatShare(most)}`,
    parts: { certain, asDrawn: drawn - certain, possible: most - drawn },
    identity: identityText(indicator.counts),
    basis: basisText(indicator, projects),
    flags: indicator.flags,
  };
}
