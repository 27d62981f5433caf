// Columns are painted far to near with culled back faces and no depth, so that the labels stay on top of them.
import { ColumnLayer } from '@deck.gl/layers';
import type { Township } from '../../domain/administrative';
import type { LngLat } from '../../domain/lng-lat';
import { rgba, type MapPalette } from '../style/palette';
import { PLAN_LAYERS } from '../style/plan-layers';
import type { MapLibreLayerProps } from './deck-slot';

export const TOWNSHIP_COLUMNS_LAYER = 'township-columns';

/** Height of the tallest column and radius of all, metres on the ground. */
const TALLEST_METRES = 18_000;
const RADIUS_METRES = 1_300;

export interface Column {
  readonly position: LngLat;
  readonly heightMetres: number;
}

/**
 * One column a township with a seat and a positive value; heights proportional to the value, from zero.
 * Sorted far to near for a camera looking along `bearingDegrees` (0 = north).
 */
export function townshipColumns(
  townships: readonly Township[],
  values: ReadonlyMap<string, number>,
  bearingDegrees: number,
): readonly Column[] {
  const heaviest = Math.max(0, ...values.values());
  const bearing = (bearingDegrees * Math.PI) / 180;
  const ahead = ({ position: [lng, lat] }: Column): number =>
    lng * Math.cos((lat * Math.PI) / 180) * Math.sin(bearing) + lat * Math.cos(bearing);
  const columns = townships.flatMap((township): Column[] => {
    const value = values.get(township.code) ?? 0;
    if (!township.seat || !(value > 0)) return [];
    return [{ position: township.seat, heightMetres: (value / heaviest) * TALLEST_METRES }];
  });
  return columns.toSorted((a, b) => ahead(b) - ahead(a));
}

export function columnLayer(options: {
  readonly columns: readonly Column[];
  readonly palette: MapPalette;
  readonly visible: boolean;
  readonly opacity: number;
}): ColumnLayer<Column> {
  return new ColumnLayer<Column, MapLibreLayerProps>({
    id: TOWNSHIP_COLUMNS_LAYER,
    beforeId: PLAN_LAYERS.columnAnchor,
    visible: options.visible,
    opacity: options.opacity,
    data: options.columns,
    diskResolution: 20,
    radius: RADIUS_METRES,
    extruded: true,
    pickable: false,
    getPosition: (column) => [column.position[0], column.position[1]],
    getElevation: (column) => column.heightMetres,
    getFillColor: rgba(options.palette.column),
    parameters: { depthCompare: 'always', depthWriteEnabled: false, cullMode: 'back' },
    material: { ambient: 0.75, diffuse: 0.35, shininess: 1, specularColor: [0, 0, 0] },
  });
}
