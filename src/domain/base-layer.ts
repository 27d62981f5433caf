import type { Geometry } from 'geojson';

export type BaseFeatureKind =
  | 'river'
  | 'canal'
  | 'lake'
  | 'reservoir'
  | 'dam'
  | 'mountain'
  | 'tableland'
  | 'hill'
  | 'ridge'
  | 'peak'
  | 'road'
  | 'protected-area';

/** Rivers, lakes, relief, schematic roads. Drawn for orientation; never decides membership. */
export interface BaseFeature {
  readonly id: string;
  readonly name: string;
  readonly kind: BaseFeatureKind;
  /** 1 = widest line or most important label. */
  readonly rank: 1 | 2 | 3;
  readonly schematic: boolean;
  readonly accuracyMetres: number | null;
  readonly geometry: Geometry;
  readonly sourceIds: readonly string[];
  readonly note: string;
}
