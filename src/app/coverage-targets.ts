// What the engine is asked for: projects with a place, of the screen or of a scenario.
import { effectiveProjects } from '../document/effective-projects';
import type { PlanContent } from '../document/plan-document';
import type { PackIndex } from '../domain/pack-index';
import type { CoverageTarget } from '../engine/protocol';
import type { CompareBasis } from '../features/plan/compare-panel-props';

/** The projects with a place among these, ready for the engine. */
export function targetsOf(
  index: Pick<PackIndex, 'projectById'>,
  ids: readonly string[],
): readonly CoverageTarget[] {
  return ids.flatMap((id) => {
    const project = index.projectById.get(id);
    if (!project?.geometry || project.alignmentAccuracyMetres === null) return [];
    const { geometry, name, alignmentAccuracyMetres: accuracyMetres } = project;
    return [{ id, name, geometry, accuracyMetres }];
  });
}

/** What a scenario asks the engine: its chosen projects, or all its sites, where they are in that scenario. */
export function scenarioTargets(
  index: PackIndex,
  content: PlanContent,
  basis: CompareBasis,
  chosenIds: readonly string[],
): readonly CoverageTarget[] {
  const projects = effectiveProjects(index.pack.projects, content);
  const projectById = new Map(projects.map((project) => [project.id, project]));
  const sites = [...content.objects.values()].filter(({ kind }) => kind === 'site');
  const ids = basis === 'sites' ? sites.map(({ id }) => id) : chosenIds;
  return targetsOf({ projectById }, ids);
}
