import type { LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';

/** 产业带, in 运城 一区五带. zone: whole counties. corridor: within halfWidth of a centreline. upland: a relief outline plus a margin. */
export type BeltShape =
  | { readonly kind: 'zone' }
  | {
      readonly kind: 'corridor';
      readonly centreline: LineString | MultiLineString;
      readonly defaultHalfWidthMetres: number;
    }
  | {
      readonly kind: 'upland';
      readonly outline: Polygon | MultiPolygon;
      readonly defaultMarginMetres: number;
    };

/** 产业带, cut to the counties that the plan names. */
export interface Belt {
  readonly id: string;
  readonly name: string;
  readonly shape: BeltShape;
  readonly shapeAccuracyMetres: number;
  readonly countyCodes: readonly string[];
  readonly chapter: string;
  readonly chapterText: string;
  readonly claimIds: readonly string[];
  readonly sourceIds: readonly string[];
  readonly note: string;
}
