import { drawnFeatures, importedThingId } from '../../domain/imported-things';
import type { ImportRecord } from '../../domain/imported';
import { collection, mapFeatures, type MapFeatures } from './feature-shape';

/** Zones and reference layers, a later import over an earlier one. `name` is shown as it is written, never as markup. */
export function importFeatures(records: readonly ImportRecord[]): MapFeatures {
  return collection(
    records.flatMap((record) =>
      drawnFeatures(record).flatMap(({ id, name, geometry }) =>
        mapFeatures(geometry, { id: importedThingId(record.id, id), name, label: 'imported' }),
      ),
    ),
  );
}
