/** GeoJSON sources of the map style; all empty until MapView fills them. */
export const SOURCE_IDS = {
  counties: 'counties',
  townships: 'townships',
  veil: 'veil',
  outline: 'outline',
  base: 'base',
  placeLabels: 'place-labels',
  villageLabels: 'village-labels',
  belts: 'belts',
  beltLabels: 'belt-labels',
  imports: 'imports',
  planObjects: 'plan-objects',
  planFlows: 'plan-flows',
  relocations: 'relocations',
  projectScope: 'project-scope',
  projects: 'projects',
  projectLabels: 'project-labels',
  reach: 'reach',
  changes: 'changes',
  hover: 'hover',
  selection: 'selection',
} as const;

export type SourceId = (typeof SOURCE_IDS)[keyof typeof SOURCE_IDS];
