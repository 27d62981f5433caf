import type { LayerId } from '../map/layer-catalog';

/** Subject of a layer of the map; layers without one are signs of something else (labels, the timeline). */
export const SUBJECT_OF_LAYER: Readonly<Partial<Record<LayerId, string>>> = {
  coverage: 'coverage',
  villages: 'villages',
  columns: 'villages',
  projects: 'projects',
  'plan-objects': 'plan-objects',
  reach: 'reach',
  'project-scope': 'projects',
  relocations: 'relocations',
  belts: 'belts',
  counties: 'counties',
  townships: 'townships',
  thematic: 'townships',
  peaks: 'base:peaks',
  roads: 'base:roads',
  rivers: 'base:rivers',
  'protected-areas': 'base:protected-areas',
  relief: 'base:relief',
};

export const EXPORTABLE_LAYERS: ReadonlySet<LayerId> = new Set(
  Object.keys(SUBJECT_OF_LAYER) as LayerId[],
);
