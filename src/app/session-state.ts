// What the user looks at and asks: never in undo, restored by the permalink. Pure data and pure defaults.
import type { OverlapClass } from '../analysis/overlap-summary';
import {
  DEFAULT_INDICATOR_SETTINGS,
  type IndicatorSettings,
} from '../features/claims/indicator-settings';
import type { CoverageMode } from '../features/coverage/coverage-panel-props';
import type { Inspected } from '../features/inspect/inspected';
import {
  DEFAULT_THEMATIC_SETTINGS,
  type ThematicSettings,
} from '../features/thematic/thematic-settings';
import { DEFAULT_LAYER_STATE, type LayerState } from '../map/layer-catalog';
import type { MapCamera, MapTheme } from '../map/map-types';

export type LeftTab = 'layers' | 'thematic' | 'objects' | 'plan' | 'scenes';
export type RightTab = 'coverage' | 'gap' | 'inspect';

export const MAX_DISTANCE_METRES = 10_000;
export const DEFAULT_DISTANCE_METRES = 2000;

export interface SessionState {
  readonly theme: MapTheme;
  readonly layers: LayerState;
  readonly thematic: ThematicSettings;
  /** Year of the time slider; null = the pack's first. */
  readonly year: number | null;
  readonly selection: Inspected | null;
  readonly chosenProjectIds: readonly string[];
  readonly coverageMode: CoverageMode;
  readonly focusedProjectId: string | null;
  /** In mode `union`: the map colours villages by how many of the chosen projects reach them. */
  readonly showsOverlap: boolean;
  readonly distanceMetres: number;
  /** County or township that the table is limited to. */
  readonly areaCode: string | null;
  /** How many chosen projects reach the villages that the table is limited to; null = no limit. */
  readonly overlapClass: OverlapClass | null;
  /** What the indicators are asked with. */
  readonly indicators: IndicatorSettings;
  /** Belts drawn while their layer is visible; null = all of the pack's. */
  readonly shownBeltIds: readonly string[] | null;
  /** Imported zones and reference layers that are not drawn. */
  readonly hiddenImportIds: readonly string[];
  readonly leftTab: LeftTab;
  readonly rightTab: RightTab;
  readonly leftOpen: boolean;
  readonly rightOpen: boolean;
  readonly tableOpen: boolean;
  /** Null until the map has been moved or a link gave one: the region's extent is shown. */
  readonly camera: MapCamera | null;
}

export const DEFAULT_SESSION: SessionState = {
  theme: 'standard',
  layers: DEFAULT_LAYER_STATE,
  thematic: DEFAULT_THEMATIC_SETTINGS,
  year: null,
  selection: null,
  chosenProjectIds: [],
  coverageMode: 'union',
  focusedProjectId: null,
  showsOverlap: false,
  distanceMetres: DEFAULT_DISTANCE_METRES,
  areaCode: null,
  overlapClass: null,
  indicators: DEFAULT_INDICATOR_SETTINGS,
  shownBeltIds: null,
  hiddenImportIds: [],
  leftTab: 'layers',
  rightTab: 'coverage',
  leftOpen: true,
  rightOpen: true,
  tableOpen: true,
  camera: null,
};
