// A point that a row gives in two columns with its accuracy in a third.
import type { LngLat } from '../../domain/lng-lat';
import type { Converter } from '../../io/crs-convert';
import { roundPosition } from '../../packs/make/published-geometry';
import type { SheetRow } from './sheet-rows';

export interface PointColumns {
  readonly lng: string;
  readonly lat: string;
  readonly accuracy: string;
}

export interface PlacedPoint {
  readonly position: LngLat;
  readonly accuracyMetres: number;
}

/** Converted to WGS84 and rounded as published; null where both columns are empty or one is faulty. */
export function pointIn(
  row: SheetRow,
  { lng, lat, accuracy }: PointColumns,
  convert: Converter,
): PlacedPoint | null {
  const [x, y] = [row.number(lng), row.number(lat)];
  if (x === null && y === null) return null;
  if (x === null || y === null) {
    row.fault(x === null ? lng : lat, '坐标只有一半', '请补全两个坐标，或都留空。');
    return null;
  }
  const accuracyMetres = Math.ceil(row.neededNumber(accuracy));
  const moved = convert(x, y);
  if (moved.ok) return { position: roundPosition([...moved.position]), accuracyMetres };
  row.fault(lng, moved.what, '请核对坐标和“区域”表的坐标系。');
  return null;
}
