import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { BoundingBox } from '../domain/lng-lat';
import type { Project } from '../domain/project';
import type { RegionPack } from '../domain/region-pack';
import type { RelocationProgramme } from '../domain/relocation';
import type { LayerState } from './layer-catalog';
import type {
  AreaThematic,
  BeltArea,
  ColumnView,
  CoverageView,
  MapCamera,
  MapPadding,
  MapPick,
  MapTheme,
  MapViewOptions,
  VillageView,
} from './map-types';

/** The map, imperative and free of React. Every setter is idempotent and may come before the style is ready. */
export class MapView {
  constructor(
    readonly container: HTMLElement,
    readonly options: MapViewOptions,
  ) {}
  setPack(_pack: RegionPack): void {}
  setTheme(_theme: MapTheme): void {}
  setLayers(_layers: LayerState): void {}
  setThematic(_thematic: AreaThematic | null): void {}
  setTimelineYear(_year: number | null): void {}
  setVillages(_view: VillageView): void {}
  setCoverage(_coverage: CoverageView | null): void {}
  setProjects(_projects: readonly Project[], _chosenIds: readonly string[]): void {}
  setRelocations(_programmes: readonly RelocationProgramme[]): void {}
  setReach(
    _reach: FeatureCollection<Polygon | MultiPolygon, { readonly id: string }> | null,
  ): void {}
  setBelts(_belts: readonly BeltArea[]): void {}
  setColumns(_columns: ColumnView | null): void {}
  /** The selected objects, ringed; the first is the main one. */
  setSelection(_picks: readonly MapPick[]): void {}
  /** A passing highlight, e.g. of the table row under the pointer. */
  setHighlight(_pick: MapPick | null): void {}
  setPadding(_padding: MapPadding): void {}
  setCamera(_camera: MapCamera, _animate?: boolean): void {}
  getCamera(): MapCamera {
    return { center: [0, 0], zoom: 0, bearing: 0, pitch: 0 };
  }
  fitTo(_bbox: BoundingBox, _paddingPixels?: number, _animate?: boolean): void {}
  /** The pack's whole region. */
  fitRegion(_animate?: boolean): void {}
  /** Drag to draw a loop; null when cancelled (Esc, too few points). */
  startLasso(): Promise<Polygon | null> {
    return Promise.resolve(null);
  }
  cancelLasso(): void {}
  resize(): void {}
  destroy(): void {}
}
