import type { MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '../domain/lng-lat';

/** standard: screen. projector: high contrast for a washed-out beamer. */
export type MapTheme = 'standard' | 'projector';

/** What the pointer is on, or what is selected. `id` is a code for areas and villages, else the object's id. */
export interface MapPick {
  readonly kind:
    'village' | 'township' | 'county' | 'project' | 'belt' | 'base' | 'imported' | 'plan-object';
  readonly id: string;
}

/** A pick with where it was made: WGS84 and CSS pixels from the map's top left. */
export interface MapPointerEvent {
  readonly pick: MapPick | null;
  readonly lngLat: LngLat;
  readonly pixel: readonly [x: number, y: number];
  /** Shift, Ctrl or ⌘ was held: add to the selection. */
  readonly additive: boolean;
}

/** Bearing and pitch in degrees. */
export interface MapCamera {
  readonly center: LngLat;
  readonly zoom: number;
  readonly bearing: number;
  readonly pitch: number;
}

/** CSS pixels of the map covered by panels. */
export interface MapPadding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/**
 * A choropleth. `classOf` gives the class index of each area with a figure (null: area known, figure missing).
 * Keys are township codes (9 digits) and, where only the county figure exists, county codes (6 digits):
 * a county with a key of its own is filled flat. Everything without a class is hatched 无数据.
 */
export interface AreaThematic {
  readonly level: 'township' | 'county';
  readonly classOf: ReadonlyMap<string, number | null>;
  readonly colours: readonly string[];
}

/** How villages are drawn. Arrays have one entry a village, in pack order. */
export interface VillageView {
  /** 估算贫困户 for dot area; null draws all dots alike. NaN = no figure. */
  readonly weights: Float64Array | null;
  /** 1 = drawn, 0 = filtered out; null draws all. */
  readonly mask: Uint8Array | null;
}

/** Arrays have one entry a village, in pack order. */
export interface CoverageView {
  /** Coverage state codes (src/analysis/coverage-result.ts). */
  readonly states: Uint8Array;
  /** Overlap classes (src/analysis/overlap-summary.ts), drawn instead of the states. */
  readonly overlap?: Uint8Array;
}

/** A belt's area for display, as the engine's `belt-area` answers. */
export interface BeltArea {
  readonly id: string;
  readonly name: string;
  readonly area: Polygon | MultiPolygon | null;
}

/** People of a village who move to a site: a line on the map. `persons` null: nobody has said how many. */
export interface FlowLine {
  readonly from: LngLat;
  readonly to: LngLat;
  readonly persons: number | null;
}

/** 3D columns: one value a township code, drawn at the seat; `unit` e.g. 户. */
export interface ColumnView {
  readonly values: ReadonlyMap<string, number>;
}

export interface MapViewOptions {
  readonly theme: MapTheme;
  /** Camera to start with; else the pack's extent is fitted when the pack arrives. */
  readonly camera?: MapCamera;
  readonly onReady?: () => void;
  readonly onHover?: (event: MapPointerEvent | null) => void;
  readonly onClick?: (event: MapPointerEvent) => void;
  /** After each camera move; use for the permalink and the coordinate read-out. */
  readonly onCameraChange?: (camera: MapCamera) => void;
  /** Pointer position for the coordinate read-out. */
  readonly onPointerMove?: (lngLat: LngLat | null) => void;
  /** Everything is drawn and nothing moves. */
  readonly onIdle?: () => void;
  /** WebGL is missing or lost; the text is Chinese. */
  readonly onFailure?: (text: string) => void;
}
