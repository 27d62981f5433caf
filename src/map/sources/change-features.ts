// A comparison on the map of its second scenario. It marks what scenario-compare names, no village and no object else.
import type { Geometry } from 'geojson';
import type { ObjectChanges } from '../../analysis/object-changes';
import type { VillageChanges } from '../../analysis/village-changes';
import type { PackIndex } from '../../domain/pack-index';
import { CHANGE_MARKS } from '../style/change-icons';
import { collection, mapFeatures, type MapFeature, type MapFeatures } from './feature-shape';
import { labelPoint } from './label-point';

function wordAt(geometry: Geometry | null, id: string, text: string): MapFeature[] {
  const place = geometry && labelPoint(geometry);
  if (!place) return [];
  return mapFeatures({ type: 'Point', coordinates: [...place] }, { role: 'word', id, text });
}

/** Where an object was, and a line from there to where it is. */
function oldPlace(id: string, before: Geometry | null, after: Geometry | null): MapFeature[] {
  const ends = [before, after].flatMap((geometry) => {
    const place = geometry && labelPoint(geometry);
    return place ? [[...place]] : [];
  });
  const way: Geometry | null = ends.length === 2 ? { type: 'LineString', coordinates: ends } : null;
  return [before, way].flatMap((each) => mapFeatures(each, { role: 'old-place', id }));
}

/**
 * Points of the villages gained, lost and changed otherwise (`mark`), old places of objects taken away or moved, and a word
 * at every object that differs. Villages without a place and objects never drawn mark nothing.
 */
export function changeFeatures(
  { villageByCode }: Pick<PackIndex, 'villageByCode'>,
  compared: { readonly villages: VillageChanges; readonly objects: ObjectChanges },
): MapFeatures {
  const { added, removed, changed } = compared.objects;
  const villages = CHANGE_MARKS.flatMap((mark) =>
    compared.villages[mark].flatMap(({ code }) => {
      const village = villageByCode.get(code);
      if (!village) return [];
      const point: Geometry = { type: 'Point', coordinates: [...village.position] };
      return mapFeatures(point, { role: 'village', id: code, mark });
    }),
  );
  return collection([
    ...removed.flatMap(({ id, geometry }) => [
      ...oldPlace(id, geometry, null),
      ...wordAt(geometry, id, '删除'),
    ]),
    ...changed.flatMap(({ id, before, after, geometry }) => [
      ...(geometry ? oldPlace(id, before.geometry, after.geometry) : []),
      ...wordAt(after.geometry ?? before.geometry, id, '改动'),
    ]),
    ...added.flatMap(({ id, geometry }) => wordAt(geometry, id, '增加')),
    ...villages,
  ]);
}
