/**
 * View model of the coverage panel: who can be measured, the headline with its range, and the identity
 * 确定 + 按标绘 + 可能 + 未覆盖 = 全部, whose parts are checked against the total before they are shown.
 */
import type { CoverageStateCode, StateCounts } from '../../analysis/coverage-result';
import type { PackIndex } from '../../domain/pack-index';
import type { Project, ProjectKind } from '../../domain/project';
import type { PositionMethod, Village } from '../../domain/village';

export interface ChosenProjects {
  readonly all: readonly Project[];
  /** With a line or places, so that distances can be measured. */
  readonly measurable: readonly Project[];
  /** Nobody published where they run: shown, listed, never measured. */
  readonly scopeOnly: readonly Project[];
}

/** Ids that the pack does not know (an old permalink) are left out. */
export function chosenProjects(index: PackIndex, ids: readonly string[]): ChosenProjects {
  const all = ids.flatMap((id) => index.projectById.get(id) ?? []);
  return {
    all,
    measurable: all.filter((project) => project.geometry !== null),
    scopeOnly: all.filter((project) => project.geometry === null),
  };
}

export interface Headline {
  /** 确定 + 按标绘: the number said aloud. */
  readonly asDrawn: number;
  readonly atLeast: number;
  readonly atMost: number;
}

export function headlineOf(counts: StateCounts): Headline {
  const asDrawn = counts.certain + counts.asDrawn;
  return { asDrawn, atLeast: counts.certain, atMost: asDrawn + counts.possible };
}

export interface IdentityPart {
  readonly state: CoverageStateCode;
  readonly count: number;
  /** Where the part starts and how long it is, as shares of the total in 0..1. */
  readonly start: number;
  readonly length: number;
}

/** Four parts, strongest first. Throws when they do not add up: a wrong sum must never be shown. */
export function identityParts(counts: StateCounts): readonly IdentityPart[] {
  const ordered: readonly (readonly [CoverageStateCode, number])[] = [
    [3, counts.certain],
    [2, counts.asDrawn],
    [1, counts.possible],
    [0, counts.notCovered],
  ];
  const sum = ordered.reduce((total, [, count]) => total + count, 0);
  if (sum !== counts.total)
    throw new Error(`states add up to ${sum}, villages are ${counts.total}`);
  let before = 0;
  return ordered.map(([state, count]) => {
    const start = counts.total === 0 ? 0 : before / counts.total;
    before += count;
    return { state, count, start, length: counts.total === 0 ? 0 : count / counts.total };
  });
}

export interface PositionAccuracy {
  /** How most villages are placed, and the median accuracy of those. */
  readonly method: PositionMethod;
  readonly villages: number;
  readonly medianMetres: number;
}

/** The most frequent position method among the villages, to explain how wide the range is. Null without any. */
export function usualAccuracy(villages: readonly Village[]): PositionAccuracy | null {
  const byMethod = new Map<PositionMethod, number[]>();
  for (const village of villages) {
    const list = byMethod.get(village.positionMethod) ?? [];
    list.push(village.positionAccuracyMetres);
    byMethod.set(village.positionMethod, list);
  }
  const most = [...byMethod].toSorted(([, a], [, b]) => b.length - a.length)[0];
  if (most === undefined) return null;
  const [method, metres] = most;
  const sorted = metres.toSorted((a, b) => a - b);
  const medianMetres = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return { method, villages: metres.length, medianMetres };
}

/** Villages that stand where the user's files put them. */
export function importedPositions(villages: readonly Village[]): number {
  return villages.filter(({ positionMethod }) => positionMethod === 'imported').length;
}

export interface ProjectGroup {
  readonly kind: ProjectKind;
  readonly projects: readonly Project[];
}

const KINDS: readonly ProjectKind[] = ['water', 'power', 'road', 'facility'];

/** Projects by kind, in pack order; kinds that the pack has only. `text` narrows by part of the name. */
export function projectGroups(projects: readonly Project[], text = ''): readonly ProjectGroup[] {
  const part = text.normalize('NFKC').trim().toLowerCase();
  return KINDS.map((kind) => ({
    kind,
    projects: projects.filter(
      (project) => project.kind === kind && project.name.toLowerCase().includes(part),
    ),
  })).filter((group) => group.projects.length > 0);
}

/** The ids with one added or taken away; order of choice is kept. */
export function toggledIds(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
}
