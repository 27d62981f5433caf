// Which projects stand for all-season roads, clinics, schools and relocation sites. The user decides; until then roads are
// the road projects, the others the facilities whose name or group in the plan says so.
import type { Project } from '../domain/project';
import type { IndicatorId } from './indicators';

const WORDS: Readonly<Record<Exclude<IndicatorId, 'rural-access-index'>, RegExp>> = {
  'clinic-access': /卫生|医院|医疗|诊所|中医馆/u,
  'school-access': /学校|小学|中学|高中|教学|教育|幼儿园/u,
  'site-access': /安置|搬迁/u,
};

/** Projects that may be chosen for it, in pack order, with or without a place. */
export function indicatorCandidates(
  id: IndicatorId,
  projects: readonly Project[],
): readonly Project[] {
  const kind = id === 'rural-access-index' ? 'road' : 'facility';
  return projects.filter((project) => project.kind === kind);
}

/** What is chosen before the user chooses: ids in pack order. */
export function usualProjects(id: IndicatorId, projects: readonly Project[]): readonly string[] {
  return indicatorCandidates(id, projects).flatMap(({ id: projectId, name, group }) => {
    const isMeant = id === 'rural-access-index' || WORDS[id].test(`${group} ${name}`);
    return isMeant ? [projectId] : [];
  });
}
