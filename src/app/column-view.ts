import { areaMeasures } from '../analysis/area-measures';
import type { RegionPack } from '../domain/region-pack';
import type { ColumnView } from '../map/map-types';

/** 3D columns of poor households at township seats: only townships with a figure of their own. */
export function columnView(pack: RegionPack): ColumnView {
  const values = new Map<string, number>();
  for (const [code, known] of areaMeasures(pack, 'poorHouseholds', 'township').values)
    if (known) values.set(code, known.value);
  return { values };
}
