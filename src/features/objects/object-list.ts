// The list of plan objects as the panel shows it: grouped, filtered, counted. Pure.
import type { Project, ProjectKind } from '../../domain/project';
import { PROJECT_KIND_WORDS } from '../../domain/wording';

export interface ProjectFilter {
  readonly text: string;
  /** null shows every kind. */
  readonly kind: ProjectKind | null;
}

export const NO_FILTER: ProjectFilter = { text: '', kind: null };

/** What distance can be computed from: everything that has a place. */
export function isMeasurable(project: Project): boolean {
  return project.geometry !== null;
}

export interface ProjectGroup {
  readonly key: string;
  readonly title: string;
  readonly projects: readonly Project[];
}

const KIND_ORDER: readonly ProjectKind[] = ['water', 'road', 'power', 'facility'];
const KIND_TITLES: Readonly<Record<ProjectKind, string>> = {
  water: '水利',
  road: '交通',
  power: '电力',
  facility: '设施',
};

/** Groups of the plan with several projects that have a place: worth choosing together, as 三引 in the 运城 plan. */
function namedGroups(projects: readonly Project[]): readonly string[] {
  const groups = projects.filter(isMeasurable).map(({ group }) => group);
  return [...new Set(groups)].filter(
    (group) => group !== '' && groups.filter((other) => other === group).length > 1,
  );
}

export function matches(project: Project, filter: ProjectFilter): boolean {
  if (filter.kind !== null && project.kind !== filter.kind) return false;
  const text = filter.text.normalize('NFKC').trim().toLowerCase();
  if (text === '') return true;
  return `${project.name} ${project.group} ${PROJECT_KIND_WORDS[project.kind]}`
    .toLowerCase()
    .includes(text);
}

/** The plan's own groups, then the other works by kind; empty groups are left out. Pack order within. */
export function groupProjects(projects: readonly Project[]): readonly ProjectGroup[] {
  const names = namedGroups(projects);
  const named = names.map((group) => ({
    key: group,
    title: group,
    projects: projects.filter((project) => project.group === group),
  }));
  const rest = projects.filter((project) => !names.includes(project.group));
  const kindsNamed = new Set(named.flatMap((group) => group.projects.map(({ kind }) => kind)));
  const byKind = KIND_ORDER.map((kind) => ({
    key: kind,
    title: `${kindsNamed.has(kind) ? '其他' : ''}${KIND_TITLES[kind]}`,
    projects: rest.filter((project) => project.kind === kind),
  }));
  return [...named, ...byKind].filter((group) => group.projects.length > 0);
}

/** Adds or takes one project; keeps the order chosen. */
export function toggleChosen(chosenIds: readonly string[], id: string): readonly string[] {
  return chosenIds.includes(id) ? chosenIds.filter((other) => other !== id) : [...chosenIds, id];
}

export type GroupChoice = 'all' | 'some' | 'none' | 'impossible';

/** How many of a group's measurable projects are chosen. */
export function groupChoice(
  projects: readonly Project[],
  chosenIds: readonly string[],
): GroupChoice {
  const measurable = projects.filter(isMeasurable);
  if (measurable.length === 0) return 'impossible';
  const chosen = measurable.filter((project) => chosenIds.includes(project.id)).length;
  if (chosen === 0) return 'none';
  return chosen === measurable.length ? 'all' : 'some';
}

/** All measurable projects of a group chosen, or, if they all are already, none of them. */
export function toggleGroup(
  projects: readonly Project[],
  chosenIds: readonly string[],
): readonly string[] {
  const ids = projects.filter(isMeasurable).map((project) => project.id);
  if (groupChoice(projects, chosenIds) === 'all') {
    return chosenIds.filter((id) => !ids.includes(id));
  }
  return [...chosenIds, ...ids.filter((id) => !chosenIds.includes(id))];
}

/** “仅有范围 n 项”: how many of the projects can only be drawn as areas. */
export function scopeOnlyCount(projects: readonly Project[]): number {
  return projects.filter((project) => !isMeasurable(project)).length;
}

/** Kinds of which the plan publishes no place at all, so that this can be said once (电力 in the 运城 plan). */
export function kindsWithoutPlaces(projects: readonly Project[]): readonly ProjectKind[] {
  return KIND_ORDER.filter((kind) => {
    const ofKind = projects.filter((project) => project.kind === kind);
    return ofKind.length > 0 && !ofKind.some(isMeasurable);
  });
}
