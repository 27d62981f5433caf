import { effectiveProjects } from '../document/effective-projects';
import type { PlanContent } from '../document/plan-document';
import type { PackIndex } from '../domain/pack-index';

/** The region with a scenario's alignments and drawn projects in force; without either, the very index that was given. */
export function scenarioIndex(index: PackIndex, content: PlanContent): PackIndex {
  const { pack } = index;
  const projects = effectiveProjects(pack.projects, content);
  if (projects === pack.projects) return index;
  return {
    ...index,
    pack: { ...pack, projects },
    projectById: new Map(projects.map((project) => [project.id, project])),
  };
}
