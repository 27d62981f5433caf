import { useMemo } from 'react';
import type { PlanContent } from '../document/plan-document';
import type { LngLat } from '../domain/lng-lat';
import type { PackIndex } from '../domain/pack-index';
import type { Project } from '../domain/project';
import type { FlowLine } from '../map/map-types';
import { labelPoint } from '../map/sources/label-point';
import type { PlanObject } from '../domain/plan-object';
import type { Analysis } from './use-analysis';

interface PlanOnMap {
  readonly planObjects: readonly PlanObject[];
  /** From each assigned village to its site. */
  readonly flows: readonly FlowLine[];
  /** Without those that are drawn as plan objects. */
  readonly projects: readonly Project[];
}

const NO_FLOWS: readonly FlowLine[] = [];

/** Assignments whose village or site has no place draw nothing. */
export function flowLines(
  { assignments, objects }: Pick<PlanContent, 'assignments' | 'objects'>,
  { villageByCode }: Pick<PackIndex, 'villageByCode'>,
): readonly FlowLine[] {
  const ends = new Map<string, LngLat | null>();
  const endOf = (siteId: string): LngLat | null => {
    const known = ends.get(siteId);
    if (known !== undefined) return known;
    const geometry = objects.get(siteId)?.geometry;
    const end = geometry ? labelPoint(geometry) : null;
    ends.set(siteId, end);
    return end;
  };
  return [...assignments.values()].flatMap(({ villageCode, siteId, persons }): FlowLine[] => {
    const from = villageByCode.get(villageCode)?.position;
    const to = endOf(siteId);
    return from && to ? [{ from, to, persons }] : [];
  });
}

/** What the open scenario adds to the map. */
export function usePlanOnMap(analysis: Analysis, projects: readonly Project[]): PlanOnMap {
  const { index } = analysis;
  const { objects, assignments } = analysis.content;
  const planObjects = useMemo(() => [...objects.values()], [objects]);
  const { villageByCode } = index;
  const flows = useMemo(
    () =>
      assignments.size === 0 ? NO_FLOWS : flowLines({ objects, assignments }, { villageByCode }),
    [objects, assignments, villageByCode],
  );
  const others = useMemo(
    () => (objects.size === 0 ? projects : projects.filter(({ id }) => !objects.has(id))),
    [objects, projects],
  );
  return { planObjects, flows, projects: others };
}
