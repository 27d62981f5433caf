// What drawing catches: borders of counties and townships, rivers and lakes, roads, projects and the scenario's objects.
// Counties come first, since their borders are also those of their townships.
import type { PlanContent } from '../document/plan-document';
import type { BaseFeatureKind } from '../domain/base-layer';
import type { PackIndex } from '../domain/pack-index';
import type { Project } from '../domain/project';
import type { RegionPack } from '../domain/region-pack';
import type { SnapKind, SnapTarget } from '../geo/snap-index';

const BASE_KINDS: Partial<Readonly<Record<BaseFeatureKind, SnapKind>>> = {
  river: 'river',
  canal: 'river',
  lake: 'river',
  reservoir: 'river',
  road: 'road',
  'protected-area': 'boundary',
};

/** Of the pack; the same for every scenario. */
export function packTargets(pack: RegionPack): readonly SnapTarget[] {
  const counties = pack.counties.map(({ code, name, geometry }): SnapTarget => ({
    id: code,
    kind: 'boundary',
    name: `${name}界`,
    geometry,
  }));
  const townships = pack.townships.flatMap(({ code, name, geometry }): SnapTarget[] =>
    geometry ? [{ id: code, kind: 'boundary', name: `${name}界（示意）`, geometry }] : [],
  );
  const base = pack.baseFeatures.flatMap(({ id, name, kind, geometry }): SnapTarget[] => {
    const caught = BASE_KINDS[kind];
    return caught ? [{ id, kind: caught, name, geometry }] : [];
  });
  return [...counties, ...townships, ...base];
}

/** Projects in force and plan objects; those of drawn projects once. */
export function contentTargets(index: PackIndex, { objects }: PlanContent): readonly SnapTarget[] {
  const kindOf = ({ kind }: Project): SnapKind => (kind === 'road' ? 'road' : 'object');
  const projects = index.pack.projects.flatMap((project): SnapTarget[] => {
    const { id, name, geometry } = project;
    return geometry && !objects.has(id) ? [{ id, kind: kindOf(project), name, geometry }] : [];
  });
  const drawn = [...objects.values()].flatMap(({ id, name, geometry }): SnapTarget[] =>
    geometry ? [{ id, kind: 'object', name, geometry }] : [],
  );
  return [...projects, ...drawn];
}
