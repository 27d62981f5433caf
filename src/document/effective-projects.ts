import { chinaDay } from '../domain/china-day';
import { type PlanObject, numberValue, textValue } from '../domain/plan-object';
import type { Project, ProjectKind } from '../domain/project';
import type { AlignmentOrigin, PlanContent, UserAlignment } from './plan-document';

const ORIGIN_TEXT: Readonly<Record<AlignmentOrigin, string>> = {
  drawn: '用户标绘',
  typed: '用户按坐标录入',
  imported: '用户导入',
};

function withAlignment(project: Project, alignment: UserAlignment): Project {
  const day = chinaDay(alignment.madeAt);
  const note = alignment.note === '' ? '' : `：${alignment.note}`;
  const original = project.scopeNote === '' ? '' : `数据包原说明：${project.scopeNote}`;
  return {
    ...project,
    alignment: 'user',
    alignmentAccuracyMetres: alignment.accuracyMetres,
    geometry: alignment.geometry,
    scopeNote: `${ORIGIN_TEXT[alignment.origin]}（${day}，精度 ${alignment.accuracyMetres} 米）${note}。${original}`,
  };
}

/** Where a project object does not say how far it serves. */
const DEFAULT_SERVICE_METRES = 2000;
const PROJECT_KINDS: readonly string[] = ['water', 'power', 'road', 'facility'];

function isProjectKind(kind: string | null): kind is ProjectKind {
  return kind !== null && PROJECT_KINDS.includes(kind);
}

/** A drawn site or project as a project that coverage, gap and lists take like the pack's; null for other objects. */
function asProject(object: PlanObject): Project | null {
  if (object.geometry === null || (object.kind !== 'site' && object.kind !== 'project'))
    return null;
  const isSite = object.kind === 'site';
  const kind = isSite ? 'facility' : textValue(object, 'projectKind');
  const note = object.note === '' ? '' : `：${object.note}`;
  const unsorted = isProjectKind(kind) ? '' : '没有填项目类别，按设施列出。';
  return {
    id: object.id,
    name: object.name,
    kind: isProjectKind(kind) ? kind : 'facility',
    group: isSite ? '安置点' : '',
    chapter: '',
    alignment: 'user',
    alignmentAccuracyMetres: object.accuracyMetres,
    geometry: object.geometry,
    places: [],
    countyCodes: [],
    townshipCodes: [],
    scopeNote: `本方案的规划对象（${chinaDay(object.madeAt)}，精度 ${object.accuracyMetres} 米）${note}。${unsorted}`,
    figures: [],
    startYear: numberValue(object, 'startYear'),
    endYear: numberValue(object, 'year'),
    defaultDistanceMetres: numberValue(object, 'serviceMetres') ?? DEFAULT_SERVICE_METRES,
    sourceIds: [],
  };
}

/**
 * The projects that map and engine work with: the pack's, in pack order, each with the user's alignment where there is
 * one, then the drawn sites and projects (id = object id). Untouched projects keep their identity; without either the
 * pack's own array comes back. An alignment of a project that the pack does not have is left out (see staleAlignments).
 */
export function effectiveProjects(
  projects: readonly Project[],
  { alignments, objects }: PlanContent,
): readonly Project[] {
  const drawn = [...objects.values()].flatMap((object) => asProject(object) ?? []);
  if (alignments.size + drawn.length === 0) return projects;
  const placed = projects.map((project) => {
    const alignment = alignments.get(project.id);
    return alignment ? withAlignment(project, alignment) : project;
  });
  return [...placed, ...drawn];
}

/** Alignments whose project the pack does not (or no longer) have, to be told to the user and kept. */
export function staleAlignments(
  projects: readonly Project[],
  { alignments }: PlanContent,
): readonly UserAlignment[] {
  const ids = new Set(projects.map((project) => project.id));
  return [...alignments.values()].filter((alignment) => !ids.has(alignment.projectId));
}
