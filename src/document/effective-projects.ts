import type { Project } from '../domain/project';
import type { AlignmentOrigin, PlanContent, UserAlignment } from './plan-document';

const ORIGIN_TEXT: Readonly<Record<AlignmentOrigin, string>> = {
  drawn: '用户标绘',
  typed: '用户按坐标录入',
  imported: '用户导入',
};

function withAlignment(project: Project, alignment: UserAlignment): Project {
  const day = alignment.madeAt.slice(0, 10);
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

/**
 * The projects that map and engine work with: the pack's, in pack order, each with the user's alignment where there is
 * one. Untouched projects keep their identity; without alignments the pack's own array comes back. An alignment of a
 * project that the pack does not have is left out (see staleAlignments).
 */
export function effectiveProjects(
  projects: readonly Project[],
  { alignments }: PlanContent,
): readonly Project[] {
  if (alignments.size === 0) return projects;
  return projects.map((project) => {
    const alignment = alignments.get(project.id);
    return alignment ? withAlignment(project, alignment) : project;
  });
}

/** Alignments whose project the pack does not (or no longer) have, to be told to the user and kept. */
export function staleAlignments(
  projects: readonly Project[],
  { alignments }: PlanContent,
): readonly UserAlignment[] {
  const ids = new Set(projects.map((project) => project.id));
  return [...alignments.values()].filter((alignment) => !ids.has(alignment.projectId));
}
