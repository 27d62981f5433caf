// All that the map draws, as one immutable value. MapView's setters replace parts of it.
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { ImportRecord } from '../domain/imported';
import type { BoundingBox } from '../domain/lng-lat';
import type { PackIndex } from '../domain/pack-index';
import type { PlanObject } from '../domain/plan-object';
import type { Project } from '../domain/project';
import type { RelocationProgramme } from '../domain/relocation';
import type { RegionPack } from '../domain/region-pack';
import type { TimelineYear } from '../domain/timeline';
import {
  DEFAULT_LAYER_STATE,
  type LayerId,
  type LayerSetting,
  type LayerState,
} from './layer-catalog';
import type {
  AreaThematic,
  BeltArea,
  ColumnView,
  CoverageView,
  FlowLine,
  MapPick,
  MapTheme,
  VillageView,
} from './map-types';
import { NO_FEATURES, type MapFeatures } from './sources/feature-shape';

export interface MapScene {
  readonly theme: MapTheme;
  readonly index: PackIndex | null;
  /** Where village names may be printed; null while the map is too small for them. */
  readonly labelBox: BoundingBox | null;
  readonly layers: LayerState;
  readonly thematic: AreaThematic | null;
  readonly timelineYear: number | null;
  readonly villages: VillageView;
  readonly coverage: CoverageView | null;
  readonly projects: readonly Project[];
  readonly chosenProjectIds: readonly string[];
  readonly relocations: readonly RelocationProgramme[];
  readonly reach: FeatureCollection<Polygon | MultiPolygon, { readonly id: string }> | null;
  readonly belts: readonly BeltArea[];
  /** The user's imports that are shown; those that become projects or villages draw nothing here. */
  readonly imports: readonly ImportRecord[];
  /** 规划对象 of the open scenario, with or without a place. */
  readonly planObjects: readonly PlanObject[];
  readonly flows: readonly FlowLine[];
  /** What a comparison marks; empty while nothing is compared. */
  readonly changes: MapFeatures;
  readonly columns: ColumnView | null;
  readonly selection: readonly MapPick[];
  readonly highlight: MapPick | null;
  readonly hovered: MapPick | null;
}

export const EMPTY_SCENE: MapScene = {
  theme: 'standard',
  index: null,
  labelBox: null,
  layers: DEFAULT_LAYER_STATE,
  thematic: null,
  timelineYear: null,
  villages: { weights: null, mask: null },
  coverage: null,
  projects: [],
  chosenProjectIds: [],
  relocations: [],
  reach: null,
  belts: [],
  imports: [],
  planObjects: [],
  flows: [],
  changes: NO_FEATURES,
  columns: null,
  selection: [],
  highlight: null,
  hovered: null,
};

/** A layer missing from the state is hidden. */
export function layerSetting(layers: LayerState, id: LayerId): LayerSetting {
  return layers.find((setting) => setting.id === id) ?? { id, visible: false, opacity: 1 };
}

/** The timeline's entry for the scene's year, null when there is none. */
export function sceneTimelineYear(
  scene: Pick<MapScene, 'timelineYear'> & {
    readonly index: { readonly pack: Pick<RegionPack, 'timeline'> } | null;
  },
): TimelineYear | null {
  const timeline = scene.index?.pack.timeline ?? [];
  return timeline.find((entry) => entry.year === scene.timelineYear) ?? null;
}
