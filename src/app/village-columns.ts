import type { RegionPack } from '../domain/region-pack';
import type { VillageColumns } from '../engine/protocol';

/** Positions and accuracies as the engine takes them, in pack order. */
export function villageColumns(pack: RegionPack): VillageColumns {
  const count = pack.villages.length;
  const columns = {
    lng: new Float64Array(count),
    lat: new Float64Array(count),
    accuracyMetres: new Float64Array(count),
  };
  pack.villages.forEach((village, row) => {
    columns.lng[row] = village.position[0];
    columns.lat[row] = village.position[1];
    columns.accuracyMetres[row] = village.positionAccuracyMetres;
  });
  return columns;
}
