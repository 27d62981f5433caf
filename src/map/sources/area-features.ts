// Counties, townships and the region's frame: its outline, and a large rectangle less it.
import type { MultiPolygon } from 'geojson';
import type { County, Township } from '../../domain/administrative';
import type { BoundingBox } from '../../domain/lng-lat';
import type { RegionPack } from '../../domain/region-pack';
import { collection, mapFeatures, type MapFeatures } from './feature-shape';

export function countyFeatures(counties: readonly County[]): MapFeatures {
  return collection(
    counties.flatMap((county) =>
      mapFeatures(county.geometry, {
        code: county.code,
        name: county.name,
        povertyClass: county.povertyClass,
      }),
    ),
  );
}

/** Townships without a cell of their own are left out. */
export function townshipFeatures(townships: readonly Township[]): MapFeatures {
  return collection(
    townships.flatMap((township) =>
      mapFeatures(township.geometry, {
        code: township.code,
        name: township.name,
        countyCode: township.countyCode,
      }),
    ),
  );
}

/** Half-size of the veil beyond the outline's centre, degrees: more than the camera can ever see. */
const VEIL_DEGREES = 12;

/** A large rectangle with the region cut out. */
export function veilFeatures(outline: MultiPolygon | null): MapFeatures {
  if (!outline) return collection([]);
  const [lng, lat] = outline.coordinates[0]![0]![0] as [number, number];
  const [west, east] = [lng - VEIL_DEGREES, lng + VEIL_DEGREES];
  const [south, north] = [Math.max(lat - VEIL_DEGREES, -84), Math.min(lat + VEIL_DEGREES, 84)];
  const frame = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const holes = outline.coordinates.map((rings) => [...rings[0]!].toReversed());
  return collection(mapFeatures({ type: 'Polygon', coordinates: [frame, ...holes] }, {}));
}

export function outlineFeatures(outline: MultiPolygon | null): MapFeatures {
  return collection(mapFeatures(outline, {}));
}

/** West, south, east, north of all counties; null for no counties. The pack's own bbox also holds far base layers. */
export function regionBounds(pack: Pick<RegionPack, 'counties'>): BoundingBox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of pack.counties) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const [lng, lat] of polygons.flat(2) as [number, number][]) {
      [west, east] = [Math.min(west, lng), Math.max(east, lng)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
  }
  return west <= east ? [west, south, east, north] : null;
}
